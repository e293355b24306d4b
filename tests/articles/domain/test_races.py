"""Two people, one moment, real threads. Tried with `.locked()` taken out of `transitions.lock`: both sign-offs then
count, both of a last pair leave the review open, and stale steps reach the database's own refusals.
"""

import pytest

from articles.domain import drafting, publishing, reviewing
from articles.enums import Action, SignOffKind, Status
from articles.models import Revision, SignOff, Transition
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.factories import make_draft, make_in_review, make_live, make_person, make_scheduled, make_signed_off, sign
from tests.races import race

pytestmark = pytest.mark.django_db(transaction=True)


def outcome_names(outcomes) -> list[str]:
    return sorted(type(outcome).__name__ for outcome in outcomes)


def test_of_two_editorial_sign_offs_at_once_exactly_one_counts():
    revision, signers = make_in_review(), [make_person(EDITOR), make_person(EDITOR)]
    seen = revision.state_token

    outcomes = race(
        *[lambda signer=signer: sign(revision, SignOffKind.EDITORIAL, signer, seen=seen) for signer in signers]
    )

    assert outcome_names(outcomes) == ["Refusal", "Revision"]
    assert SignOff.objects.count() == 1


def test_the_last_two_sign_offs_given_at_once_both_count_and_complete_the_review():
    revision, editor, doctor = make_in_review(), make_person(EDITOR), make_person(CLINICIAN)
    seen = revision.state_token

    outcomes = race(
        lambda: sign(revision, SignOffKind.EDITORIAL, editor, seen=seen),
        lambda: sign(revision, SignOffKind.CLINICAL, doctor, seen=seen),
    )

    revision.refresh_from_db()
    assert outcome_names(outcomes) == ["Revision", "Revision"]
    assert revision.status == Status.SIGNED_OFF


def test_a_recall_and_a_request_for_changes_at_once_leave_one_draft():
    revision, doctor = make_in_review(), make_person(CLINICIAN)
    seen = revision.state_token

    outcomes = race(
        lambda: reviewing.request_changes(revision, by=doctor, seen=seen, note="Name the risks."),
        lambda: reviewing.recall(revision, by=revision.saved_by, seen=seen),
    )

    assert outcome_names(outcomes) == ["Revision", "StaleRefusal"]
    assert Revision.objects.filter(status=Status.DRAFT).count() == 1


def test_of_two_publishers_at_once_exactly_one_publishes():
    revision, first, second = make_signed_off(), make_person(PUBLISHER), make_person(PUBLISHER)
    seen = revision.state_token

    outcomes = race(
        lambda: publishing.publish(revision, by=first, seen=seen),
        lambda: publishing.publish(revision, by=second, seen=seen),
    )

    assert outcome_names(outcomes) == ["Revision", "StaleRefusal"]
    assert Transition.objects.filter(action=Action.PUBLISH).count() == 1


def test_publishing_by_hand_and_by_the_clock_at_once_publishes_once():
    revision, publisher = make_scheduled(), make_person(PUBLISHER)
    seen = revision.state_token

    outcomes = race(
        lambda: publishing.publish(revision, by=publisher, seen=seen),
        lambda: publishing.publish(revision, by=None, seen=seen),
    )

    assert outcome_names(outcomes) == ["Revision", "StaleRefusal"]


def test_of_two_saves_of_the_same_draft_at_once_exactly_one_is_kept():
    draft, first, second = make_draft(), make_person(EDITOR), make_person(EDITOR)
    seen = draft.state_token

    outcomes = race(
        lambda: drafting.save_draft(draft, by=first, seen=seen, words={"title": "First"}),
        lambda: drafting.save_draft(draft, by=second, seen=seen, words={"title": "Second"}),
    )

    winner = next(outcome for outcome in outcomes if isinstance(outcome, Revision))
    draft.refresh_from_db()
    assert outcome_names(outcomes) == ["Revision", "StaleRefusal"]
    assert draft.title == winner.title


def test_a_save_and_a_submission_at_once_never_change_sealed_words():
    draft = make_draft()
    seen = draft.state_token

    race(
        lambda: drafting.save_draft(draft, by=draft.saved_by, seen=seen, words={"title": "Changed"}),
        lambda: reviewing.submit(draft, by=draft.saved_by, seen=seen),
    )

    draft.refresh_from_db()
    assert (draft.status, draft.title) in {(Status.DRAFT, "Changed"), (Status.IN_REVIEW, "Walking and mood")}


def test_two_editors_who_start_an_update_at_once_get_one_draft():
    live, first, second = make_live(), make_person(EDITOR), make_person(EDITOR)

    outcomes = race(
        lambda: drafting.start_revision(live.article, by=first),
        lambda: drafting.start_revision(live.article, by=second),
    )

    assert outcome_names(outcomes) == ["Refusal", "Revision"]


def test_publishing_and_reopening_at_once_leave_one_of_them():
    revision, publisher, editor = make_signed_off(), make_person(PUBLISHER), make_person(EDITOR)
    seen = revision.state_token

    outcomes = race(
        lambda: publishing.publish(revision, by=publisher, seen=seen),
        lambda: reviewing.reopen(revision, by=editor, seen=seen, note="A typo."),
    )

    assert outcome_names(outcomes) == ["Revision", "StaleRefusal"]
