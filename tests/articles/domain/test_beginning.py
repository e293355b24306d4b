"""How an article begins: its kind and brief, or the words of another; and what is asked before the first review."""

import pytest
from django.db import IntegrityError, transaction

from articles.domain import drafting, duplicating, reviewing
from articles.domain.facts import barred_from_signing
from articles.domain.readiness import advice, problems, unprepared
from articles.enums import ChangeClass
from articles.models import Revision
from clinic_cms.evidence.records import article_record, history
from clinic_cms.roles import CLINICIAN, EDITOR
from clinic_cms.shared.refusal import Refusal
from tests.factories import BODY, BRIEF, make_draft, make_live, make_person, make_topic, make_update, make_withdrawn

pytestmark = pytest.mark.django_db
NO_BRIEF = dict.fromkeys(BRIEF, "")


def test_an_article_starts_with_the_sections_of_its_kind_and_its_brief():
    revision = drafting.start_article(
        by=make_person(EDITOR), title="Rest", topic=make_topic(), kind="news", audience="Parents"
    )

    assert [heading.split("</h2>")[0] for heading in revision.body.split(">What ")[1:]] == [
        "is new",
        "it means for you",
        "we don't know yet",
    ]
    assert (revision.kind, revision.audience, revision.need, revision.word_count) == ("news", "Parents", "", 19)


def test_a_section_that_was_left_empty_stops_the_review():
    revision = make_draft(body=f"{BODY}<h2>Other options</h2><p></p>")

    assert problems(revision) == ["Nothing stands under “Other options”. Write it, or take the heading out."]


def test_an_article_is_not_reviewed_for_the_first_time_without_its_brief():
    revision = make_draft(**NO_BRIEF)

    with pytest.raises(Refusal, match="Say what kind of article this is, under Settings"):
        reviewing.submit(revision, by=revision.saved_by, seen=revision.state_token)
    assert unprepared(revision) == [
        "Say what kind of article this is, under Settings.",
        "Fill in the brief under Settings: who reads this, what they need, and the main message.",
        "Say under Settings whether a machine helped with the words.",
    ]
    assert advice(revision) == []


def test_words_that_readers_have_had_before_there_were_briefs_are_only_advised():
    live = make_live()
    update = make_update(live, summary="Better.", **NO_BRIEF)

    assert unprepared(update) == []
    assert advice(update)[0] == "Say what kind of article this is, under Settings."
    assert reviewing.submit(update, by=update.saved_by, seen=update.state_token).status == "in_review"


def test_sections_that_are_missing_are_advice_and_stop_nobody():
    revision = make_draft(kind="news")

    assert advice(revision) == [
        "Articles about news or new evidence usually have these sections too: “Key points”, “What is new”, "
        "“What it means for you”, “How sure we are”, “What we don't know yet”."
    ]
    assert problems(revision) == unprepared(revision) == []


def test_the_brief_goes_along_into_the_next_draft():
    update = make_update(make_live(), summary="Better.")

    assert {name: getattr(update, name) for name in BRIEF} == BRIEF


@pytest.mark.parametrize("name", BRIEF)
def test_the_database_freezes_the_brief_with_the_words(name):
    live = make_live()

    with pytest.raises(IntegrityError, match="a brief freezes with the words"), transaction.atomic():
        Revision.objects.filter(pk=live.pk).update(**{name: "news" if name == "kind" else "draft"})


@pytest.mark.parametrize("name", ["kind", "ai_assistance"])
def test_the_database_knows_which_kinds_there_are(name):
    draft = make_draft()

    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.filter(pk=draft.pk).update(**{name: "poem"})


@pytest.mark.parametrize(("before", "now", "declared", "counts_as"), [
    ("none", "edit", ChangeClass.EDITORIAL, "clinical"), ("edit", "edit", ChangeClass.TYPO, "typo"),
])  # fmt: skip
def test_new_help_of_a_machine_makes_any_change_clinical(before, now, declared, counts_as):
    live = make_live(ai_assistance=before)
    update = make_update(live, body=live.body.replace("Most people", "Most  people"), ai_assistance=now)

    submitted = reviewing.submit(
        update, by=update.saved_by, seen=update.state_token, change_class=declared, whole_article=False
    )

    assert submitted.review.change_class == counts_as


def test_an_evidence_pack_has_the_brief_of_what_was_live_and_of_nothing_else():
    live = make_live()
    make_update(live, main_message="Not said yet.")

    revisions = article_record(history(live.article))["revisions"]

    assert [each["brief"] for each in revisions] == [BRIEF, None]
    assert "Not said yet." not in str(revisions)


def test_a_new_article_starts_with_the_words_and_references_of_another():
    live = make_live(summary="Why a short walk helps.")
    editor = make_person(EDITOR)

    draft = duplicating.duplicate(
        live.article, by=editor, title="Swimming and mood", topic=make_topic(name="Sport"), audience="Swimmers"
    )

    assert (draft.article.slug, draft.number, draft.status, draft.based_on) == ("swimming-and-mood", 1, "draft", None)
    assert (draft.title, draft.topic.name, draft.author) == ("Swimming and mood", "Sport", editor)
    assert (draft.body, draft.summary, draft.audience, draft.need) == (
        live.body,
        live.summary,
        "Swimmers",
        live.need,
    )
    assert [each.title for each in draft.references.all()] == [each.title for each in live.references.all()]
    assert (draft.article.transitions.count(), draft.change_note, draft.correction_said) == (0, "", "")


def test_who_wrote_the_words_there_cannot_sign_them_off_here():
    live = make_live()
    editor = make_person(EDITOR)

    draft = duplicating.duplicate(live.article, by=editor, title="Swimming", topic=make_topic())

    assert barred_from_signing(draft) == {editor.pk, live.author_id}


def test_words_that_are_not_live_any_more_can_be_used_too():
    withdrawn = make_withdrawn()

    draft = duplicating.duplicate(withdrawn.article, by=make_person(EDITOR), title="Again", topic=make_topic())

    assert draft.body == withdrawn.body


def test_only_an_editor_duplicates_and_never_to_an_address_that_is_taken():
    live = make_live()

    with pytest.raises(Refusal, match="Only an editor"):
        duplicating.duplicate(live.article, by=make_person(CLINICIAN), title="New", topic=live.topic)
    with pytest.raises(Refusal, match="has the address"):
        duplicating.duplicate(live.article, by=live.author, title=live.title, topic=live.topic)
