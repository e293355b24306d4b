from uuid import uuid4

import pytest

from articles.domain import autosaving, drafting, reviewing
from articles.domain.autosaving import Window
from articles.enums import Action
from articles.models import Autosave, Contribution, Transition
from clinic_cms.roles import CLINICIAN, EDITOR
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.factories import make_draft, make_person
from tests.races import race

pytestmark = pytest.mark.django_db

TYPED = [("title", "Walking and mood"), ("body", "<p onclick='x()'>Half a sen")]


def keep(draft, by, window=None, **options):
    here = window if isinstance(window, Window) else Window(window or uuid4())
    usual = {"window": here, "words_version": draft.words_version, "typed": TYPED}
    return autosaving.autosave(draft, by=by, **{**usual, **options})


def saved(draft, by, window=None, **words):
    return drafting.save_draft(draft, by=by, seen=draft.state_token, words=words, window=window)


def texts(draft, of):
    return [each.typed for each in autosaving.unsaved_texts(draft, of=of)]


def test_what_is_typed_is_kept_raw_and_changes_nothing_of_the_draft():
    draft, editor = make_draft(), make_person(EDITOR)
    before = (draft.state_token, draft.body, draft.saved_at)

    keep(draft, editor)

    draft.refresh_from_db()
    assert (draft.state_token, draft.body, draft.saved_at) == before
    assert texts(draft, editor) == [[list(pair) for pair in TYPED]]
    assert not Contribution.objects.filter(person=editor).exists()
    assert Transition.objects.count() == 0


def test_the_same_window_keeps_one_text_and_another_window_its_own():
    draft = make_draft()
    first, second = uuid4(), uuid4()
    keep(draft, draft.saved_by, first, typed=[("title", "One")])
    keep(draft, draft.saved_by, second, typed=[("title", "Two")])

    keep(draft, draft.saved_by, first, typed=[("title", "One more")])

    assert texts(draft, draft.saved_by) == [[["title", "One more"]], [["title", "Two"]]]


def test_only_who_typed_the_words_can_read_them_or_throw_them_away():
    draft, other = make_draft(), make_person(EDITOR)
    kept = keep(draft, draft.saved_by)

    with pytest.raises(Refusal) as refusal:
        autosaving.throw_away(kept, by=other)

    assert refusal.value.reason == "Only who typed these words can throw them away."
    assert texts(draft, other) == []
    assert len(texts(draft, draft.saved_by)) == 1


def test_what_arrives_late_replaces_nothing_newer():
    draft, window = make_draft(), uuid4()
    keep(draft, draft.saved_by, window, count=7, typed=[("title", "Newer")])

    keep(draft, draft.saved_by, window, count=6, typed=[("title", "Older")])

    assert texts(draft, draft.saved_by) == [[["title", "Newer"]]]


def test_saving_drops_what_the_window_kept_and_leaves_other_windows_and_other_people_theirs():
    draft, other = make_draft(), make_person(EDITOR)
    editor, here, elsewhere = draft.saved_by, uuid4(), uuid4()
    keep(draft, editor, here)
    keep(draft, editor, elsewhere, typed=[("title", "Elsewhere")])
    keep(draft, other, typed=[("title", "Theirs")])

    saved(draft, editor, Window(here), title="Saved")

    assert texts(draft, editor) == [[["title", "Elsewhere"]]]
    assert texts(draft, other) == [[["title", "Theirs"]]]


def test_a_save_that_is_refused_drops_nothing():
    draft, window = make_draft(), uuid4()
    keep(draft, draft.saved_by, window)

    with pytest.raises(Refusal):
        saved(draft, draft.saved_by, Window(window), body="<div>" * 200)

    assert len(texts(draft, draft.saved_by)) == 1


