"""Reads cleaned HTML into what the rules look at: text with blocks, sentences, headings, links, pictures and tables.

All offsets are into the text of one field, as `field_text` makes it.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from re import Match, Pattern

from articles.checks.facts import Facts
from articles.checks.folding import matches, small_letters
from articles.checks.html_reading import HtmlReader
from articles.checks.rule import Hit, Words
from articles.checks.sentences import Sentence, sentences_of
from articles.checks.text import Block, Citation, Image, Link, Tag, Text

BODY = "body"
PROSE = ("title", "summary", BODY)
CITED = (BODY,)


@dataclass(frozen=True, slots=True)
class Passage:
    """One field to be read. `masked` is its text with every citation marker blanked, character for character, and
    `small` the same in small letters.
    """

    field: str
    text: str
    masked: str
    small: str
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]

    def sentence_at(self, position: int) -> Sentence:
        return self.sentences[max(0, bisect_right(self.starts, position) - 1)]


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading, until the next heading of its level or above. The first one has no heading."""

    level: int
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """Where a pattern was found."""

    passage: Passage
    sentence: Sentence
    match: Match[str]

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()

    @property
    def words(self) -> str:
        return self.passage.masked[self.start : self.end]

    def hit(self, message: str, suggestion: Words = "") -> Hit:
        return Hit(self.passage.field, self.start, self.end, message, suggestion)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as the rules see it."""

    passages: dict[str, Passage]
    html: Text
    sections: tuple[Section, ...] = ()
    headings: tuple[Section, ...] = ()
    remembered: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    @property
    def body(self) -> Passage:
        return self.passages[BODY]

    def block(self, number: int) -> Block:
        """A block of the body, as `Sentence.block` numbers them."""
        blocks = self.html.blocks
        return blocks[number] if blocks else Block(0, 0, "")

    @property
    def citations(self) -> tuple[Citation, ...]:
        return self.html.citations

    @property
    def links(self) -> tuple[Link, ...]:
        return self.html.links

    @property
    def images(self) -> tuple[Image, ...]:
        return self.html.images

    @property
    def embeds(self) -> tuple[Tag, ...]:
        return self.html.embeds

    @property
    def boxes(self) -> tuple[Tag, ...]:
        """The boxes with a class, such as "off-label", and the tables: each with where its words stand."""
        return self.html.boxes

    def find(self, pattern: Pattern[str], fields: tuple[str, ...] = PROSE) -> Iterator[Found]:
        """Every place of the pattern, in the order of the words."""
        for name in fields:
            passage = self.passages[name]
            for match in matches(pattern, passage.masked, passage.small):
                yield Found(passage, passage.sentence_at(match.start()), match)

    def says(self, pattern: Pattern[str], fields: tuple[str, ...] = PROSE) -> bool:
        return next(self.find(pattern, fields), None) is not None

    def boxes_of(self, name: str) -> list[Tag]:
        """The boxes of that class or element."""
        return [box for box in self.boxes if name in box.names]

    def section_at(self, position: int) -> Section:
        """The innermost section around a place of the body."""
        around = [each for each in self.sections if each.start <= position < each.end]
        return around[-1] if around else Section(0, "", 0, len(self.body.text))


def read(html: str, facts: Facts) -> Reading:
    text = HtmlReader(html).read()
    passages = {
        BODY: _passage(BODY, text),
        **{name: _plain(name, getattr(facts, name)) for name in ("title", "summary", "interests", "disclaimer")},
    }
    headings = tuple(_sections(text))
    opening = Section(0, "", 0, headings[0].start if headings else len(text.text))
    return Reading(passages, text, (opening, *headings), headings)


def field_text(html: str, facts: Facts, name: str) -> str:
    """The plain text that the offsets of a finding in that field count in; empty for a field without words."""
    if name == BODY:
        return HtmlReader(html).read().text
    if name == "references":
        return facts.reference_list
    value = getattr(facts, name, "")
    return value if isinstance(value, str) else ""


def _passage(name: str, text: Text) -> Passage:
    sentences = tuple(sentences_of(text)) or (Sentence(0, 0),)
    starts = tuple(each.start for each in sentences)
    return Passage(name, text.text, text.masked, small_letters(text.masked), sentences, starts)


def _plain(name: str, words: str) -> Passage:
    return _passage(name, Text.plain(words))


def _sections(text: Text) -> Iterator[Section]:
    starts = [block for block in text.blocks if block.level]
    for at, block in enumerate(starts):
        later = (starts[number] for number in range(at + 1, len(starts)))
        after = (each.start for each in later if each.level <= block.level)
        yield Section(block.level, text.text[block.start : block.end], block.start, next(after, len(text.text)))
