"""Two drafts that continue from the same words, put together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from articles import richtext
from articles.comparison.sequences import Budget
from articles.merging.sources import Source, Sources, merge_sources
from articles.merging.three_way import Choice, Place, places, together
from articles.merging.units import blocks, sentences, words

BODY: Final = "body"
MOST_WORK: Final = 200_000  # steps; what costs more is put together block by block, and said

_HEADING_ID: Final = re.compile(r'(<h[234][^<>]*?) id="[^"]*"')

Choices = Mapping[int, Choice]


@dataclass(frozen=True, slots=True)
class Draft:
    """What one person's draft holds: its fields as they are typed, its words as HTML, its references."""

    fields: Mapping[str, str]
    body: str
    sources: Sequence[Source] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """A place that both changed: a person chooses. `together` is both changes in one; empty where they meet."""

    number: int
    field: str
    base: str
    mine: str
    theirs: str
    together: str = ""

    @property
    def choices(self) -> list[Choice]:
        """What may become of it; a field of the form holds one text, never one after the other."""
        offered = [Choice.MINE, Choice.THEIRS]
        if self.field == BODY and self.mine and self.theirs:
            offered.append(Choice.BOTH)
        return [*offered, Choice.TOGETHER] if self.together else offered

    @property
    def usual(self) -> Choice:
        """What nobody loses words by: both where each added something, my own otherwise."""
        return Choice.BOTH if not self.base.strip() and Choice.BOTH in self.choices else Choice.MINE

    def settled(self, choice: Choice) -> str:
        """The words that the choice leaves; one that is not offered counts as my own."""
        if choice not in self.choices:
            choice = Choice.MINE
        return {
            Choice.MINE: self.mine,
            Choice.THEIRS: self.theirs,
            Choice.BOTH: self.mine + self.theirs,
            Choice.TOGETHER: self.together,
        }[choice]


@dataclass(frozen=True, slots=True)
class Merged:
    """Both drafts in one. `brought` counts the places where their change came in without a question."""

    draft: Draft
    clashes: tuple[Clash, ...]
    clashing_sources: tuple[str, ...]  # titles; mine stand in the list
    brought: int
    coarse: bool


def merge(base: Draft, mine: Draft, theirs: Draft, choices: Choices | None = None) -> Merged:
    """Everything that only one of us changed, and for each place that both changed what `choices` say, or what loses
    least. Bodies are cleaned first; the merged one is clean too. The work is bounded (`coarse` says where it ran out).
    """
    work = _Work(choices or {}, Budget(MOST_WORK))
    fields = {name: work.field(name, base, mine, theirs) for name in mine.fields}
    known = Sources(base.sources, mine.sources, theirs.sources)
    sides = [known.numbered(_prepared(each.body), each.sources) for each in (base, mine, theirs)]
    body = work.body(*sides)
    sources, clashing = merge_sources(known, base.sources, mine.sources, theirs.sources, known.cited(body))
    body = richtext.clean(known.renumbered(body, sources))
    merged = Draft(fields, body, sources)
    return Merged(merged, tuple(work.clashes), tuple(clashing), work.brought, work.budget.coarse)


class _Work:
    """Collects what clashes while the parts are put together."""

    def __init__(self, choices: Choices, budget: Budget) -> None:
        self.choices = choices
        self.budget = budget
        self.clashes: list[Clash] = []
        self.brought = 0

    def field(self, name: str, base: Draft, mine: Draft, theirs: Draft) -> str:
        old, new = base.fields.get(name, ""), theirs.fields.get(name, "")
        return self._put([Place((old,), (mine.fields[name],), (new,))], name)

    def body(self, base: str, mine: str, theirs: str) -> str:
        """Sentence by sentence; where that would break an element in two, block by block."""
        clashes, brought = list(self.clashes), self.brought
        joined = self._put(places(sentences(base), sentences(mine), sentences(theirs), self.budget), BODY)
        if _without_ids(richtext.clean(joined)) == joined:
            return joined
        self.clashes, self.brought = clashes, brought
        return self._put(places(blocks(base), blocks(mine), blocks(theirs), self.budget), BODY)

    def _put(self, parts: Sequence[Place], field: str) -> str:
        return "".join(self._settled(part, field) for part in parts)

    def _settled(self, place: Place, field: str) -> str:
        if not place.is_clash:
            self.brought += place.mine == place.base != place.theirs
            return "".join(place.settled())
        base, mine, theirs = map("".join, (place.base, place.mine, place.theirs))
        clash = Clash(len(self.clashes) + 1, field, base, mine, theirs, _in_one(base, mine, theirs))
        self.clashes.append(clash)
        return clash.settled(self.choices.get(clash.number, clash.usual))


def _in_one(base: str, mine: str, theirs: str) -> str:
    """Both changes of one sentence in one; empty where they meet, or where no whole element would come of it."""
    parts = together(Place(tuple(words(base)), tuple(words(mine)), tuple(words(theirs))), Budget())
    one = "".join(parts or ())
    whole = "<" not in one or _without_ids(richtext.clean(one)) == one
    return one if whole and one not in (mine, theirs) else ""


def _prepared(html: str) -> str:
    return _without_ids(richtext.clean(html))


def _without_ids(html: str) -> str:
    """Without the headings' ids, which are made of their words when the merged text is cleaned."""
    return _HEADING_ID.sub(r"\1", html)