def test_a_window_that_was_filled_from_a_text_takes_its_place_unless_that_has_changed():
    draft, editor = make_draft(), make_person(EDITOR)
    source = keep(draft, editor, count=3)
    changed = keep(draft, editor, count=4, typed=[("title", "Typed on elsewhere")])

    keep(draft, editor, window=Window(uuid4(), (source.window, 3)), typed=[("title", "Filled")])
    keep(draft, editor, window=Window(uuid4(), (changed.window, 3)), typed=[("title", "Filled too")])

    assert texts(draft, editor) == [
        [["title", "Filled too"]],
        [["title", "Filled"]],
        [["title", "Typed on elsewhere"]],
    ]


def test_discarding_the_draft_drops_what_that_person_typed():
    draft, other = make_draft(), make_person(EDITOR)
    keep(draft, draft.saved_by)
    keep(draft, other)

    drafting.discard(draft, by=draft.saved_by, seen=draft.state_token)

    assert [each.person for each in Autosave.objects.all()] == [other]


def test_words_that_froze_meanwhile_are_not_kept_and_the_refusal_says_who_froze_them():
    draft, editor = make_draft(), make_person(EDITOR)
    in_review = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    with pytest.raises(StaleRefusal) as refusal:
        keep(in_review, editor)

    assert refusal.value.reason.startswith(in_review.transitions.get(action=Action.SUBMIT).sentence)
    assert Autosave.objects.count() == 0


def test_a_draft_that_somebody_saved_meanwhile_is_no_obstacle_and_is_told():
    draft, editor = make_draft(), make_person(EDITOR)
    kept = keep(draft, editor)
    assert autosaving.changed_since(kept, draft) == ""

    newer = saved(draft, make_person(EDITOR, full_name="Nadia Rahman"), title="Theirs")
    again = keep(draft, editor, kept.window)

    assert autosaving.changed_since(again, newer).startswith("Nadia Rahman saved these words on ")
    assert len(texts(newer, editor)) == 1


def test_what_was_typed_into_an_earlier_revision_is_offered_in_the_next_draft():
    draft = make_draft()
    editor = draft.saved_by
    keep(draft, editor)
    in_review = reviewing.submit(draft, by=editor, seen=draft.state_token)
    following = reviewing.recall(in_review, by=editor, seen=in_review.state_token)

    [kept] = autosaving.unsaved_texts(following, of=editor)

    assert autosaving.changed_since(kept, following) == "You typed this into revision 1."


@pytest.mark.parametrize("role", [CLINICIAN, ""])
def test_only_who_may_write_keeps_words(role):
    draft = make_draft()

    with pytest.raises(Refusal) as refusal:
        keep(draft, make_person(role))

    assert refusal.value.reason == "Only an editor can write articles."


@pytest.mark.parametrize("typed", [[("body", "x" * 1_000_001)], [("body", "")] * 6_001])
def test_more_than_can_be_kept_is_refused(typed):
    draft = make_draft()

    with pytest.raises(autosaving.TooMuchTyped):
        keep(draft, draft.saved_by, typed=typed)


def test_a_person_has_at_most_so_many_unsaved_texts_of_a_draft(monkeypatch):
    monkeypatch.setattr(autosaving, "MOST_WINDOWS", 2)
    draft = make_draft()
    for _each in range(2):
        keep(draft, draft.saved_by)

    with pytest.raises(Refusal):
        keep(draft, draft.saved_by)

    assert Autosave.objects.count() == 2


def test_what_the_database_cannot_keep_is_left_out():
    draft = make_draft()

    keep(draft, draft.saved_by, typed=[("body", "5\0 mg \ud800daily")])

    assert texts(draft, draft.saved_by) == [[["body", "5 mg daily"]]]


@pytest.mark.django_db(transaction=True)
def test_a_window_that_sends_twice_at_once_keeps_the_last_and_never_fails():
    draft, window = make_draft(), uuid4()

    def sent(count):
        return lambda: keep(draft, draft.saved_by, window, count=count, typed=[("title", str(count))])

    results = race(*map(sent, range(4)))

    assert [type(each) for each in results] == [Autosave] * 4
    assert texts(draft, draft.saved_by) == [[["title", "3"]]]
