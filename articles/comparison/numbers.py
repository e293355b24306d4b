"""Which numbers changed: old and new with the words around them. Claims a change only where the meaning differs."""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from articles.comparison.pieces import Mark
from articles.comparison.quantities import Quantity, quantities
from articles.comparison.reading import Style

if TYPE_CHECKING:
    from articles.comparison.comparing import BlockChange

CONTEXT: Final = 40  # characters shown on either side
_LAST_WORD: Final = re.compile(r"(\w+)\W*\Z")
_FIRST_WORD: Final = re.compile(r"\W*(\w+)")


@dataclass(frozen=True, slots=True)
class Sight:
    """A number as it stands in its sentence."""

    text: str
    value: str
    before: str
    after: str

    @property
    def neighbours(self) -> tuple[str, str, str]:
        before, after = _LAST_WORD.search(self.before), _FIRST_WORD.match(self.after)
        return self.value, before[1].lower() if before else "", after[1].lower() if after else ""


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A number that was changed, added (`old` is None) or removed (`new` is None), in which field, under which heading.

    `block` is the position of its block in that field's changes.
    """

    field: str
    heading: str
    block: int
    old: Sight | None
    new: Sight | None


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a block as numbers are read: raised digits with "^" before them, citations left out."""

    name: Mark  # what the other side has alone
    text: str
    kept: list[int]  # for each character: which of those that stayed it is, -1 where it was changed
    slots: list[int]  # for each character: the stretch of changes, or of what stayed, that it is in


Pair = tuple[Sight | None, Sight | None]


def changed_numbers(field: str, blocks: "Iterable[BlockChange]") -> list[NumberChange]:
    """All changes of one field in reading order. A number that only went elsewhere with its words is none."""
    changes: list[NumberChange] = []
    heading = ""
    for at, block in enumerate(blocks):
        if block.fate.value == "left":
            continue
        if block.new and block.new.kind in ("h2", "h3", "h4"):
            heading = block.new.text
        if block.reworded:
            changes += [NumberChange(field, heading, at, old, new) for old, new in _in_block(block)]
    return _without_moved(changes)


def _in_block(block: "BlockChange") -> list[Pair]:
    old, new = _side(block, Mark.INSERTED), _side(block, Mark.DELETED)
    stood, stands = _by_place(old), _by_place(new)
    gone = deque(each for place, each in stood.items() if place not in stands and each.value)
    come = deque(each for place, each in stands.items() if place not in stood and each.value)
    pairs: list[Pair] = []
    while gone or come:
        if gone and come and _meet(old, gone[0], new, come[0]):
            pairs.append((_sight(old, gone.popleft()), _sight(new, come.popleft())))
        elif gone and (not come or old.slots[gone[0].start] <= new.slots[come[0].start]):
            pairs.append((_sight(old, gone.popleft()), None))
        else:
            pairs.append((None, _sight(new, come.popleft())))
    return [(before, after) for before, after in pairs if not (before and after and before.value == after.value)]


def _side(block: "BlockChange", without: Mark) -> _Side:
    text: list[str] = []
    kept: list[int] = []
    slots: list[int] = []
    stayed = slot = 0
    was_changed = raised = False
    for piece in block.pieces:
        is_changed = piece.mark in (Mark.INSERTED, Mark.DELETED)
        if is_changed != was_changed:
            slot, was_changed = slot + 1, is_changed
        if piece.mark is not without:
            style = piece.old if without is Mark.INSERTED else piece.new
            read, raised = _read(piece.text, style or Style(), raised)
            text.append(read)
            slots += [slot] * len(read)
            added = len(read) - len(piece.text)
            same = not is_changed and added >= 0
            kept += [-1] * max(added, 0)
            kept += range(stayed, stayed + len(piece.text)) if same else [-1] * min(len(read), len(piece.text))
        stayed += 0 if is_changed else len(piece.text)
    return _Side(without, "".join(text), kept, slots)


def _by_place(side: _Side) -> dict[tuple[object, ...], Quantity]:
    """The numbers of a side by where they stand: equal on both sides for one that stayed as it was."""
    found: dict[tuple[object, ...], Quantity] = {}
    for each in quantities(side.text):
        kept = side.kept[each.start : each.end]
        found[("kept", *kept) if -1 not in kept else (side.name, each.start)] = each
    return found


def _read(text: str, style: Style, raised: bool) -> tuple[str, bool]:
    if "sup" in style.marks and style.href.startswith("#ref-"):
        return " ", False
    if _level(style):
        return (text if raised else ("^" if "sup" in style.marks else "_") + text), True
    return text, False


def _level(style: Style) -> tuple[str, ...]:
    return tuple(mark for mark in style.marks if mark in ("sub", "sup"))


def _meet(old: _Side, gone: Quantity, new: _Side, come: Quantity) -> bool:
    """Whether the one stands where the other stood."""
    return bool(set(old.slots[gone.start : gone.end]) & set(new.slots[come.start : come.end]))


def _sight(side: _Side, each: Quantity) -> Sight:
    before = _cut(side.text[max(each.start - CONTEXT, 0) : each.start], each.start > CONTEXT, last=True)
    after = _cut(side.text[each.end : each.end + CONTEXT], each.end + CONTEXT < len(side.text), last=False)
    return Sight(each.text, each.value, before, after)


def _cut(text: str, is_part: bool, *, last: bool) -> str:
    """Whole words of what stands on one side, with "…" where there is more."""
    text = " ".join(text.split("\n"))
    if not is_part or " " not in text.strip():
        return text
    return f"…{text[text.index(' ') :]}" if last else f"{text[: text.rindex(' ')]} …"


def _without_moved(changes: list[NumberChange]) -> list[NumberChange]:
    """Takes out what was removed in one place and added in another between the same words; in the same block one of
    the words beside it is enough.
    """
    keys: tuple[Callable[[NumberChange, Sight], object], ...] = (
        lambda _change, sight: sight.neighbours,
        lambda change, sight: (change.block, *sight.neighbours[:2]) if sight.neighbours[1] else None,
        lambda change, sight: (change.block, *sight.neighbours[::2]) if sight.neighbours[2] else None,
    )
    for key in keys:
        changes = _without_equal(changes, key)
    return changes


def _without_equal(changes: list[NumberChange], key: Callable[[NumberChange, Sight], object]) -> list[NumberChange]:
    gone = Counter(key(each, each.old) for each in changes if each.old and not each.new)
    come = Counter(key(each, each.new) for each in changes if each.new and not each.old)
    away = gone & come
    here = Counter(away)
    kept = []
    for each in changes:
        left, name = (away, each.old) if each.old and not each.new else (here, each.new)
        found = key(each, name) if name and not (each.old and each.new) else None
        if found is not None and left[found]:
            left[found] -= 1
        else:
            kept.append(each)
    return kept
