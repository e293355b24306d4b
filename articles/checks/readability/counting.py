"""What scores of reading are made of: the sentences of a body, each with the syllables of its words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.checks.reading import Reading
from articles.checks.sentences import words_of


@dataclass(frozen=True, slots=True)
class Counted:
    """One sentence, where it stands, and how many syllables each of its words has."""

    start: int
    end: int
    syllables: tuple[int, ...]


def counted(reading: Reading, syllables: Callable[[str], int]) -> Iterator[Counted]:
    """Every sentence with words. Headings don't count; an item of a list and a cell of a table are sentences."""
    for sentence in reading.body.sentences:
        if reading.html.blocks and reading.block(sentence.block).level:
            continue
        text = reading.body.masked[sentence.start : sentence.end]
        counts = tuple(syllables(word) for word in words_of(text))
        if counts:
            yield Counted(sentence.start, sentence.start + len(text.rstrip()), counts)
