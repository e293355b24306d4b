"""A flood: 10,000 posts from 50 networks, as fast as they go, and how long a reader waits for an article meanwhile.

It takes a minute or more, so it runs only when it is asked for: `python -m bench flood`.
"""

import re
import statistics
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlencode, urlparse

from bench.case import Case
from bench.writing_page import Watched, serve

BUDGET = 1_000
POSTS, NETWORKS, POSTERS = 10_000, 50, 12
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Once(Watched):
    """A flood is not repeated: the limits of the first one would still hold."""

    def milliseconds(self) -> float:
        return self._round()


def flood() -> float:
    """The milliseconds within which 95 of 100 article pages came while the flood went on. Prints what became of it."""
    home = urlparse(serve(TRUSTED_PROXIES="1")).netloc
    slugs = sorted(set(re.findall(r'href="/articles/([a-z0-9-]+)/"', _get(home, "/articles/")[1])))
    tokens = {slug: _token(home, slug) for slug in slugs}
    over, start = threading.Event(), time.perf_counter()
    with ThreadPoolExecutor(POSTERS + 1) as pool:
        reader = pool.submit(_read, home, f"/articles/{slugs[0]}/", over)
        posters = [pool.submit(_post, home, slugs, tokens, number) for number in range(POSTERS)]
        statuses = sum((poster.result() for poster in posters), Counter[int]())
        over.set()
    took, pages = time.perf_counter() - start, reader.result()
    slowest = sorted(pages)[-1]
    sys.stdout.write(
        f"  {POSTS:,} posts in {took:.0f} s: {dict(statuses)}; {len(pages)} pages read meanwhile, "
        f"median {statistics.median(pages):.0f} ms, slowest {slowest:.0f} ms\n"
    )
    return statistics.quantiles(pages, n=20)[-1]


def _post(home: str, slugs: list[str], tokens: dict[str, str], number: int) -> Counter[int]:
    connection, statuses = HTTPConnection(home, timeout=60), Counter[int]()
    for at in range(number, POSTS, POSTERS):
        slug = slugs[at % len(slugs)]
        typed = urlencode({"comment": f"Comment number {at}", "name": "Max", "token": tokens[slug], "website": ""})
        sender = {"X-Forwarded-For": f"198.18.{at % NETWORKS}.{at % 200}"}
        connection.request("POST", f"/articles/{slug}/comments/", typed, FORM | sender)
        response = connection.getresponse()
        response.read()
        statuses[response.status] += 1
    connection.close()
    return statuses


def _read(home: str, path: str, over: threading.Event) -> list[float]:
    took = []
    while not over.wait(0.1):
        start = time.perf_counter()
        status, _page = _get(home, path)
        took.append((time.perf_counter() - start) * 1_000)
        if status != 200:
            raise RuntimeError(f"A reader got {status} during the flood.")
    return took


def _token(home: str, slug: str) -> str:
    found = re.search(r'name="token" value="([^"]*)"', _get(home, f"/articles/{slug}/")[1])
    return found[1] if found else ""


def _get(home: str, path: str) -> tuple[int, str]:
    connection = HTTPConnection(home, timeout=60)
    connection.request("GET", path)
    response = connection.getresponse()
    page = response.read().decode()
    connection.close()
    return response.status, page


CASES: tuple[Case, ...] = (
    (Once("comments: an article page during a flood of 10,000 posts", BUDGET, flood),) if "flood" in sys.argv else ()
)
