"""What machines find: the same as readers, in their own words. Read by parsers that are not ours."""

import json
import re
from io import BytesIO
from urllib.robotparser import RobotFileParser

import feedparser
import pytest
from django.utils import timezone
from lxml import etree
from PIL import Image

from articles.domain import addresses, publishing, reviewing
from articles.views import feeds
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.factories import (
    BODY,
    give_sign_offs,
    make_live,
    make_live_article,
    make_person,
    make_topic,
    make_update,
    make_withdrawn,
)
from tests.schema_org import problems

pytestmark = pytest.mark.django_db
HOME = "http://testserver"


@pytest.fixture
def article():
    signers = [
        make_person(EDITOR, full_name="Lena Osei", slug="lena"),
        make_person(CLINICIAN, full_name="Priya Nair", honorific="Dr", slug="priya"),
    ]
    author = make_person(EDITOR, full_name="Maya Castellanos", slug="maya")
    return make_live_article("Sleep & you", by=author, signers=signers, topic=make_topic(name="Sleep"))


def linked_data(html):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])


def names_in(node):
    """Every text that the linked data say."""
    if isinstance(node, dict):
        return [each for key, value in node.items() if key[0] != "@" for each in names_in(value)]
    return [each for value in node for each in names_in(value)] if isinstance(node, list) else [node]


def test_an_article_tells_what_it_is_who_wrote_it_and_who_reviewed_it(client, article):
    graph = linked_data(client.get(article.get_absolute_url()).content.decode())
    page, words, *others = graph["@graph"]

    assert problems(graph) == []
    assert (page["@type"], page["name"], page["lastReviewed"]) == (
        "MedicalWebPage",
        "Sleep & you",
        timezone.localdate().isoformat(),
    )
    assert page["reviewedBy"] == {"@id": f"{HOME}/people/priya/#person"}
    assert (words["author"], words["editor"]) == (
        {"@id": f"{HOME}/people/maya/#person"},
        {"@id": f"{HOME}/people/lena/#person"},
    )
    names = ["Maya Castellanos", "Priya Nair", "Lena Osei", "Alder Street Clinic", "Alder Street Clinic"]
    assert [each["name"] for each in others] == names


def test_nothing_is_told_to_machines_that_readers_do_not_see(client, article):
    html = client.get(article.get_absolute_url()).content.decode()
    graph = linked_data(html)
    shown = " ".join(re.sub(r"<script.*?</script>|<[^>]*>", " ", html, flags=re.DOTALL).split())
    told = [each for each in names_in(graph["@graph"]) if isinstance(each, str)]
    said = [each for each in told if not re.match(r"http|\d|en$|Patient", each)]

    assert [each for each in said if each.replace("&", "&amp;") not in shown] == []
    assert len(said) > 12


def test_the_head_has_one_address_and_the_picture_of_these_words(client, article):
    html = client.get(f"{article.get_absolute_url()}?page=1").content.decode()
    picture = re.search(r'<meta property="og:image" content="([^"]+)"', html)[1]
    response = client.get(picture)

    assert re.findall(r'rel="canonical" href="([^"]+)"', html) == [f"{HOME}{article.get_absolute_url()}"]
    assert Image.open(BytesIO(response.content)).size == (1200, 630)
    assert client.get(picture.replace("card-1", "card-2")).status_code == 404


def test_a_feed_reader_finds_what_is_new(client, article):
    make_live_article("Colds <b>", summary="What to do & when.", topic=make_topic(name="Lungs"))

    for address, titles in (("/feed/", ["Colds <b>", "Sleep & you"]), ("/topics/sleep/feed/", ["Sleep & you"])):
        response = client.get(address)
        feed = feedparser.parse(response.content)
        assert (feed.bozo, feed.version, feed.feed.links[1].href) == (False, "atom10", f"{HOME}{address}")
        assert [re.sub("&lt;", "<", re.sub("&gt;", ">", each.title)) for each in feed.entries] == titles
        assert (feed.entries[-1].link, feed.entries[-1].id) == (f"{HOME}{article.get_absolute_url()}", article.urn)
        assert feed.entries[-1].tags[0].term == "Sleep"
        assert feed.entries[-1].author.startswith("Maya Castellanos")
    assert client.get("/topics/none/feed/").status_code == 404


