"""Pairs the blocks of two texts: those that stayed, those that changed, and those that stand in another place now."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from articles.comparison.reading import Block
from articles.comparison.sequences import Budget, matches

MOST_PAIRS: Final = 2_500  # of blocks, weighed against each other in one gap
ALIKE: Final = 0.4  # share of common words from which two blocks in the same gap are one that changed
ALIKE_ELSEWHERE: Final = 0.75  # ... and in different places, one that was moved and changed
FEWEST_WORDS_TO_MOVE: Final = 4
SHORT: Final = 4  # words: a cell or a heading whose words were all replaced is still the same cell

_WORD: Final = re.compile(r"\w+")
_NOT_MOVED: Final = frozenset({"td", "th"})


@dataclass(slots=True)
class Alignment:
    """Which block became which. `pairs` grow on both sides; `moved` cross them."""

    pairs: list[tuple[int, int]]
    moved: dict[int, int] = field(default_factory=dict)  # old -> new


def align(old: list[Block], new: list[Block], budget: Budget) -> Alignment:
    """Every block is in at most one pair; what is in none came or went."""
    pairs = matches([_key(block) for block in old], [_key(block) for block in new], budget)
    bags = [_words(block) for block in old], [_words(block) for block in new]
    inner: list[tuple[int, int]] = []
    ends = [(-1, -1), *pairs, (len(old), len(new))]
    for (a, b), (c, d) in pairwise(ends):
        if c - a > 1 and d - b > 1:
            inner += _most_alike(old, new, range(a + 1, c), range(b + 1, d), bags, budget)
    found = Alignment(sorted(pairs + inner))
    found.moved = _moved(old, new, found.pairs, bags, budget)
    return found


Bags = tuple[list[frozenset[str]], list[frozenset[str]]]


def _key(block: Block) -> tuple[str, tuple[str, ...]]:
    return (block.text, ()) if block.text else ("", block.names)


def _words(block: Block) -> frozenset[str]:
    return frozenset(_WORD.findall(block.text.lower()))


def _share(old: frozenset[str], new: frozenset[str]) -> float:
    """0 where they have no word in common, 1 where they have all."""
    total = len(old) + len(new)
    return 2 * len(old & new) / total if total else 0.0


def _alike(old: Block, new: Block, before: frozenset[str], after: frozenset[str]) -> float:
    same_place = old.names == new.names
    short = same_place and max(len(before), len(after)) <= SHORT
    return _share(before, after) + (0.4 if short else 0.1 if same_place else 0.0)


def _most_alike(
    old: list[Block], new: list[Block], olds: range, news: range, bags: Bags, budget: Budget
) -> list[tuple[int, int]]:
    """The pairs of one gap whose likeness adds up to the most, in order."""
    before, after = bags
    work = len(olds) * len(news)
    if work > MOST_PAIRS or not budget.spend(work * 10):
        budget.coarse = True
        return []
    likeness = [[_alike(old[i], new[j], before[i], after[j]) for j in news] for i in olds]
    best = [[0.0] * (len(news) + 1) for _row in range(len(olds) + 1)]
    for i in range(len(olds) - 1, -1, -1):
        for j in range(len(news) - 1, -1, -1):
            paired = best[i + 1][j + 1] + likeness[i][j] if likeness[i][j] >= ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(olds) and j < len(news):
        if likeness[i][j] >= ALIKE and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            pairs.append((olds[i], news[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _moved(
    old: list[Block], new: list[Block], pairs: list[tuple[int, int]], bags: Bags, budget: Budget
) -> dict[int, int]:
    """Blocks that came in one place and went in another with the same words, or nearly the same."""
    paired_old, paired_new = {i for i, _j in pairs}, {j for _i, j in pairs}
    gone = [i for i, block in enumerate(old) if i not in paired_old and _can_move(block, bags[0][i])]
    come = [j for j, block in enumerate(new) if j not in paired_new and _can_move(block, bags[1][j])]
    places: dict[str, list[int]] = defaultdict(list)
    for j in reversed(come):
        places[new[j].text].append(j)
    moved = {i: places[old[i].text].pop() for i in gone if places[old[i].text]}
    taken = set(moved.values())
    gone, come = [i for i in gone if i not in moved], [j for j in come if j not in taken]
    if not gone or not come:
        return moved
    work = len(gone) * len(come)
    if work > MOST_PAIRS or not budget.spend(work * 10):
        budget.coarse = True
        return moved
    likely = [(_share(bags[0][i], bags[1][j]), i, j) for i in gone for j in come]
    for share, i, j in sorted(likely, key=lambda each: (-each[0], each[1], each[2])):
        if share >= ALIKE_ELSEWHERE and i not in moved and j not in taken:
            moved[i] = j
            taken.add(j)
    return moved


def _can_move(block: Block, words: frozenset[str]) -> bool:
    return (
        block.kind not in _NOT_MOVED
        and bool(words)
        and (len(words) >= FEWEST_WORDS_TO_MOVE or block.kind in ("h2", "h3", "h4"))
    )
