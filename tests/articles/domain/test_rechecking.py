from datetime import date

import pytest
import time_machine

from articles.domain import drafting, publishing, reviewing
from articles.domain.citing import REFERENCE_FIELDS
from articles.domain.facts import barred_from_signing
from articles.domain.rechecking import reason_against_recheck, recheck
from articles.enums import SignOffKind, Status
from articles.models import Article, Revision
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.factories import give_sign_offs, make_draft, make_live, make_person, make_update, make_withdrawn, sign
from tests.notice_queue import told
from tests.races import race

pytestmark = pytest.mark.django_db


def sent_again(live, *, by=None):
    return recheck(live, by=by or make_person(EDITOR), seen=live.state_token)


def refusal_of(live, *, by=None, seen=""):
    with pytest.raises(Refusal) as refusal:
        recheck(live, by=by or make_person(EDITOR), seen=seen or live.state_token)
    return refusal.value.reason


def sources(revision):
    return [[getattr(each, name) for name in REFERENCE_FIELDS] for each in revision.references.order_by("position")]


def test_the_same_words_and_references_are_in_review_as_a_whole_in_one_act():
    live = make_live()

    again = sent_again(live)

    assert (again.status, again.based_on, again.number) == (Status.IN_REVIEW, live, 2)
    assert (again.seal, sources(again)) == (live.seal, sources(live))
    assert (again.review.without_change, again.review.whole_article) == (True, True)
    assert again.transitions.get().note == "Review without change since revision 1."


def test_a_review_without_change_moves_the_dates_once_it_is_signed_off_anew_and_published():
    with time_machine.travel("2026-03-02 12:00Z"):
        live = make_live()
    with time_machine.travel("2028-02-20 12:00Z"):
        signed = give_sign_offs(sent_again(live))
        before = Article.objects.get().live_revision
        published = publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)

    assert before == live
    assert (published.last_reviewed_on, published.next_review_due) == (date(2028, 2, 20), date(2030, 2, 20))
    assert (published.title, published.body, published.seal) == (live.title, live.body, live.seal)


def test_it_needs_every_sign_off_that_its_topic_asks_for():
    again = sent_again(make_live())

    assert again.review.missing() == {SignOffKind.EDITORIAL: 1, SignOffKind.CLINICAL: 1}


def test_nobody_has_contributed_so_only_the_author_may_not_sign():
    live = make_live()
    editor = make_person(EDITOR)

    again = sent_again(live, by=editor)

    assert barred_from_signing(again) == {live.author_id}
    with pytest.raises(Refusal):
        sign(again, SignOffKind.EDITORIAL, live.author)
    assert sign(again, SignOffKind.EDITORIAL, editor).status == Status.IN_REVIEW


def test_those_who_can_sign_it_off_are_told():
    live, doctor = make_live(), make_person(CLINICIAN, "doctor")

    sent_again(live)

    assert told("Ready for review: Walking and mood").count(doctor.username) == 1


@pytest.mark.parametrize("role", [CLINICIAN, PUBLISHER])
def test_only_an_editor_sends_words_for_a_review_without_change(role):
    assert refusal_of(make_live(), by=make_person(role)) == "Only an editor can write articles."


def test_somebody_whose_account_is_closed_cannot():
    assert refusal_of(make_live(), by=make_person(EDITOR, is_active=False)) == "Only an editor can write articles."


@pytest.mark.parametrize("make", [make_draft, make_withdrawn])
def test_only_live_words_can_be_reviewed_without_change(make):
    revision = make()

    assert refusal_of(revision) == "Only words that are live can be reviewed without change."


def test_an_article_that_is_being_worked_on_is_refused():
    live = make_live()
    make_update(live, summary="Newer words.")

    assert refusal_of(live) == "This article is being worked on already. Open the revision that is under way."


def test_words_that_todays_rules_would_not_let_into_review_are_refused_with_what_is_missing():
    live = make_live()
    live.author.job_title = ""
    live.author.save(update_fields=["job_title"])

    reason = "The byline needs a role. Ask an administrator to fill in the author's role at the clinic."
    assert (refusal_of(live), reason_against_recheck(live)) == (reason, reason)
    assert Revision.objects.count() == 1


def test_a_page_from_before_the_words_were_replaced_is_stale():
    live = make_live()
    seen = live.state_token
    signed = give_sign_offs(sent_again(live))
    publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)

    with pytest.raises(StaleRefusal):
        recheck(live, by=make_person(EDITOR), seen=seen)


def test_words_that_differ_from_the_live_ones_are_never_marked_as_without_change():
    live, editor = make_live(), make_person(EDITOR)
    draft = make_update(live, by=editor, summary="One word more.")

    with pytest.raises(Refusal) as refusal:
        reviewing.submit(draft, by=editor, seen=draft.state_token, without_change=True)

    assert refusal.value.reason == "These words are not the ones that are live. Submit them as an update."


def test_a_first_draft_has_nothing_to_be_unchanged_from():
    draft = make_draft()

    with pytest.raises(Refusal):
        reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token, without_change=True)


def test_a_reviewer_who_finds_something_returns_it_and_the_draft_can_be_changed():
    again = sent_again(make_live())

    draft = reviewing.request_changes(again, by=make_person(CLINICIAN), seen=again.state_token, note="New guideline.")
    saved = drafting.save_draft(draft, by=again.saved_by, seen=draft.state_token, words={"summary": "Newer."})
    submitted = reviewing.submit(saved, by=saved.saved_by, seen=saved.state_token)

    assert (submitted.review.without_change, submitted.summary) == (False, "Newer.")


@pytest.mark.django_db(transaction=True)
def test_of_two_editors_at_once_one_sends_it_and_the_other_reads_that_it_is_under_way():
    live, editors = make_live(), [make_person(EDITOR), make_person(EDITOR)]

    outcomes = race(*[lambda editor=editor: recheck(live, by=editor, seen="published.2") for editor in editors])

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Refusal", "Revision"]
    assert Revision.objects.open().count() == 1
