"""Makes `syllables.txt.gz` of `cmudict.dict`: `python -m articles.checks.readability.make_table cmudict.dict`.

The file is the data of the CMU Pronouncing Dictionary (its licence, BSD-like, is in `CMUDICT-LICENSE`). The one used
came with version 1.1.3 of the package `cmudict`, whose code, under another licence, is not. Of several pronunciations
the first counts. Run it again whenever `syllables.by_thumb` changes.
"""

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from articles.checks.readability.syllables import TABLE, by_thumb

_WORD = re.compile(r"[a-z][a-z']*")


def pronounced(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Each word with its syllables: as many as its pronunciation has vowels, which carry their stress as a digit."""
    for line in lines:
        word, *phones = line.partition("#")[0].split()
        if _WORD.fullmatch(word):
            yield word, sum(phone[-1].isdigit() for phone in phones)


def table(words: Iterable[tuple[str, int]]) -> bytes:
    """A line for each number of syllables: the number, and the words for which the rule of thumb is wrong."""
    by_count: dict[int, list[str]] = defaultdict(list)
    for word, count in words:
        if count != by_thumb(word.removesuffix("'s")):
            by_count[count].append(word)
    lines = (f"{count} {' '.join(sorted(found))}\n" for count, found in sorted(by_count.items()))
    return gzip.compress("".join(lines).encode("ascii"), 9, mtime=0)


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as source:
        TABLE.write_bytes(table(pronounced(source)))
