"""A thread and a sign-off at one moment, real threads: one comes first, and the other is told."""

import pytest

from articles.domain import discussing, reviewing
from articles.enums import EntryKind, SignOffKind, Status
from articles.models import Revision, Thread, ThreadEntry
from clinic_cms.roles import CLINICIAN, EDITOR
from clinic_cms.shared.refusal import Refusal
from tests.factories import make_in_review, make_person, make_resolved_thread, make_thread, sign
from tests.races import race

pytestmark = pytest.mark.django_db(transaction=True)


def half_signed() -> Revision:
    return sign(make_in_review(), SignOffKind.EDITORIAL, make_person(EDITOR))


def ends(revision: Revision) -> tuple[str, int]:
    """How the words stand, and how many threads about them are open."""
    revision.refresh_from_db()
    return revision.status, Thread.objects.open().filter(article=revision.article_id).count()


def test_a_thread_opened_at_the_same_time_as_the_last_sign_off():
    revision, doctor, colleague = half_signed(), make_person(CLINICIAN), make_person(CLINICIAN)
    seen = revision.state_token

    outcomes = race(
        lambda: sign(revision, SignOffKind.CLINICAL, doctor, seen=seen),
        lambda: make_thread(revision, by=colleague),
    )

    refused = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert [type(outcome) for outcome in refused] == [Refusal]
    assert ends(revision) in {(Status.SIGNED_OFF, 0), (Status.IN_REVIEW, 1)}


def test_a_thread_reopened_at_the_same_time_as_the_last_sign_off():
    revision, doctor, colleague = half_signed(), make_person(CLINICIAN), make_person(CLINICIAN)
    thread, seen = make_resolved_thread(revision), revision.state_token

    race(
        lambda: sign(revision, SignOffKind.CLINICAL, doctor, seen=seen),
        lambda: discussing.reopen(thread, by=colleague, text="Wait."),
    )

    assert ends(revision) in {(Status.SIGNED_OFF, 0), (Status.IN_REVIEW, 1)}


def test_a_thread_resolved_at_the_same_time_as_a_sign_off():
    revision, doctor, colleague = half_signed(), make_person(CLINICIAN), make_person(CLINICIAN)
    thread, seen = make_thread(revision, by=colleague), revision.state_token
    last = thread.entries.get().pk

    outcomes = race(
        lambda: sign(revision, SignOffKind.CLINICAL, doctor, seen=seen),
        lambda: discussing.resolve(thread, by=colleague, seen=last),
    )

    assert isinstance(outcomes[1], Thread)
    assert ends(revision) == (Status.IN_REVIEW if isinstance(outcomes[0], Refusal) else Status.SIGNED_OFF, 0)


def test_of_two_who_resolve_a_thread_at_once_one_is_recorded():
    thread, people = make_thread(make_in_review()), [make_person(EDITOR), make_person(EDITOR)]
    last = thread.entries.get().pk

    outcomes = race(*[lambda by=by: discussing.resolve(thread, by=by, seen=last) for by in people])

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["StaleRefusal", "Thread"]
    assert ThreadEntry.objects.filter(kind=EntryKind.RESOLVE).count() == 1


def test_a_reply_and_a_resolution_at_once_never_bury_the_reply():
    thread, doctor = make_thread(make_in_review()), make_person(CLINICIAN)
    last = thread.entries.get().pk

    race(
        lambda: discussing.reply(thread, by=doctor, text="The source says 10 mg."),
        lambda: discussing.resolve(thread, by=make_person(EDITOR), seen=last),
    )

    kinds = list(thread.entries.order_by("pk").values_list("kind", flat=True))
    assert kinds in [["comment", "comment"], ["comment", "resolve"]]


def test_a_thread_opened_while_the_review_is_ended_belongs_to_the_next_draft():
    revision, doctor, colleague = make_in_review(), make_person(CLINICIAN), make_person(CLINICIAN)
    seen = revision.state_token

    outcomes = race(
        lambda: reviewing.request_changes(revision, by=doctor, seen=seen, note="Name the dose."),
        lambda: make_thread(revision, by=colleague),
    )

    assert isinstance(outcomes[0], Revision)
    assert isinstance(outcomes[1], Thread | Refusal)
