from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.domain import coming_down, publishing, reviewing
from articles.domain.due import do_what_is_due
from articles.enums import Action, Status
from articles.models import Article, PlannedWithdrawal
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.factories import (
    give_sign_offs,
    make_draft,
    make_live,
    make_person,
    make_plan,
    make_scheduled,
    make_signed_off,
    make_update,
    make_withdrawn,
)

pytestmark = pytest.mark.django_db


def plan(revision, *, minutes=60, seen="none", **typed):
    at = timezone.now() + timedelta(minutes=minutes)
    given = {"by": None, "note": "The trial ends.", **typed}
    given["by"] = given["by"] or make_person(PUBLISHER)
    return coming_down.plan_withdrawal(revision, seen=seen, at=at, **given)


def refusal_of(verb, *arguments, **typed):
    with pytest.raises(Refusal) as refused:
        verb(*arguments, **typed)
    return refused.value.reason


def after(minutes):
    return time_machine.travel(timezone.now() + timedelta(minutes=minutes))


@pytest.mark.parametrize("make", [make_live, make_signed_off, make_scheduled])
def test_a_publisher_plans_when_the_words_come_down(make):
    planned = plan(make(), minutes=90, notice="The trial has ended.")

    assert coming_down.open_plan(planned.article) == planned
    assert (planned.reason, planned.notice) == ("The trial ends.", "The trial has ended.")


@pytest.mark.parametrize("make", [make_draft, make_withdrawn])
def test_nothing_is_planned_for_words_that_are_on_no_way_to_readers(make):
    reason = refusal_of(plan, make())

    assert reason == "Only words that are live, signed off or scheduled can be planned to come down."


@pytest.mark.parametrize("role", [EDITOR, CLINICIAN])
def test_only_a_publisher_plans_and_cancels(role):
    live, somebody = make_live(), make_person(role)
    planned = make_plan(live)

    reasons = {
        refusal_of(plan, live, by=somebody, seen=str(planned.pk)),
        refusal_of(coming_down.cancel_plan, planned, by=somebody),
    }

    assert reasons == {"Only a publisher can change when words come down."}


def test_a_plan_needs_a_reason():
    assert refusal_of(plan, make_live(), note=" \n") == "Please say why. The note is kept with the article for ever."


@pytest.mark.parametrize(("minutes", "sentence"), [
    (-1, "Choose a moment in the future."),
    (60 * 24 * 740, "That is more than two years away. Please check the year."),
])  # fmt: skip
def test_a_plan_lies_ahead_and_within_two_years(minutes, sentence):
    assert refusal_of(plan, make_live(), minutes=minutes) == sentence


@time_machine.travel("2026-12-01 12:00Z", tick=False)
def test_words_are_not_planned_to_come_down_before_they_go_live():
    scheduled = make_scheduled(minutes=60)

    reason = refusal_of(plan, scheduled, minutes=60)

    assert reason == "These words go live on 1 December 2026, 06:00 MST. Choose a moment after that."


@time_machine.travel("2026-12-01 12:00Z", tick=False)
def test_words_are_not_scheduled_for_after_they_come_down():
    revision = make_signed_off()
    make_plan(revision, minutes=60)
    at = timezone.now() + timedelta(minutes=60)

    reason = refusal_of(publishing.schedule, revision, by=make_person(PUBLISHER), seen=revision.state_token, at=at)

    assert reason == (
        "These words are planned to come down on 1 December 2026, 06:00 MST. Choose a moment before that."
    )


def test_the_clock_takes_the_words_down_with_the_reason_and_the_notice_that_were_planned():
    live = make_live()
    planned = plan(live, minutes=60, notice="The trial has ended.")

    with after(61):
        done = do_what_is_due()

    planned.refresh_from_db()
    last = live.transitions.first()
    assert [revision.pk for revision in done.withdrawn] == [live.pk]
    assert (last.sentence, last.note, last.notice) == (
        "The clock withdrew it", "The trial ends.", "The trial has ended.",
    )  # fmt: skip
    assert (planned.done_at is not None, Article.objects.live().count()) == (True, 0)


def test_what_is_not_due_stays_up():
    make_plan(make_live(), minutes=60)

    with after(59):
        done = do_what_is_due()

    assert (done.withdrawn, Article.objects.live().count()) == ([], 1)


