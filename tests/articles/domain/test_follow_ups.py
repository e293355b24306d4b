from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from articles.domain import follow_ups, publishing, reviewing
from articles.domain.due import do_what_is_due
from articles.enums import SignOffKind, Status
from articles.models import Confirmation, FollowUp
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal
from tests.factories import give_sign_offs, make_live, make_person, make_plan, make_update, make_withdrawn
from tests.notice_queue import run_the_queue, told
from tests.races import race

EDITORIAL, CLINICAL = SignOffKind.EDITORIAL, SignOffKind.CLINICAL


def withdraw(live, *, by=None):
    reason = "A source was retracted."
    return publishing.withdraw(live, by=by or make_person(PUBLISHER), seen=live.state_token, note=reason)


def update_of(live, *, scheduled=False):
    """An update of a live article that has all its sign-offs."""
    draft = make_update(live, summary="New words.")
    update = give_sign_offs(reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token))
    if not scheduled:
        return update
    tomorrow = timezone.now() + timedelta(days=1)
    return publishing.schedule(update, by=make_person(PUBLISHER), seen=update.state_token, at=tomorrow)


@pytest.fixture
def follow_up(db):
    return make_withdrawn().follow_ups.get()


@pytest.mark.django_db
def test_a_withdrawal_opens_a_follow_up_that_is_due_the_next_day_of_the_clinic():
    publisher = make_person(PUBLISHER)
    with time_machine.travel("2026-03-02 18:00Z"):
        withdraw(make_live(), by=publisher)

    follow_up = FollowUp.objects.get()
    assert (follow_up.due_on, follow_up.opened_by) == (date(2026, 3, 3), publisher)
    assert (follow_up.note, follow_up.missing) == ("A source was retracted.", [EDITORIAL, CLINICAL])


@pytest.mark.django_db
def test_it_is_closed_when_an_editor_and_a_clinician_have_said_what_they_found(follow_up):
    follow_ups.confirm(follow_up, EDITORIAL, by=make_person(EDITOR), note="Nobody saw the retraction.")
    assert FollowUp.objects.open().count() == 1

    follow_ups.confirm(follow_up, CLINICAL, by=make_person(CLINICIAN), note="No reader was at risk.")

    assert (FollowUp.objects.open().count(), FollowUp.objects.closed().count()) == (0, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "role", "sentence"), [
    (CLINICAL, EDITOR, "Only a clinician can close the clinical half."),
    (CLINICAL, ADMINISTRATOR, "Only a clinician can close the clinical half."),
    (EDITORIAL, CLINICIAN, "Only an editor or a publisher can close the editorial half."),
])  # fmt: skip
def test_each_half_is_closed_by_its_own_profession(follow_up, kind, role, sentence):
    with pytest.raises(Refusal) as refusal:
        follow_ups.confirm(follow_up, kind, by=make_person(role), note="Fine.")

    assert refusal.value.reason == sentence


@pytest.mark.django_db
def test_whoever_took_the_words_down_does_not_look_again(follow_up):
    with pytest.raises(Refusal) as refusal:
        follow_ups.confirm(follow_up, EDITORIAL, by=follow_up.opened_by, note="I was right.")

    assert refusal.value.reason == "You took these words down, so two other people look again at what happened."


@pytest.mark.django_db
def test_one_person_with_both_roles_closes_only_one_half(follow_up):
    both = make_person(EDITOR)
    both.groups.add(*make_person(CLINICIAN).groups.all())
    follow_ups.confirm(follow_up, EDITORIAL, by=both, note="Seen.")

    with pytest.raises(Refusal) as refusal:
        follow_ups.confirm(follow_up, CLINICAL, by=both, note="Seen again.")

    assert refusal.value.reason == "You have looked already. The other half has to be closed by somebody else."


@pytest.mark.django_db
def test_a_finding_is_written_down(follow_up):
    with pytest.raises(Refusal) as refusal:
        follow_ups.confirm(follow_up, EDITORIAL, by=make_person(EDITOR), note="  ")

    assert refusal.value.reason == "Please write what you found. It is kept for ever."


