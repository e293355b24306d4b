"""Text as the detectors read it: compatible, accentless small letters without invisible characters. Pure.

Every folded character knows the characters of the stored text that it stands for. The stored text is never changed.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final

_MOST: Final = 4  # some single characters stand for whole phrases; a flood of them must stay as long as it is
_ALIKE: Final = str.maketrans(
    "авекмнорстухіјѕԁһԛԝɡɩʏοαενικρτυχϲ’‘ʼ‛´`＇“”«»„‐‑‒–—―−。！？，",  # noqa: RUF001  what looks like Latin is the point
    "abekmhopctyxijsdhqwgiyoaevikptuxc'''''''\"\"\"\"\"-------.!?,",
)
_RUN: Final = re.compile(r"[!-&(-~]++(?: [!-&(-~]++)*+|\s++|[^!-&(-~\s]")
_WORD: Final = re.compile(r"\w+")
_BREAK: Final = re.compile(r"[.!?;](?=[\s\"')]|\Z)(?<!\b[dms]r.)(?<!\bms.)(?<!\bmrs.)(?<!\bsra.)|\n")
_INSIDE: Final = re.compile(r"(?<=[a-z])[0134570@$!](?=[a-z])")  # k1ll, su1c1de
_TITLE: Final = re.compile(r"\b(dra?|mrs?|ms|sra?|st)\.")
_LETTERS: Final = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"}


@dataclass(frozen=True)
class Reading:
    """A text read once, for all detectors. `text` keeps the punctuation and the digits as typed."""

    original: str
    text: str
    starts: list[int]
    ends: list[int]

    @cached_property
    def words(self) -> str:
        """The text, as long, with letters where digits stand for them inside a word: for phrases, not for numbers."""
        words = _INSIDE.sub(lambda match: _LETTERS[match[0]], self.text).replace("_", " ")
        return _TITLE.sub(r"\1 ", words)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word starts."""
        places = defaultdict[str, list[int]](list)
        for match in _WORD.finditer(self.words):
            places[match[0]].append(match.start())
        return dict(places)

    @cached_property
    def _breaks(self) -> list[int]:
        return [match.end() for match in _BREAK.finditer(self.text)]

    def sentence(self, at: int) -> tuple[int, int]:
        """The bounds of the sentence in which `at` stands."""
        breaks = self._breaks
        index = bisect_right(breaks, at)
        return breaks[index - 1] if index else 0, breaks[index] if index < len(breaks) else len(self.text)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The bounds of every sentence, from left to right."""
        yield from pairwise(sorted({0, *self._breaks, len(self.text)}))

    def before(self, at: int, far: int = 100) -> str:
        """The words before `at` in its sentence."""
        return self.words[max(self.sentence(at)[0], at - far) : at]

    def after(self, at: int, far: int = 100) -> str:
        """The words from `at` to the end of its sentence."""
        return self.words[at : min(self.sentence(max(at - 1, 0))[1], at + far)]

    def around(self, at: int, far: int = 200) -> str:
        """The sentence in which `at` stands, as far as it is near."""
        start, end = self.sentence(at)
        return self.words[max(start, at - far) : min(end, at + far)]

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """The place in the stored text that a place in the folded text stands for."""
        return self.starts[start], self.ends[end - 1]

    def as_typed(self, start: int, end: int) -> str:
        first, last = self.stored(start, end)
        return self.original[first:last]


def read(text: str) -> Reading:
    """The text, folded, with the way back."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _RUN.finditer(text):
        run, start, end = match[0], match.start(), match.end()
        if "!" <= run[0] <= "~" and run != "'":
            folded = run.lower()
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            folded = _gap(run, parts) if run.isspace() else _character(text, start)
            if not folded and ends:
                ends[-1] = end
            starts.extend([start] * len(folded))
            ends.extend([end] * len(folded))
        parts.append(folded)
    return Reading(text, "".join(parts), starts, ends)


def _gap(run: str, parts: list[str]) -> str:
    """White space is one space; an empty line ends a sentence. Spaces apart by something invisible only are one gap."""
    if run.count("\n") > 1 or "\u2029" in run:
        return "\n"
    last = next((part for part in reversed(parts[-3:]) if part), "")
    return "" if last in (" ", "\n") else " "


def _character(text: str, at: int) -> str:
    folded = text[at] if _is_east_asian(text[at]) else _folded(text[at])
    if folded == "'" and 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha():
        return ""  # don't and dont are one word
    return folded


def _is_east_asian(char: str) -> bool:
    return "\u2e80" <= char <= "\ud7ff"  # nothing in there folds, and a flood of it comes in thousands of kinds


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    plain = unicodedata.normalize("NFKD", char) if char not in "\u00b4\u0060" else "'"
    kept = "".join(each for each in plain if unicodedata.category(each) not in ("Mn", "Me", "Cf", "Cc"))
    if len(kept) > _MOST:
        return char
    folded = kept.casefold().translate(_ALIKE)
    return folded if len(folded) <= _MOST and not folded.isspace() else " "


def folded(text: str) -> str:
    return read(text).text
