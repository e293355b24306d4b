"""Compares the words of two blocks that belong together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import Final

from articles.comparison.reading import Block, Style
from articles.comparison.sequences import Budget, matches

_TOKEN: Final = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]\w*(?:['’]\w+)*|.", re.DOTALL)
_RAISED: Final = ("sub", "sup")


class Mark(Enum):
    """What happened to some characters. RESTYLED: the same characters with other formatting, link or picture."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"
    RESTYLED = "restyled"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters with one mark and one style on each side; `old` is None where they are new, `new` where they went."""

    mark: Mark
    text: str
    old: Style | None
    new: Style | None


Pieces = tuple[Piece, ...]


def tokens(block: Block) -> list[str]:
    """A block's text cut into words, numbers, spaces and signs; raised and lowered characters stand alone."""
    if not any(mark in style.marks for style in set(block.styles) for mark in _RAISED):
        return _TOKEN.findall(block.text)
    found, at = [], 0
    for _level, run in groupby(block.styles, lambda style: tuple(mark for mark in _RAISED if mark in style.marks)):
        length = len(list(run))
        found += _TOKEN.findall(block.text[at : at + length])
        at += length
    return found


def all_of(block: Block, mark: Mark) -> Pieces:
    """A whole block that was inserted, deleted or stayed."""
    return tuple(_pieces(mark, block.text, block.styles))


def compared(old: Block, new: Block, budget: Budget) -> Pieces:
    """The words of both blocks in reading order; without DELETED they read as `new`, without INSERTED as `old`."""
    if old.text == new.text:
        return tuple(_kept(old.text, old.styles, new.styles))
    first, second = tokens(old), tokens(new)
    found: list[Piece] = []
    was = now = 0  # characters
    for gone, come, same in _hunks(first, second, matches(first, second, budget)):
        found += _pieces(Mark.DELETED, gone, old.styles[was : was + len(gone)])
        was += len(gone)
        found += _pieces(Mark.INSERTED, come, new.styles[now : now + len(come)])
        now += len(come)
        length = len(same)
        found += _kept(same, old.styles[was : was + length], new.styles[now : now + length])
        was, now = was + length, now + length
    return tuple(found)


def changed_links(pieces: Pieces) -> frozenset[str]:
    """Where other links lead on one side of a block than on the other; words that changed inside a link change none."""
    old = _links(piece.old for piece in pieces if piece.mark is not Mark.INSERTED)
    new = _links(piece.new for piece in pieces if piece.mark is not Mark.DELETED)
    return frozenset((old - new) + (new - old))


def _links(styles: Iterable[Style | None]) -> Counter[str]:
    return Counter(href for href, _run in groupby(style.href if style else "" for style in styles) if href)


def _hunks(old: list[str], new: list[str], pairs: list[tuple[int, int]]) -> list[tuple[str, str, str]]:
    """(deleted, inserted, kept), first to last. A space between two replaced words is replaced with them."""
    hunks: list[list[str]] = [["", "", ""]]
    was = now = 0
    for i, j in [*pairs, (len(old), len(new))]:
        if i > was or j > now:
            hunks.append(["".join(old[was:i]), "".join(new[now:j]), ""])
        if i < len(old):
            hunks[-1][2] += old[i]
        was, now = i + 1, j + 1
    joined = hunks[:1]
    for gone, come, same in hunks[1:]:
        last = joined[-1]
        if last[2] == " " and last[0] and last[1] and gone and come:
            joined[-1] = [f"{last[0]} {gone}", f"{last[1]} {come}", same]
        else:
            joined.append([gone, come, same])
    return [(gone, come, same) for gone, come, same in joined]


def _pieces(mark: Mark, text: str, styles: tuple[Style, ...]) -> Iterator[Piece]:
    at = 0
    for style, run in groupby(styles):
        end = at + len(list(run))
        old, new = None if mark is Mark.INSERTED else style, None if mark is Mark.DELETED else style
        yield Piece(mark, text[at:end], old, new)
        at = end


def _kept(text: str, old: tuple[Style, ...], new: tuple[Style, ...]) -> Iterator[Piece]:
    """What stayed, in pieces of one look; what looks different is RESTYLED. A space has no look."""
    if old == new:
        yield from _pieces(Mark.SAME, text, new)
        return
    at = 0
    for (before, after), run in groupby(zip(old, new, strict=True)):
        end = at + len(list(run))
        unseen = not text[at:end].strip()
        yield Piece(Mark.SAME if before == after or unseen else Mark.RESTYLED, text[at:end], before, after)
        at = end
