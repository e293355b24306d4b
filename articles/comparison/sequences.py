"""What two sequences have in common, in order, for a bounded amount of work.

Myers' algorithm where the difference is small, anchors that occur once on both sides where it is not, and nothing at
all (said by `Budget.coarse`) where neither gets there: the answer is then rougher, and still true.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import pairwise
from typing import Final

MOST_WORK: Final = 100_000  # steps for one comparison; tests count them, `make bench` times them
MOST_FOR_ONE: Final = 25_000  # steps for one stretch, before anchors are tried instead

Pairs = list[tuple[int, int]]


class Budget:
    """Counts steps. Whoever finds it empty does the rougher thing and says so."""

    def __init__(self, most: int = MOST_WORK) -> None:
        self.left = most
        self.spent = 0
        self.coarse = False

    def spend(self, steps: int) -> bool:
        """Whether that much could still be afforded; what could not is not spent."""
        if steps > self.left:
            self.coarse = True
            return False
        self.left -= steps
        self.spent += steps
        return True


def matches(old: Sequence[Hashable], new: Sequence[Hashable], budget: Budget) -> Pairs:
    """Pairs of positions with equal items, growing on both sides. Linear, and beyond that within the budget."""
    numbers: dict[Hashable, int] = {}
    first = [numbers.setdefault(item, len(numbers)) for item in old]
    second = [numbers.setdefault(item, len(numbers)) for item in new]
    found: Pairs = []
    stretches = [(0, len(first), 0, len(second))]
    while stretches:
        low, high, left, right = stretches.pop()
        while low < high and left < right and first[low] == second[left]:
            found.append((low, left))
            low, left = low + 1, left + 1
        while low < high and left < right and first[high - 1] == second[right - 1]:
            high, right = high - 1, right - 1
            found.append((high, right))
        if low < high and left < right and budget.spend(high - low + right - left):
            inner, gaps = _within(first[low:high], second[left:right], budget)
            found += [(low + i, left + j) for i, j in inner]
            stretches += [(low + a, low + b, left + c, left + d) for a, b, c, d in gaps]
    return sorted(found)


def _within(old: list[int], new: list[int], budget: Budget) -> tuple[Pairs, list[tuple[int, int, int, int]]]:
    """The pairs of one stretch, and the stretches between them that have to be looked at again."""
    common = set(old) & set(new)
    if not common:
        return [], []
    pairs = _myers(old, new, budget)
    if pairs is not None:
        return pairs, []
    anchors = _anchors(old, new)
    if not anchors:
        budget.coarse = True
        return [], []
    ends = [(-1, -1), *anchors, (len(old), len(new))]
    return anchors, [(a + 1, c, b + 1, d) for (a, b), (c, d) in pairwise(ends)]


def _anchors(old: list[int], new: list[int]) -> Pairs:
    """The longest growing run of items that occur exactly once on each side."""
    once = {item for item, count in Counter(old).items() if count == 1}
    once &= {item for item, count in Counter(new).items() if count == 1}
    where = {item: at for at, item in enumerate(new) if item in once}
    candidates = [(at, where[item]) for at, item in enumerate(old) if item in once]
    ends: list[int] = []
    rows: list[int] = []
    before: list[int] = []
    for row, (_at, position) in enumerate(candidates):
        place = bisect_left(ends, position)
        before.append(rows[place - 1] if place else -1)
        ends[place : place + 1] = [position]
        rows[place : place + 1] = [row]
    found: Pairs = []
    row = rows[-1] if rows else -1
    while row >= 0:
        found.append(candidates[row])
        row = before[row]
    return found[::-1]


def _myers(old: list[int], new: list[int], budget: Budget) -> Pairs | None:
    """The longest common subsequence, or None where it costs too much to find."""
    rows, columns = len(old), len(new)
    most = min(MOST_FOR_ONE, budget.left)
    furthest = {1: 0}
    history: list[dict[int, int]] = []
    steps = 0
    for edits in range(rows + columns + 1):
        reached: dict[int, int] = {}
        for diagonal in range(-edits, edits + 1, 2):
            if diagonal < -columns or diagonal > rows:
                continue
            down = furthest.get(diagonal + 1, -1)
            across = furthest.get(diagonal - 1, -2) + 1
            x = start = down if down >= across else across
            y = x - diagonal
            while x < rows and y < columns and old[x] == new[y]:
                x, y = x + 1, y + 1
            reached[diagonal] = x
            steps += 1 + x - start
            if x == rows and y == columns:
                history.append(reached)
                budget.spend(steps)
                return _walked_back(history, rows, columns)
        history.append(reached)
        furthest = reached
        if steps > most - 2 * (edits + 2):
            budget.spend(min(steps, budget.left))
            return None
    return None


def _walked_back(history: list[dict[int, int]], rows: int, columns: int) -> Pairs:
    pairs: Pairs = []
    x, y = rows, columns
    for edits in range(len(history) - 1, -1, -1):
        earlier = history[edits - 1] if edits else {1: 0}
        down = earlier.get(x - y + 1, -1)
        across = earlier.get(x - y - 1, -2) + 1
        from_x = down if down >= across else across
        from_y = from_x - (x - y)
        while x > from_x and y > from_y:
            x, y = x - 1, y - 1
            pairs.append((x, y))
        if edits:
            x, y = (from_x, from_y - 1) if down >= across else (from_x - 1, from_y)
    return pairs[::-1]
