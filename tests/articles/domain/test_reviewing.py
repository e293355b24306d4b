from datetime import timedelta

import pytest
from django.utils import timezone

from articles.checklists import objections, record
from articles.domain import drafting, reviewing
from articles.domain.facts import compute_seal, sources_of
from articles.enums import Action, Risk, SignOffKind, Status
from articles.models import SignOff, Topic
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.factories import (
    answers_for,
    give_sign_offs,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_signed_off,
    make_topic,
    make_update,
    sign,
)

pytestmark = pytest.mark.django_db


def test_submitting_freezes_and_seals_the_words_and_opens_a_review():
    draft = make_draft()

    revision = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    assert revision.status == Status.IN_REVIEW
    assert revision.seal == compute_seal(draft)
    assert revision.review.needed() == {SignOffKind.EDITORIAL: 1, SignOffKind.CLINICAL: 1}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"summary": " "}, "Write a summary: one or two sentences that say what a reader will learn."),
        ({"interests": ""}, "State conflicts of interest. If there are none, write “None”."),
        ({"body": "<p>Short.</p>"}, "Write the article: it has 1 words, and 50 is the least."),
        ({"references": []}, "Add at least one reference."),
        ({"body": "<p>" + "word " * 60 + "</p>"}, "Add headings, so that readers find their way."),
        (
            {"body": "<h3>Late</h3><p>" + "word " * 60 + "</p>"},
            "Use headings in order: a Heading 3 belongs under a Heading 2, a Heading 4 under a Heading 3.",
        ),
        (
            {"body": "<h2>A</h2><p>" + "word " * 60 + '<a href="#ref-1">1</a><a href="#ref-4">4</a></p>'},
            "The words cite reference 4, which is not in the list.",
        ),
        (
            {"body": "<h2>A</h2><p>" + "word " * 60 + "</p>"},
            "Reference 1 is not cited in the words. Cite it or remove it.",
        ),
        ({"references": [{"title": "A"}]}, "Reference 1 needs a DOI, a PubMed number or a web address."),
    ],
)
def test_an_incomplete_draft_is_refused_with_what_to_do(words, sentence):
    draft = make_draft(**words)

    with pytest.raises(Refusal) as refusal:
        reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    assert refusal.value.reason == sentence


def test_the_last_sign_off_needed_makes_it_signed_off():
    revision = make_in_review()

    halfway = sign(revision, SignOffKind.CLINICAL, make_person(CLINICIAN))
    done = sign(halfway, SignOffKind.EDITORIAL, make_person(EDITOR))

    assert (halfway.status, done.status) == (Status.IN_REVIEW, Status.SIGNED_OFF)


def test_a_high_risk_topic_waits_for_two_clinicians():
    revision = make_in_review(topic=make_topic(Risk.HIGH, "Medicines"))
    revision = sign(revision, SignOffKind.EDITORIAL, make_person(EDITOR))
    revision = sign(revision, SignOffKind.CLINICAL, make_person(CLINICIAN))

    done = sign(revision, SignOffKind.CLINICAL, make_person(CLINICIAN))

    assert (revision.status, done.status) == (Status.IN_REVIEW, Status.SIGNED_OFF)


def test_a_later_change_of_the_topics_risk_does_not_touch_a_running_review():
    revision = make_in_review()
    Topic.objects.update(risk=Risk.HIGH)

    assert give_sign_offs(revision).status == Status.SIGNED_OFF


def test_a_sign_off_is_sealed_and_copies_the_credential_as_it_is_that_day():
    revision, clinician = make_in_review(), make_person(CLINICIAN, honorific="Dr", full_name="Amara Osei")
    credential = clinician.credentials.get()

    sign(revision, SignOffKind.CLINICAL, clinician)
    credential.title = "Something else"
    credential.save(update_fields=["title"])

    sign_off = SignOff.objects.get(by=clinician)
    assert sign_off.seal == revision.seal
    assert sign_off.signer_name == "Dr Amara Osei"
    assert sign_off.credential_title == "MD, board-certified psychiatrist"


