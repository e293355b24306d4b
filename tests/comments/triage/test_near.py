"""A costly pattern finds the same around its clues as in the whole text."""

import re

import pytest

from comments.triage.near import near

CLUE = re.compile("@")
PATTERN = re.compile(r"(?<!\w)\w{1,5}@\w{1,3}(?!\w)")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "@",
        "nothing here",
        "ann@abc",
        "x ann@abc, bob@de",
        "a@b c@d " * 5,
        "far " * 20 + "ann@abc" + " far" * 20 + " z@z",
    ],
)
def test_what_is_near_a_clue_is_found_once_and_in_order(text):
    found = near(CLUE, PATTERN, text, before=5, after=4)

    assert [match.span() for match in found] == [match.span() for match in PATTERN.finditer(text)]


def test_letters_before_the_part_that_is_looked_at_still_count():
    assert list(near(CLUE, PATTERN, "abcdefgh@xyz", before=5, after=4)) == []
