"""Counts words, sentences and syllables of a text's prose, and makes scores of them."""

import math
from dataclasses import dataclass
from typing import Final

from articles.checks.facts import Facts
from articles.checks.readability.syllables import syllables
from articles.checks.reading import Reading, read
from articles.checks.sentences import Sentence, words_of

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
    words = sentences = spoken = long = 0
    scored: list[Scored] = []
    for sentence in reading.body.sentences:
        if reading.html.blocks and reading.block(sentence.block).level:
            continue
        counts = [syllables(word) for word in words_of(reading.body.masked[sentence.start : sentence.end])]
        if not counts:
            continue
        sentences += 1
        words += len(counts)
        spoken += sum(counts)
        long += sum(count >= _MANY for count in counts)
        scored.append(_scored(reading, sentence, counts))
    if not sentences:
        return Scores(0.0, 0.0, 0, 0, ())
    hardest = sorted(scored, key=lambda each: (-each.grade, each.start))[:HARDEST]
    return Scores(
        grade=flesch_kincaid(words, sentences, spoken),
        smog=1.0430 * math.sqrt(long * 30 / sentences) + 3.1291,
        words=words,
        sentences=sentences,
        hardest=tuple(hardest),
    )


def flesch_kincaid(words: int, sentences: int, spoken: int) -> float:
    return 0.39 * words / sentences + 11.8 * spoken / words - 15.59


def _scored(reading: Reading, sentence: Sentence, counts: list[int]) -> Scored:
    text = reading.body.masked[sentence.start : sentence.end]
    end = sentence.start + len(text.rstrip())
    return Scored(sentence.start, end, len(counts), flesch_kincaid(len(counts), 1, sum(counts)))