def test_a_sign_off_keeps_the_checklist_as_it_was_asked_and_answered():
    revision, clinician = make_in_review(), make_person(CLINICIAN)

    sign(revision, SignOffKind.CLINICAL, clinician)

    kept = SignOff.objects.get(by=clinician).answers
    assert kept == record(SignOffKind.CLINICAL, answers_for(revision, SignOffKind.CLINICAL), sources_of(revision))


@pytest.mark.parametrize(
    "answer", [{"reference_1": "superseded"}, {"risks": "no"}, {"interest": "yes"}, {"checklist": ""}, {"help": ""}]
)
def test_answers_that_stand_against_it_refuse_the_sign_off(answer):
    revision, clinician = make_in_review(), make_person(CLINICIAN)
    answers = answers_for(revision, SignOffKind.CLINICAL, **answer)

    with pytest.raises(Refusal) as refusal:
        sign(revision, SignOffKind.CLINICAL, clinician, answers=answers)

    first = next(objections(SignOffKind.CLINICAL, answers, sources_of(revision)))
    assert refusal.value.reason == first[1]
    assert SignOff.objects.count() == 0


@pytest.mark.parametrize("superuser", [False, True])
def test_the_writer_cannot_sign_off_their_own_words_not_even_as_a_superuser(superuser):
    editor = make_person(EDITOR, is_superuser=superuser)
    revision = make_in_review(by=editor)

    with pytest.raises(Refusal) as refusal:
        sign(revision, SignOffKind.EDITORIAL, editor)

    assert refusal.value.reason == "You changed these words, so somebody else has to sign them off."


def test_a_superuser_without_a_credential_cannot_give_the_clinical_sign_off():
    with pytest.raises(Refusal) as refusal:
        sign(make_in_review(), SignOffKind.CLINICAL, make_person(EDITOR, is_superuser=True))

    assert refusal.value.reason == (
        "You need a verified credential that is valid today. Ask an administrator to add or renew yours."
    )


def test_whoever_touched_the_words_since_the_last_live_ones_cannot_sign_them_off():
    writer, toucher = make_person(EDITOR), make_person(EDITOR)
    draft = make_draft(by=writer)
    draft = drafting.save_draft(draft, by=toucher, seen=draft.state_token, words={"summary": "A comma, added."})
    revision = reviewing.submit(draft, by=writer, seen=draft.state_token)

    with pytest.raises(Refusal) as refusal:
        sign(revision, SignOffKind.EDITORIAL, toucher)

    assert refusal.value.reason == "You changed these words, so somebody else has to sign them off."


def test_a_contribution_still_counts_after_changes_were_requested():
    writer, second = make_person(EDITOR), make_person(EDITOR)
    first = make_in_review(by=writer)
    draft = reviewing.request_changes(first, by=make_person(CLINICIAN), seen=first.state_token, note="Cite it.")
    words = {"summary": "Better.", "author": second}
    draft = drafting.save_draft(draft, by=second, seen=draft.state_token, words=words)
    revision = reviewing.submit(draft, by=second, seen=draft.state_token)

    with pytest.raises(Refusal):
        sign(revision, SignOffKind.EDITORIAL, writer)


def test_somebody_who_only_wrote_what_was_live_before_may_sign_off_the_update():
    first_writer = make_person(EDITOR)
    live = make_live(by=first_writer)
    update = make_update(live, author=make_person(EDITOR), summary="New words by somebody else.")
    revision = reviewing.submit(update, by=update.saved_by, seen=update.state_token)

    signed = sign(revision, SignOffKind.EDITORIAL, first_writer)

    assert signed.review.missing() == {SignOffKind.CLINICAL: 1}


