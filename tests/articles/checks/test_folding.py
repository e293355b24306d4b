"""Searching in small letters finds what `re.IGNORECASE` finds, in the same places."""

import re

import pytest

from articles.checks.folding import matches, small_letters


@pytest.mark.parametrize("text", ["", "Suicide AND PTSD", "İstanbul’s Straße ẞ", "ΑΒΓ é É \U0001f600"])
def test_small_letters_stand_where_the_others_stood(text):
    small = small_letters(text)

    assert len(small) == len(text)
    assert [(one, two) for one, two in zip(text, small, strict=True) if two not in (one, one.lower())] == []


def places(pattern, text):
    return [match.span() for match in matches(pattern, text, small_letters(text))]


def test_case_does_not_count_where_the_pattern_says_so():
    text = "PTSD, Ptsd İ and ptsd"

    assert places(re.compile(r"(?<!\w)PTSD(?!\w)", re.IGNORECASE), text) == [(0, 4), (6, 10), (17, 21)]


def test_case_counts_where_the_pattern_does_not():
    assert places(re.compile("[A-Z]{2}"), "AB ab Ab") == [(0, 2)]


def test_what_small_letters_would_turn_round_is_sought_as_it_stands():
    assert places(re.compile(r"A\W", re.IGNORECASE), "a! ab A?") == [(0, 2), (6, 8)]