@pytest.mark.django_db(transaction=True)
def test_of_two_editors_at_once_exactly_one_closes_the_half():
    follow_up, editors = make_withdrawn().follow_ups.get(), [make_person(EDITOR), make_person(EDITOR)]

    outcomes = race(
        *[lambda each=each: follow_ups.confirm(follow_up, EDITORIAL, by=each, note="Seen.") for each in editors]
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Confirmation", "Refusal"]
    assert Confirmation.objects.count() == 1


@pytest.mark.django_db
def test_it_is_overdue_the_day_after_it_was_due(follow_up):
    due, later = follow_up.due_on, follow_up.due_on + timedelta(days=1)

    assert (FollowUp.objects.overdue(due).count(), FollowUp.objects.overdue(later).count()) == (0, 1)


@pytest.mark.django_db
def test_everybody_who_can_close_it_is_told_but_not_whoever_withdrew():
    live, publisher = make_live(), make_person(PUBLISHER, "withdrawer")
    make_person(CLINICIAN, "doc")
    run_the_queue()
    mail.outbox.clear()

    withdraw(live, by=publisher)
    run_the_queue()

    heading = "Please look again: Walking and mood"
    assert told(heading) == ["clinician3", "doc", "editor1", "editor2", "publisher4"]
    assert sorted(each.to[0] for each in mail.outbox if each.subject == heading) == [
        f"{name}@clinic.example" for name in told(heading)
    ]


@pytest.mark.django_db
def test_it_waits_for_those_who_can_close_what_is_still_open(follow_up):
    editor, doctor = make_person(EDITOR), make_person(CLINICIAN)
    follow_ups.confirm(follow_up, EDITORIAL, by=editor, note="Seen.")
    people = [make_person(EDITOR), doctor, follow_up.opened_by, make_person(ADMINISTRATOR)]
    waiting = [list(follow_ups.waiting_for(person)) for person in people]

    assert waiting == [[], [follow_up], [], []]


@pytest.mark.django_db
@pytest.mark.parametrize("role", [PUBLISHER, CLINICIAN])
def test_a_scheduled_update_of_withdrawn_words_is_taken_off_the_schedule(role):
    live, who = make_live(), make_person(role)
    update = update_of(live, scheduled=True)

    withdraw(live, by=who)

    update.refresh_from_db()
    last = update.transitions.first()
    assert (update.status, update.publish_at) == (Status.SIGNED_OFF, None)
    assert (last.action, last.by, last.note) == ("unschedule", who, "The words readers saw were withdrawn.")


@pytest.mark.django_db
def test_words_that_were_signed_off_before_the_withdrawal_do_not_go_live_after_it():
    live = make_live()
    update = update_of(live)
    with time_machine.travel("2030-03-02 18:00Z"):
        withdraw(live)

        with pytest.raises(Refusal) as refusal:
            publishing.publish(update, by=make_person(PUBLISHER), seen=update.state_token)

    assert refusal.value.reason == (
        "The words readers saw were withdrawn on 2 March 2030, 11:00 MST, after these were submitted. "
        "Reopen these first."
    )


@pytest.mark.django_db
def test_words_that_were_reviewed_after_the_withdrawal_go_live():
    live = make_live()
    update = update_of(live)
    withdraw(live)
    draft = reviewing.reopen(update, by=make_person(EDITOR), seen=update.state_token, note="Withdrawn.")
    signed = give_sign_offs(reviewing.submit(draft, by=update.saved_by, seen=draft.state_token))

    publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)

    assert signed.article.revisions.get(status=Status.PUBLISHED) == signed


@pytest.mark.django_db
def test_a_withdrawal_that_was_planned_opens_none_and_leaves_the_update_on_the_schedule():
    live = make_live()
    update = update_of(live, scheduled=True)
    make_plan(live, minutes=30)

    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        do_what_is_due()

    update.refresh_from_db()
    assert (live.article.revisions.get(number=1).status, update.status) == (Status.WITHDRAWN, Status.SCHEDULED)
    assert FollowUp.objects.count() == 0
