"""The least that a change of words is: a typo, an editorial or a clinical change, and why. Pure: no database.

An editor may call a change more than this, never less. Whatever is not surely harmless is not a typo, and whatever
could turn advice into other advice is clinical.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import gettext as _

from articles.clinical_words import RISK_HEADING
from articles.comparison import Comparison, Words, compare
from articles.comparison.comparing import BlockChange, Fate, FieldChange
from articles.comparison.numbers import NumberChange
from articles.comparison.pieces import Mark, Piece, changed_links
from articles.comparison.reading import Block, Style
from articles.enums import ChangeClass
from articles.hunks import WORD, Weight, hunks, weigh, weigh_whole

HEADINGS: Final = ("h2", "h3", "h4")
WEIGHTY_BOXES: Final = ("care-card", "off-label", "risks", "other-options", "not-known", "crisis-help")
_WHOLLY_CLINICAL: Final = {
    "disclaimer": lambda: _("The disclaimer changed."),
    "interests": lambda: _("The conflicts of interest changed."),
    "topic": lambda: _("The topic changed."),
    "correction_said": lambda: _("The public correction changed."),
    "correction_says": lambda: _("The public correction changed."),
}


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a change is, and the sentences that say why; equal words are a typo without any. `protected` are
    the numbers that it touches, as readers know them.
    """

    change_class: ChangeClass
    reasons: tuple[str, ...]
    protected: tuple[str, ...] = ()


@dataclass(slots=True)
class _Section:
    """Under which headings a block stands; one that names risks counts until the next heading of its level."""

    levels: list[tuple[int, str]] = field(default_factory=list)

    def read(self, block: Block) -> None:
        if block.kind in HEADINGS:
            level = int(block.kind[1])
            self.levels = [each for each in self.levels if each[0] < level]
            self.levels.append((level, block.text if RISK_HEADING.search(block.text) else ""))

    @property
    def risk(self) -> str:
        return next((text for _level, text in self.levels if text), "")


def floor(old: Words, new: Words) -> Floor:
    """The least that the change from `old` to `new` is."""
    return floor_of(compare(old, new), old, new)


def floor_of(comparison: Comparison, old: Words, new: Words) -> Floor:
    """The same for words that have been compared already."""
    weights = list(_weights(comparison, old, new))
    heaviest = max((weight for weight, _why in weights), key=lambda each: each.weight, default=ChangeClass.TYPO)
    touched = dict.fromkeys(side.text for each in comparison.numbers if (side := each.old or each.new))
    return Floor(
        heaviest, tuple(dict.fromkeys(why for weight, why in weights if weight == heaviest and why)), tuple(touched)
    )


def _weights(comparison: Comparison, old: Words, new: Words) -> Iterator[Weight]:
    for change in comparison.numbers:
        yield ChangeClass.CLINICAL, number_sentence(change)
    for name, why in _WHOLLY_CLINICAL.items():
        if getattr(old, name) != getattr(new, name):
            yield ChangeClass.CLINICAL, why()
    if any(each.changed for each in comparison.references):
        yield ChangeClass.CLINICAL, _("The references changed.")
    if comparison.coarse:
        yield ChangeClass.EDITORIAL, _("The texts differ too much to be compared word by word.")
    for each in comparison.fields:
        if each.name not in _WHOLLY_CLINICAL:
            yield from _field(each)


def number_sentence(change: NumberChange) -> str:
    """What became of a number: "The number 0.5 mg became 5 mg." """
    if change.old and change.new:
        return _("The number %(old)s became %(new)s.") % {"old": change.old.text, "new": change.new.text}
    if change.old:
        return _("The number %(old)s was removed.") % {"old": change.old.text}
    return _("The number %(new)s was added.") % {"new": change.new.text if change.new else ""}


def _field(changed: FieldChange) -> Iterator[Weight]:
    before, after = _Section(), _Section()
    for block in changed.blocks:
        if block.old and block.fate is not Fate.MOVED:
            before.read(block.old)
        if block.new:
            after.read(block.new)
        if block.fate is not Fate.SAME:
            yield from _block(block)
            yield from _where(block, before.risk or after.risk)
            if changed.name == "byline":
                yield ChangeClass.EDITORIAL, _("The line that names the author changed.")


