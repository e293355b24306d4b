from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from articles.domain import publishing, reviewing
from articles.domain.due import do_what_is_due
from articles.domain.reports import (
    Month,
    Period,
    Waiting,
    failures,
    overdue_review_dates,
    throughput,
    time_in_steps,
    waiting_now,
    withdrawals,
)
from articles.enums import SignOffKind, Status
from articles.models import Revision
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.factories import (
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_plan,
    make_scheduled,
    make_signed_off,
    make_withdrawn,
    sign,
)

pytestmark = pytest.mark.django_db

MARCH = Period(date(2026, 3, 1), date(2026, 3, 1))
SPRING = Period(date(2026, 2, 1), date(2026, 4, 1))


def at(day, hour=18):
    return time_machine.travel(datetime(2026, 3, day, hour, tzinfo=UTC), tick=False)


def walk(title, *, draft, submitted, editorial, clinical, live):
    """Take an article to its readers, each step on a day of March."""
    with at(draft):
        revision = make_draft(title)
    with at(submitted):
        revision = reviewing.submit(revision, by=revision.saved_by, seen=revision.state_token)
    signers = {SignOffKind.EDITORIAL: (editorial, EDITOR), SignOffKind.CLINICAL: (clinical, CLINICIAN)}
    for kind, (day, role) in sorted(signers.items(), key=lambda each: each[1][0]):
        with at(day):
            revision = sign(revision, kind, make_person(role))
    with at(live):
        return publishing.publish(revision, by=make_person(PUBLISHER), seen=revision.state_token)


def days(period):
    return {each.way: (each.count, each.median, each.most) for each in time_in_steps(period)}


def test_the_time_in_each_step_is_the_median_and_what_nine_in_ten_took():
    walk("A", draft=1, submitted=2, editorial=3, clinical=6, live=7)
    walk("B", draft=1, submitted=4, editorial=6, clinical=5, live=9)

    found = {way: (count, round(median, 3), round(most, 3)) for way, (count, median, most) in days(MARCH).items()}

    assert found == {
        "writing": (2, 2.0, 2.8),
        "editorial": (2, 1.5, 1.9),
        "clinical": (2, 2.5, 3.7),
        "going_live": (2, 2.0, 2.8),
        "all": (2, 7.0, 7.8),
    }


def test_a_step_belongs_to_the_month_in_which_it_ended():
    walk("A", draft=1, submitted=2, editorial=3, clinical=6, live=7)

    assert set(days(Period(date(2026, 2, 1), date(2026, 2, 1))).values()) == {(0, None, None)}


def test_a_month_ends_at_midnight_in_the_clinic():
    with time_machine.travel(datetime(2026, 4, 1, 5, 59, 59, tzinfo=UTC), tick=False):
        make_live("The last second of March in Denver")
    with time_machine.travel(datetime(2026, 4, 1, 6, 0, tzinfo=UTC), tick=False):
        make_live("The first of April")

    counts = [(each.month, each.published) for each in throughput(SPRING)]

    assert counts == [(date(2026, 2, 1), 0), (date(2026, 3, 1), 1), (date(2026, 4, 1), 1)]
    assert days(MARCH)["all"][0] == 1


def test_what_was_done_each_month_is_counted_by_step():
    with at(5):
        make_in_review("In review")
        make_signed_off("Signed off")
        make_live("Live")
        make_withdrawn("Withdrawn")

    assert throughput(MARCH) == [Month(date(2026, 3, 1), submitted=4, signed_off=3, published=2, withdrawn=1)]


def test_months_without_anything_are_there():
    assert throughput(SPRING) == [Month(date(2026, 2, 1)), Month(date(2026, 3, 1)), Month(date(2026, 4, 1))]


def test_what_waits_now_is_counted_with_its_longest_wait():
    with at(5):
        first = make_in_review("First")
        draft = make_draft("Draft")
    with at(6):
        make_in_review("Second")
        make_live("Live")

    assert waiting_now() == [
        Waiting(Status.DRAFT, 1, draft.created_at),
        Waiting(Status.IN_REVIEW, 2, first.review.requested_at),
        Waiting(Status.SIGNED_OFF, 0, None),
        Waiting(Status.SCHEDULED, 0, None),
    ]


def test_what_could_not_go_live_or_come_down_is_listed_the_oldest_moment_first():
    signed = make_signed_off("Never went live")
    plan = make_plan(signed, minutes=5)
    failed, _fine = make_scheduled("Failed"), make_scheduled("Fine")
    failed.author.job_title = ""
    failed.author.save()
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=2)):
        do_what_is_due()

    no_job = "The byline needs a role. Ask an administrator to fill in the author's role at the clinic."
    nothing_live = "No words of this article are live, so none can come down. Cancel the plan or change it."
    assert list(failures()) == [
        ("Never went live", "comes_down", plan.at, nothing_live, signed.pk),
        ("Failed", "goes_live", failed.publish_at, no_job, failed.pk),
    ]


def test_live_words_are_overdue_from_the_day_after():
    with at(5):
        revision = make_live()
        make_withdrawn("Withdrawn")
    due = Revision.objects.get(pk=revision.pk).next_review_due

    assert list(overdue_review_dates(due)) == []
    assert list(overdue_review_dates(due + timedelta(days=1))) == [revision]


def test_what_was_withdrawn_is_listed_the_last_one_first():
    with at(5):
        first = make_withdrawn("First")
    with at(6):
        second = make_withdrawn("Second")
    make_withdrawn("Much later")

    assert [each.revision for each in withdrawals(MARCH)] == [second, first]


def test_a_clinic_that_has_just_opened_has_no_figures():
    assert set(days(MARCH).values()) == {(0, None, None)}
    assert [each.count for each in waiting_now()] == [0, 0, 0, 0]
