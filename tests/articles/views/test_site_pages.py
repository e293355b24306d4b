"""Pages about the site, as readers open them and as the desk lists them."""

import re

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from articles.domain import publishing
from articles.enums import SitePage
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.articles.views.test_reading import text_of
from tests.factories import give_sign_offs, make_live, make_person
from tests.site_pages import make_in_review_page, make_live_page, make_page_draft

pytestmark = pytest.mark.django_db


def footer_links(client, path="/"):
    footer = client.get(path).content.decode().partition('<footer class="footer">')[2]
    return re.findall(r'href="/about/([^"]*)/"', footer)


def test_a_page_that_is_not_written_is_not_there_and_nothing_links_to_it(client):
    make_page_draft(SitePage.CONTACT)
    give_sign_offs(make_in_review_page(SitePage.PRIVACY))

    asked = [client.get(f"/about/{page}/").status_code for page in (*SitePage.values, "nonsense")]

    assert asked == [404] * 6
    assert footer_links(client) == []


def test_a_live_page_is_plain_and_linked_from_the_foot_of_every_page(client):
    make_live("Naps")
    before = footer_links(client)
    live = make_live_page(SitePage.CONTACT)
    make_live_page(SitePage.PRIVACY, by=live.saved_by)

    response = client.get("/about/contact/")
    html, text = response.content.decode(), text_of(response)

    assert (before, footer_links(client), footer_links(client, "/about/contact/")) == (
        [],
        *[["privacy", "contact"]] * 2,
    )
    assert html.count("<h1>Contact</h1>") == 1
    assert text.count(f"Last changed on {timezone.localtime(live.published_at):%-d %B %Y}") == 1
    absent = (
        "Last reviewed",
        "Reviewed by",
        "Written by",
        "minute",
        "<form class",
        "medical advice",
        "og:image",
        "ld+json",
    )
    assert [each for each in absent if each in html.partition("<footer")[0].partition("<main")[2]] == []
    assert html.count('rel="canonical" href="http://testserver/about/contact/"') == 1
    assert response["Cache-Control"] == "public, no-cache"
    assert response.cookies.output() == ""


def test_a_page_is_in_no_list_of_articles_and_its_library_address_leads_to_its_own(client):
    editor = make_person(EDITOR, full_name="Canary", slug="canary")
    slug = make_live_page(SitePage.CONTACT, by=editor, summary="Canary.").article.slug

    for path in ("/", "/articles/", "/topics/", "/feed/", "/feed.json", "/search/?q=front+desk"):
        assert client.get(path).content.decode().partition("<footer")[0].count("site-contact") == 0
        assert client.get(path).content.decode().count("Canary") == 0
    gone = [
        "/topics/about-this-site/",
        "/people/canary/",
        f"/articles/{slug}/feedback/",
        f"/articles/{slug}/card-1.png",
    ]
    assert [client.get(path).status_code for path in gone] == [404] * 4
    for page in (SitePage.CONTACT, SitePage.PRIVACY):  # the second one is not written, and nothing tells that
        response = client.get(f"/articles/site-{page.value}/")
        assert (response.status_code, response["Location"]) == (301, f"/about/{page.value}/")
    assert client.get("/sitemap.xml").content.decode().count("<loc>http://testserver/about/contact/</loc>") == 1
    assert client.post(f"/articles/{slug}/comments/", {"name": "Ana", "comment": "Hello."}).status_code == 404


def test_a_page_that_was_withdrawn_says_so_and_leads_to_no_topic(client):
    live = make_live_page(SitePage.CONTACT)
    publishing.withdraw(live, by=make_person(PUBLISHER), seen=live.state_token, note="Wrong.", notice="It was wrong.")

    response = client.get("/about/contact/")

    assert response.status_code == 410
    assert text_of(response).count("It was wrong.") == 1
    assert re.findall(r'href="/topics/[^"]+"', response.content.decode()) == []
    assert footer_links(client) == []


def test_a_page_of_the_site_costs_the_same_queries_whatever_else_there_is(client, django_assert_num_queries):
    first = make_live_page(SitePage.CONTACT)
    for page in (SitePage.PRIVACY, SitePage.CORRECTIONS):
        make_live_page(page, by=first.saved_by)

    with time_machine.travel(timezone.now(), tick=False):  # a page is kept for its minute
        with django_assert_num_queries(6):
            client.get("/about/contact/")
        with django_assert_num_queries(1):
            client.get("/about/contact/")


def desk_of(role):
    client = Client()
    client.force_login(make_person(role))
    return client


def test_the_desk_lists_every_page_with_its_state_and_begins_one_at_a_press():
    make_live_page(SitePage.PRIVACY)
    make_in_review_page(SitePage.CONTACT)
    editor = desk_of(EDITOR)

    text = text_of(editor.get("/desk/site-pages/"))
    begun = editor.post("/desk/site-pages/corrections/start/")
    again = editor.post("/desk/site-pages/corrections/start/", follow=True)

    assert [text.count(each) for each in ("Write it", "Change it", "Open it", "in review")] == [3, 1, 1, 1]
    assert (begun.status_code, begun["Location"].endswith("/edit/")) == (302, True)
    assert text_of(again).count("Somebody has begun this page already.") == 1
    assert editor.post("/desk/site-pages/nonsense/start/").status_code == 404
    assert text_of(desk_of(CLINICIAN).get("/desk/site-pages/")).count("Write it") == 0


def test_the_disclaimer_of_an_article_leads_to_how_we_write_where_that_is_live(client, django_assert_num_queries):
    path = make_live("Naps").article.get_absolute_url()

    def leads():
        aside = re.search(r'<aside class="disclaimer".*?</aside>', client.get(path).content.decode(), re.DOTALL)[0]
        return re.findall(r'<a href="/about/([a-z-]+)/">(.*?)</a>', aside)

    before = leads()
    make_live_page(SitePage.HOW_WE_WRITE)

    with django_assert_num_queries(4):
        assert (before, leads()) == ([], [("how-we-write", "How we write and review our articles")])
