"""Limits: what is counted, for whom, until when, and that nobody's address is kept."""

from datetime import UTC, datetime, timedelta
from functools import partial
from ipaddress import ip_address

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from comments.domain import floods
from comments.domain.floods import Limited, admit, admit_report, key_of, network_of
from comments.domain.posting import post_comment
from comments.enums import Lane
from comments.models import Comment, Dropped, Flow
from tests.comment_factories import make_comment
from tests.factories import make_live_article
from tests.races import race

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)  # in Denver
CRISIS = "I want to kill myself tonight."
SPAM = "Buy cheap viagra online without prescription, whatsapp me now"


def one(number=1, article=1, body="This helped me."):
    return admit(article, address=ip_address(f"198.18.{number}.7"), body=body)


def many(times, **options):
    """How many of so many comments were let in."""
    taken = 0
    for _each in range(times):
        try:
            one(**options)
            taken += 1
        except Limited:
            continue
    return taken


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


def test_one_network_posts_ten_comments_in_ten_minutes():
    assert many(12) == 10


def test_another_network_is_not_stopped_by_it():
    many(12)

    assert many(3, number=2) == 3


def test_neighbours_in_one_network_share_its_limit():
    for last in range(10):
        admit(1, address=ip_address(f"198.18.1.{last}"), body="Hello")

    with pytest.raises(Limited):
        admit(1, address=ip_address("198.18.1.200"), body="Hello")


def test_the_next_ten_minutes_are_new():
    many(12)

    with time_machine.travel(NOON + timedelta(minutes=10), tick=False):
        assert many(12) == 10


def test_one_network_posts_sixty_comments_a_day():
    taken = 0
    for at in range(8):
        with time_machine.travel(NOON + timedelta(minutes=10 * at), tick=False):
            taken += many(10)

    assert taken == 60


def test_an_article_takes_sixty_comments_in_ten_minutes_from_anywhere():
    assert sum(many(1, number=number) for number in range(70)) == 60
    assert many(1, number=99, article=2) == 1


def test_the_site_takes_three_hundred_comments_in_ten_minutes():
    assert sum(many(1, number=at % 250, article=at % 50) for at in range(320)) == 300


def test_what_was_refused_counts_nowhere():
    for number in range(70):
        many(1, number=number)

    assert dict(Flow.objects.filter(kind__in=["article", "all"]).values_list("kind", "number")) == {
        "article": 60,
        "all": 60,
    }
    assert Flow.objects.filter(kind="prefix").count() == 60


def test_the_reader_is_told_when_to_try_again_with_the_time_zone():
    many(10)

    with time_machine.travel(NOON + timedelta(minutes=4), tick=False):
        with pytest.raises(Limited) as limited:
            one()
        assert (limited.value.seconds, limited.value.time) == (360, "12:10 MST")
    assert limited.value.reason == (
        "A lot has come from your internet connection just now, and others may share it. "
        "Please try again after 12:10 MST."
    )


def test_another_day_is_told_with_its_date():
    with time_machine.travel(datetime(2026, 11, 20, 23, 0, tzinfo=UTC), tick=False):
        limited = Limited("spam", timezone.now() + timedelta(hours=20))

        assert limited.time == "21 November, 12:00 MST"


def test_words_of_a_crisis_are_stopped_by_no_limit_that_others_use_up():
    for number in range(60):
        many(1, number=number)

    assert many(1, number=200, body=CRISIS) == 1
    assert many(1, number=201) == 0


def test_words_of_a_crisis_are_stopped_by_their_own_networks_limit_and_help_is_shown():
    many(10)

    with pytest.raises(Limited) as limited:
        one(body=CRISIS)

    assert (limited.value.crisis, limited.value.own) == ({"self"}, True)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "192.168.1.9", "172.20.0.1", "::1", "fd00::1", "fe80::1"])
def test_an_address_behind_which_everybody_stands_has_no_limit_of_its_own(address):
    for _each in range(20):
        admit(1, address=ip_address(address), body="Hello")

    assert sorted(Flow.objects.values_list("kind", flat=True)) == ["all", "article"]


def test_an_address_that_cannot_be_read_is_stopped_by_the_shared_limits_only():
    for _each in range(60):
        admit(1, address=None, body="Hello")

    with pytest.raises(Limited):
        admit(1, address=None, body="Hello")


@pytest.mark.parametrize(
    ("address", "network"),
    [("198.18.7.9", "198.18.7.0/24"), ("2001:db8:7:8::9", "2001:db8:7::/48"), ("127.0.0.1", "")],
)
def test_a_network_is_a_part_of_the_address(address, network):
    assert network_of(ip_address(address)) == network


