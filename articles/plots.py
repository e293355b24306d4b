"""The geometry of the reports' plots, in whole units of their picture. Pure: numbers in, rectangles out.

A plot repeats what the table beside it says; nothing is told by colour, and every rectangle carries its number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 320
HEIGHT: Final = 132
HEAD: Final = 18  # room over the highest column for its number
FOOT: Final = 18  # room under the columns for their names
MOST_NAMES: Final = 6
MOST_NUMBERS: Final = 12
SCALE: Final = 1_000  # the length of the longest bar


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it stands, the middle its texts are set on, and its texts where there is room for them."""

    x: int
    y: int
    width: int
    height: int
    middle: int
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar from the left: how far the solid part reaches, and how far the open one."""

    solid: int
    open: int


def columns(values: Sequence[int], names: Sequence[str]) -> list[Column]:
    """A column for each value, in order from left to right; the highest fills the height. Nothing below zero."""
    if not values:
        return []
    slot, most = WIDTH / len(values), max(1, *values)
    room, every = HEIGHT - HEAD - FOOT, -(-len(values) // MOST_NAMES)
    found = []
    for place, (value, name) in enumerate(zip(values, names, strict=True)):
        height = max(1 if value else 0, round(room * value / most))
        found.append(
            Column(
                x=round(slot * place + slot * 0.15),
                y=HEAD + room - height,
                width=max(1, round(slot * 0.7)),
                height=height,
                middle=round(slot * (place + 0.5)),
                number=str(value) if value and len(values) <= MOST_NUMBERS else "",
                name=name if (len(values) - 1 - place) % every == 0 else "",
            )
        )
    return found


def bars(ranges: Sequence[tuple[float, float]]) -> list[Bar]:
    """A bar for each (solid, open) pair of lengths, all to one scale; the longest is SCALE long."""
    longest = max((max(pair) for pair in ranges), default=0) or 1
    return [
        Bar(round(SCALE * solid / longest), max(round(SCALE * solid / longest), round(SCALE * reach / longest)))
        for solid, reach in ranges
    ]
