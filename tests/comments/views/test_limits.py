"""What a reader sees when a comment can't be taken now: the words kept, and when to try again."""

import logging
import re

import pytest
import time_machine
from django.core.cache import cache
from django.db import ProgrammingError, close_old_connections, transaction
from django.test import Client
from django.utils import timezone

from comments import tokens
from comments.models import Comment, Dropped, Flow
from comments.own_page import key_of
from tests.clinic_cms.test_health import end_this_connection
from tests.comment_factories import make_approved, make_comment
from tests.comments.domain.test_floods import CRISIS, NOON, SPAM
from tests.factories import make_crisis_line, make_live_article

pytestmark = pytest.mark.django_db
WORDS = "Line one\n  <b>two</b>"


@pytest.fixture
def article():
    return make_live_article()


def post(client, article, headers=None, **typed):
    token = tokens.issue(article.pk, timezone.now())
    fields = {"comment": WORDS, "name": "Mia & Co", "token": token, **typed}
    path = f"/articles/{article.slug}/comments/"
    return client.post(path, fields, headers=headers, REMOTE_ADDR="198.18.0.7")


def flood(client, article, number=10):
    return [post(client, article, comment=f"Comment {at}").status_code for at in range(number)]


def test_the_eleventh_comment_of_a_network_comes_back_with_its_words_and_the_time(client, article):
    with time_machine.travel(NOON, tick=False):
        before = flood(client, article)
        response = post(client, article)

    html = response.content.decode()
    assert before == [303] * 10
    assert (response.status_code, response["Retry-After"]) == (429, "600")
    assert html.count("Please try again after 12:10 MST.") == 1
    assert html.count("Line one\n  &lt;b&gt;two&lt;/b&gt;</textarea>") == 1
    assert html.count('value="Mia &amp; Co"') == 1
    assert Comment.objects.count() == 10


def test_the_page_that_came_back_posts_the_comment_when_it_is_time(client, article):
    with time_machine.travel(NOON, tick=False) as clock:
        flood(client, article)
        html = post(client, article).content.decode()
        clock.shift(601)
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', html))
        action = re.search(r'<form class="form-text" method="post" action="([^"]*)"', html)[1]
        response = client.post(action, {"comment": WORDS, "name": "Mia & Co", **hidden}, REMOTE_ADDR="198.18.0.7")

    assert response.status_code == 303
    assert Comment.objects.filter(body=WORDS).count() == 1


def test_the_page_that_came_back_is_kept_by_nobody_and_asks_the_database_for_nothing_more(
    client, article, django_assert_max_num_queries
):
    flood(client, article)

    with django_assert_max_num_queries(12):
        response = post(client, article)

    assert {part.strip() for part in response["Cache-Control"].split(",")} >= {"no-store", "private"}
    assert (response["X-Robots-Tag"], response.cookies) == ("noindex", {})


def test_somebody_in_crisis_reads_whom_to_call_before_anything_else(client, article):
    make_crisis_line()
    flood(client, article)

    html = post(client, article, comment=CRISIS).content.decode()

    assert html.index("It sounds as if you may be going through something very painful.") < html.index("988")
    assert html.index("988") < html.index("<h1>")


def test_somebody_who_worries_about_another_person_reads_what_they_can_do(client, article):
    flood(client, article)

    html = post(client, article, comment="My brother wants to kill himself.").content.decode()

    assert html.count("It sounds as if you are worried about somebody.") == 1


def test_the_eleventh_report_of_a_network_is_answered_with_the_time(client, article):
    comment = make_approved(article=article)
    path = f"/comments/report/{comment.pk}/"

    with time_machine.travel(NOON, tick=False):
        answers = [client.post(path, {"reason": "spam"}, REMOTE_ADDR="198.18.0.7") for _each in range(11)]

    assert [answer.status_code for answer in answers] == [303] * 10 + [429]
    assert answers[-1].content.decode().count("Please try again after 12:10 MST.") == 1
    assert (answers[-1]["Retry-After"], list(Dropped.objects.values_list("why", "number"))) == (
        "600",
        [("reporter", 1)],
    )


def test_what_was_limited_is_counted(client, article):
    flood(client, article, 12)

    assert list(Dropped.objects.values_list("why", "number")) == [("prefix", 2)]


def test_a_flood_fills_no_log(client, article, caplog):
    with caplog.at_level(logging.DEBUG):
        flood(client, article, 12)

    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.INFO] == []


def test_likely_spam_beyond_the_limit_is_answered_the_same_way(client, article, monkeypatch):
    monkeypatch.setattr("comments.domain.floods.MOST_LIKELY_SPAM", 1)
    post(client, article, comment=SPAM)

    response = post(client, article, comment=f"{SPAM} again")

    assert (response.status_code, response["Retry-After"]) == (429, "3600")
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "headers", "why"),
    [
        ({"token": "forged"}, None, "token"),
        ({"token": ""}, None, "token"),
        ({"website": "https://pills.example"}, None, "trap"),
        ({}, {"Sec-Fetch-Site": "cross-site"}, "elsewhere"),
    ],
)
def test_what_no_person_sends_is_counted_and_stored_nowhere(client, article, typed, headers, why):
    response = post(client, article, headers=headers, **typed)

    assert response.content.count(b"two") > 0
    assert list(Dropped.objects.values_list("why", "number")) == [(why, 1)]
    assert (Comment.objects.count(), Flow.objects.count()) == (0, 0)


@pytest.mark.parametrize("typed", [{"comment": ""}, {"name": ""}, {"comment": "x" * 5001}])
def test_what_a_person_gets_wrong_is_not_counted(client, article, typed):
    post(client, article, **typed)

    assert (Dropped.objects.count(), Flow.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_away_keeps_the_words_and_the_second_try_works(article):
    client = Client(raise_request_exception=False)
    end_this_connection()

    away = post(client, article)
    close_old_connections()
    back = post(client, article)

    assert (away.status_code, away["Retry-After"], back.status_code) == (503, "5", 303)
    assert away.content.decode().count("Line one\n  &lt;b&gt;two&lt;/b&gt;</textarea>") == 1
    assert Comment.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_correction_is_kept_through_an_outage_too(article):
    comment = make_comment("Teh words.", article=article)
    client, path = Client(raise_request_exception=False), f"/comments/{key_of(comment.public_id)}/correct/"
    typed = {"comment": "The words.", "name": "Mia", "seen": "1"}
    end_this_connection()

    away = client.post(path, typed)
    close_old_connections()
    html = away.content.decode()
    back = client.post(re.search(r'method="post" action="([^"]*)"', html)[1], typed)

    assert (away.status_code, away["Referrer-Policy"], back.status_code) == (503, "no-referrer", 303)
    assert (html.count("The words.</textarea>"), html.count('name="seen" value="1"')) == (1, 1)
    assert Comment.objects.get().body == "The words."


def test_a_cache_that_is_gone_stops_no_comment(client, article, settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "no_such_table"}
    }

    with pytest.raises(ProgrammingError), transaction.atomic():
        cache.get("anything")
    assert post(client, article).status_code == 303
