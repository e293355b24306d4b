"""Turns HTML into text with what stands where. Linear for any input: the tokens come from `html_cost.TOKEN`."""

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Final, NamedTuple

from articles.checks.text import IMAGE, Block, Image, Link, Tag, Text
from articles.html_cost import TOKEN

_INLINE: Final = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark picture q s samp small span strike"
    " strong sub"
    " sup time tt u var wbr".split()
)
_EMBEDS: Final = frozenset({"script", "iframe", "link", "embed", "object", "video", "audio", "source"})
_VOID: Final = frozenset({"br", "hr", "img", "wbr", "link", "source", "embed", "input", "meta", "col", "base", "area"})
_DEEPEST: Final = 200
_UNSEEN: Final = dict.fromkeys([0xAD, 0x200B, 0x2060, 0xFEFF])  # soft hyphens and the like: part of no word
_SPACES: Final = re.compile(r"[ \t\n\r\f]++")
_ATTRIBUTE: Final = re.compile(r"""([^\s=/>"']++)(?:\s*+=\s*+(?:"([^"]*+)"?|'([^']*+)'?|([^\s>]*+)))?""")


class _Open(NamedTuple):
    tag: str
    names: tuple[str, ...]
    address: str
    start: int
    title: str


@dataclass(slots=True)
class HtmlReader:
    """Reads once. White space is collapsed as a browser does; blocks and line breaks are set apart by a newline."""

    html: str
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _pending: str = ""
    _block: int = 0
    _kind: str = ""
    _row: int = 0
    _rows: int = 0
    _stack: list[_Open] = field(default_factory=list)
    _inline: list[_Open] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _links: list[Link] = field(default_factory=list)
    _images: list[Image] = field(default_factory=list)
    _embeds: list[Tag] = field(default_factory=list)
    _boxes: list[Tag] = field(default_factory=list)

    def read(self) -> Text:
        at = 0
        for token in TOKEN.finditer(self.html):
            self._data(self.html[at : token.start()])
            at = token.end()
            if token["raw"]:
                self._embed(token["raw"].lower(), _attributes(token[0].partition(">")[0]))
            elif token["tag"]:
                self._tag(token["tag"].lower(), bool(token["closing"]), token["rest"])
        self._data(self.html[at:])
        self._close_blocks(0)
        return self._finished()

    def _data(self, data: str) -> None:
        words = _SPACES.sub(" ", unescape(data)).translate(_UNSEEN)
        if words.startswith(" "):
            self._pending = self._pending or " "
            words = words[1:]
        if not words:
            return
        self._emit(words.removesuffix(" "))
        if words.endswith(" "):
            self._pending = " "

    def _emit(self, words: str) -> None:
        if self._pending and self._length:
            words = self._pending + words
            if self._pending == "\n" and self._block == self._length:
                self._block += 1
        self._pending = ""
        self._parts.append(words)
        self._length += len(words)

    def _tag(self, tag: str, closing: bool, rest: str) -> None:
        if tag == "br":
            self._pending = "\n"
        elif tag == "img" and not closing:
            values = _attributes(rest)
            self._emit(IMAGE)
            self._images.append(Image(self._length - 1, values.get("src", ""), values.get("alt")))
        elif tag in _EMBEDS:
            if not closing:
                self._embed(tag, _attributes(rest))
        elif tag in _INLINE:
            self._inline_tag(tag, closing, rest)
        elif closing:
            at = _last(self._stack, tag)
            if at is not None:
                self._close_blocks(at)
        else:
            self._end_block()
            if tag == "tr":
                self._rows += 1
                self._row = self._rows
            if tag not in _VOID:
                self._stack.append(_opened(tag, _attributes(rest), self._length))
                self._kind = tag

    def _inline_tag(self, tag: str, closing: bool, rest: str) -> None:
        if not closing:
            self._inline.append(_opened(tag, _attributes(rest), self._length))
            return
        at = _last(self._inline, tag)
        if at is None:
            return
        opened = self._inline.pop(at)
        if tag == "a" and opened.address:
            self._links.append(Link(opened.start, self._length, opened.address))
        elif tag == "abbr":
            self._boxes.append(Tag(opened.names, "", opened.start, self._length, opened.title))

    def _embed(self, tag: str, values: dict[str, str]) -> None:
        address = values.get("src") or values.get("href") or values.get("data") or ""
        self._embeds.append(Tag((tag, *values.get("rel", "").lower().split()), address, self._length, self._length))

    def _close_blocks(self, least: int) -> None:
        self._end_block()
        while len(self._stack) > least:
            opened = self._stack.pop()
            self._boxes.append(Tag(opened.names, "", opened.start, self._length))
            if opened.tag == "tr":
                self._row = 0
        self._kind = self._stack[-1].tag if self._stack else ""

    def _end_block(self) -> None:
        if self._length > self._block:
            self._blocks.append(Block(self._block, self._length, self._kind, self._row))
        self._block = self._length
        self._pending = "\n"

    def _finished(self) -> Text:
        text = "".join(self._parts)
        links = [Link(*_trimmed(text, each.start, each.end), each.href) for each in self._links]
        boxes = [each._replace(start=_trimmed(text, each.start, each.end)[0]) for each in self._boxes]
        return Text.of(
            text,
            links,
            blocks=tuple(self._blocks),
            images=tuple(self._images),
            embeds=tuple(self._embeds),
            boxes=tuple(boxes),
        )


def _last(opened: list[_Open], tag: str) -> int | None:
    """Where the innermost element of that name is; cleaned HTML nests far less deep than is looked."""
    deepest = max(-1, len(opened) - 1 - _DEEPEST)
    return next((at for at in range(len(opened) - 1, deepest, -1) if opened[at].tag == tag), None)


def _opened(tag: str, values: dict[str, str], start: int) -> _Open:
    return _Open(tag, (tag, *values.get("class", "").split()), values.get("href", ""), start, values.get("title", ""))


def _attributes(rest: str) -> dict[str, str]:
    if "=" not in rest:
        return {}
    return {name.lower(): unescape(a or b or c or "") for name, a, b, c in _ATTRIBUTE.findall(rest)}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n":
        start += 1
    return start, end