def _block(block: BlockChange) -> Iterator[Weight]:
    links = changed_links(block.pieces)
    yield from (weight for piece in block.pieces for weight in _look(piece, links))
    if block.fate in (Fate.CHANGED, Fate.MOVED):
        yield from (weigh(hunk) for hunk in hunks(block.pieces))
    if block.fate is not Fate.CHANGED:
        yield from _whole(block)
    if block.rebuilt or block.regrouped:
        in_table = any(name in ("td", "th") for each in (block.old, block.new) if each for name in each.names)
        yield (
            ChangeClass.CLINICAL if in_table else ChangeClass.EDITORIAL,
            _("“%(words)s” stands in another place of the layout.") % {"words": _beginning(block)},
        )


def _whole(block: BlockChange) -> Iterator[Weight]:
    text = (block.new or block.old or Block((), "", ())).text
    why = weigh_whole(text)
    sentences = {
        Fate.INSERTED: _("“%(words)s” was added."),
        Fate.DELETED: _("“%(words)s” was removed."),
        Fate.MOVED: _("“%(words)s” was moved."),
        Fate.LEFT: _("“%(words)s” was moved."),
    }
    sentence = sentences[block.fate] % {"words": _beginning(block)}
    yield (ChangeClass.CLINICAL, f"{sentence} {why}") if why else (ChangeClass.EDITORIAL, sentence)


def _look(piece: Piece, links: frozenset[str]) -> Iterator[Weight]:
    """Links, pictures and formatting."""
    old, new = piece.old or Style(), piece.new or Style()
    if piece.mark is Mark.SAME:
        return
    if old.href != new.href and {old.href, new.href} & links:
        values = {"words": _cut(piece.text), "old": old.href or _("none"), "new": new.href or _("none")}
        yield ChangeClass.CLINICAL, _("The link of “%(words)s”: %(old)s became %(new)s.") % values
    if old.src != new.src:  # no machine can tell what a picture says: a dose, a posture, a wound
        yield ChangeClass.CLINICAL, _("A picture was added, removed or changed.")
    elif old.alt != new.alt:
        clinical = weigh_whole(f"{old.alt} {new.alt}")
        yield ChangeClass.CLINICAL if clinical else ChangeClass.EDITORIAL, _("The words for a picture changed.")
    if old.title != new.title and piece.mark is Mark.RESTYLED:
        clinical = weigh_whole(f"{old.title} {new.title}")
        yield ChangeClass.CLINICAL if clinical else ChangeClass.EDITORIAL, _("What a short form stands for changed.")
    if piece.mark is Mark.RESTYLED and old.marks != new.marks:
        raised = {"sub", "sup"} & (set(old.marks) ^ set(new.marks))
        weight = ChangeClass.CLINICAL if raised and WORD.search(piece.text) else ChangeClass.EDITORIAL
        yield weight, _("“%(words)s” looks different.") % {"words": _cut(piece.text)}


def _where(block: BlockChange, risk: str) -> Iterator[Weight]:
    """Words that changed where risks are named: as a heading, under one, or in a box for them."""
    sides = [each for each in (block.old, block.new) if each]
    of_words = [piece for piece in block.pieces if piece.mark is not Mark.SAME and WORD.search(piece.text)]
    if block.rebuilt and _boxes(block.old) != _boxes(block.new):
        yield ChangeClass.CLINICAL, _("“%(words)s” left or entered a box for risks.") % {"words": _beginning(block)}
    elif of_words and any(_boxes(each) for each in sides):
        yield ChangeClass.CLINICAL, _("Words in a box for risks changed: “%(words)s”.") % {"words": _beginning(block)}
    heading = next((each.text for each in sides if each.kind in HEADINGS and RISK_HEADING.search(each.text)), "")
    if heading and (of_words or block.rebuilt or block.fate is not Fate.CHANGED):
        yield ChangeClass.CLINICAL, _("The heading “%(heading)s” changed.") % {"heading": heading}
    elif risk and of_words:
        yield ChangeClass.CLINICAL, _("Words under “%(heading)s” changed.") % {"heading": risk}


def _boxes(block: Block | None) -> tuple[str, ...]:
    classes = " ".join(value for each in (block.path if block else ()) for _name, value in each.attributes)
    return tuple(name for name in WEIGHTY_BOXES if name in classes) + tuple(
        each for each in classes.split() if each.startswith("care-card--")
    )


def _beginning(block: BlockChange) -> str:
    side = block.new or block.old
    return _cut(side.text) if side else ""


def _cut(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most].rstrip()}…"
