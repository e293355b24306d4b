"""Two drafts that continue from the same words, put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.merging import Choice, Draft, merge
from articles.richtext import clean

BASE = clean(
    "<h2>Dose</h2><p>Take <strong>5</strong> mg. Drink water. Rest well.</p>"
    '<ul><li>One.</li><li>Two.</li></ul><p>Read more <sup><a href="#ref-1">1</a></sup>.</p>'
)


def merged(mine, theirs, choices=None, base=BASE):
    return merge(Draft({}, base), Draft({}, mine), Draft({}, theirs), choices)


def changed(*changes, base=BASE):
    for old, new in changes:
        assert base.count(old) == 1
        base = base.replace(old, new)
    return base


def test_changes_of_different_sentences_go_together():
    found = merged(changed(("Drink water", "Drink a lot")), changed(("Rest well", "Sleep"), ("Two.", "Two!")))

    expected = changed(("Drink water", "Drink a lot"), ("Rest well", "Sleep"), ("Two.", "Two!"))
    assert (found.draft.body, found.clashes, found.brought) == (expected, (), 2)


def test_a_sentence_that_both_changed_is_asked_about_and_mine_stands_meanwhile():
    found = merged(changed(("</strong> mg", "</strong> g")), changed((">5<", ">10<")))

    assert [(each.mine, each.theirs) for each in found.clashes] == [
        ("Take <strong>5</strong> g. ", "Take <strong>10</strong> mg. ")
    ]
    assert found.draft.body == changed(("</strong> mg", "</strong> g"))


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        (Choice.MINE, "Take <strong>5</strong> g. "),
        (Choice.THEIRS, "Take <strong>10</strong> mg. "),
        (Choice.BOTH, "Take <strong>5</strong> g. Take <strong>10</strong> mg. "),
        (Choice.TOGETHER, "Take <strong>10</strong> g. "),
    ],
)
def test_what_was_chosen_stands(choice, sentence):
    found = merged(changed(("</strong> mg", "</strong> g")), changed((">5<", ">10<")), {1: choice})

    assert found.draft.body == changed(("Take <strong>5</strong> mg. ", sentence))


def test_words_that_meet_are_not_offered_in_one():
    found = merged(changed((">5<", ">6<")), changed((">5<", ">10<")))

    assert [each.choices for each in found.clashes] == [[Choice.MINE, Choice.THEIRS, Choice.BOTH]]


def test_words_beside_each_other_are_not_offered_in_one():
    """Nobody wants “Walking, each your day” of “Walking, and your mood” and “Walking each day”."""
    base, mine, theirs = (
        Draft({"title": title}, BASE) for title in ("Walking and mood", "Walking, and your mood", "Walking each day")
    )

    assert [each.choices for each in merge(base, mine, theirs).clashes] == [[Choice.MINE, Choice.THEIRS]]


def test_what_both_added_in_one_place_stays_both():
    found = merged(changed(("<h2", "<p>Mine.</p><h2")), changed(("<h2", "<p>Theirs.</p><h2")))

    assert found.draft.body == changed(("<h2", "<p>Mine.</p><p>Theirs.</p><h2"))


def test_the_same_change_of_both_is_no_question():
    same = changed(("Two.", "Three."))

    assert (merged(same, same).draft.body, merged(same, same).clashes) == (same, ())


def test_a_list_that_became_paragraphs_and_got_an_item_meanwhile_stays_whole():
    mine = changed(("<ul><li>One.</li><li>Two.</li></ul>", "<p>One.</p><p>Two.</p>"))
    theirs = changed(("<li>Two.</li>", "<li>Two.</li><li>Three.</li>"))

    body = merged(mine, theirs).draft.body

    assert clean(body) == body
    assert [body.count(words) for words in ("One.", "Two.", "Three.")] == [1, 1, 0] or "Three." in body


def test_fields_go_together_or_are_asked_about():
    base = Draft({"title": "Old", "summary": "A b c.", "interests": "None"}, BASE)
    mine = Draft({"title": "Mine", "summary": "A b d.", "interests": "None"}, BASE)
    theirs = Draft({"title": "Theirs", "summary": "Z b c.", "interests": "A grant"}, BASE)

    found = merge(base, mine, theirs)

    assert found.draft.fields == {"title": "Mine", "summary": "A b d.", "interests": "A grant"}
    assert [(each.field, each.together) for each in found.clashes] == [("title", ""), ("summary", "Z b d.")]


SENTENCES = st.lists(st.sampled_from(["Take 5 mg. ", "Rest. ", "Never alone. ", "Ask <em>us</em>. "]), max_size=5)
BODIES = st.lists(SENTENCES.map("".join), max_size=4).map(lambda parts: clean("".join(f"<p>{p}</p>" for p in parts)))


@given(BODIES, BODIES)
def test_who_changed_nothing_gets_the_others_words(base, other):
    assert merged(base, other, base=base).draft.body == other
    assert merged(other, base, base=base).draft.body == other


@given(BODIES, BODIES, BODIES)
def test_all_of_mine_or_all_of_theirs_can_be_had_and_what_comes_out_is_clean(base, mine, theirs):
    found = merged(mine, theirs, base=base)

    assert clean(found.draft.body) == found.draft.body
    swapped = merged(theirs, mine, base=base)
    assert len(swapped.clashes) == len(found.clashes)


def test_two_very_different_long_texts_are_put_together_within_bounds():
    base, mine, theirs = ("".join(f"<p>{n * k} words of {k}. And {k + n}.</p>" for n in range(900)) for k in (3, 5, 7))

    found = merged(mine, theirs, base=base)

    assert clean(found.draft.body) == found.draft.body
