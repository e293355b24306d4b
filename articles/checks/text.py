"""The text of a field and what stands where in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple, Self

IMAGE: Final = "\ufffc"  # stands in the text where a picture is
_REFERENCE: Final = re.compile(r"#ref-(\d{1,4})")
_TYPED: Final = re.compile(r"\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,9}\]")
_BETWEEN: Final = re.compile(r"[\s,;–-]{1,3}")
_NUMBER: Final = re.compile(r"\d{1,3}")


class Block(NamedTuple):
    """A run of text in one element. `row` numbers the table row that it stands in, from 1."""

    start: int
    end: int
    kind: str
    row: int = 0

    @property
    def level(self) -> int:
        return int(self.kind[1]) if len(self.kind) == 2 and self.kind[0] == "h" and self.kind[1].isdigit() else 0


class Citation(NamedTuple):
    """A marker. Number 0 is one that has lost its source: it stands for none."""

    start: int
    end: int
    number: int


class Link(NamedTuple):
    start: int
    end: int
    href: str


class Image(NamedTuple):
    start: int
    src: str
    alt: str | None


class Tag(NamedTuple):
    """An element with what it is called (its name and classes), its address, and where its words stand."""

    names: tuple[str, ...]
    address: str
    start: int
    end: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """What was read. `boxes` are block elements and abbreviations; `masked` is `text` with blanks for citations."""

    text: str
    masked: str
    blocks: tuple[Block, ...] = ()
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    embeds: tuple[Tag, ...] = ()
    boxes: tuple[Tag, ...] = ()

    @classmethod
    def of(
        cls,
        text: str,
        links: list[Link],
        *,
        blocks: tuple[Block, ...],
        images: tuple[Image, ...],
        embeds: tuple[Tag, ...],
        boxes: tuple[Tag, ...],
    ) -> Self:
        """What was read, with the citations told from other links, and blanked in `masked`."""
        cited = tuple(sorted([*_linked(links), *_typed(text)]))
        others = tuple(link for link in links if not _REFERENCE.fullmatch(link.href))
        return cls(text, _masked(text, cited), blocks, cited, others, images, embeds, boxes)

    @classmethod
    def plain(cls, words: str) -> Self:
        """Words without HTML: every line is a block."""
        blocks, at = [], 0
        for line in words.split("\n"):
            if line.strip():
                blocks.append(Block(at, at + len(line), "p"))
            at += len(line) + 1
        return cls(words, words, tuple(blocks))


def _linked(links: list[Link]) -> Iterator[Citation]:
    for link in links:
        if number := _REFERENCE.fullmatch(link.href):
            yield Citation(link.start, link.end, int(number[1]))


def _typed(text: str) -> Iterator[Citation]:
    """Markers typed by hand, such as "[2]"."""
    for match in _TYPED.finditer(text):
        for number in _NUMBER.findall(match[0]):
            yield Citation(match.start(), match.end(), int(number))


def _masked(text: str, cited: tuple[Citation, ...]) -> str:
    """The text with blanks where citations are, and where only a comma or a dash stands between two of them."""
    parts: list[str] = []
    at = 0
    for each in cited:
        between = text[at : each.start]
        if each.end <= at:
            continue
        parts.append(" " * len(between) if parts and _BETWEEN.fullmatch(between) else between)
        start = max(at, each.start)
        parts.append(" " * (each.end - start))
        at = each.end
    return "".join(parts) + text[at:]