def test_a_plan_belongs_to_the_article_so_newer_words_come_down_too():
    live = make_live()
    make_plan(live, minutes=60)
    draft = make_update(live, summary="Newer words.")
    newer = publish_now(draft)

    with after(61):
        done = do_what_is_due()

    assert [revision.pk for revision in done.withdrawn] == [newer.pk]


def publish_now(draft):
    submitted = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)
    signed = give_sign_offs(submitted)
    return publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)


def test_a_plan_is_changed_in_one_act_and_the_earlier_one_is_kept():
    live, publisher = make_live(), make_person(PUBLISHER)
    first = plan(live, minutes=60)

    second = plan(live, minutes=120, seen=str(first.pk), by=publisher)

    first.refresh_from_db()
    assert (first.cancelled_by, first.done_at) == (publisher, None)
    assert list(PlannedWithdrawal.objects.open()) == [second]


@time_machine.travel("2026-12-01 12:00Z", tick=False)
def test_of_two_publishers_who_plan_from_the_same_page_the_second_reads_what_the_first_planned():
    live, ines = make_live(), make_person(PUBLISHER, full_name="Ines Moreau")
    plan(live, minutes=60, by=ines)

    with pytest.raises(StaleRefusal) as refused:
        plan(live, minutes=120)

    assert refused.value.reason == (
        "Ines Moreau has planned meanwhile that these words come down on 1 December 2026, 06:00 MST."
    )


def test_a_plan_that_was_cancelled_meanwhile_is_not_changed():
    live = make_live()
    planned = make_plan(live)
    coming_down.cancel_plan(planned, by=make_person(PUBLISHER))

    reason = refusal_of(plan, live, seen=str(planned.pk))

    assert reason == "The plan that you saw has ended meanwhile. Look at the article again."


def test_a_cancelled_plan_takes_nothing_down_and_is_not_cancelled_twice():
    planned, publisher = make_plan(make_live(), minutes=60), make_person(PUBLISHER, full_name="Ines Moreau")

    coming_down.cancel_plan(planned, by=publisher)

    with after(61):
        assert do_what_is_due().withdrawn == []
    reason = refusal_of(coming_down.cancel_plan, planned, by=publisher)
    assert reason.startswith("Ines Moreau cancelled this plan on ")


def test_withdrawing_by_hand_closes_the_plan():
    live = make_live()
    planned = make_plan(live)

    publishing.withdraw(live, by=make_person(CLINICIAN), seen=live.state_token, note="Wrong dose.")

    planned.refresh_from_db()
    assert (planned.done_at is not None, coming_down.open_plan(planned.article)) == (True, None)


def test_a_person_does_what_was_planned_at_once():
    planned, doctor = make_plan(make_live(), note="The trial ends."), make_person(CLINICIAN)

    gone = coming_down.withdraw_as_planned(planned, by=doctor)

    last = gone.transitions.first()
    assert (gone.status, last.by, last.note) == (Status.WITHDRAWN, doctor, "The trial ends.")


def test_an_editor_does_not():
    planned = make_plan(make_live())

    reason = refusal_of(coming_down.withdraw_as_planned, planned, by=make_person(EDITOR))

    assert reason == "Only a publisher or a clinician can withdraw an article."


def test_the_clock_does_not_act_before_the_moment():
    planned = make_plan(make_live(), minutes=60)

    assert refusal_of(coming_down.withdraw_as_planned, planned, by=None) == "The moment of this plan has not come yet."


def test_words_whose_end_has_passed_do_not_go_live_until_the_plan_is_changed():
    signed = make_signed_off()
    make_plan(signed, minutes=60)

    with after(61):
        sentence = refusal_of(publishing.publish, signed, by=make_person(PUBLISHER), seen=signed.state_token)

    assert sentence.startswith("These words were planned to come down on ")
    assert Article.objects.live().count() == 0


def test_a_clock_that_comes_late_does_both_in_their_order():
    scheduled = make_scheduled(minutes=60)
    make_plan(scheduled, minutes=90)

    with after(120):
        done = do_what_is_due()

    actions = list(scheduled.transitions.values_list("action", flat=True)[:2])
    assert (actions, done.failed, done.left_up) == ([Action.WITHDRAW, Action.PUBLISH], [], [])
