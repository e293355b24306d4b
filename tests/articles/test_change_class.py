import pytest

from articles.change_class import floor
from articles.comparison import Words
from articles.enums import ChangeClass

TYPO, EDITORIAL, CLINICAL = ChangeClass.TYPO, ChangeClass.EDITORIAL, ChangeClass.CLINICAL
REFERENCE = (("kind", "book"), ("title", "Sleep"), ("year", "2023"))


def of(old: str, new: str) -> ChangeClass:
    return floor(Words(body=f"<p>{old}</p>"), Words(body=f"<p>{new}</p>")).change_class


@pytest.mark.parametrize(("old", "new"), [
    ("It is teh best way.", "It is the best way."),
    ("Teh best way.", "The best way."),
    ("You will recieve a letter.", "You will receive a letter."),
    ("It is definately so.", "It is definitely so."),
    ("It helps , and heals.", "It helps, and heals."),
    ("It helps you sleep", "It helps you sleep."),
    ("the clinic opens", "The clinic opens"),
    ("Take  5mg.", "Take 5 mg."),
    ("A follow up visit", "A follow-up visit"),
    ('See <a href="/a/">teh page</a>.', 'See <a href="/a/">the page</a>.'),
])  # fmt: skip
def test_a_mended_typo_is_a_typo(old, new):
    assert of(old, new) == TYPO


def test_equal_words_are_a_typo_without_a_reason():
    words = Words(title="Sleep", body="<p>Well.</p>", references=(REFERENCE,))

    assert (floor(words, words).change_class, floor(words, words).reasons) == (TYPO, ())


@pytest.mark.parametrize(("old", "new"), [
    ("People enjoy the garden.", "Visitors love the garden."),
    ("We thank our team.", "We thank our kind team."),
    ("A <strong>kind</strong> word.", "A <em>kind</em> word."),
    ("A form of words.", "A from of words."),
    ("It is alot of fun.", "It is a lot of fun."),
    ("Ask Smyth about it.", "Ask Smith about it."),
    ("I like the color.", "I like the colour of it."),
])  # fmt: skip
def test_other_wording_is_editorial(old, new):
    assert of(old, new) == EDITORIAL


@pytest.mark.parametrize(("old", "new"), [
    ("Take 0.5 mg.", "Take 5 mg."),
    ("Take 5 mg.", "Take 5 mcg."),
    ("20% of people", "25% of people"),
    ("for two weeks", "for three weeks"),
    ("for weeks", "for days"),
    ("On 12 March 2024", "On 13 March 2024"),
    ("10<sup>9</sup> cells", "109 cells"),
    ("less than &lt; that", "less than &gt; that"),
    ("He has hypertension.", "He has hypotension."),
    ("You can drive.", "You can't drive."),
    ("You can drive.", "You can’t drive."),
    ("You can drive.", "You can not drive."),
    ("take it", "take not it"),
    ("Nto now.", "Not now."),
    ("It is safe.", "It is unsafe."),
    ("It is usual.", "It is unusual."),
    ("It is painless.", "It is painful."),
    ("with food", "without food"),
    ("with food", "wihtout food"),
    ("before meals", "after meals"),
    ("It may help.", "It will help."),
    ("You must rest.", "You should rest."),
    ("Take sertraline.", "Take fluoxetine."),
    ("Take setraline.", "Take sertraline."),
    ("Take Zoloft.", "Take Zolft."),
    ("an increase", "a decrease"),
    ("Stop walking.", "Start walking."),
    ("for adults", "for children"),
    ("Left arm or right.", "Left arm, never right."),
    ('<a href="/a/">here</a>', '<a href="/b/">here</a>'),
    ("here", '<a href="/b/">here</a>'),
    ('<a href="/a/">teh page</a>', '<a href="/b/">the page</a>'),
    ('Call <a href="tel:911">us</a>', 'Call <a href="tel:988">us</a>'),
])  # fmt: skip
def test_other_advice_is_clinical(old, new):
    assert (of(old, new), of(new, old)) == (CLINICAL, CLINICAL)


@pytest.mark.parametrize("name", ["disclaimer", "interests", "topic", "correction_said", "correction_says"])
def test_some_fields_are_clinical_whatever_changes_in_them(name):
    assert floor(Words(**{name: "teh end"}), Words(**{name: "the end"})).change_class == CLINICAL


def test_any_change_of_the_references_is_clinical():
    other = (("kind", "book"), ("title", "Sleep."), ("year", "2023"))

    assert [floor(Words(references=(REFERENCE,)), Words(references=new)).change_class for new in [(), (other,)]] == [
        CLINICAL,
        CLINICAL,
    ]


@pytest.mark.parametrize(("old", "new"), [
    ("<h2>Side effects</h2><p>People feel tired.</p>", "<h2>Side effects</h2><p>People feel sleepy.</p>"),
    ("<h2>Side effects</h2><h3>Skin</h3><p>A red spot.</p>", "<h2>Side effects</h2><h3>Skin</h3><p>A pink spot.</p>"),
    ("<h2>Warning</h2><p>So.</p>", "<h2>Notes</h2><p>So.</p>"),
    ("<h2>Warning</h2><p>So.</p>", "<h3>Warning</h3><p>So.</p>"),
    ("<h2>Warning</h2><p>So.</p>", "<p>So.</p>"),
    ('<section class="risks"><p>Red skin</p></section>', '<section class="risks"><p>Pink skin</p></section>'),
    ('<div class="care-card"><p>Red skin</p></div>', "<p>Red skin</p>"),
    (
        '<div class="care-card care-card--emergency"><p>Red skin</p></div>',
        '<div class="care-card care-card--non-urgent"><p>Red skin</p></div>',
    ),
    ('<div class="off-label"><p>Red skin</p></div>', '<div class="off-label"><p>Pink skin</p></div>'),
])  # fmt: skip
def test_words_where_risks_are_named_are_clinical(old, new):
    assert floor(Words(body=old), Words(body=new)).change_class == CLINICAL


def test_words_after_the_section_on_risks_are_not():
    old = "<h2>Risks</h2><p>Red skin.</p><h2>Our garden</h2><p>We like roses.</p>"

    assert floor(Words(body=old), Words(body=old.replace("roses", "tulips"))).change_class == EDITORIAL


def test_a_moved_paragraph_is_editorial_and_clinical_where_it_advises():
    garden, house = "<p>Our garden has roses and tulips.</p>", "<p>Our house has windows and doors and a roof.</p>"
    advice, end = "<p>Children must never take this medicine alone.</p>", "<p>Goodbye and thank you, dear reader.</p>"

    assert floor(Words(body=garden + house + end), Words(body=house + end + garden)).change_class == EDITORIAL
    assert floor(Words(body=advice + house + end), Words(body=house + end + advice)).change_class == CLINICAL


def test_a_table_cell_that_changed_its_row_is_clinical():
    old = "<table><tbody><tr><td>A</td><td>x</td></tr><tr><td>B</td><td>y</td></tr></tbody></table>"
    new = "<table><tbody><tr><td>A</td><td>x</td><td>B</td></tr><tr><td>y</td></tr></tbody></table>"

    assert floor(Words(body=old), Words(body=new)).change_class == CLINICAL


def test_the_reasons_name_the_words():
    found = floor(Words(body="<p>Take 0.5 mg.</p>"), Words(body="<p>Take 5 mg.</p>"))

    assert found.reasons[0] == "The number 0.5 mg became 5 mg."


def test_one_typo_among_clinical_changes_does_not_make_it_lighter():
    assert of("Teh dose is 5 mg.", "The dose is 50 mg.") == CLINICAL
