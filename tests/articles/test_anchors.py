"""A quote is found again where it stood, and told as changed where it does not stand any more."""

from hypothesis import assume, given
from hypothesis import strategies as st

from articles.anchors import MOST_CANDIDATES, Anchor, Place, Words, anchor_at, place, squeeze, words_of

TITLE, SUMMARY = "Walking and mood", "Why a short walk helps."
HTML = (
    '<p>Start slowly.</p><h2 id="w-what-it-is">What it is</h2><p>Take 5 mg at night. A walk helps.</p>'
    '<h2 id="w-dose">Dose</h2><p>Take 5 mg in the <strong>morning</strong>.</p>'
    "<table><tbody><tr><td>Below 12</td><td>None</td></tr></tbody></table>"
)
TEXT = st.text(alphabet="ab é中‍\u0301😀.", min_size=1, max_size=60)


def words(html: str = HTML) -> Words:
    return words_of(TITLE, SUMMARY, html)


def anchor(quote: str, section: str = "", html: str = HTML) -> Anchor:
    """As it is kept: found in the words, with what stands around it."""
    found = place(Anchor(quote, section=section), words(html))
    assert found
    return anchor_at(found, words(html))


def quoted(found: Place | None, read: Words) -> str:
    return read.read(found.start, found.end) if found else "gone"


def test_a_quote_is_kept_with_what_stands_around_it():
    kept = anchor("A walk helps.")

    assert kept == Anchor(
        quote="A walk helps.",
        prefix="elps. Start slowly. What it is Take 5 mg at night.",
        suffix="Dose Take 5 mg in the morning. Below 12 None",
        section="w-what-it-is",
        position=kept.position,
    )


def test_a_quote_that_stands_twice_is_the_one_of_the_chosen_section():
    found = place(Anchor("Take 5 mg", section="w-dose"), words())

    assert found
    assert found.section == "w-dose"


def test_words_across_table_cells_are_found_as_a_browser_selects_them():
    assert quoted(place(Anchor("Below 12\tNone"), words()), words()) == "Below 12 None"


def test_the_title_and_the_summary_can_be_quoted():
    assert [place(Anchor(quote), words()).section for quote in (TITLE, SUMMARY)] == ["", ""]


def test_a_quote_stands_after_an_edit_elsewhere():
    edited = words(HTML.replace("<p>Start slowly.</p>", "<p>Start very slowly, and rest when you need to.</p>"))

    assert quoted(place(anchor("A walk helps."), edited), edited) == "A walk helps."


def test_a_quote_stands_where_its_section_was_moved():
    first, second = HTML.split('<h2 id="w-dose">')
    moved = words(f'<h2 id="w-dose">{second}{first}')

    found = place(anchor("Take 5 mg", "w-dose"), moved)

    assert found
    assert found.section == "w-dose"


def test_a_quote_whose_words_changed_stands_nowhere():
    edited = words(HTML.replace("5 mg in the", "10 mg in the"))

    assert place(anchor("Take 5 mg in the morning"), edited) is None


def test_of_two_equal_quotes_the_other_is_not_taken_for_the_one_that_was_changed():
    edited = words(HTML.replace("Take 5 mg at night. A walk helps.", "Take 2 mg at night. A walk helps."))

    assert place(anchor("5 mg", "w-what-it-is"), edited) is None


def test_an_empty_quote_stands_nowhere():
    assert place(Anchor(" \n"), words()) is None


def test_words_that_repeat_without_end_are_not_searched_without_end():
    many = words_of("", "", "<p>" + "a" * 50_000 + "</p>")

    found = place(Anchor("a", prefix="b", suffix="c"), many)

    assert found is None
    assert MOST_CANDIDATES < 1_000


@given(TEXT, TEXT, TEXT)
def test_an_anchor_made_from_words_is_found_in_them_at_the_same_place(before, quote, after):
    assume(squeeze(quote))
    read = words_of("", "", f"<p>{before}|{quote}|{after}</p>")
    start = len(squeeze(before)) + 1
    kept = anchor_at(Place("", start, start + len(squeeze(quote))), read)

    found = place(kept, read)

    assert found
    assert (found.start, found.end) == (start, start + len(squeeze(quote)))


@given(TEXT, TEXT, st.text(alphabet="xyz ", max_size=200))
def test_an_anchor_is_still_found_after_edits_elsewhere(before, quote, added):
    assume(squeeze(quote))
    read = words_of("", "", f"<p>{before}|{quote}|{'c' * 50}</p>")
    start = len(squeeze(before)) + 1
    kept = anchor_at(Place("", start, start + len(squeeze(quote))), read)

    found = place(kept, words_of("", "", f"<p>{added}</p><p>{before}|{quote}|{'c' * 50}</p><p>{added}</p>"))

    assert found
    assert found.start == start + len(squeeze(added))
