"""The clock's round: what stops one article does not stop another, nothing is lost, and two clocks are one."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from articles.domain import coming_down, publishing, reviewing
from articles.domain.due import do_what_is_due
from articles.enums import Action, Status
from articles.models import FailedAttempt, Notice, Revision, Transition
from clinic_cms.models import User
from clinic_cms.roles import EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal
from tests.factories import (
    give_sign_offs,
    make_live,
    make_person,
    make_plan,
    make_scheduled,
    make_signed_off,
    make_update,
)
from tests.races import race

WRONG = "Something went wrong here. An administrator finds it in the log."
REFUSED = "The database refused this. An administrator finds out why in the log."


def after(minutes):
    return time_machine.travel(timezone.now() + timedelta(minutes=minutes))


def breaks_the_byline(revision):
    User.objects.filter(pk=revision.author_id).update(job_title="")


def mends_the_byline(revision):
    User.objects.filter(pk=revision.author_id).update(job_title="Health writer")


def run(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


@contextmanager
def a_database_that_refuses(column, value):
    """A trigger that stops exactly one row, as a mistake in the database would."""
    run(
        "CREATE FUNCTION stop_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF NEW.{column} = {value} AND NEW.status IN ('published', 'withdrawn') THEN RAISE EXCEPTION 'no'; END IF;"
        " RETURN NEW; END $$;"
        "CREATE TRIGGER stop_one BEFORE UPDATE ON articles_revision FOR EACH ROW EXECUTE FUNCTION stop_one()"
    )
    yield
    run("DROP TRIGGER stop_one ON articles_revision; DROP FUNCTION stop_one()")


@pytest.mark.django_db
def test_two_of_three_go_live_the_third_keeps_its_moment_and_its_reason_and_somebody_is_told():
    first, broken, last = (make_scheduled(title, minutes=5) for title in ("First", "Broken", "Last"))
    breaks_the_byline(broken)

    with after(10):
        done = do_what_is_due()

    broken.refresh_from_db()
    told = Notice.objects.filter(heading="Could not be published: Broken").values_list("person", flat=True)
    assert [each.pk for each in done.published] == [first.pk, last.pk]
    assert (broken.status, broken.schedule_attempts) == (Status.SCHEDULED, 1)
    assert broken.schedule_failure.startswith("The byline needs a role.")
    assert set(told) == set(User.objects.filter(groups__name=PUBLISHER).values_list("pk", flat=True))


@pytest.mark.django_db
def test_every_failed_publication_leaves_every_schedule_untouched():
    revisions = [make_scheduled(f"Article {number}", minutes=5) for number in range(3)]
    moments = [revision.publish_at for revision in revisions]
    for revision in revisions:
        breaks_the_byline(revision)

    with after(10):
        do_what_is_due()

    kept = Revision.objects.filter(status=Status.SCHEDULED).order_by("pk").values_list("publish_at", flat=True)
    assert list(kept) == moments


@pytest.mark.django_db
def test_what_failed_is_tried_again_in_every_round_and_goes_live_when_it_can():
    revision = make_scheduled(minutes=5)
    breaks_the_byline(revision)
    with after(10):
        for _round in range(3):
            do_what_is_due()
        revision.refresh_from_db()
        assert revision.schedule_attempts == 3
        mends_the_byline(revision)

        done = do_what_is_due()

    revision.refresh_from_db()
    assert [each.pk for each in done.published] == [revision.pk]
    assert (revision.schedule_failure, revision.schedule_attempts, revision.schedule_tried_at) == ("", 0, None)


@pytest.mark.django_db
def test_a_reason_is_written_down_and_told_once_and_stays_after_it_was_put_right():
    revision = make_scheduled(minutes=5)
    breaks_the_byline(revision)
    with after(10):
        for _round in range(3):
            do_what_is_due()
        mends_the_byline(revision)
        do_what_is_due()

    attempt = FailedAttempt.objects.get()
    assert (attempt.revision, attempt.due_at) == (revision, revision.publish_at)
    assert attempt.reason.startswith("The byline needs a role.")


@pytest.mark.django_db
@pytest.mark.parametrize("make", ["publication", "withdrawal"])
def test_a_refusal_of_the_database_stops_one_article_and_no_other(make, caplog):
    if make == "publication":
        broken, fine = make_scheduled("Broken", minutes=5), make_scheduled("Fine", minutes=5)
    else:
        broken, fine = make_live("Broken"), make_live("Fine")
        make_plan(broken, minutes=5)
        make_plan(fine, minutes=5)

    with after(10), a_database_that_refuses("id", broken.pk):
        done = do_what_is_due()

    assert [each.pk for each in done.published + done.withdrawn] == [fine.pk]
    assert FailedAttempt.objects.get().reason == REFUSED
    assert [record.exc_info is not None for record in caplog.records if record.name == "articles.domain.due"] == [True]


@pytest.mark.django_db(transaction=True)
def test_a_mistake_of_ours_in_one_article_stops_no_other():
    """A scheduled revision without its review can't come about, so nothing foresees it."""
    broken, fine = make_scheduled("Broken", minutes=5), make_scheduled("Fine", minutes=5)
    run(
        "SET LOCAL session_replication_role = replica;"
        f"DELETE FROM articles_signoff WHERE review_id = {broken.review.pk};"
        f"DELETE FROM articles_review WHERE id = {broken.review.pk};"
        "SET LOCAL session_replication_role = DEFAULT"
    )

    with after(10):
        done = do_what_is_due()

    broken.refresh_from_db()
    assert ([each.pk for each in done.published], broken.schedule_failure) == ([fine.pk], WRONG)


