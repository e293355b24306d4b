import pytest

from articles.comparison import Words, compare


def changed(old: str, new: str) -> list[tuple[str, str]]:
    found = compare(Words(body=old), Words(body=new)).numbers
    return [(each.old.text if each.old else "", each.new.text if each.new else "") for each in found]


@pytest.mark.parametrize(("old", "new", "expected"), [
    ("Take 0.5 mg.", "Take 5 mg.", [("0.5 mg", "5 mg")]),
    ("Take 5 mg.", "Take 5 mcg.", [("5 mg", "5 mcg")]),
    ("Take 5mg.", "Take 50mg.", [("5mg", "50mg")]),
    ("Take 5 mg daily.", "Take 5 mg weekly.", [("5 mg daily", "5 mg weekly")]),
    ("Take it daily.", "Take it weekly.", [("daily", "weekly")]),
    ("For 2-4 weeks.", "For 2-6 weeks.", [("2-4 weeks", "2-6 weeks")]),
    ("For 2-4 weeks.", "For 24 weeks.", [("2-4 weeks", "24 weeks")]),
    ("Take 1/2 tablet.", "Take 1 tablet.", [("1/2 tablet", "1 tablet")]),
    ("Take half a tablet.", "Take two tablets.", [("half a tablet", "two tablets")]),
    ("Take it twice a day.", "Take it three times a day.", [("twice a day", "three times a day")]),
    ("About 20% do.", "About 25% do.", [("20%", "25%")]),
    ("On 12 March 2024 it", "On 13 March 2024 it", [("12 March 2024", "13 March 2024")]),
    ("On 2024-03-12 it", "On 2024-04-12 it", [("2024-03-12", "2024-04-12")]),
    ("At ≤ 5 mmol/L it", "At ≥ 5 mmol/L it", [("≤ 5 mmol/L", "≥ 5 mmol/L")]),
    ("At 38 °C go", "At 39 °C go", [("38 °C", "39 °C")]),
    ("10<sup>9</sup>/L", "10<sup>6</sup>/L", [("10^9/L", "10^6/L")]),
    ("10<sup>9</sup> cells", "109 cells", [("10^9", "109")]),
    ("You can take 5 mg.", "You can take it.", [("5 mg", "")]),
    ("You can take it.", "You can take 5 mg.", [("", "5 mg")]),
    ("5 mg at noon, 10 mg at night", "10 mg at noon, 5 mg at night", [("5 mg", "10 mg"), ("10 mg", "5 mg")]),
    ("Call 988.", "Call 911.", [("988", "911")]),
    ("Take 1.5 mg.", "Take 15 mg.", [("1.5 mg", "15 mg")]),
    ("Take .5 mg.", "Take 5 mg.", [(".5 mg", "5 mg")]),
    ("1,000 units", "10,000 units", [("1,000 units", "10,000 units")]),
    ("at -5 °C", "at 5 °C", [("-5 °C", "5 °C")]),
])  # fmt: skip
def test_a_number_that_changed_is_told_as_it_was_and_is(old, new, expected):
    assert changed(f"<p>{old}</p>", f"<p>{new}</p>") == expected


@pytest.mark.parametrize(("old", "new"), [
    ("Take 5 mg.", "Take 5mg."),
    ("Take 0.5 mg.", "Take 0,5 mg."),
    ("Take 5 mg.", "Take 5\u00a0mg."),
    ("Take 5 mcg.", "Take 5 µg."),
    ("For 2-4 weeks.", "For 2–4 weeks."),
    ("For 2-4 weeks.", "For 2 to 4 weeks."),
    ("Take 1/2 tablet.", "Take ½ tablet."),
    ("1,000 people", "1 000 people"),
    ("20% do", "20 percent do"),
    ("On 12 March 2024", "On March 12, 2024"),
    ("Take two tablets.", "Take 2 tablets."),
    ("Take 5 mg now.", "Take <strong>5</strong> mg now."),
    ("Take 5 mg now.", "Please take 5 mg at once."),
    ("It was 2020<sup><a href=\"#ref-1\">1</a></sup>.", "It was 2020<sup><a href=\"#ref-2\">2</a></sup>."),
    ("one of the best", "among the best"),
    ("Sleep well for 8 hours. Then walk.", "Then walk. Sleep well for 8 hours."),
])  # fmt: skip
def test_a_number_written_otherwise_or_elsewhere_did_not_change(old, new):
    assert changed(f"<p>{old}</p>", f"<p>{new}</p>") == []


def test_a_paragraph_cut_in_two_changes_no_number():
    old, new = "<p>Start low and slow. Take 5 mg at night.</p>", "<p>Start low and slow.</p><p>Take 5 mg at night.</p>"

    assert changed(old, new) == []


def test_a_moved_paragraph_changes_no_number():
    first, second = "<p>Adults take 5 mg of it at night.</p>", "<p>Children should not take it at all, ever.</p>"

    assert changed(first + second + "<p>End.</p>", second + first + "<p>End.</p>") == []


def test_a_number_comes_with_the_words_around_it_and_its_heading():
    found = compare(
        Words(body="<h2>Dose</h2><p>Adults take 0.5 mg at night.</p>"),
        Words(body="<h2>Dose</h2><p>Adults take 5 mg at night.</p>"),
    ).numbers

    assert [(each.field, each.heading, each.new.before, each.new.after) for each in found] == [
        ("body", "Dose", "Adults take ", " at night.")
    ]


def test_numbers_of_the_title_and_the_summary_are_told_too():
    found = compare(Words(title="5 ways", summary="In 2 weeks"), Words(title="7 ways", summary="In 3 weeks")).numbers

    assert [(each.field, each.old.text, each.new.text) for each in found] == [
        ("title", "5", "7"),
        ("summary", "2 weeks", "3 weeks"),
    ]
