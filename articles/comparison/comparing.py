"""Puts the whole comparison together."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from articles.comparison.aligning import align
from articles.comparison.numbers import NumberChange, changed_numbers
from articles.comparison.pieces import Mark, Pieces, all_of, compared
from articles.comparison.reading import Block, read, read_text
from articles.comparison.references import ReferenceChange, compare_references
from articles.comparison.sequences import MOST_WORK, Budget
from articles.comparison.words import Words

FIELDS: Final = (
    "title", "topic", "byline", "summary", "lead", "body", "correction_said", "correction_says", "disclaimer",
    "interests",
)  # fmt: skip
HTML: Final = frozenset({"lead", "body", "disclaimer"})


class Fate(Enum):
    """What became of a block. MOVED stands at its new place, LEFT at the old one."""

    SAME = "same"
    CHANGED = "changed"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class BlockChange:
    """One block with its words marked. `move` is the number that MOVED and LEFT share; `regrouped` says that it no
    longer stands in the same list, row or box as the block before it, though both stayed.
    """

    fate: Fate
    old: Block | None
    new: Block | None
    pieces: Pieces
    regrouped: bool = False
    move: int = 0

    @property
    def rebuilt(self) -> bool:
        """Whether it is another kind of block now, or stands in another kind of list, table or box."""
        return self.old is not None and self.new is not None and self.old.path != self.new.path

    @property
    def reworded(self) -> bool:
        return any(piece.mark is not Mark.SAME for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of the words, all of it, changed or not."""

    name: str
    blocks: tuple[BlockChange, ...]

    @property
    def changed(self) -> bool:
        return any(block.fate is not Fate.SAME for block in self.blocks)

    def reads_old(self) -> list[str]:
        """The old blocks' text, read off the marks."""
        return [_text(block, Mark.INSERTED) for block in self.blocks if block.fate not in (Fate.INSERTED, Fate.MOVED)]

    def reads_new(self) -> list[str]:
        """The new blocks' text, read off the marks."""
        return [_text(block, Mark.DELETED) for block in self.blocks if block.fate not in (Fate.DELETED, Fate.LEFT)]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All the words of both sides in reading order. `coarse`: some marks are rougher than they could be, none is wrong.

    `unseen`: the HTML differs in a way that no mark shows, which readers cannot see either.
    """

    fields: tuple[FieldChange, ...]
    references: tuple[ReferenceChange, ...]
    numbers: tuple[NumberChange, ...]
    coarse: bool
    work: int
    unseen: bool

    @property
    def changed(self) -> bool:
        return any(field.changed for field in self.fields) or any(each.changed for each in self.references)

    def field(self, name: str) -> FieldChange:
        return next(field for field in self.fields if field.name == name)


def compare(old: Words, new: Words, *, most_work: int = MOST_WORK) -> Comparison:
    """Everything that differs between two texts; equal texts differ in nothing. Its work is bounded."""
    budget = Budget(most_work)
    fields = tuple(_field(name, getattr(old, name), getattr(new, name), budget) for name in FIELDS)
    references = compare_references(old.references, new.references)
    numbers = tuple(change for field in fields for change in changed_numbers(field.name, field.blocks))
    marked = {field.name for field in fields if field.changed}
    unseen = any(name not in marked and getattr(old, name) != getattr(new, name) for name in FIELDS)
    return Comparison(fields, references, numbers, budget.coarse, budget.spent, unseen)


def _field(name: str, old: str, new: str, budget: Budget) -> FieldChange:
    reader = read if name in HTML else read_text
    before = reader(old)
    if old == new:
        return FieldChange(name, tuple(BlockChange(Fate.SAME, each, each, all_of(each, Mark.SAME)) for each in before))
    after = reader(new)
    if name not in HTML and before and after:
        return FieldChange(name, (_pair(before[0], after[0], regrouped=False, budget=budget),))
    return FieldChange(name, tuple(_changes(before, after, budget)))


def _changes(old: list[Block], new: list[Block], budget: Budget) -> list[BlockChange]:
    aligned = align(old, new, budget)
    move = {i: number for number, i in enumerate(sorted(aligned.moved), 1)}
    came_from = {j: i for i, j in aligned.moved.items()}
    changes: list[BlockChange] = []
    was = now = 0
    last = (-1, -1)
    for i, j in [*aligned.pairs, (len(old), len(new))]:
        changes += [_gone(old[at], move.get(at, 0)) for at in range(was, i)]
        for at in range(now, j):
            if at in came_from:
                source = came_from[at]
                pieces = compared(old[source], new[at], budget)
                changes.append(BlockChange(Fate.MOVED, old[source], new[at], pieces, move=move[source]))
            else:
                changes.append(BlockChange(Fate.INSERTED, None, new[at], all_of(new[at], Mark.INSERTED)))
        if i < len(old):
            regrouped = last == (i - 1, j - 1) and old[i].shared != new[j].shared
            changes.append(_pair(old[i], new[j], regrouped=regrouped, budget=budget))
        was, now, last = i + 1, j + 1, (i, j)
    return changes


def _gone(block: Block, move: int) -> BlockChange:
    return BlockChange(Fate.LEFT if move else Fate.DELETED, block, None, all_of(block, Mark.DELETED), move=move)


def _pair(old: Block, new: Block, *, regrouped: bool, budget: Budget) -> BlockChange:
    pieces = compared(old, new, budget)
    same = old.path == new.path and not regrouped and all(piece.mark is Mark.SAME for piece in pieces)
    return BlockChange(Fate.SAME if same else Fate.CHANGED, old, new, pieces, regrouped)


def _text(block: BlockChange, without: Mark) -> str:
    return "".join(piece.text for piece in block.pieces if piece.mark is not without)
