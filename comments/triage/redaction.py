"""Takes parts out of a comment. Pure. Only removal is possible: no function here takes words to put in."""

from collections.abc import Iterable
from typing import Final, Protocol

from comments.triage.words import label

SPACES: Final = " \t"


class Part(Protocol):
    """A place to take out, such as a `Signal`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def code(self) -> str: ...
    @property
    def detail(self) -> str: ...


def without(text: str, parts: Iterable[Part]) -> str:
    """The text without the parts, and without the double spaces that they would leave. Raises as `checked` does."""
    kept, at = "", 0
    for part in checked(text, parts):
        kept += text[at : part.start]
        at = part.end
        if kept[-1:] in ("", "\n", *SPACES) and text[at : at + 1] in SPACES:
            at += len(text[at : at + 1])
    return kept + text[at:]


def redacted(text: str, spans: Iterable[Part]) -> str:
    """The text with each span's visible label in its place. Raises as `checked` does."""
    pieces, at = [], 0
    for span in checked(text, spans):
        pieces += [text[at : span.start], label(span.code, span.detail)]
        at = span.end
    return "".join([*pieces, text[at:]])


def checked(text: str, parts: Iterable[Part]) -> list[Part]:
    """The parts from left to right. Raises ValueError where one is empty, out of range, or overlaps another."""
    ordered = sorted(parts, key=lambda part: (part.start, part.end))
    at = 0
    for part in ordered:
        if not 0 <= part.start < part.end <= len(text):
            raise ValueError(f"There is no part from {part.start} to {part.end} in {len(text)} characters.")
        if part.start < at:
            raise ValueError(f"The part from {part.start} to {part.end} overlaps the one before.")
        at = part.end
    return ordered
