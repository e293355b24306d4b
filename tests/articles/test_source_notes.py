"""Beside each marker a button opens its source in place; nothing else of the words changes, and nobody's HTML can."""

import re

from articles.richtext import clean, clean_for_readers, plain_text
from articles.source_notes import cited, with_notes

TITLES = {1: 'Sleep "and" <b>mood</b>', 2: "Walking " + "far " * 60}
MARKER = '<sup><a href="#ref-{0}" data-source="0123456789">{0}</a></sup>'


def without_notes(html):
    return re.sub(r"<button.*?</button>|</?span[^>]*>", "", html)


def test_a_marker_has_a_button_with_the_name_of_its_source_and_the_first_a_place_to_come_back_to():
    words = clean(f"<p>Walk{MARKER.format(1)}, often{MARKER.format(1)}.</p>")

    shown = clean_for_readers(with_notes(words, TITLES))

    name = "Source 1: Sleep &quot;and&quot; &lt;b&gt;mood&lt;/b&gt;"
    button = f'<button type="button" popovertarget="note-1" aria-label="{name}">1</button>'
    assert shown.count(button.replace("&lt;", "<").replace("&gt;", ">")) + shown.count(button) == 2
    assert re.findall(r'<span id="cite-(\d)"><a href="#ref-1" data-source="0123456789">1</a><button', shown) == ["1"]
    assert without_notes(shown) == words
    assert plain_text(with_notes(words, TITLES, buttons=False)) == plain_text(words)


def test_only_of_two_markers_side_by_side_the_second_gets_a_comma():
    words = clean(f"<p>Walk{MARKER.format(1)}{MARKER.format(2)} often. Rest{MARKER.format(2)}</p>")

    shown = clean_for_readers(with_notes(words, TITLES))

    assert re.findall(r"<span([^>]*)>", shown) == [' id="cite-1"', ' id="cite-2" class="cite-next"', ""]


def test_a_long_title_is_told_in_short():
    [name] = re.findall(r'aria-label="([^"]*)"', with_notes(MARKER.format(2), TITLES))

    assert (len(name), name[-1]) == (130, "…")


def test_a_link_that_says_more_than_its_number_and_a_marker_of_nothing_stay_links():
    words = clean(
        '<p><a href="#ref-1">the study</a> <a href="#ref-1">12</a> <a href="#ref-9">9</a>'
        ' <a href="#ref-2">[<em>2</em>]</a></p>'
    )

    assert with_notes(words, TITLES).count("<button") == 1
    assert cited(words) == {2, 9}


def test_no_words_can_bring_such_a_button_of_their_own():
    own = '<p><span id="cite-1"><button popovertarget="note-1" aria-label="Buy">Buy</button></span>Walk.</p>'

    assert clean(own) == "<p>BuyWalk.</p>"
    assert (
        clean_for_readers('<button popovertarget="main" formaction="/x" onclick="x">1</button>') == "<button>1</button>"
    )
