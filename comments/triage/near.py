"""Costly patterns, looked for only where a cheap one says that they can be. Pure; linear in the text."""

import re
from collections.abc import Iterator


def near(
    clue: re.Pattern[str], pattern: re.Pattern[str], text: str, *, before: int, after: int = 1
) -> Iterator[re.Match[str]]:
    """Every match, in order, that has a clue in it and lies within `before` and `after` characters of the clue."""
    for start, end in _windows(clue, text, before, after):
        yield from pattern.finditer(text, start, end)


def _windows(clue: re.Pattern[str], text: str, before: int, after: int) -> Iterator[tuple[int, int]]:
    """The parts of the text around the clues; where they meet, one part, so that nothing is read twice."""
    start, end = 0, -1
    for match in clue.finditer(text):
        if match.start() - before > end:
            if end > 0:
                yield start, end
            start = max(0, match.start() - before)
        end = match.end() + after
    if end > 0:
        yield start, end
