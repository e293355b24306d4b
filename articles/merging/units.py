"""Cuts words into what one person changes at a time: a sentence with its inline tags, or a tag of a block."""

import re
from collections.abc import Iterator
from typing import Final

from articles.html_cost import TOKEN

INLINE: Final = frozenset({"strong", "em", "sub", "sup", "a", "abbr", "br", "span", "cite", "q"})
_VOID: Final = frozenset({"br", "hr", "img"})
_END: Final = re.compile(r"[.!?:][\"'”’)\]]{0,3}\s+")
_WORD: Final = re.compile(r"<[^<>]*>|&[a-zA-Z0-9#]+;|\d+(?:[.,:/]\d+)*|[^\W\d_]\w*(?:['’]\w+)*|.", re.DOTALL)


def sentences(html: str) -> list[str]:
    """The units of cleaned HTML; joined they are the HTML again. A sentence is never cut inside an inline element, so
    that whatever units are put together stay whole elements.
    """
    found: list[str] = []
    held = ""  # the sentence so far
    depth = 0  # of inline elements that are open
    for kind, text in _tokens(html):
        if kind == "block":
            found += [held, text] if held else [text]
            held = ""
        elif kind == "text" and not depth:
            *whole, held = _cut(held, text)
            found += whole
        else:
            held += text
            depth += {"open": 1, "close": -1}.get(kind, 0)
    return [*found, held] if held else found


def blocks(html: str) -> list[str]:
    """Whole blocks of cleaned HTML, and the text between them; joined they are the HTML again."""
    found: list[str] = []
    held, depth = "", 0
    for kind, text in _tokens(html):
        held += text
        if kind == "block" and not text.startswith(("<hr", "<img")):
            depth += -1 if text.startswith("</") else 1
        if depth <= 0:
            found.append(held)
            held, depth = "", 0
    return [*found, held] if held else found


def words(text: str) -> list[str]:
    """The smallest units: words, numbers, tags, signs."""
    return _WORD.findall(text)


def _cut(held: str, text: str) -> list[str]:
    """Sentences that end within the text, and what is left of it; `held` begins the first."""
    parts: list[str] = []
    at = 0
    for match in _END.finditer(text):
        parts.append(text[at : match.end()])
        at = match.end()
    parts.append(text[at:])
    return [held + parts[0], *parts[1:]]


def _tokens(html: str) -> Iterator[tuple[str, str]]:
    """(kind, source): text, or a tag that opens or closes an inline element, stands alone in it, or is a block's."""
    at = 0
    for match in TOKEN.finditer(html):
        if match.start() > at:
            yield "text", html[at : match.start()]
        at = match.end()
        name = (match["tag"] or "").lower()
        if name in _VOID and name in INLINE:
            yield "inline", match[0]
        elif name in INLINE:
            yield ("close" if match["closing"] else "open"), match[0]
        else:
            yield "block", match[0]
    if at < len(html):
        yield "text", html[at:]
