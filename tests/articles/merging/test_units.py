import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.merging.units import blocks, sentences, words
from articles.richtext import clean

HTML = (
    '<h2>Dose</h2><p>Take <strong>5. 10</strong> mg. See <a href="https://a.example/">A. B.</a> first. Rest</p>'
    "<ul><li>One. Two.</li></ul><hr><p>End.</p>"
)


def test_a_sentence_is_one_unit_and_never_ends_inside_an_inline_element():
    assert sentences(HTML) == [
        "<h2>", "Dose", "</h2>", "<p>", "Take <strong>5. 10</strong> mg. ",
        'See <a href="https://a.example/">A. B.</a> first. ', "Rest", "</p>",
        "<ul>", "<li>", "One. ", "Two.", "</li>", "</ul>", "<hr>", "<p>", "End.", "</p>",
    ]  # fmt: skip


def test_blocks_are_whole():
    assert [unit[:4] for unit in blocks(HTML)] == ["<h2>", "<p>T", "<ul>", "<hr>", "<p>E"]


def test_words_numbers_and_tags_are_the_smallest_units():
    assert words("It’s 1.5 mg<br>&amp; no") == ["It’s", " ", "1.5", " ", "mg", "<br>", "&amp;", " ", "no"]


@pytest.mark.parametrize("cut", [sentences, blocks, words])
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<strong>", "</strong>", "<ul><li>", "</li></ul>", "A. ", "b! ", "<br>", "5 mg"]
        )
    )
)
def test_units_joined_are_the_html_again(cut, parts):
    html = clean("".join(parts))

    assert "".join(cut(html)) == html


def test_a_page_of_full_stops_is_cut_in_linear_time():
    assert len(sentences("<p>" + "." * 199_000 + "</p>")) == 3
