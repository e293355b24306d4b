"""Parts are taken out, and nothing can be put in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.triage import Signal, label, personal_parts, redacted, sentence, without

TEXT = "Call 415-555-2671 or mail anna@example.com. My wife Anna knows."


def phone(start, end):
    return Signal("personal_data", start, end, "phone")


def test_a_label_stands_where_a_part_was():
    assert redacted(TEXT, personal_parts(TEXT)) == (
        "Call [phone number removed] or mail [e-mail address removed]. [name removed] knows."
    )


def test_the_reader_removes_parts_without_a_trace():
    assert without(TEXT, personal_parts(TEXT)) == "Call or mail . knows."


def test_the_order_of_the_parts_does_not_matter():
    parts = personal_parts(TEXT)

    assert redacted(TEXT, reversed(parts)) == redacted(TEXT, parts)


@pytest.mark.parametrize("take_out", [without, redacted])
@pytest.mark.parametrize(
    "parts",
    [
        [phone(-1, 3)],
        [phone(0, 0)],
        [phone(3, 2)],
        [phone(0, len(TEXT) + 1)],
        [phone(0, 5), phone(4, 6)],
        [phone(0, 5), phone(0, 5)],
    ],
)
def test_a_part_that_is_not_there_or_overlaps_is_refused(take_out, parts):
    with pytest.raises(ValueError, match=r"There is no part|overlaps"):
        take_out(TEXT, parts)


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_whatever_the_parts_only_removal_happens(text, pairs):
    parts = [phone(start, end) for start, end in pairs]
    try:
        left = without(text, parts)
    except ValueError:
        return

    letters = iter(text)
    assert all(char in letters for char in left)  # what is left is a subsequence of what was
    assert redacted(text, parts).count(label("personal_data", "phone")) >= len(parts)


def test_nothing_to_take_out_changes_nothing():
    assert without(TEXT, []) == redacted(TEXT, []) == TEXT


def test_what_has_no_label_of_its_own_is_removed_visibly():
    assert label("abuse", "insult") == "[removed]"
    assert label("link", "url") == "[link removed]"


def test_a_detail_without_a_sentence_has_its_codes():
    assert sentence(Signal("link", 0, 1, "url")) == "Leads to another site."
    assert sentence(Signal("personal_data", 0, 1, "phone")) == "A phone number."