@pytest.mark.django_db
def test_a_plan_for_words_that_never_went_live_waits_for_a_persons_decision():
    signed = make_signed_off()
    planned = make_plan(signed, minutes=5)

    with after(10):
        for _round in range(2):
            do_what_is_due()

    planned.refresh_from_db()
    assert (planned.attempts, planned.failure, planned.done_at) == (
        2, "No words of this article are live, so none can come down. Cancel the plan or change it.", None,
    )  # fmt: skip
    assert FailedAttempt.objects.filter(plan=planned).count() == 1


@pytest.mark.django_db
def test_publishers_are_told_once_that_words_are_still_up():
    live = make_live()
    planned = make_plan(live, minutes=5, by=make_person(PUBLISHER, name="chief"))

    with after(10), a_database_that_refuses("id", live.pk):
        for _round in range(3):
            do_what_is_due()

    told = Notice.objects.filter(heading="Could not come down: Walking and mood").values_list("sentence", flat=True)
    planned.refresh_from_db()
    sentence = f"“Walking and mood” should have come down by now, but could not: {REFUSED}"
    assert list(told) == [sentence] * User.objects.filter(groups__name=PUBLISHER).count()
    assert (planned.attempts, live.transitions.filter(action=Action.WITHDRAW).count()) == (3, 0)


@pytest.mark.django_db
def test_old_words_come_down_before_newer_ones_go_live_at_the_same_moment():
    with time_machine.travel("2026-12-01 12:00Z", tick=False):
        live = make_live()
        newer = signed_update(live)
        at = timezone.now() + timedelta(minutes=5)
        publishing.schedule(newer, by=make_person(PUBLISHER), seen=newer.state_token, at=at)
        make_plan(live, minutes=5)

    with time_machine.travel("2026-12-01 12:10Z"):
        done = do_what_is_due()

    assert ([each.pk for each in done.withdrawn], [each.pk for each in done.published]) == ([live.pk], [newer.pk])


def signed_update(live):
    draft = make_update(live, summary="Newer words.")
    return give_sign_offs(reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token))


