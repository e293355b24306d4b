"""What word processors mean by their styles survives the server's cleaning, whatever way it came."""

import re

import pytest

from articles import richtext
from articles.removed import KINDS, phrase, phrases, removed, sentence
from tests.articles.test_richtext import forbidden
from tests.clipboards import CLIPBOARDS
from tests.hostile_words import FAMILIES


def squeezed(html: str) -> str:
    return " ".join(richtext.plain_text(html).split())


@pytest.mark.parametrize("program", CLIPBOARDS)
def test_the_structure_of_a_paste_stays_and_its_styles_go(program):
    html = richtext.clean(CLIPBOARDS[program])

    assert forbidden(html) == []
    assert [heading.text for heading in richtext.outline(html)] == ["Iron tablets", "How to take them"]
    assert re.findall(r"<strong>(.*?)</strong>", html) == ["one tablet"]
    assert "4.5 × 10<sup>12</sup>/L of blood." in re.sub(r"\s+|&nbsp;", " ", html).replace("  ", " ")
    assert "50 mg" not in squeezed(html)
    assert "65 mg" in squeezed(html)
    assert '<a href="https://www.cdc.gov/iron/">more</a>' in re.sub(r"</?span>", "", html)
    assert html.count("<td>") + html.count("<td ") == 2
    assert not re.search(r"style|color|Mso|ran\(|<img", html)


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ('<p>10<span style="vertical-align: super">9</span>/L</p>', "<p>10<sup>9</sup>/L</p>"),
        ('<p>H<span style="vertical-align:sub">2</span>O</p>', "<p>H<sub>2</sub>O</p>"),
        ('<p><span style="text-decoration:line-through">50</span>5 mg</p>', "<p>5 mg</p>"),
        ("<p><font style='text-decoration: underline line-through'>50</font>5 mg</p>", "<p>5 mg</p>"),
        ('<p><span style="x"><span style="font-weight:700">a</span>b</span>c</p>', "<p><strong>a</strong>bc</p>"),
        ('<b style="font-weight:normal"><p>a <b>c</b></p></b>', "<p>a <strong>c</strong></p>"),
        ('<p><i style="font-style:normal">a</i></p>', "<p>a</p>"),
        ('<p><b style="text-decoration:line-through">50</b>5 mg</p>', "<p>5 mg</p>"),
        ("<p>a</span>b</b></p>", "<p>ab</p>"),
        ('<p title=" style=vertical-align:super">a<span data-style="vertical-align:super">9</span></p>', "<p>a9</p>"),
    ],
)
def test_a_style_that_means_something_becomes_an_element(html, cleaned):
    assert richtext.clean(html) == cleaned


def test_what_was_left_out_is_told_in_kinds_and_counts_and_never_in_its_own_words():
    html = CLIPBOARDS["the web"]

    told = removed(html, richtext.clean(html))

    assert told == [
        "4 scripts",
        "1 embedded page or player",
        "1 struck-out passage, with its words",
        "1 picture from elsewhere",
        "1 link with an address that can't be used",
        "colors, fonts and other styles",
    ]
    assert sentence(told) == f"We left out: {', '.join(told)}."


def test_nothing_is_told_of_words_that_stay_as_they_are():
    html = '<div class="key-points"><p dir="ltr">5 &lt; 10 <a href="tel:988">988</a></p></div>'

    assert (removed(html, richtext.clean(html)), sentence([])) == ([], "")


def test_every_kind_can_be_told_for_one_and_for_many():
    for kind in KINDS:
        assert phrases({kind: 1}) == [phrase(kind, 1)]
        assert phrase(kind, 1) != phrase(kind, 2) or kind == "style"


@pytest.mark.parametrize("family", ["script", "handlers", "javascript", "data", "foreign"])
def test_whatever_would_have_run_is_told(family):
    silent = [html for html in FAMILIES[family] if "ran(" in html and "ran(" not in richtext.clean(html)]

    assert [html for html in silent if not removed(html, richtext.clean(html))] == []
