"""Readers who follow an old link of an article arrive; what they post to it arrives too."""

from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from articles.domain import addresses, publishing
from articles.models import Article
from clinic_cms.roles import PUBLISHER
from comments import tokens
from comments.models import Comment, Feedback
from tests.factories import make_draft, make_live, make_person
from tests.factories import make_live_article as make_article

pytestmark = pytest.mark.django_db


def move(article, slug):
    addresses.change(article, slug, by=make_person(PUBLISHER), seen=Article.objects.get(pk=article.pk).slug)


def test_every_page_of_an_article_is_found_at_the_address_it_had_before(client):
    article = make_article("Walking")
    client.get("/articles/walking/")  # kept
    move(article, "a-walk")
    move(article, "a-short-walk")

    rests = [
        "",
        "?print=large&x=1",
        "versions/",
        "versions/1/",
        "comments.atom",
        "feedback/",
        "feedback/thanks/",
        "card-1.png",
    ]
    for slug in ("walking", "a-walk"):
        for rest in rests:
            answer = client.get(f"/articles/{slug}/{rest}")
            assert (answer.status_code, answer["Location"]) == (301, f"/articles/a-short-walk/{rest}")
            assert (answer["Cache-Control"], dict(answer.cookies)) == ("public, no-cache", {})
    new = client.get("/articles/a-short-walk/")
    assert new.content.count(b'rel="canonical" href="http://testserver/articles/a-short-walk/"') == 1
    assert [
        b"/walking/" in client.get(path).content for path in ("/articles/a-short-walk/", "/sitemap.xml", "/feed/", "/")
    ] == [False] * 4


def test_an_address_that_was_taken_back_does_not_go_round_in_circles(client):
    article = make_article("Walking")
    move(article, "a-walk")
    move(article, "walking")

    answers = [client.get(path) for path in ("/articles/walking/", "/articles/a-walk/")]
    assert [each.status_code for each in answers] == [200, 301]
    assert answers[1]["Location"] == "/articles/walking/"


def test_what_is_posted_to_an_old_address_is_not_lost(client):
    article = make_article("Walking")
    token = tokens.issue(article.pk, timezone.now())
    move(article, "a-walk")
    same_site = {"Sec-Fetch-Site": "same-origin"}

    for rest, fields in {
        "comments/": {"comment": "It helped.", "name": "Mia", "token": token},
        "feedback/": {"verdict": "useful"},
    }.items():
        answer = client.post(f"/articles/walking/{rest}", fields, headers=same_site)
        assert (answer.status_code, answer["Location"]) == (307, f"/articles/a-walk/{rest}")
        assert client.post(answer["Location"], fields, headers=same_site).status_code == 303
    assert (Comment.objects.get().article, Feedback.objects.get().article) == (article, article)


def test_an_old_address_leads_to_the_notice_of_what_was_withdrawn_and_never_to_a_draft(client):
    live = make_live("Walking")
    move(live.article, "a-walk")
    publishing.withdraw(live, by=make_person(PUBLISHER), seen=live.state_token, note="Wrong.", notice="It was wrong.")
    move(make_draft("Sleeping").article, "sleep")

    withdrawn = client.get("/articles/walking/", follow=True)
    assert (withdrawn.redirect_chain, withdrawn.status_code) == ([("/articles/a-walk/", 301)], 410)
    assert [client.get(f"/articles/{slug}/").status_code for slug in ("sleeping", "sleep", "nothing")] == [404] * 3


def test_what_an_article_has_not_is_not_there_at_its_old_address_either(client):
    article = make_article("Walking")
    move(article, "a-walk")

    answer = client.get("/articles/walking/versions/7/", follow=True)
    assert (urlsplit(answer.redirect_chain[0][0]).path, answer.status_code) == ("/articles/a-walk/versions/7/", 404)


def test_a_publisher_changes_the_address_on_the_desk_and_reads_it_in_the_history(client):
    live = make_live("Walking")
    client.force_login(make_person(PUBLISHER, full_name="Mira Novak", job_title=""))
    page = f"/desk/articles/{live.article_id}/address/"

    refused = client.post(page, {"seen": "walking", "slug": "A walk"})
    stale = client.post(page, {"seen": "something", "slug": "a-walk"})
    done = client.post(page, {"seen": "walking", "slug": "a-walk"}, follow=True)

    assert (client.get(page).status_code, refused.status_code, stale.status_code) == (200, 422, 409)
    assert (refused.content.count(b'value="A walk"'), stale.content.count(b'value="a-walk"')) == (1, 1)
    assert done.redirect_chain == [(live.get_absolute_url(), 302)]
    assert done.content.decode().count("Mira Novak changed its address from “walking” to “a-walk”") == 1
    assert done.content.count(b"/articles/a-walk/") > 0