@pytest.mark.django_db
def test_a_moment_is_changed_in_one_act_and_recorded():
    revision, later = make_scheduled(minutes=5), timezone.now() + timedelta(hours=3)

    changed = publishing.schedule(revision, by=make_person(PUBLISHER), seen=revision.state_token, at=later)

    assert (changed.publish_at, changed.status) == (later, Status.SCHEDULED)
    assert changed.transitions.filter(action=Action.SCHEDULE).count() == 2
    with after(10):
        assert do_what_is_due().published == []


@pytest.mark.django_db
def test_a_moment_that_somebody_changed_meanwhile_is_not_changed_again_from_the_old_page():
    revision = make_scheduled(minutes=5)
    seen, at = revision.state_token, timezone.now() + timedelta(hours=3)
    publishing.schedule(revision, by=make_person(PUBLISHER, full_name="Ines Moreau"), seen=seen, at=at)

    with pytest.raises(Refusal) as refused:
        publishing.schedule(revision, by=make_person(PUBLISHER), seen=seen, at=at + timedelta(hours=1))

    assert refused.value.reason.startswith("Ines Moreau scheduled it on ")


@pytest.mark.django_db
def test_the_clock_does_not_publish_what_was_put_off_while_it_looked():
    revision = make_scheduled(minutes=5)
    seen = revision.state_token
    at = timezone.now() + timedelta(hours=3)
    publishing.schedule(revision, by=make_person(PUBLISHER), seen=seen, at=at)

    with after(10), pytest.raises(Refusal):
        publishing.publish(revision, by=None, seen=seen)

    revision.refresh_from_db()
    assert revision.status == Status.SCHEDULED


@pytest.mark.django_db
def test_a_reopened_revision_keeps_no_failure():
    revision = make_scheduled(minutes=5)
    breaks_the_byline(revision)
    with after(10):
        do_what_is_due()
        revision.refresh_from_db()

        reviewing.reopen(revision, by=make_person(EDITOR), seen=revision.state_token, note="The byline.")

    revision.refresh_from_db()
    assert (revision.schedule_failure, revision.schedule_attempts) == ("", 0)


@pytest.mark.django_db(transaction=True)
def test_two_clocks_at_once_publish_and_withdraw_once():
    scheduled, live = make_scheduled(minutes=5), make_live("Live")
    make_plan(live, minutes=5)
    moment = timezone.now() + timedelta(minutes=10)

    with time_machine.travel(moment):
        rounds = race(do_what_is_due, do_what_is_due)

    assert sum(len(each.published) for each in rounds) == sum(len(each.withdrawn) for each in rounds) == 1
    assert [each.failed + each.left_up for each in rounds] == [[], []]
    actions = Transition.objects.filter(by=None).order_by("action").values_list("action", "revision_id")
    assert list(actions) == [(Action.PUBLISH, scheduled.pk), (Action.WITHDRAW, live.pk)]


@pytest.mark.django_db(transaction=True)
def test_two_clocks_at_once_write_one_failure_down():
    revision = make_scheduled(minutes=5)
    breaks_the_byline(revision)

    with time_machine.travel(timezone.now() + timedelta(minutes=10)):
        race(do_what_is_due, do_what_is_due)

    revision.refresh_from_db()
    assert (FailedAttempt.objects.count(), revision.schedule_attempts) == (1, 2)


@pytest.mark.django_db(transaction=True)
def test_the_clock_and_a_publisher_who_cancels_at_once_leave_one_of_them():
    live = make_live()
    planned, publisher = make_plan(live, minutes=5), make_person(PUBLISHER)

    with time_machine.travel(timezone.now() + timedelta(minutes=10)):
        _round, cancelled = race(do_what_is_due, lambda: coming_down.cancel_plan(planned, by=publisher))

    planned.refresh_from_db()
    live.refresh_from_db()
    ended = (live.status, planned.cancelled_at is None, isinstance(cancelled, Refusal))
    assert ended in {(Status.WITHDRAWN, True, True), (Status.PUBLISHED, False, False)}
