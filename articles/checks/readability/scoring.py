"""Makes scores of the words, sentences and syllables of an English text."""

import math
from dataclasses import dataclass
from typing import Final

from articles.checks.facts import Facts
from articles.checks.readability.counting import counted
from articles.checks.readability.syllables import syllables
from articles.checks.reading import Reading, read

ALGORITHM: Final = "Flesch-Kincaid grade and SMOG, syllables by CMUdict"
VERSION: Final = "1"
HARDEST: Final = 10
_MANY: Final = 3  # syllables of a word that SMOG counts


@dataclass(frozen=True, slots=True)
class Scored:
    """One sentence of the body, where it stands and how hard it is."""

    start: int
    end: int
    words: int
    grade: float


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a body. Its headings don't count; an item of a list and a cell of a table are sentences."""

    grade: float
    smog: float
    words: int
    sentences: int
    hardest: tuple[Scored, ...]
    algorithm: str = ALGORITHM
    version: str = VERSION


def scores(html: str) -> Scores:
    """The scores of cleaned HTML; zeros where it has no words."""
    return score(read(html, Facts()))


def score(reading: Reading) -> Scores:
    """The scores of a body that was read already."""
    found = list(counted(reading, syllables))
    if not found:
        return Scores(0.0, 0.0, 0, 0, ())
    counts = [count for each in found for count in each.syllables]
    long = sum(count >= _MANY for count in counts)
    scored = [
        Scored(each.start, each.end, len(each.syllables), flesch_kincaid(len(each.syllables), 1, sum(each.syllables)))
        for each in found
    ]
    return Scores(
        grade=flesch_kincaid(len(counts), len(found), sum(counts)),
        smog=1.0430 * math.sqrt(long * 30 / len(found)) + 3.1291,
        words=len(counts),
        sentences=len(found),
        hardest=tuple(sorted(scored, key=lambda each: (-each.grade, each.start))[:HARDEST]),
    )


def flesch_kincaid(words: int, sentences: int, spoken: int) -> float:
    return 0.39 * words / sentences + 11.8 * spoken / words - 15.59
