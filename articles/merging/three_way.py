"""What two sides changed of the same sequence, put together where their changes do not meet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from articles.comparison.sequences import Budget, matches


class Choice(Enum):
    """What becomes of a place that both changed. TOGETHER, both changes in one, is offered where they do not meet."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"  # one after the other
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Place:
    """One stretch of the words: what stood there, and what each side made of it."""

    base: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]

    @property
    def is_clash(self) -> bool:
        """Whether both changed it, and not to the same."""
        return self.mine != self.theirs and self.base not in (self.mine, self.theirs)

    def settled(self) -> tuple[str, ...]:
        """What stands there where nothing clashes: the change of whoever changed it."""
        return self.theirs if self.mine == self.base else self.mine


@dataclass(frozen=True, slots=True)
class _Edit:
    """Items [start, end) of the base became `items`; an insertion has start == end."""

    start: int
    end: int
    items: tuple[str, ...]
    by_me: bool


def places(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str], budget: Budget) -> list[Place]:
    """All of the words in order, the places that nobody changed among them. The work is bounded by the budget: where
    it runs out, places are longer than they could be, and none is wrong.
    """
    edits = sorted(
        [*_edits(base, mine, True, budget), *_edits(base, theirs, False, budget)],
        key=lambda edit: (edit.start, edit.end),
    )
    found: list[Place] = []
    at = 0
    for start, end, met in _meeting(edits):
        found += [_kept(item) for item in base[at:start]]
        old = tuple(base[start:end])
        found.append(Place(old, _side(base, start, end, met, True), _side(base, start, end, met, False)))
        at = end
    return found + [_kept(item) for item in base[at:]]


def together(place: Place, budget: Budget) -> tuple[str, ...] | None:
    """Both changes of one place put into one, or None where they meet there too: a word that neither changed has to
    stand between them.
    """
    parts = places(place.base, place.mine, place.theirs, budget)
    if budget.coarse or any(part.is_clash for part in parts) or _touch(parts):
        return None
    return tuple(item for part in parts for item in part.settled())


def _touch(parts: Sequence[Place]) -> bool:
    """Whether a change of one stands beside a change of the other, with nothing but spaces and signs between."""
    before: bool | None = None  # whether the last change was mine; None once a kept word came after it
    for part in parts:
        if part.mine == part.theirs == part.base:
            before = None if any(char.isalnum() for item in part.base for char in item) else before
            continue
        by_me = part.mine != part.base
        if before is not None and before != by_me:
            return True
        before = by_me
    return False


def _edits(base: Sequence[str], side: Sequence[str], by_me: bool, budget: Budget) -> Iterator[_Edit]:
    was = now = 0
    for i, j in [*matches(base, side, budget), (len(base), len(side))]:
        if i > was or j > now:
            yield _Edit(was, i, tuple(side[now:j]), by_me)
        was, now = i + 1, j + 1


def _meeting(edits: list[_Edit]) -> Iterator[tuple[int, int, list[_Edit]]]:
    """Edits that touch the same items, or insert at the same point, belong to one place."""
    group: list[_Edit] = []
    start = end = 0
    for edit in edits:
        same_point = edit.start == edit.end == start == end
        if group and (edit.start < end or same_point):
            group.append(edit)
            end = max(end, edit.end)
            continue
        if group:
            yield start, end, group
        group, start, end = [edit], edit.start, edit.end
    if group:
        yield start, end, group


def _side(base: Sequence[str], start: int, end: int, edits: list[_Edit], by_me: bool) -> tuple[str, ...]:
    """What one side made of a place: the base with that side's edits."""
    items: list[str] = []
    at = start
    for edit in edits:
        if edit.by_me == by_me:
            items += [*base[at : edit.start], *edit.items]
            at = edit.end
    return (*items, *base[at:end])


def _kept(item: str) -> Place:
    return Place((item,), (item,), (item,))
