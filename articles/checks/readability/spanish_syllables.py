"""How many syllables a Spanish word has: Spanish spells what it speaks, so rules are enough.

As the orthography of RAE and ASALE (2010) counts them: two open vowels, or an open one beside í or ú, are two syllables
("a-é-re-o", "dí-a"); any other vowels together are one ("ciu-dad", "guion"), with an h between them too ("ahi-ja-do",
"prohi-bir"). The u of "que", "gui" is silent, that of "güe" is not. A y speaks as a vowel at the end of a word ("muy").
"""

import re
from functools import lru_cache
from typing import Final

_SILENT_U: Final = re.compile(r"(?<=q)u(?=[eiéí])|(?<=g)u(?=[eiéí])")
_SILENT_H: Final = re.compile(r"(?<!c)h")
_FINAL_Y: Final = re.compile(r"(?<![^\W_])y\Z|(?<=[aeouáéó])y\Z")
_VOWELS: Final = re.compile(r"[aeiouáéíóúàèìòùâêîôûäëïöü]{1,12}")
_OPEN: Final = frozenset("aeoáéóàèòâêôäëö")
_HIATUS: Final = frozenset("íúìùîûï")  # beside an open vowel
_PART: Final = re.compile(r"[^\W_]{1,60}")
_ACRONYM: Final = re.compile(r"[A-ZÑ]{2,6}")
_SPOKEN: Final = frozenset({"tept", "sida", "covid", "sars", "mers", "onu", "imss", "tag", "toc"})  # read as words
_LETTERS: Final = {**dict.fromkeys("FHJLMNÑRSXZ", 2), "W": 3}  # efe, hache; doble u


def syllables(word: str) -> int:
    """At least one. An acronym is spelt out, a word with hyphens is the sum of its parts, a number counts as one."""
    return max(1, sum(_of_part(part) for part in _PART.findall(word)))


@lru_cache(maxsize=50_000)
def _of_part(part: str) -> int:
    lower = part.lower()
    if not lower[0].isalpha():
        return 1
    if _ACRONYM.fullmatch(part) and lower not in _SPOKEN:
        return sum(_LETTERS.get(letter, 1) for letter in part)
    spoken = _FINAL_Y.sub("i", _SILENT_H.sub("", _SILENT_U.sub("", lower)))
    return max(1, sum(_of_vowels(run) for run in _VOWELS.findall(spoken)))


def _of_vowels(run: str) -> int:
    """The syllables of vowels that stand together: one for each that is open, or closed, accented and beside an open
    one; one at least, and one more where the same closed vowel stands twice ("chi-i-ta").
    """
    around = zip(" " + run, run, run[1:] + " ", strict=False)
    cores = sum(
        each in _OPEN or (each in _HIATUS and (before in _OPEN or after in _OPEN)) for before, each, after in around
    )
    return max(1, cores) + run.count("ii") + run.count("uu")
