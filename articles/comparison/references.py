"""Compares two lists of references: which came, went, changed a field, or stand in another order."""

import re
from collections import defaultdict
from dataclasses import dataclass
from html import unescape
from typing import Final

from articles.comparison.sequences import Budget, matches
from articles.comparison.words import Fields

_SAME_SOURCE: Final = ("doi", "pmid", "url", "title")
_LINE: Final = "entry"  # what readers get, made of the other fields: it says more only where they all are the same
_TAG: Final = re.compile(r"<[^<>]*>")
_NOT_SHOWN: Final = frozenset({"csl", _LINE})


@dataclass(frozen=True, slots=True)
class ReferenceChange:
    """One reference on both sides. Positions count from 1; 0 where it does not stand. `fields`: (name, old, new)."""

    old_position: int
    new_position: int
    title: str
    fields: tuple[tuple[str, str, str], ...]
    moved: bool = False

    @property
    def changed(self) -> bool:
        return bool(self.fields) or self.moved or not (self.old_position and self.new_position)


def compare_references(old: tuple[Fields, ...], new: tuple[Fields, ...]) -> tuple[ReferenceChange, ...]:
    """All references in the new order, those that went after the one they followed; nothing is left out.

    A row from before there was a library is not another one because it has been given its line and its CSL-JSON.
    """
    pairs = _paired(old, new)
    kept = _in_order([pairs[i] for i in sorted(pairs)])
    came = {j: i for i, j in pairs.items()}
    changes = [_change(old, new, came.get(j), j, moved=j in came and j not in kept) for j in range(len(new))]
    gone = [_change(old, new, i, None) for i in range(len(old)) if i not in pairs]
    return tuple(sorted(changes + gone, key=lambda each: (each.new_position or each.old_position, each.old_position)))


def _paired(old: tuple[Fields, ...], new: tuple[Fields, ...]) -> dict[int, int]:
    """old -> new: what is wholly equal first, then what names the same source."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for name in ("", *_SAME_SOURCE):
        places: dict[object, list[int]] = defaultdict(list)
        for j in range(len(new) - 1, -1, -1):
            if j not in taken:
                places[dict(new[j]).get(name, "") if name else new[j]].append(j)
        for i, fields in enumerate(old):
            key = dict(fields).get(name, "") if name else fields
            if i not in pairs and key and places[key]:
                pairs[i] = places[key].pop()
                taken.add(pairs[i])
    return pairs


def _in_order(positions: list[int]) -> set[int]:
    """A longest growing run of them: what is not in it was moved."""
    return {positions[at] for _sorted, at in matches(sorted(positions), positions, Budget())}


def _change(
    old: tuple[Fields, ...], new: tuple[Fields, ...], i: int | None, j: int | None, *, moved: bool = False
) -> ReferenceChange:
    before, after = dict(old[i]) if i is not None else {}, dict(new[j]) if j is not None else {}
    names = [*after, *(name for name in before if name not in after)]
    fields = [(name, before.get(name, ""), after.get(name, "")) for name in names if name not in _NOT_SHOWN]
    title = after.get("title", "") or before.get("title", "")
    changed = tuple(each for each in fields if each[1] != each[2])
    lines = (before.get(_LINE, ""), after.get(_LINE, ""))
    if not changed and all(lines) and lines[0] != lines[1]:
        changed = ((_LINE, _bare(lines[0]), _bare(lines[1])),)
    return ReferenceChange(0 if i is None else i + 1, 0 if j is None else j + 1, title, changed, moved)


def _bare(line: str) -> str:
    return unescape(_TAG.sub("", line))
