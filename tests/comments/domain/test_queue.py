"""The moderators' queue: its order, its lanes, what is found in it, and what a page of it costs."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from clinic_cms.roles import MODERATOR
from comments.domain import queue
from comments.domain.moderation import approve, decide
from comments.domain.parts import take_out
from comments.domain.posting import post_comment
from comments.domain.queue import Asked
from comments.domain.reporting import report
from comments.enums import Lane, Outcome, ReportReason
from comments.models import Comment
from tests.comment_factories import make_approved, make_comment
from tests.factories import make_live, make_live_article, make_person

pytestmark = pytest.mark.django_db

PHONE = "Call me on 303-555-0142 about it."
CRISIS = "I want to kill myself."


def bodies(asked: Asked = Asked(), **options) -> list[str]:  # noqa: B008  frozen
    return [comment.body for comment in queue.page(asked, **options).comments]


def test_the_most_urgent_lane_comes_first_and_in_a_lane_the_longest_wait():
    article = make_live_article()
    for words in ["First", PHONE, CRISIS, "Second"]:
        make_comment(words, article=article)

    assert bodies() == [CRISIS, PHONE, "First", "Second"]


def test_a_lane_shows_only_its_own():
    article = make_live_article()
    for words in ["First", PHONE]:
        make_comment(words, article=article)

    assert bodies(Asked(lane=Lane.PRIVACY)) == [PHONE]


def test_a_comment_that_readers_reported_waits_in_a_lane_of_its_own():
    report(make_approved("It is up."), ReportReason.WRONG)

    assert queue.counts() == {lane: int(lane == Lane.REPORTED) for lane in Lane}


def test_a_page_goes_on_where_the_one_before_ended_though_its_last_comment_was_decided():
    article, moderator = make_live_article(), make_person(MODERATOR)
    for number in range(5):
        post_comment(article, name="Mia", body=f"Number {number}")
    first = queue.page(Asked(), size=2)
    approve(first.comments[-1], by=moderator, seen=1)

    assert bodies(after=first.following, size=2) == ["Number 2", "Number 3"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(words="WALKED"), ["I walked a lot."]),
        (Asked(words="noah"), ["It rains."]),
        (Asked(words="sleeping well"), ["I walked a lot."]),
        (Asked(words="%"), []),
        (Asked(code="personal_data"), [PHONE]),
        (Asked(waiting=timedelta(days=1)), []),
        (Asked(lane=Lane.ROUTINE, words="call"), []),
    ],
)
def test_the_queue_is_searched_by_title_name_and_words_and_narrowed(asked, found):
    rain, sleep = make_live("Rain").article, make_live("Sleeping well").article
    make_comment("It rains.", "Noah", rain)
    make_comment(PHONE, "Ann", rain)
    make_comment("I walked a lot.", "Ann", sleep)

    assert bodies(asked) == found


def test_what_was_taken_out_is_not_found_by_guessing_it():
    comment, moderator = make_comment(PHONE), make_person(MODERATOR)
    take_out(comment, [], typed="303-555-0142", kind="phone", name=False, by=moderator, seen=1, after=0)

    assert bodies(Asked(words="303-555")) == []


def test_the_comments_for_which_a_second_opinion_was_asked_are_found_until_it_is_given():
    comment = make_comment()
    asked = decide(comment, Outcome.SECOND_OPINION, by=make_person(MODERATOR), seen=1)
    found = bodies(Asked(second_opinion=True))
    approve(asked, by=make_person(MODERATOR), seen=2)

    assert (found, bodies(Asked(second_opinion=True))) == ([comment.body], [])


def test_a_search_looks_at_so_many_comments_and_goes_on_behind_them(monkeypatch):
    monkeypatch.setattr(queue, "MOST_LOOKED_AT", 3)
    article = make_live_article()
    for number in range(5):
        post_comment(article, name="Mia", body=f"Number {number}")

    page = queue.page(Asked(words="Number 4"))

    assert (page.comments, page.searched) == ([], True)
    assert bodies(Asked(words="Number 4"), after=page.following) == ["Number 4"]


@pytest.mark.parametrize("asked", [Asked(), Asked(lane=Lane.ROUTINE)])
def test_a_page_is_read_from_the_index_of_what_waits(asked):
    comment = make_comment()
    key = (Lane.ROUTINE.value, timezone.now() - timedelta(days=1), comment.pk)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off")
    waiting = Comment.objects.queued()
    if asked.lane:
        waiting = waiting.filter(lane=asked.lane)

    plan = queue.behind(waiting, key)[:21].explain()

    assert plan.count("Index Scan using queued_comments") == 1
    assert plan.count("Sort") == 0


def test_the_lanes_are_counted_in_the_index_alone_whatever_the_planner_expects():
    # Tried: without its ORDER BY the planner reads the whole table for each lane in which nothing waits.
    comment = make_comment()
    fields = {"article": comment.article, "revision": comment.revision, "name": "Bot", "lane": Lane.LIKELY_SPAM}
    Comment.objects.bulk_create(Comment(body=f"Number {number}", **fields) for number in range(3_000))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE comments_comment")
        cursor.execute(f"EXPLAIN {queue.COUNTS}", [1_000, [lane.value for lane in Lane]])
        plan = "\n".join(row[0] for row in cursor.fetchall())

    assert (plan.count("using queued_comments"), plan.count("Seq Scan")) == (1, 0)
    assert queue.counts()[Lane.LIKELY_SPAM] == 1_000
