"""Nothing that is not live is reachable: every public address is asked for the words of articles in every status."""

import re
from urllib.parse import quote

import pytest
from django.urls import get_resolver

from articles.domain import addresses as addresses_of
from articles.domain import publishing
from articles.enums import SitePage
from articles.models import AddressChange, Article, Revision
from clinic_cms.roles import PUBLISHER
from tests.architecture.test_urls_are_guarded import PUBLIC, addresses
from tests.factories import (
    BODY,
    REFERENCE,
    make_draft,
    make_in_review,
    make_live,
    make_live_article,
    make_person,
    make_scheduled,
    make_signed_off,
    make_topic,
    make_update,
    make_withdrawn,
)
from tests.site_pages import BODY as PAGE
from tests.site_pages import make_in_review_page, make_live_page, make_page_draft

pytestmark = pytest.mark.django_db

# Each stands in words that no reader may see, in a title, a summary, a body, a reference, a topic and a name.
CANARIES = ("canarytitle", "canarysummary", "canarybody", "canarysource", "canarytopic", "canaryperson")


def hidden(make, number):
    """An article that is not live, with a canary in everything that it says."""
    author = make_person("editor", f"hidden{number}", full_name="Canaryperson", slug=f"canaryperson{number}")
    return make(
        f"Canarytitle {number}",
        by=author,
        topic=make_topic(name="Canarytopic"),
        summary="Canarysummary.",
        body=f"{BODY}<p>Canarybody.</p>",
        references=[REFERENCE | {"title": "Canarysource"}],
    )


@pytest.fixture
def everything():
    """One live article, and one in every status that is not, each with a former address; an update of the live one that
    nobody has published.
    """
    live = make_live_article("Walking")
    for number, make in enumerate([make_draft, make_in_review, make_signed_off, make_scheduled]):
        hidden(make, number)
    for article in Article.objects.order_by("pk"):
        addresses_of.change(article, f"other-{article.pk}", by=make_person(PUBLISHER), seen=article.slug)
    for page, make in ((SitePage.CONTACT, make_page_draft), (SitePage.PRIVACY, make_in_review_page)):
        author = make_person("editor", f"hidden{page}", full_name="Canaryperson", slug=f"canaryperson{page}")
        make(page, by=author, title="Canarytitle", summary="Canarysummary.", body=f"{PAGE}<p>Canarybody.</p>")
    make_update(live.live_revision, title="Canarytitle", body=f"{BODY}<p>Canarybody.</p>", summary="Canarysummary.")
    return live


def paths():
    """Every public address, with every article, topic, person and number that there is, and what could be guessed."""
    slugs = {*Article.objects.values_list("slug", flat=True), *AddressChange.objects.values_list("was", flat=True)}
    numbers = range(1, 4)
    values = {
        "slug": slugs | {"canarytopic", "everyday-health", *(f"canaryperson{number}" for number in range(5))},
        "number": numbers,
        "pk": set(Revision.objects.values_list("pk", flat=True)),
        "token": {"0" * 32, "x"},
        "width": {"320"},
        "extension": {"jpg"},
        "key": {"x"},
        "page": set(SitePage.values),
    }
    for name, pattern in addresses(get_resolver().url_patterns):
        if name in PUBLIC and name != "healthz":
            yield from _filled(name, pattern, values)
    yield from (f"/search/?q={quote(canary)}" for canary in CANARIES)
    yield from (
        "/search/?q=Canary&topic=canarytopic",
        "/articles/?page=2",
        "/sitemap-articles.xml",
        "/articles/?q=canary",
    )


def _filled(name, pattern, values):
    from django.urls import NoReverseMatch, reverse  # noqa: PLC0415

    parameters = list(pattern.pattern.converters) or list(pattern.pattern.regex.groupindex)
    choices = [{}]
    for parameter in parameters:
        choices = [each | {parameter: value} for each in choices for value in values.get(parameter, {"x"})]
    for arguments in choices:
        try:
            yield reverse(name, kwargs=arguments)
        except NoReverseMatch:
            continue


def told(client):
    """Which canaries stand in which answers. A search says the words that were typed, so those are taken out first."""
    found = {}
    for path in paths():
        text = client.get(path).content.decode("latin-1").lower()
        if path.startswith("/search/"):
            text = re.sub(r'value="[^"]*"|<title>.*?</title>|“[^”]*”|\xe2\x80\x9c.*?\xe2\x80\x9d', "", text)
        if each := [canary for canary in CANARIES if canary in text]:
            found[path] = each
    return found


def test_no_address_tells_a_word_of_what_is_not_live(client, everything):
    asked = list(paths())

    assert len(asked) > 60
    assert told(client) == {}


def test_the_walk_finds_a_word_that_is_live(client):
    hidden(make_live, 9)

    found = told(client)
    every = {
        "/",
        "/articles/",
        "/articles/canarytitle-9/",
        "/feed/",
        "/feed.json",
        "/sitemap.xml",
        "/topics/canarytopic/",
    }
    assert every - set(found) == set()


def test_the_walk_finds_a_page_of_the_site_that_is_live_at_its_own_address_and_in_no_list(client):
    make_live_page(summary="Canarysummary.", body=f"{PAGE}<p>Canarybody.</p>")

    assert set(told(client)) == {"/about/contact/"}


def test_what_is_taken_down_is_gone_from_everywhere_with_the_very_next_request(client):
    revision = hidden(make_live, 9)
    before = told(client)

    publishing.withdraw(
        revision, by=make_person(PUBLISHER), seen=revision.state_token, note="Wrong.", notice="It was wrong."
    )

    gone = f"/articles/{revision.article.slug}/"
    assert len(before) > 6
    assert client.get(gone).status_code == 410
    left = {path: canaries for path, canaries in told(client).items() if "canarybody" in canaries or path != gone}
    assert {path for path in left if not path.startswith((gone, "/topics/canarytopic"))} == set()
    assert [path for path, canaries in left.items() if "canarybody" in canaries or "canarysource" in canaries] == []


def test_an_article_that_was_withdrawn_says_only_that_it_was(client):
    revision = make_withdrawn("Walking", body=f"{BODY}<p>Canarybody.</p>")

    answers = [client.get(f"/articles/{revision.article.slug}/{rest}") for rest in ("", "versions/1/", "card-1.png")]
    assert [each.status_code for each in answers] == [410, 410, 404]
    assert b"canarybody" not in b"".join(each.content.lower() for each in answers)
