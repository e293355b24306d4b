"""Reads cleaned HTML into blocks: runs of text that stand in the same element, each character with its formatting."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final, NamedTuple

IMAGE: Final = "\ufffc"  # stands in the text where a picture is
BREAK: Final = "\n"

_MARKS: Final = frozenset({"strong", "em", "sub", "sup", "abbr", "a"})
_SPACES: Final = re.compile(r"[ \t\n\r\f]+")


class Style(NamedTuple):
    """How a character looks and where it leads."""

    marks: tuple[str, ...] = ()
    href: str = ""
    title: str = ""
    src: str = ""
    alt: str = ""


class Element(NamedTuple):
    """A block-level element around some text, with all its attributes but the id, which is made of its words."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text in one element. `shared` counts how many elements of its path the block before it is in, too."""

    path: tuple[Element, ...]
    text: str
    styles: tuple[Style, ...]
    shared: int = field(default=0, compare=False)

    @property
    def kind(self) -> str:
        return self.path[-1].name if self.path else ""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(element.name for element in self.path)


def read(html: str) -> list[Block]:
    """The blocks of cleaned HTML, in the order they are read. An empty element is a block without text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish()
    return reader.blocks


def read_text(text: str) -> list[Block]:
    """Plain text as a single block, or none where there is no text; it has no formatting."""
    kept = _SPACES.sub(" ", text).strip(" ")
    return [Block((), kept, (Style(),) * len(kept))] if kept else []


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._path: list[tuple[Element, int, int]] = []  # element, its own number, blocks there were when it opened
        self._numbers: list[int] = []  # of the elements around the last block
        self._opened = 0
        self._inline: list[tuple[str, str, str]] = []  # tag, href, title
        self._style = Style()
        self._text: list[str] = []
        self._styles: list[Style] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _MARKS:
            self._inline.append((tag, values.get("href", ""), values.get("title", "")))
            self._restyle()
        elif tag == "br":
            self._trim()
            self._add(BREAK, self._style)
        elif tag == "img":
            self._add(IMAGE, self._style._replace(src=values.get("src", ""), alt=values.get("alt", "")))
        else:
            self._flush()
            self._opened += 1
            values.pop("id", None)
            self._path.append((Element(tag, tuple(sorted(values.items()))), self._opened, len(self.blocks)))
            if tag == "hr":
                self._close(len(self._path) - 1)

    def handle_endtag(self, tag: str) -> None:
        if tag in _MARKS:
            last = next((at for at in range(len(self._inline) - 1, -1, -1) if self._inline[at][0] == tag), None)
            if last is not None:
                del self._inline[last]
                self._restyle()
            return
        last = next((at for at in range(len(self._path) - 1, -1, -1) if self._path[at][0].name == tag), None)
        if last is not None and tag != "hr":
            self._close(last)

    def handle_data(self, data: str) -> None:
        text = _SPACES.sub(" ", data)
        if text.startswith(" ") and (not self._text or self._text[-1][-1] in " \n"):
            text = text[1:]
        if text:
            self._add(text, self._style)

    def finish(self) -> None:
        self._flush()
        if self._path:
            self._close(0)

    def _add(self, text: str, style: Style) -> None:
        self._text.append(text)
        self._styles.extend([style] * len(text))

    def _restyle(self) -> None:
        marks = tuple(sorted({tag for tag, _href, _title in self._inline}))
        href = next((href for tag, href, _title in reversed(self._inline) if tag == "a"), "")
        title = next((title for tag, _href, title in reversed(self._inline) if tag == "abbr"), "")
        self._style = Style(marks, href, title)

    def _trim(self) -> None:
        while self._text and self._text[-1].endswith(" "):
            self._text[-1] = self._text[-1][:-1]
            self._styles.pop()
            if not self._text[-1]:
                self._text.pop()

    def _flush(self, *, even_empty: bool = False) -> None:
        """Ends the block that is being read; whitespace alone is none."""
        self._trim()
        if self._text or even_empty:
            numbers = [number for _element, number, _before in self._path]
            shared = 0
            while shared < min(len(numbers), len(self._numbers)) and numbers[shared] == self._numbers[shared]:
                shared += 1
            path = tuple(element for element, _number, _before in self._path)
            self.blocks.append(Block(path, "".join(self._text), tuple(self._styles), shared))
            self._numbers = numbers
            self._text, self._styles = [], []

    def _close(self, at: int) -> None:
        self._flush()
        while len(self._path) > at:
            if self._path[-1][2] == len(self.blocks):
                self._flush(even_empty=True)
            self._path.pop()
