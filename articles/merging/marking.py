"""Which words of a changed place differ from what stood there, for showing both sides next to each other."""

from itertools import groupby

from articles.comparison.sequences import Budget, matches
from articles.merging.units import words

Marked = list[tuple[str, bool]]  # text, and whether it is not in the other


def marked(text: str, other: str) -> Marked:
    """The text in runs of words that are in the other too, or are not; joined they are the text again."""
    items = words(text)
    kept = {j for _i, j in matches(words(other), items, Budget())}
    runs = groupby(enumerate(items), key=lambda each: each[0] not in kept)
    return [("".join(item for _at, item in run), changed) for changed, run in runs]
