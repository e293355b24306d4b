"""What a reader costs: the page of an article with 50 comments, made anew, kept in the process, and asked for again
by a browser that has it; and what it weighs. The site is the real one, asked through HTTP by four at once.
"""

import gzip
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlparse

from bench.case import Case
from bench.writing_page import ROOT, Watched, serve_in

READERS, REQUESTS = 4, 100  # at once, and of each
PATH = "/articles/panic-attacks/"
# Through the verbs, as people do it.
FIFTY = """
from articles.models import Article
from clinic_cms.models import User
from comments.domain import moderation
from comments.domain.posting import post_comment
from comments.models import Comment
article = Article.objects.get(slug="panic-attacks")
moderator = User.objects.get(username="moderator")
for number in range(50 - Comment.objects.approved().for_article(article).count()):
    words = f"Counting to {number + 10} while I breathe out helps me on the train, and I did not expect that."
    comment = post_comment(article, name=f"Reader {number}", body=words)
    moderation.approve(comment, by=moderator, seen=comment.version)
"""
QUERIES = """
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
assert Client(HTTP_HOST="127.0.0.1").get("/").status_code == 200  # a process that has answered once
for _time in range(2):
    with CaptureQueriesContext(connection) as queries:
        assert Client(HTTP_HOST="127.0.0.1").get("/articles/panic-attacks/").status_code == 200
    print(len(queries))
"""


@cache
def _site() -> tuple[str, Callable[[str], str]]:
    """The host and port of a demonstration with 50 comments, and what runs words of Python inside it."""
    folder = tempfile.mkdtemp(prefix="clinic-bench-")
    home = serve_in(folder)
    environment = os.environ | {
        "VAR_DIR": folder,
        "PORT": str(urlparse(home).port),
        "DJANGO_SETTINGS_MODULE": "clinic_cms.settings",
    }

    def run(words: str) -> str:
        command = [sys.executable, "-W", "ignore", "manage.py", "shell", "--no-imports", "-c", words]
        done = subprocess.run(  # noqa: S603  our own command
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    run(FIFTY)
    return urlparse(home).netloc, run


def _get(connection: HTTPConnection, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection.request("GET", path, headers={"Accept-Encoding": "gzip", **headers})
    response = connection.getresponse()
    return response, response.read()


def _each(path: str, status: int, **headers: str) -> float:
    """Milliseconds for one request, where four readers ask at once. `{}` in the path is another number each time."""
    home = _site()[0]

    def read(reader: int) -> None:
        connection = HTTPConnection(home, timeout=60)
        for number in range(REQUESTS):
            response, _words = _get(connection, path.format(1_000 + reader * REQUESTS + number), **headers)
            if response.status != status:
                raise RuntimeError(f"{path} answered {response.status}.")
        connection.close()

    for _warm in range(READERS):
        _get(HTTPConnection(home, timeout=60), PATH)
    start = time.perf_counter()
    with ThreadPoolExecutor(READERS) as pool:
        list(pool.map(read, range(READERS)))
    took = (time.perf_counter() - start) * 1_000 / (READERS * REQUESTS)
    sys.stdout.write(f"  {1_000 / took:,.0f} requests a second\n")
    return took


def _known() -> float:
    response, _words = _get(HTTPConnection(_site()[0], timeout=60), PATH)
    return _each(PATH, 304, **{"If-None-Match": response.headers["ETag"]})


def _html() -> float:
    response, words = _get(HTTPConnection(_site()[0], timeout=60), PATH)
    if gzip.decompress(words).count(b'class="comment') < 50 or response.headers["Content-Encoding"] != "gzip":
        raise RuntimeError("The page does not have its 50 comments.")
    return len(words)


def _whole() -> float:
    """The page, its styles, its scripts and its icon, as they travel."""
    return _html() + sum(_weights(r'(?:href|src)="(/static/[^"]+\.(?:css|js|svg))"'))


def _scripts() -> float:
    return sum(_weights(r'src="(/static/[^"]+\.js)"'))


def _weights(what: str) -> list[int]:
    connection = HTTPConnection(_site()[0], timeout=60)
    words = gzip.decompress(_get(connection, PATH)[1]).decode()
    return [len(_get(connection, each)[1]) for each in sorted(set(re.findall(what, words)))]


def _queries(which: int) -> float:
    return float(_site()[1](QUERIES).split()[which])


class Once(Watched):
    """What costs the same each time is asked for once."""

    def milliseconds(self) -> float:
        return self._round()


CASES: tuple[Case, ...] = (
    Once("an article with 50 comments, made anew", 60, partial(_each, f"{PATH}?print={{}}", 200)),
    Once("an article with 50 comments, kept", 4, partial(_each, PATH, 200)),
    Once("an article with 50 comments, that the browser has (304)", 4, _known),
    Once("an article with 50 comments: HTML, compressed", 14_000, _html, "bytes"),
    Once("an article with 50 comments: with styles, scripts and icon", 40_000, _whole, "bytes"),
    Once("an article with 50 comments: scripts", 5_000, _scripts, "bytes"),
    Once("an article with 50 comments, made anew: queries", 3, partial(_queries, 0), "queries"),
    Once("an article with 50 comments, kept: queries", 1, partial(_queries, 1), "queries"),
)