def test_a_feed_reader_knows_an_article_again_after_a_change_and_at_another_address(client, article):
    def told():
        (entry,) = feedparser.parse(client.get("/feed/").content).entries
        (item,) = client.get("/feed.json").json()["items"]
        return [entry.id, item["id"]], entry.published, item["date_published"], entry.updated, item["date_modified"]

    first_ids, *first_published, _updated, _modified = told()
    draft, publisher = make_update(article.live_revision, summary="Why sleep helps."), make_person(PUBLISHER)
    signed = give_sign_offs(reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token))
    live = publishing.publish(signed, by=publisher, seen=signed.state_token)
    addresses.change(article, "sleeping", by=publisher, seen=article.slug)
    ids, *published, updated, modified = told()

    assert (ids, published) == ([article.urn] * 2, first_published)
    assert ids == first_ids
    assert [updated, modified] == [live.published_at.isoformat()] * 2


def test_the_json_feed_says_the_same(client, article):
    response = client.get("/feed.json")
    feed = response.json()

    assert response["Content-Type"] == "application/feed+json"
    assert (feed["version"], feed["feed_url"]) == ("https://jsonfeed.org/version/1.1", f"{HOME}/feed.json")
    (item,) = feed["items"]
    published = article.live_revision.published_at.isoformat()
    assert (item["title"], item["date_published"], item["tags"]) == ("Sleep & you", published, ["Sleep"])


def test_pages_lead_feed_readers_to_the_feeds(client, article):
    found = [
        re.findall(r'rel="alternate" type="([^"]+)"[^>]* href="([^"]+)"', client.get(path).content.decode())
        for path in ("/articles/", "/topics/sleep/")
    ]

    every = [("application/atom+xml", "/feed/"), ("application/feed+json", "/feed.json")]
    assert found == [every, [("application/atom+xml", "/topics/sleep/feed/")]]


def test_the_sitemap_has_everything_that_is_live_with_its_true_date(client, article):
    make_withdrawn("Gone")

    response = client.get("/sitemap.xml")
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = etree.fromstring(response.content).findall("s:url", space)
    found = {each.findtext("s:loc", namespaces=space): each.findtext("s:lastmod", namespaces=space) for each in urls}

    day = timezone.localdate(article.live_revision.published_at).isoformat()
    assert {path: (when or "")[:10] for path, when in found.items()} == {
        f"{HOME}/": "",
        f"{HOME}/articles/": "",
        f"{HOME}/topics/": "",
        f"{HOME}/articles/sleep-you/": day,
        f"{HOME}/topics/sleep/": day,
        f"{HOME}/people/lena/": "",
        f"{HOME}/people/maya/": "",
        f"{HOME}/people/priya/": "",
    }
    assert {client.get(path).status_code for path in found} == {200}


def test_robots_are_told_what_is_for_them(client, article):
    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").content.decode().splitlines())

    asked = ["/", article.get_absolute_url(), "/search/?q=x", "/desk/", "/accounts/login/", "/comments/x/"]
    assert [robots.can_fetch("*", path) for path in asked] == [True, True, False, False, False, False]
    assert robots.site_maps() == [f"{HOME}/sitemap.xml"]


def test_who_finds_a_hole_reads_whom_to_tell(client, settings):
    assert client.get("/.well-known/security.txt").status_code == 404

    settings.SECURITY_CONTACT = "mailto:security@clinic.example"
    lines = dict(line.split(": ") for line in client.get("/.well-known/security.txt").content.decode().splitlines())
    assert lines["Contact"] == "mailto:security@clinic.example"
    assert lines["Canonical"] == f"{HOME}/.well-known/security.txt"
    assert 100 < (timezone.datetime.fromisoformat(lines["Expires"]) - timezone.now()).days < 365


@pytest.mark.parametrize("path", ["/feed/", "/feed.json", "/topics/everyday-health/feed/", "/sitemap.xml"])
def test_they_cost_the_same_for_one_article_and_for_many(client, path, django_assert_max_num_queries):
    for number in range(5):
        make_live_article(f"Number {number}")

    with django_assert_max_num_queries(8):
        response = client.get(path)
    assert (response.status_code, response.cookies, response["Cache-Control"]) == (200, {}, "public, no-cache")


def test_a_feed_ends_with_the_newest_thirty():
    assert feeds.LATEST == 30


def test_the_words_of_a_share_card_are_live_ones(client):
    revision = make_live("Walking", body=BODY)

    assert client.get(f"/articles/{revision.article.slug}/card-{revision.number}.png").status_code == 200
    assert client.get(f"/articles/{make_withdrawn('Gone').article.slug}/card-1.png").status_code == 404
