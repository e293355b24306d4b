"""Whether a word is spelt right, and how far apart two spellings are. The first question loads the dictionary."""

from collections.abc import Iterable
from functools import cache
from typing import Final

MOST_EDITS: Final = 2


def is_known(word: str) -> bool:
    """Whether the English dictionary has this word, in any case."""
    return word.lower().replace("’", "'") in _dictionary()


def is_misspelling_of(old: str, new: str) -> bool:
    """Whether `old` is no word and `new` the one that was meant: at most two letters apart, one in a short word."""
    edits = 1 if min(len(old), len(new)) <= 4 else MOST_EDITS
    return not is_known(old) and is_known(new) and _are_within(old.lower(), new.lower(), edits)


def is_garbled(word: str, meant: Iterable[str]) -> bool:
    """Whether this is no word, and one letter away from one of those: "wihtout" may have to say "without"."""
    lower = word.lower()
    return len(lower) > 3 and not is_known(word) and any(_are_within(lower, each, 1) for each in meant if len(each) > 3)


@cache
def _dictionary() -> frozenset[str]:
    from spellchecker import SpellChecker  # noqa: PLC0415  a tenth of a second that most processes never need

    return frozenset(SpellChecker(language="en", distance=1).word_frequency.dictionary)


def _are_within(old: str, new: str, edits: int) -> bool:
    """Whether that many letters added, dropped, changed or swapped with their neighbour make one of the other."""
    if abs(len(old) - len(new)) > edits:
        return False
    before: list[int] = []
    row = list(range(len(new) + 1))
    for i, letter in enumerate(old, 1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(new, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            swapped = i > 1 and j > 1 and letter == new[j - 2] and old[i - 2] == other
            row.append(min(cost, earlier[j - 2] + 1) if swapped else cost)
    return row[-1] <= edits
