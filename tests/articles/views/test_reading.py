import re
from datetime import timedelta
from urllib.parse import quote

import pytest
import time_machine
from django.utils import timezone

from articles.domain import drafting, publishing, reviewing
from articles.enums import Status
from articles.models import Article
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.comment_factories import make_approved
from tests.factories import (
    give_sign_offs,
    make_credential,
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

pytestmark = pytest.mark.django_db

PUBLIC = ["/", "/articles/", "/articles/walking-and-mood/", "/topics/everyday-health/"]


def text_of(response) -> str:
    html = re.sub(r"<script.*?</script>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture
def article():
    with time_machine.travel("2026-03-02 18:00Z"):
        writer = make_person(EDITOR, full_name="Sam Rivera", job_title="Health writer", slug="sam-rivera")
        editor = make_person(EDITOR, full_name="Jo Lindqvist")
        doctor = make_person(CLINICIAN, honorific="Dr", full_name="Amara Osei")
        revision = make_signed_off(by=writer, signers=[editor, doctor])
        return publishing.publish(revision, by=make_person(PUBLISHER), seen=revision.state_token).article


def test_the_article_page_says_who_wrote_and_reviewed_it_and_when(client, article):
    text = text_of(client.get(article.get_absolute_url()))

    assert text.count("Written by Sam Rivera, Health writer") == 1
    assert text.count("Reviewed by Dr Amara Osei , MD, board-certified psychiatrist") == 1
    assert text.count("Last reviewed 2 March 2026") == 1
    assert text.count("Next review due March 2028") == 1


def test_the_article_page_shows_summary_words_references_and_disclaimer(client, article):
    response = client.get(article.get_absolute_url())

    html = response.content.decode()
    assert html.count("Why a short walk helps.</p>") == 1
    assert html.count('<h2 id="w-what-it-is">What it is</h2>') == 1
    assert html.count('<li id="ref-1"') == 1
    assert re.findall(r'popovertarget="(note-\d+)" aria-label="Source 1: [^"]+">1</button>', html) == ["note-1"]
    assert (html.count('id="note-1" popover'), html.count('id="cite-1"'), html.count('href="#cite-1"')) == (1, 1, 1)
    assert html.count("It is not medical advice") == 1
    aside = re.search(r'<aside class="disclaimer".*?</aside>', html, re.DOTALL)[0]
    assert re.findall(r"<h3>(.*?)</h3>", aside)[:4] == [
        "What this is",
        "What it is not",
        "Whom to ask",
        "In an emergency",
    ]
    assert html.count('href="/topics/everyday-health/"') == 1
    assert text_of(response).lower().count("clinician") == 0


def test_the_byline_stays_what_was_signed_off_when_the_person_changes_later(client, article):
    author = article.live_revision.author
    author.full_name = "Sam Rivera-Cole"
    author.save(update_fields=["full_name"])

    assert text_of(client.get(article.get_absolute_url())).count("Written by Sam Rivera, Health writer") == 1


@pytest.mark.parametrize("comments", [0, 50])
def test_an_article_page_costs_three_queries_and_one_while_it_is_kept_whatever_hangs_on_it(
    client, django_assert_num_queries, comments
):
    article = make_live_article()
    moderator = make_person("moderator")
    for number in range(comments):
        make_approved(f"Words {number}.", by=moderator, article=article)

    client.get("/")  # from now on this process knows the clinic
    with time_machine.travel(timezone.now(), tick=False):  # a page is kept for its minute
        with django_assert_num_queries(3):
            response = client.get(article.get_absolute_url())
        with django_assert_num_queries(1):
            again = client.get(article.get_absolute_url())

    assert text_of(response).count("Words ") == comments
    assert again.content == response.content


@pytest.mark.parametrize("count", [1, 5])
def test_the_list_of_articles_costs_the_same_for_one_and_for_many(client, django_assert_num_queries, count):
    for number in range(count):
        make_live(f"Article {number}")

    with django_assert_num_queries(5):
        client.get("/articles/")


def test_public_pages_set_no_cookie_and_are_the_same_bytes_for_everybody(client, admin_client):
    make_live()

    for path in PUBLIC:
        stranger, staff = client.get(path), admin_client.get(path)
        assert stranger.status_code == 200
        assert stranger.content == staff.content
        assert (stranger.cookies.output(), staff.cookies.output()) == ("", "")
        assert stranger["Vary"] == "Accept-Encoding"
        assert stranger["Cache-Control"] == "public, no-cache"


def test_public_pages_load_nothing_from_another_origin_and_run_no_script(client):
    make_live()

    for path in PUBLIC:
        html = client.get(path).content.decode()
        loaded = re.findall(r'<(?:script|img|iframe|source|video|audio|embed)[^>]*\ssrc="([^"]*)"', html)
        loaded += re.findall(r'<link[^>]*rel="(?:stylesheet|icon|preload|preconnect)"[^>]*href="([^"]*)"', html)
        assert [address for address in loaded if not address.startswith("/static/")] == []
        assert re.findall(r'<script(?! type="application/ld\+json">\{)|<style|\sstyle=|\son\w+=', html) == []


def test_every_page_has_the_strict_policy(client):
    make_live()

    policy = client.get("/articles/")["Content-Security-Policy"]

    assert policy.count("unsafe") == 0
    assert sorted(policy.split("; "))[:3] == ["base-uri 'none'", "connect-src 'self'", "default-src 'none'"]


def test_an_unchanged_page_is_not_sent_twice(client):
    article = make_live_article()
    first = client.get(article.get_absolute_url())

    again = client.get(article.get_absolute_url(), headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("make", "status"),
    [
        (make_draft, 404),
        (make_in_review, 404),
        (make_signed_off, 404),
        (make_scheduled, 404),
        (make_live, 200),
        (make_withdrawn, 410),
    ],
)
def test_only_live_words_are_found(client, make, status):
    revision = make("Zebrafish words")

    page = client.get(revision.article.get_absolute_url())
    listed = [client.get(path).content.decode().count("Zebrafish words") for path in ("/", "/articles/")]

    assert page.status_code == status
    assert listed == ([1, 1] if status == 200 else [0, 0])


def test_a_draft_of_a_live_article_does_not_leak(client):
    live = make_live("Walking and mood")
    make_update(live, title="Zebrafish title", summary="Zebrafish summary", body="<h2>Zebrafish</h2>")

    pages = [client.get(path).content.decode() for path in ("/", "/articles/", live.article.get_absolute_url())]

    assert [page.count("Zebrafish") for page in pages] == [0, 0, 0]
    assert [page.count("Walking and mood") > 0 for page in pages] == [True, True, True]


def test_a_withdrawn_article_leaves_a_dated_notice(client):
    with time_machine.travel("2026-05-04 18:00Z"):
        withdrawn = make_withdrawn()

    response = client.get(withdrawn.article.get_absolute_url())

    assert response.status_code == 410
    assert text_of(response).count("One of its sources was retracted.") == 1
    assert text_of(response).count("4 May 2026") == 1


def test_an_article_that_is_live_again_shows_no_notice(client):
    withdrawn, editor = make_withdrawn(), make_person(EDITOR)
    draft = drafting.start_revision(withdrawn.article, by=editor)
    draft = drafting.save_draft(draft, by=editor, seen=draft.state_token, words={"summary": "Mended."})
    signed = give_sign_offs(reviewing.submit(draft, by=editor, seen=draft.state_token))

    publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)

    assert client.get(withdrawn.article.get_absolute_url()).status_code == 200


def test_a_person_has_a_page_only_while_their_name_stands_on_a_live_article(client, article):
    make_person(EDITOR, full_name="Nobody Known", slug="nobody-known")

    assert client.get("/people/nobody-known/").status_code == 404
    assert text_of(client.get("/people/sam-rivera/")).count("Walking and mood") == 1


def test_a_person_is_shown_with_what_they_do_and_with_credentials_that_hold_today(client, article):
    doctor = article.live_revision.review.sign_offs.get(kind="clinical").by
    today = timezone.localdate()
    type(doctor).objects.filter(pk=doctor.pk).update(biography="She has a <dog>.")
    make_credential(doctor, title="MD, once", expires_on=today - timedelta(days=1))
    make_credential(doctor, title="MD, as they say", verified_on=None)

    page = client.get(f"/people/{doctor.slug}/").content.decode()

    assert re.findall(r"<li>(MD.*?)</li>", page) == ["MD, board-certified psychiatrist (Colorado Medical Board)"]
    assert re.search(r"<h1>Dr Amara Osei</h1>\s*<p class=\"lede\">Health writer</p>", page)
    assert page.count('<div class="prose" lang="en"><p>She has a &lt;dog&gt;.</p></div>') == 1


def test_the_number_of_a_licence_is_never_shown(client, article):
    doctor = article.live_revision.review.sign_offs.get(kind="clinical").by

    assert client.get(f"/people/{doctor.slug}/").content.decode().count("DR.0012345") == 0


def test_a_topic_lists_its_own_live_articles(client):
    make_live("Heart words", topic=make_topic(name="Heart"))
    make_live("Sleep words", topic=make_topic(name="Sleep"))

    text = text_of(client.get("/topics/heart/"))

    assert (text.count("Heart words"), text.count("Sleep words")) == (1, 0)


@pytest.mark.parametrize("path", ["/articles/no-such-article/", "/topics/none/", "/people/none/", "/nothing"])
def test_an_unknown_address_gets_a_page_that_helps(client, path):
    response = client.get(path)

    assert response.status_code == 404
    assert response.content.decode().count('href="/articles/"') > 0


@pytest.mark.parametrize("path", PUBLIC)
def test_reading_pages_take_no_post(client, path):
    make_live()

    assert client.post(path).status_code == 405


def test_nothing_but_published_words_is_ever_live():
    for make in (make_draft, make_scheduled, make_live, make_withdrawn):
        make(f"By {make.__name__}")

    assert {article.live_revision.status for article in Article.objects.live()} == {Status.PUBLISHED}


def test_other_articles_of_the_topic_are_offered_and_nothing_that_is_not_live(client, django_assert_num_queries):
    article = make_live_article("One")
    for title in ("Two", "Three", "Four", "Five"):
        make_live_article(title)
    make_live_article("Elsewhere", topic=make_topic(name="Lungs"))
    make_draft("Six")

    with django_assert_num_queries(4):
        html = client.get(article.get_absolute_url()).content.decode()
    related = re.search(r'<section class="related".*?</section>', html, re.DOTALL)[0]
    assert re.findall(r'<a href="/articles/([a-z]+)/">', related) == ["five", "four", "three"]


def test_an_article_is_passed_on_by_plain_links_and_printed_large(client):
    article = make_live_article("Sleep & you")
    path = article.get_absolute_url()

    usual, large = (client.get(address).content.decode() for address in (path, f"{path}?print=large"))
    assert f'href="mailto:?subject=Sleep%20%26%20you&amp;body=http%3A%2F%2Ftestserver{quote(path, "")}"' in usual
    assert [page.count('<body class="site site--large">') for page in (usual, large)] == [0, 1]
    assert f'<link rel="canonical" href="http://testserver{path}">' in large
