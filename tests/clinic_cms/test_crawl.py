"""A walk through everything that a reader can reach from the first page, as a strict machine and as a careful one."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urldefrag, urljoin, urlsplit

import html5lib
import pytest
from django.test import Client, override_settings

from clinic_cms.shared.languages import language_of
from tests.html_standard import MOMENT

pytestmark = pytest.mark.django_db
ORIGIN = "http://testserver"
# Somebody who works here signs in there; what is behind it is no reader's.
STAFF = ("/accounts/", "/desk/", "/es/accounts/", "/es/desk/")
LOADED = {
    "img": ("src", "srcset"),
    "script": ("src",),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "form": ("action",),
}
CHECKER = shutil.which("vnu")
HEADING = re.compile(r"h([1-6])")


@dataclass(frozen=True)
class Page:
    """What one address answered, and how many links it is away from the first page."""

    path: str
    clicks: int
    response: object
    tree: object

    @property
    def is_html(self):
        return self.response["Content-Type"].startswith("text/html")

    def elements(self, *names):
        return [each for each in self.tree.iter() if not names or each.tag in names]


@pytest.fixture(scope="module")
def pages(demonstration, django_db_blocker):
    """Every address of ours that a page links to or loads, each once, the nearest first."""
    with django_db_blocker.unblock():
        return _walk()


def _walk():
    client, found, waiting = Client(), {}, [("/", 0)]
    for path, clicks in waiting:
        if path in found or path.startswith(STAFF):
            continue
        page = _page(client, path, clicks)
        found[path] = page
        waiting += [(each, clicks + 1) for each in sorted(_links(page))]
    return found


def _page(client, path, clicks):
    response = client.get(path)
    is_html = response["Content-Type"].startswith("text/html")
    tree = html5lib.parse(response.content.decode(), namespaceHTMLElements=False) if is_html else None
    return Page(path, clicks, response, tree)


def _links(page):
    if not page.is_html or page.response.status_code != 200:
        return set()
    addresses = [each.get("href") for each in page.elements("a", "link") if each.get("href")]
    whole = {urldefrag(urljoin(ORIGIN + page.path, each))[0] for each in addresses}
    return {
        each.removeprefix(ORIGIN) or "/" for each in whole if each.startswith(f"{ORIGIN}/") and "/static/" not in each
    }


def html(pages):
    """What a reader sees; not what only leads on."""
    return [page for page in pages.values() if page.is_html and page.response.status_code == 200]


def test_it_reaches_every_kind_of_page(pages):
    kinds = {re.sub(r"[a-z0-9-]+/(?=$|\?)|[a-f0-9]{32}", "", path.partition("?")[0]) for path in pages}

    assert len(html(pages)) > 30
    assert {"/", "/articles/", "/topics/", "/people/"} - kinds == set()


def test_no_link_is_broken(pages):
    assert {page.path: page.response.status_code for page in pages.values() if page.response.status_code >= 400} == {}


def test_a_link_within_a_page_leads_somewhere(pages):
    lost = {}
    for page in html(pages):
        names = {each.get("id") for each in page.elements()}
        asked = {each.get("href")[1:] for each in page.elements("a") if (each.get("href") or "").startswith("#")}
        if asked - names - {""}:
            lost[page.path] = asked - names
    assert lost == {}


def test_every_page_is_reached_in_three_clicks(pages):
    clicks = {}
    for page in html(pages):  # the nearest first; the same page with a form or in another order is no other page
        clicks.setdefault(page.path.partition("?")[0], page.clicks)

    assert {path: number for path, number in clicks.items() if number > 3} == {}


def test_every_page_is_html_without_a_mistake(pages):
    """html5lib follows the parsing rules of the HTML standard, and strictly so: each parse error is one."""
    mistakes = {}
    for page in html(pages):
        parser = html5lib.HTMLParser()
        parser.parse(page.response.content.decode())
        if parser.errors:
            mistakes[page.path] = parser.errors[:3]
    assert mistakes == {}


def test_every_moment_is_written_as_the_standard_has_it(pages):
    moments = {(page.path, each.get("datetime")) for page in html(pages) for each in page.elements("time")}

    assert len(moments) > 100
    assert {each for each in moments if not MOMENT.fullmatch(each[1])} == set()


@pytest.mark.skipif(CHECKER is None, reason="The Nu HTML checker is not installed")
def test_the_checker_of_the_standard_finds_no_mistake(pages, tmp_path):
    """`npm install -g vnu-jar`; it needs Java. What it finds beyond a parser: attributes, their values, what may stand
    in what.
    """
    for number, page in enumerate(html(pages)):
        (tmp_path / f"{number}.html").write_text(f"{page.response.content.decode()}\n<!-- {page.path} -->")

    found = subprocess.run(
        [CHECKER, "--errors-only", "--format", "gnu", *map(str, sorted(tmp_path.iterdir()))],
        capture_output=True, text=True, check=False,
    ).stderr  # fmt: skip

    assert found.splitlines() == []


def test_an_id_stands_once_on_a_page(pages):
    twice = {}
    for page in html(pages):
        ids = [each.get("id") for each in page.elements() if each.get("id")]
        if again := {each for each in ids if ids.count(each) > 1}:
            twice[page.path] = again
    assert twice == {}


def test_every_page_has_one_h1_a_title_a_language_and_its_headings_in_order(pages):
    wrong = {}
    for page in html(pages):
        levels = [int(HEADING.fullmatch(each.tag)[1]) for each in page.elements() if _is_heading(each)]
        skips = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        title = [each for each in page.elements("title") if (each.text or "").strip()]
        is_named = bool(title) and page.tree.get("lang") == language_of(page.path)
        if levels.count(1) != 1 or levels[0] != 1 or skips or not is_named:
            wrong[page.path] = (levels, skips)
    assert wrong == {}


def _is_heading(element):
    return isinstance(element.tag, str) and HEADING.fullmatch(element.tag)


def test_nothing_comes_from_elsewhere_and_nothing_is_inline(pages):
    wrong = {}
    for page in html(pages):
        loaded = [
            address
            for tag, names in LOADED.items()
            for each in page.elements(tag)
            for name in names
            for address in (each.get(name) or "").split(",")
        ]
        loaded += [each.get("href") for each in page.elements("link") if each.get("rel") in {"stylesheet", "icon"}]
        foreign = [each for each in loaded if urlsplit(urljoin(ORIGIN, each.strip())).netloc != "testserver"]
        inline = [
            each for each in page.elements("script") if not each.get("src") and "json" not in each.get("type", "")
        ]
        inline += page.elements("style")
        inline += [each for each in page.elements() if any(name == "style" or name[:2] == "on" for name in each.attrib)]
        if foreign or inline:
            wrong[page.path] = (foreign, inline)
    assert wrong == {}


def test_no_page_sets_a_cookie_and_each_has_the_strict_policy(pages):
    cookies = {page.path for page in pages.values() if page.response.cookies}
    policies = {page.response["Content-Security-Policy"] for page in pages.values()}

    assert cookies == set()
    assert [sorted(each.split("; ")) for each in policies] == [
        [
            "base-uri 'none'", "connect-src 'self'", "default-src 'none'", "font-src 'self'", "form-action 'self'",
            "frame-ancestors 'none'", "img-src 'self'", "script-src 'self'", "style-src 'self'",
        ]
    ]  # fmt: skip


@override_settings(SECURE_HSTS_SECONDS=31_536_000, SECURE_HSTS_INCLUDE_SUBDOMAINS=True, SECURE_HSTS_PRELOAD=True)
def test_over_https_a_browser_is_told_to_stay_there(pages, django_db_blocker):
    with django_db_blocker.unblock():
        answers = {
            Client().get(path, secure=True)["Strict-Transport-Security"] for path in ("/", "/articles/", "/nothing/")
        }
    assert answers == {"max-age=31536000; includeSubDomains; preload"}
