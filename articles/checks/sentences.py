"""Splits text into sentences without moving a character: every sentence says where it stands."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from articles.checks.text import Block, Text

# A full stop ends no sentence after these, nor after a single letter ("J. Smith"), nor between digits ("6.8").
_ABBREVIATIONS: Final = frozenset(
    "dr mr mrs ms prof st jr sr vs e.g i.e eg ie cf al ed eds dept inc ltd co etc u.s u.k a.m p.m ph.d m.d"
    " dra drs dras sra srta ud uds ej p.ej ee uu e.uu aprox núm pág págs".split()
)
_BEFORE_NUMBERS: Final = frozenset("no nos fig figs vol p pp approx ca".split())  # "No. 5", and "He said no. Then"
_MAY_END: Final = frozenset("etc al inc ltd co a.m p.m u.s u.k ph.d m.d uu e.uu uds".split())
# After "U.S." and the like a sentence has ended only where one of these begins the next: "U.S. Food and Drug" goes on.
_STARTERS: Final = frozenset(
    "a about after all although an and as at before but by each even for he her his how however i if in it its many"
    " most no not of on one only our people she since so some that the their then there these they this those to under"
    " we what when where while who with you your"
    " aunque como con cuando de después desde durante el ella ellas ellos en es ese esta estas este esto estos hay hoy"
    " la las le les lo los muchos nadie nosotros para pero por pregunte puede según si sin son su sus también una unas"
    " unos usted ya".split()
)
LONGEST: Final = 1_200  # characters
_END: Final = re.compile(r"[.!?…]{1,4}[\"'”’»)\]]{0,3}(?=\s)|\n")
_SPACE: Final = re.compile(r"\s++")
_LAST_WORD: Final = re.compile(r"(?:[^\W\d_]\.){0,4}[^\W_]{1,12}\Z")
_OPENERS: Final = "\"'“‘«¿¡(["
WORD: Final = re.compile(r"[^\W_](?:[\w.,'’%/-]{0,60}[\w%])?")


class Sentence(NamedTuple):
    """Where a sentence stands, in which block, and what it cites; in a table, what its row or caption cites, too."""

    start: int
    end: int
    block: int = 0
    cited: tuple[int, ...] = ()


def sentences_of(text: Text) -> Iterator[Sentence]:
    """The sentences of all blocks, in order, each with its trailing markers."""
    citations = iter(text.citations)
    waiting = next(citations, None)
    rows = _cited_rows(text)
    captioned: tuple[int, ...] = ()
    for at, block in enumerate(text.blocks):
        captioned = captioned if block.row else ()
        for start, end in _cut(text.masked, _split(text.masked, block)):
            cited: list[int] = []
            while waiting and waiting.start < end:
                cited += [waiting.number] if waiting.number else []
                waiting = next(citations, None)
            captioned += tuple(cited) if block.kind == "caption" else ()
            yield Sentence(start, end, at, tuple(cited) or rows.get(block.row, ()) or captioned)


def words_of(text: str) -> list[str]:
    return WORD.findall(text)


def _cited_rows(text: Text) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    rows = iter([block for block in text.blocks if block.row])
    block = next(rows, None)
    for each in text.citations:
        while block and block.end <= each.start:
            block = next(rows, None)
        if block and block.start <= each.start and each.number:
            found[block.row] = (*found.get(block.row, ()), each.number)
    return found


def _cut(text: str, sentences: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Each sentence, cut at spaces where it is too long to be one: what looks at a sentence never looks at more."""
    for start, end in sentences:
        while end - start > LONGEST:
            space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            stop = start + LONGEST if space < 0 else space + 1
            yield start, stop
            start = stop
        yield start, end


def _split(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        end = match.end()
        space = _SPACE.match(text, end, block.end)
        after = space.end() if space else end
        if match[0] == "\n":
            goes_on = text[after : after + 1].islower()  # a line break within a sentence
        else:
            goes_on = not _is_end(text, start, match.start(), text[after : after + 16])
        if goes_on:
            continue
        if after > start and text[start:end].strip():
            yield start, min(after, block.end)
        start = max(after, start)
    if text[start : block.end].strip() or start == block.start:
        yield start, block.end


def _first_word(text: str) -> str:
    found = WORD.match(text)
    return found[0].lower() if found else ""


def _is_end(text: str, start: int, stop: int, after: str) -> bool:
    """Whether the sign at `stop` ends a sentence; `after` is what follows the space behind it."""
    after = after.lstrip(_OPENERS)
    begins = after[:1]
    if not begins or text[stop] in "!?":
        return not begins.islower()
    last = _LAST_WORD.search(text, max(start, stop - 20), stop)
    word = last[0].lower() if last else ""
    if len(word) == 1 and word.isalpha() and word != "i":
        return False
    if word in _BEFORE_NUMBERS and begins.isdigit():
        return False
    if word in _ABBREVIATIONS:
        return word in _MAY_END and begins.isupper() and _first_word(after) in _STARTERS
    return not begins.islower()
