"""How many syllables a word has: from a table where our rule of thumb is wrong, else by the rule of thumb.

The table is made of the CMU Pronouncing Dictionary (`make_table.py`; its licence is in `CMUDICT-LICENSE`). It holds
only the words whose pronunciation there has another number of syllables than `by_thumb` says, so the answer for all its
125,000 words is the dictionary's. It is read once, when the first word is counted.
"""

import gzip
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).with_name("syllables.txt.gz")
# Words of medicine that the dictionary does not have, and the rule of thumb gets wrong.
MEDICAL: Final = {
    "angioedema": 6, "anticoagulant": 6, "anticoagulants": 6, "apnoea": 3, "autoantibody": 6, "bioavailability": 8,
    "bioavailable": 7, "bioidentical": 6, "coadministered": 5, "coinfection": 4, "dyspnoea": 3, "fluoxetine": 4,
    "gastroenteritis": 6, "gastroesophageal": 7, "hyoscine": 3, "ileal": 3, "ileum": 3, "immunoassay": 5,
    "isotretinoin": 6, "naïve": 2, "neuroendocrine": 5, "neuroimaging": 5, "oesophageal": 5, "phenytoin": 4,
    "preeclampsia": 5, "propylthiouracil": 7, "pseudoephedrine": 5, "psychoeducation": 6, "reexposure": 4,
    "reinfection": 4, "reuptake": 3, "valproate": 3, "valproic": 3,
}  # fmt: skip
_GROUP: Final = re.compile(r"[aeiouy]{1,10}")
_SPOKEN: Final = frozenset({"aids", "covid", "sars", "mers", "caps", "jama", "nice", "who"})  # read as words
_ACRONYM: Final = re.compile(r"[A-Z]{2,6}s?")
_PART: Final = re.compile(r"[^\W_]{1,60}(?:['’][^\W_]{1,10})?")
_SILENT: Final = re.compile(r"(?:[^laeiouy]e|[aeiouy]le|[^aeiouydt]ed|[^aeiouyscgxz]es|[aeiou]re)\Z")
_SPLIT: Final = re.compile(
    r"ia|io(?!us|n)|iu|ua(?!ge|r)|uou|eo(?!u)|[aeiouy]ing\Z|ism\Z|ier\Z|iest\Z|creat|real|scien|ying"
)


def syllables(word: str) -> int:
    """At least one. An acronym is spelt out, a hyphenated word is the sum of its parts, a number counts as one."""
    return max(1, sum(_of_part(part) for part in _PART.findall(word)))


@lru_cache(maxsize=50_000)
def _of_part(part: str) -> int:
    lower = part.lower().replace("’", "'")
    if not lower[0].isalpha():
        return 1
    if _ACRONYM.fullmatch(part) and lower not in _SPOKEN:
        return sum(3 if letter == "W" else 1 for letter in part if letter.isupper())
    return MEDICAL.get(lower) or _table().get(lower) or by_thumb(lower.removesuffix("'s") or lower)


def by_thumb(word: str) -> int:
    """The groups of vowels, less the silent endings, and more where two vowels are spoken one by one."""
    count = len(_GROUP.findall(word))
    if count > 1 and _SILENT.search(word):
        count -= 1
    count += len(_SPLIT.findall(word))
    return max(1, count)


@cache
def _table() -> dict[str, int]:
    found: dict[str, int] = {}
    with gzip.open(TABLE, "rt", encoding="ascii") as lines:
        for line in lines:
            count, *words = line.split()
            found.update(dict.fromkeys(words, int(count)))
    return found