def test_a_network_has_another_key_every_day_and_under_another_secret(settings):
    today, tomorrow = key_of("198.18.7.0/24", NOON), key_of("198.18.7.0/24", NOON + timedelta(days=1))
    settings.SECRET_KEY = "another-secret-0123456789-abcdefghijklmnopqrstuvwxyz"

    assert (len(today), len({today, tomorrow, key_of("198.18.7.0/24", NOON)})) == (24, 3)


def test_no_window_reaches_over_midnight():
    for at in (datetime(2026, 11, 20, 23, 59, 59, tzinfo=UTC), datetime(2026, 11, 21, tzinfo=UTC)):
        with time_machine.travel(at, tick=False):
            one()

    days = {flow.window.date() for flow in Flow.objects.filter(kind="prefix")}
    assert len(days) == Flow.objects.filter(kind="prefix").count() == 2


def test_nobodys_address_stands_in_any_table():
    admit(1, address=ip_address("198.18.77.9"), body="Hello")
    admit_report(address=ip_address("198.18.77.9"))
    floods.dropped("trap")

    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}" AS row WHERE row::text ~ %s', [r"198\.18\.77"])
            assert (table, cursor.fetchone()[0]) == (table, 0)
    assert len(tables) > 50


def test_reports_have_limits_of_their_own():
    for _each in range(10):
        admit_report(address=ip_address("198.18.1.7"))

    with pytest.raises(Limited):
        admit_report(address=ip_address("198.18.1.7"))
    assert many(12) == 10


def test_what_was_dropped_is_counted_by_day_and_reason():
    for why in ("trap", "token", "trap"):
        floods.dropped(why)

    assert list(Dropped.objects.values_list("day", "why", "number")) == [
        (timezone.localdate(), "token", 1),
        (timezone.localdate(), "trap", 2),
    ]


def test_likely_spam_is_refused_where_as_much_waits_as_anybody_looks_through(monkeypatch):
    monkeypatch.setattr(floods, "MOST_LIKELY_SPAM_OF_AN_ARTICLE", 2)
    article, other = make_live_article(), make_live_article("Another")
    for number in range(2):
        make_comment(f"{SPAM} {number}", article=article)

    with pytest.raises(Limited) as limited:
        make_comment(f"{SPAM} 3", article=article)

    assert (limited.value.why, Comment.objects.filter(lane=Lane.LIKELY_SPAM).count()) == ("spam", 2)
    assert make_comment(f"{SPAM} 4", article=other).lane == Lane.LIKELY_SPAM
    assert make_comment("I sleep better now.", article=article).lane == Lane.ROUTINE
    assert make_comment(CRISIS, article=article).lane == Lane.CRISIS


def test_likely_spam_of_all_articles_together_has_a_limit_too(monkeypatch):
    monkeypatch.setattr(floods, "MOST_LIKELY_SPAM", 2)
    for number in range(2):
        make_comment(SPAM, article=make_live_article(f"Article {number}"))

    with pytest.raises(Limited):
        make_comment(SPAM, article=make_live_article("One more"))


@pytest.mark.django_db(transaction=True)
def test_no_count_is_lost_when_comments_come_at_the_same_moment():
    outcomes = race(*(partial(one, at % 4) for at in range(24)))

    assert {type(outcome) for outcome in outcomes} == {type(None)}
    assert dict(Flow.objects.filter(kind__in=["article", "all"]).values_list("kind", "number")) == {
        "article": 24,
        "all": 24,
    }
    assert set(Flow.objects.filter(kind="prefix").values_list("number", flat=True)) == {6}


@pytest.mark.django_db(transaction=True)
def test_a_limit_holds_when_comments_come_at_the_same_moment():
    outcomes = race(*(one for _each in range(24)))

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Limited"] * 14 + ["NoneType"] * 10


@pytest.mark.django_db(transaction=True)
def test_the_room_for_likely_spam_holds_when_comments_come_at_the_same_moment(monkeypatch):
    monkeypatch.setattr(floods, "MOST_LIKELY_SPAM_OF_AN_ARTICLE", 5)
    article = make_live_article()

    outcomes = race(*(partial(post_comment, article, name="Max", body=f"{SPAM} {at}") for at in range(12)))

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Comment"] * 5 + ["Limited"] * 7
    assert Comment.objects.count() == 5


def test_a_window_that_is_full_is_asked_about_once(django_assert_num_queries):
    assert many(11) == 10

    with django_assert_num_queries(0):
        assert many(3) == 0
    with time_machine.travel(NOON + floods.WHILE, tick=False):
        assert many(1) == 1


def test_what_is_known_to_be_full_has_a_bound(monkeypatch):
    monkeypatch.setattr(floods, "MOST_KNOWN", 2)

    for number in range(3):
        many(11, number=number)
    assert len(floods._known_full) <= 2
