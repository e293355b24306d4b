import pytest

from articles.domain import autosaving, drafting, keeping, reviewing
from articles.domain.compared import words_of
from articles.models import NamedVersion
from clinic_cms.roles import CLINICIAN, EDITOR
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.articles.domain.test_autosaving import keep
from tests.factories import BODY, REFERENCE, make_draft, make_in_review, make_live, make_person, make_topic, make_update

pytestmark = pytest.mark.django_db

FIRST = {"title": "First", "summary": "One.", "body": "<p>5 mg</p>", "interests": "None"}
SECOND = {"title": "Second", "summary": "Two.", "body": "<p>10 mg</p>", "interests": "Ours"}
DATED = REFERENCE | {"checked_on": "2026-11-02"}


@pytest.fixture
def draft():
    return make_draft(**FIRST, references=[DATED])


def saved(draft, by=None, references=(), **words):
    by = by or draft.saved_by
    return drafting.save_draft(draft, by=by, seen=draft.state_token, words=words, references=references)


def kept(draft, name="Before the cuts", by=None):
    return keeping.keep_version(draft, by=by or draft.saved_by, seen=draft.state_token, name=name)


def test_a_version_holds_the_saved_words_and_references(draft):
    version = kept(draft)

    assert (version.name, version.by, version.by_itself) == ("Before the cuts", draft.saved_by, False)
    assert keeping.words_of_version(version) == words_of(draft)


def test_restoring_a_version_brings_everything_back_and_keeps_the_words_before_by_itself(draft):
    before = words_of(draft)
    version = kept(draft)
    newer = saved(draft, topic=make_topic(name="Sleep"), author=make_person(EDITOR), **SECOND)
    replaced, other = words_of(newer), make_person(EDITOR)

    restored = keeping.restore_version(version, into=newer, by=other, seen=newer.state_token)

    restored.refresh_from_db()
    assert words_of(restored) == before
    assert restored.words_version == newer.words_version + 1
    assert restored.contributions.filter(person=other).exists()
    by_itself = NamedVersion.objects.get(by_itself=True)
    assert by_itself.name == "Before “Before the cuts” was restored"
    assert keeping.words_of_version(by_itself) == replaced


def test_what_was_kept_by_itself_can_be_restored_too(draft):
    newer = saved(draft, **SECOND)
    replaced = words_of(newer)
    first = keeping.restore_version(kept(newer), into=newer, by=newer.saved_by, seen=newer.state_token)

    back = keeping.restore_version(
        NamedVersion.objects.get(by_itself=True), into=first, by=first.saved_by, seen=first.state_token
    )

    assert words_of(back) == replaced


def test_the_words_of_an_earlier_revision_come_back_without_its_notes():
    live = make_live(**FIRST | {"body": BODY})
    update = make_update(live, change_note="Dose mended.", correction_said="5 mg", correction_says="10 mg", **SECOND)

    restored = keeping.restore_revision(live, into=update, by=update.saved_by, seen=update.state_token)

    assert (restored.title, restored.body) == ("First", live.body)
    assert (restored.change_note, restored.correction_said) == ("Dose mended.", "5 mg")
    assert [each.title for each in restored.references.all()] == [REFERENCE["title"]]


def test_restoring_leaves_what_people_typed_and_did_not_save(draft):
    version = kept(draft)
    keep(draft, draft.saved_by)

    restored = keeping.restore_version(version, into=draft, by=draft.saved_by, seen=draft.state_token)

    assert autosaving.unsaved_texts(restored, of=draft.saved_by).count() == 1


def test_a_stale_page_restores_nothing_and_keeps_nothing(draft):
    version, seen = kept(draft), draft.state_token
    saved(draft, make_person(EDITOR, full_name="Nadia Rahman"), **SECOND)

    with pytest.raises(StaleRefusal) as refusal:
        keeping.restore_version(version, into=draft, by=draft.saved_by, seen=seen)

    draft.refresh_from_db()
    assert refusal.value.reason.startswith("Nadia Rahman saved these words on ")
    assert draft.title == "Second"
    assert NamedVersion.objects.count() == 1


def test_frozen_words_are_neither_kept_nor_replaced():
    draft = make_draft()
    version = kept(draft)
    frozen = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    for attempt in (
        lambda: kept(frozen),
        lambda: keeping.restore_version(version, into=frozen, by=frozen.saved_by, seen=frozen.state_token),
    ):
        with pytest.raises(Refusal) as refusal:
            attempt()
        assert refusal.value.reason == "These words are in review, so they can't be changed."


def test_words_of_another_article_and_the_drafts_own_are_refused(draft):
    seen, by = draft.state_token, draft.saved_by

    with pytest.raises(Refusal, match="another article"):
        keeping.restore_version(kept(make_draft("Sleep")), into=draft, by=by, seen=seen)
    with pytest.raises(Refusal, match="another article"):
        keeping.restore_revision(make_in_review("Feet"), into=draft, by=by, seen=seen)
    with pytest.raises(Refusal, match="this very draft"):
        keeping.restore_revision(draft, into=draft, by=by, seen=seen)


def test_only_who_may_write_keeps_and_restores(draft):
    version, doctor = kept(draft), make_person(CLINICIAN)

    with pytest.raises(Refusal):
        kept(draft, by=doctor)
    with pytest.raises(Refusal):
        keeping.restore_version(version, into=draft, by=doctor, seen=draft.state_token)


@pytest.mark.parametrize(("name", "reason"), [
    ("", "Give the version a name, such as “Before the cuts”."),
    (" \u200b ", "Give the version a name, such as “Before the cuts”."),
    ("x" * 121, "Use at most 120 characters for the name."),
])  # fmt: skip
def test_a_version_needs_a_name_that_can_be_read(draft, name, reason):
    with pytest.raises(Refusal) as refusal:
        kept(draft, name)

    assert refusal.value.reason == reason


def test_saving_and_keeping_do_both_or_neither(draft):
    saving = {"seen": draft.state_token, "words": {"title": "Second"}, "references": []}

    with pytest.raises(Refusal):
        keeping.save_and_keep(draft, by=draft.saved_by, name="", **saving)
    draft.refresh_from_db()
    assert draft.title == "First"

    version = keeping.save_and_keep(draft, by=draft.saved_by, name="With a new title", **saving)
    assert version.words["title"] == "Second"
