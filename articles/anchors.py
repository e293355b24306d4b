"""Where a thread's words stand in other words: found again after edits elsewhere, or told as changed. Pure.

Words are compared without their white space, so that what a browser selects across blocks and table cells is found in
what the server stores. Positions count characters of the words without white space, from the title on.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from articles import richtext

OPENING: Final = ""  # the title, the summary and what stands before the first heading
REFERENCES: Final = "references"  # heading ids start with "w-", so that none is called this
AROUND: Final = 40  # characters of context kept on each side
LONGEST_QUOTE: Final = 2_000
MOST_CANDIDATES: Final = 200  # places that are looked at closely
LONG_ENOUGH: Final = 20  # words so long are hardly somewhere by chance
# The same characters as in static/articles/review/discuss.js.
SPACE: Final = re.compile(r"[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a thread is about. `position` is where the quote stood; it decides only between equal places."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    section: str = OPENING
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the section they begin in, and their span."""

    section: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """An article's words, ready to be searched. `back` leads from a position to the same character in `plain`."""

    plain: str
    squeezed: str
    back: list[int]
    starts: list[int]
    sections: list[str]

    def section_at(self, position: int) -> str:
        return self.sections[max(0, bisect_right(self.starts, position) - 1)]

    def read(self, start: int, end: int) -> str:
        """The words between two positions, with their spaces."""
        start, end = max(0, start), min(end, len(self.back))
        return self.plain[self.back[start] : self.back[end - 1] + 1] if start < end else ""


def words_of(title: str, summary: str, html: str) -> Words:
    """Read the words of a revision; `html` is clean."""
    cuts = [match for match in richtext.HEADING.finditer(html) if richtext.heading_id(match)]
    edges = [0, *(match.start() for match in cuts), len(html)]
    names = [OPENING, *(richtext.heading_id(match) for match in cuts)]
    texts = [richtext.plain_text(html[start:end]) for start, end in pairwise(edges)]
    texts[0] = f"{title} {summary} {texts[0]}"
    plain, starts, before = " ".join(SPACE.sub(" ", text) for text in texts), [], 0
    for text in texts:
        starts.append(before)
        before += len(squeeze(text))
    back = [index for index, char in enumerate(plain) if char != " "]
    return Words(plain, plain.replace(" ", ""), back, starts, names)


def squeeze(text: str) -> str:
    """The text without its white space."""
    return SPACE.sub("", text)


def place(anchor: Anchor, words: Words) -> Place | None:
    """Where the quote stands now: with its context, else where most of the context agrees. None where it does not
    stand any more, or nothing says which of several equal places is meant.
    """
    needle = squeeze(anchor.quote)
    if not needle:
        return None
    before, after = squeeze(anchor.prefix), squeeze(anchor.suffix)
    start = _unmoved(before, needle, after, anchor.position, words.squeezed)
    if start is None:
        start = _best(before, needle, after, anchor, words)
    return None if start is None else Place(words.section_at(start), start, start + len(needle))


def anchor_at(found: Place, words: Words) -> Anchor:
    """The anchor of a place: its words as they stand, and what stands around them."""
    return Anchor(
        quote=words.read(found.start, found.end),
        prefix=words.read(found.start - AROUND, found.start),
        suffix=words.read(found.end, found.end + AROUND),
        section=found.section,
        position=found.start,
    )


def _unmoved(before: str, needle: str, after: str, position: int | None, text: str) -> int | None:
    if position is None or position < len(before):
        return None
    return position if text.startswith(before + needle + after, position - len(before)) else None


def _best(before: str, needle: str, after: str, anchor: Anchor, words: Words) -> int | None:
    """The occurrence whose context agrees most; of equal ones the one in the same section, then the nearest."""
    scored = []
    for start in _occurrences(before + needle + after, len(before), needle, words.squeezed):
        agreeing = _agreement(before, after, start, start + len(needle), words.squeezed)
        at_home = words.section_at(start) == anchor.section
        away = 0 if anchor.position is None else abs(start - anchor.position)
        scored.append((agreeing, at_home, -away, -start))
    if not scored:
        return None
    agreeing, at_home, _away, start = max(scored)
    certain = agreeing >= min(8, len(before) + len(after)) if agreeing else False
    alone = len(scored) == 1 and len(needle) >= LONG_ENOUGH
    alone_at_home = at_home and sum(each[1] for each in scored) == 1
    untold = not before and not after  # typed by hand, without a context to look at
    return -start if certain or alone or alone_at_home or untold else None


def _occurrences(whole: str, offset: int, needle: str, text: str) -> Iterator[int]:
    """Where the quote stands with all its context, if anywhere; else where it stands at all. Never too many."""
    for sought, shift in ((whole, offset), (needle, 0)):
        start, count = text.find(sought), 0
        while start >= 0 and count < MOST_CANDIDATES:
            yield start + shift
            count += 1
            start = text.find(sought, start + 1)
        if count:
            return


def _agreement(before: str, after: str, start: int, end: int, text: str) -> int:
    """How many characters of the context, counted away from the quote, stand here too."""
    left = text[max(0, start - len(before)) : start]
    return _shared(before[::-1], left[::-1]) + _shared(after, text[end : end + len(after)])


def _shared(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((count for count, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
