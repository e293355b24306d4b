r"""Builds the one compiled alternation of a rule from phrases as people write them.

A space stands for one to three characters of white space, "-" for a hyphen of any kind, a space or nothing, "'" for
both apostrophes, "~" for up to five words between, and "*" for the rest of a word. Every repetition is bounded, here
and in what the phrases may contain, so a search takes time in proportion to the text, whatever the text.
"""

import re
from typing import Final

# What separates words and what they are made of have no character in common, so there is one way to read any text.
_GAP: Final = r"(?:[^\w.!?\n'’-]{1,3}\w[\w'’-]{0,40}){0,5}[^\w.!?\n'’-]{1,3}"
_HYPHEN: Final = r"[-‐‑–\s]?"
_MARKS: Final = {" ": r"\s{1,3}", "-": _HYPHEN, "'": "['’]", "~": _GAP, "*": r"[\w’']{0,20}"}

_BARE: Final = str.maketrans(
    {accented: f"[{accented}{bare}]" for accented, bare in zip("áéíóúüñ", "aeiouun", strict=True)}
)


def any_of(*phrases: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern that finds any of the phrases as whole words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(_phrase(each) for each in phrases)})(?!\w)", flags)


def literally(name: str) -> str:
    """A name as a pattern that also finds it with other spaces and hyphens, and without the accents that it has."""
    return r"\s{1,3}".join(re.escape(word).replace(r"\-", _HYPHEN).translate(_BARE) for word in name.split())


def _phrase(phrase: str) -> str:
    """The phrase as a pattern; what stands in square brackets or behind a backslash is kept as it is written."""
    inside, parts = False, []
    for at, char in enumerate(phrase):
        inside = char == "[" or (inside and char != "]")
        escaped = at > 0 and phrase[at - 1] == "\\"
        parts.append(char if inside or escaped else _MARKS.get(char, char))
    return "".join(parts)
