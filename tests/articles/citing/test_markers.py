import re

from hypothesis import given
from hypothesis import strategies as st

from articles import richtext
from articles.citing.markers import Marker, find, renumber, unlisted

A, B, C = "aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"


def mark(number: int | str, key: str = "") -> str:
    source = f' data-source="{key}"' if key else ""
    return f'<sup><a href="#ref-{0 if number == "?" else number}"{source}>{number}</a></sup>'


def test_numbers_follow_the_order_in_which_sources_are_first_cited():
    words = f"<p>One{mark(3, C)} two{mark(1, A)} one again{mark(3, C)}.</p>"

    numbered = renumber(words, [A, B, C])

    assert numbered.html == f"<p>One{mark(1, C)} two{mark(2, A)} one again{mark(1, C)}.</p>"
    assert numbered.order == (2, 0, 1)


def test_a_marker_without_a_key_means_the_place_it_names_and_is_given_its_key():
    assert renumber(f"<p>{mark(2)}{mark(1)}</p>", [A, B]).html == f"<p>{mark(1, B)}{mark(2, A)}</p>"


def test_the_key_counts_and_not_the_number_that_came_with_a_copy():
    assert renumber(f"<p>{mark(7, B)}</p>", [A, B]).html == f"<p>{mark(1, B)}</p>"


def test_grouped_citations_are_numbered_one_by_one():
    words = '<p>So<sup><a href="#ref-2">2</a>,<a href="#ref-1">1</a></sup>.</p>'

    assert re.sub(r"<[^>]+>", "", renumber(words, [A, B]).html) == "So1,2."


def test_brackets_and_emphasis_around_a_number_stay():
    words = '<p><a href="#ref-2">[2]</a> <a href="#ref-1"><sup>1</sup></a></p>'

    assert re.sub(r'( data-source="\w+")', "", renumber(words, [A, B]).html) == (
        '<p><a href="#ref-1">[1]</a> <a href="#ref-2"><sup>2</sup></a></p>'
    )


def test_words_as_a_marker_stay_words():
    words = '<p><a href="#ref-2">Feder 2014</a></p>'

    assert renumber(words, [A, B]).html == f'<p><a href="#ref-1" data-source="{B}">Feder 2014</a></p>'


def test_a_source_that_nobody_knows_is_never_taken_for_another_one():
    assert renumber(f"<p>{mark(1, C)}</p>", [A, B]).html == f"<p>{mark('?', C)}</p>"


def test_a_number_beyond_the_list_stays_for_its_writer_to_mend():
    assert renumber(f"<p>{mark(9)}</p>", [A, B]).html == f"<p>{mark(9)}</p>"


def test_a_number_that_meant_nothing_does_not_come_to_mean_a_source_brought_in():
    words = f"<p>{mark(2)}{mark(5, C)}</p>"

    assert renumber(words, [A, C], typed=1).html == f"<p>{mark('?')}{mark(1, C)}</p>"


def test_a_source_that_turned_out_to_be_another_one_takes_its_markers_along():
    assert renumber(f"<p>{mark(1, C)}</p>", [A, B], same={C: B}).html == f"<p>{mark(1, B)}</p>"


def test_a_key_that_is_none_is_dropped():
    words = '<p><a href="#ref-1" data-source="JAVASCRIPT">1</a></p>'

    assert find(words) == [Marker(1, "")]
    assert richtext.clean(words) == '<p><a href="#ref-1">1</a></p>'


def test_what_the_list_lacks_is_named_once():
    assert unlisted(f"<p>{mark(1, A)}{mark(2, C)}{mark(2, C)}{mark(1)}</p>", [A]) == [C]


def test_a_marker_that_shows_that_its_source_is_gone_does_not_bring_it_back():
    assert unlisted(f"<p>{mark('?', C)}</p>", [A]) == []


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["", A, B, C, "dddddddddd"]))), st.permutations([A, B, C]))
def test_renumbering_again_changes_nothing_and_no_marker_changes_its_source(marks, listed):
    words = richtext.clean("<p>x" + "".join(mark(number, key) for number, key in marks) + "</p>")

    once = renumber(words, listed)
    reordered = [listed[place] for place in once.order]
    again = renumber(once.html, reordered)

    assert again.html == richtext.clean(once.html) == once.html
    assert sorted(once.order) == list(range(len(listed)))
    for (number, key), after in zip(marks, find(once.html), strict=True):
        meant = key or (listed[number - 1] if 1 <= number <= len(listed) else "")
        led_to = reordered[after.number - 1] if 1 <= after.number <= len(reordered) else ""
        assert led_to == (meant if meant in listed else "")