def test_the_editorial_and_the_clinical_signer_are_different_people():
    both = make_person(CLINICIAN)
    both.groups.add(make_person(EDITOR).groups.get())
    revision = sign(make_in_review(), SignOffKind.EDITORIAL, both)

    with pytest.raises(Refusal) as refusal:
        sign(revision, SignOffKind.CLINICAL, both)

    assert refusal.value.reason == (
        "You have signed off these words already. The other sign-off has to come from somebody else."
    )


@pytest.mark.parametrize(("field", "days"), [("expires_on", -1), ("verified_on", None), ("verified_on", 2)])
def test_a_clinical_sign_off_needs_a_credential_that_is_verified_and_valid_today(field, days):
    clinician = make_person(CLINICIAN)
    day = None if days is None else timezone.localdate() + timedelta(days=days)
    clinician.credentials.update(**{field: day})

    with pytest.raises(Refusal) as refusal:
        sign(make_in_review(), SignOffKind.CLINICAL, clinician)

    assert refusal.value.reason == (
        "You need a verified credential that is valid today. Ask an administrator to add or renew yours."
    )


def test_requested_changes_end_the_revision_and_open_a_draft_with_its_words():
    revision, reviewer = make_in_review(), make_person(CLINICIAN)

    draft = reviewing.request_changes(revision, by=reviewer, seen=revision.state_token, note="Name the risks.")

    revision.refresh_from_db()
    assert revision.status == Status.RETURNED
    assert (draft.status, draft.number, draft.based_on, draft.body) == (Status.DRAFT, 2, revision, revision.body)
    assert [each.title for each in draft.references.all()] == [each.title for each in revision.references.all()]
    last = revision.transitions.get(action=Action.REQUEST_CHANGES)
    assert (last.by, last.note) == (reviewer, "Name the risks.")


def test_requesting_changes_does_not_make_the_reviewer_a_contributor():
    revision, reviewer = make_in_review(), make_person(CLINICIAN)
    draft = reviewing.request_changes(revision, by=reviewer, seen=revision.state_token, note="Name the risks.")
    again = reviewing.submit(draft, by=revision.saved_by, seen=draft.state_token)

    assert sign(again, SignOffKind.CLINICAL, reviewer).review.missing() == {SignOffKind.EDITORIAL: 1}


def test_a_note_is_required_to_request_changes():
    revision = make_in_review()

    with pytest.raises(Refusal):
        reviewing.request_changes(revision, by=make_person(CLINICIAN), seen=revision.state_token, note=" ")

    revision.refresh_from_db()
    assert revision.status == Status.IN_REVIEW


def test_recalling_and_reopening_void_the_sign_offs_with_the_revision():
    in_review, signed_off = make_in_review("One"), make_signed_off("Two")

    recalled = reviewing.recall(in_review, by=in_review.saved_by, seen=in_review.state_token)
    publisher = make_person(PUBLISHER)
    reopened = reviewing.reopen(signed_off, by=publisher, seen=signed_off.state_token, note="A typo.")

    assert (recalled.status, reopened.status) == (Status.DRAFT, Status.DRAFT)
    assert SignOff.objects.filter(review__revision__in=[recalled, reopened]).count() == 0


def test_a_step_taken_from_a_stale_page_is_refused_and_names_who_was_faster():
    revision, faster = make_in_review(), make_person(CLINICIAN, full_name="Nadia Rahman")
    seen = revision.state_token
    reviewing.request_changes(revision, by=faster, seen=seen, note="Name the risks.")

    with pytest.raises(StaleRefusal) as refusal:
        sign(revision, SignOffKind.EDITORIAL, make_person(EDITOR), seen=seen)

    assert refusal.value.reason.startswith("Nadia Rahman requested changes on ")


def test_a_second_reviewers_form_is_not_stale_because_the_first_one_signed():
    revision = make_in_review()
    seen = revision.state_token
    sign(revision, SignOffKind.EDITORIAL, make_person(EDITOR), seen=seen)

    done = sign(revision, SignOffKind.CLINICAL, make_person(CLINICIAN), seen=seen)

    assert done.status == Status.SIGNED_OFF
