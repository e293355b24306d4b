"""What each kind of article starts with, and how what is missing is found."""

import pytest

from articles import richtext
from articles.editor import ArticleEditor
from articles.enums import ArticleKind
from articles.headings import headings_without_words
from articles.kinds import SECTIONS, missing_sections, prompts, template


def headings(kind: ArticleKind) -> list[str]:
    return [str(section.heading) for section in SECTIONS[kind]]


@pytest.mark.parametrize("kind", ArticleKind)
def test_a_template_is_made_of_what_words_may_hold_and_has_all_its_sections(kind):
    html = richtext.clean(template(kind))

    assert richtext.clean(html) == html
    assert [heading.text for heading in richtext.outline(html)] == headings(kind)
    assert list(missing_sections(kind, html)) == []


@pytest.mark.parametrize("kind", ArticleKind)
def test_the_prompts_are_in_no_words(kind):
    told = [str(section.prompt) for section in SECTIONS[kind]]

    assert [prompt for prompt in told if prompt in template(kind)] == []
    assert headings_without_words(richtext.clean(template(kind))) == headings(kind)


def test_a_treatment_has_the_sections_that_a_balanced_account_needs():
    assert headings(ArticleKind.TREATMENT) == [
        "Key points",
        "What it is",
        "Who it may help",
        "Benefits",
        "Risks and side effects",
        "Other options",
        "If you do nothing",
        "What we don't know yet",
        "When to get help",
    ]


def test_a_section_is_found_by_its_heading_or_by_its_box():
    html = richtext.clean(
        '<div class="key-points"><h2>In short</h2></div><h2>OTHER options</h2><p>x</p>'
        '<section class="risks"><h2>Harms</h2></section><div class="care-card care-card--urgent"><h3>x</h3></div>'
    )

    missing = [str(section.heading) for section in missing_sections("treatment", html)]

    assert missing == ["What it is", "Who it may help", "Benefits", "If you do nothing", "What we don't know yet"]


def test_words_without_a_kind_miss_nothing():
    assert list(missing_sections("", "<p>x</p>")) == []


@pytest.mark.parametrize(
    ("html", "empty"),
    [
        ("<h2>A</h2><p>x</p><h2>B</h2><p>&nbsp;</p>", ["B"]),
        ("<h2>A</h2><h3>B</h3><p>x</p>", []),
        ("<h2>A</h2><ul><li></li></ul><h2>B</h2><p>x</p>", ["A"]),
        ("<h3>A</h3><h2>B</h2>", ["A", "B"]),
        ('<h2>A</h2><figure class="picture"><img alt="" src="x"></figure>', []),
        ("<p>x</p>", []),
    ],
)
def test_a_heading_with_nothing_under_it_is_found(html, empty):
    assert headings_without_words(html) == empty


def test_the_editor_knows_a_prompt_for_every_heading():
    assert ArticleEditor().config["clinicPrompts"] == prompts()
    assert set(prompts()) == {heading for kind in ArticleKind for heading in headings(kind)}
