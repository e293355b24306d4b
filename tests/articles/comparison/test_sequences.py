from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.comparison.sequences import MOST_WORK, Budget, matches

ITEMS = st.lists(st.integers(0, 3), max_size=14)


def longest(old, new):
    """How long the longest common subsequence is, by the textbook."""
    rows = [[0] * (len(new) + 1) for _each in range(len(old) + 1)]
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            rows[i + 1][j + 1] = rows[i][j] + 1 if one == other else max(rows[i][j + 1], rows[i + 1][j])
    return rows[-1][-1]


@given(ITEMS, ITEMS)
def test_what_is_common_is_found_in_order_and_none_is_missed(old, new):
    found = matches(old, new, Budget())

    assert [old[i] for i, _j in found] == [new[j] for _i, j in found]
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))
    assert len(found) == longest(old, new)


PATHOLOGICAL = {
    "two words in every order": ("ab" * 6_000, "abba" * 3_000),
    "one the other way round": (list(range(12_000)), list(range(12_000))[::-1]),
    "one word over and over": ("a" * 12_000, "b" + "a" * 9_000 + "b"),
    "nothing in common": (list(range(9_000)), list(range(9_000, 18_000))),
    "every second word is new": (list(range(9_000)), [each if each % 2 else -each for each in range(9_000)]),
}


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_the_work_is_bounded_whatever_the_words(name):
    old, new = PATHOLOGICAL[name]
    budget = Budget()

    found = matches(old, new, budget)

    assert budget.spent <= MOST_WORK
    assert [old[i] for i, _j in found] == [new[j] for _i, j in found]


def test_what_is_rougher_than_it_could_be_says_so():
    budget, enough = Budget(100), Budget()
    old, new = "abc" * 40, "bca" * 20 + "cab" * 20

    matches(old, new, budget)
    matches(old, new, enough)

    assert (budget.coarse, enough.coarse) == (True, False)
