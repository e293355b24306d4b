"""Readers are counted, by day and by the site they came from; never who, and no site that only a few came from."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone

from articles.domain import counting
from articles.models import ReadCount
from tests.factories import make_live_article, make_withdrawn

pytestmark = pytest.mark.django_db

BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}


def read(client, article, times=1, **headers):
    for _each in range(times):
        client.get(article.get_absolute_url(), headers=BROWSER | headers)


def counted():
    counting.flush()
    return list(ReadCount.objects.values_list("host", "number"))


def test_readers_are_counted_by_day_and_by_the_site_they_came_from(client):
    article = make_live_article()
    read(client, article, 2)
    read(client, article, 3, Referer="https://www.Example.org/forum?user=ann")
    read(client, article, Referer="http://testserver/articles/")
    first = counted()
    read(client, article)

    assert first == [("", 6), ("example.org", 3)]
    assert counted() == [("", 7), ("example.org", 3)]


def test_nothing_is_written_while_a_page_is_read(client, django_assert_num_queries):
    article = make_live_article()

    with django_assert_num_queries(4):
        read(client, article)
    assert ReadCount.objects.count() == 0


def test_what_waited_long_enough_is_written(client, settings):
    settings.COUNT_READERS_EVERY = 0
    article = make_live_article()

    read(client, article)

    assert list(ReadCount.objects.values_list("article", "day", "number")) == [(article.pk, timezone.localdate(), 1)]


def test_nobody_is_kept_from_reading_because_counting_failed(client, settings):
    settings.COUNT_READERS_EVERY = 0
    article = make_live_article()
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("ALTER TABLE articles_readcount RENAME TO articles_readcount_away")
        counting.count(article.pk, referrer="", own_host="x")
        transaction.set_rollback(True)

    assert client.get(article.get_absolute_url(), headers=BROWSER).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Googlebot/2.1"}, {"User-Agent": "curl/8.5"}, {"User-Agent": ""},
        {"Sec-Purpose": "prefetch;prerender"}, {"Purpose": "prefetch"},
    ],
)  # fmt: skip
def test_machines_and_pages_that_nobody_asked_for_are_not_counted(client, headers):
    read(client, make_live_article(), **headers)

    assert counted() == []


def test_neither_head_nor_what_is_gone_is_counted(client):
    client.head(make_live_article().get_absolute_url(), headers=BROWSER)
    read(client, make_withdrawn("Gone").article)

    assert counted() == []


@pytest.mark.parametrize(
    ("referrer", "host"),
    [
        ("https://news.example.com/a?b=c#d", "news.example.com"), ("https://www.example.com:8443/", "example.com"),
        ("https://clinic.example/x", ""), ("https://www.clinic.example/", ""), ("", ""), ("javascript:alert(1)", ""),
        ("android-app://com.example", ""), ("https://localhost/", ""), ("https://[bad", ""), ("https://ä.example/", ""),
        (f"https://{'a' * 120}.example/", ""), ("https://user:pw@example.net/", "example.net"),
    ],
)  # fmt: skip
def test_of_a_referrer_only_the_site_is_kept(referrer, host):
    assert counting.host_of(referrer, "clinic.example") == host


def test_a_site_that_few_came_from_is_forgotten_the_day_after(client):
    article = make_live_article()
    read(client, article, 4, Referer="https://few.example/")
    read(client, article, 5, Referer="https://many.example/")
    counting.flush()
    today = timezone.localdate()

    assert counting.hosts(article, 30) == [("many.example", 5)]
    assert (counting.forget_hosts_of_few(today), counting.forget_hosts_of_few(today + timedelta(days=1))) == (0, 1)
    assert counted() == [("", 9), ("many.example", 5)]


def test_made_up_sites_fill_no_table(client, monkeypatch):
    monkeypatch.setattr(counting, "MOST_HOSTS", 3)
    article = make_live_article()

    for number in range(6):
        read(client, article, Referer=f"https://made-up-{number}.example/")

    assert [number for host, number in counted() if not host] == [6]
    assert ReadCount.objects.exclude(host="").count() == 3


def test_every_day_is_told_the_quiet_ones_too(client):
    with time_machine.travel(datetime(2026, 11, 18, 19, 0, tzinfo=UTC), tick=False):
        article = make_live_article()
        read(client, article, 2)
        counting.flush()
    with time_machine.travel(datetime(2026, 11, 20, 19, 0, tzinfo=UTC), tick=False):
        read(client, article)
        counting.flush()

        assert [number for _day, number in counting.by_day(article, 4)] == [0, 2, 0, 1]
