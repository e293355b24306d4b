r"""Builds the one compiled alternation of a rule from phrases as people write them.

A space stands for one to three characters of white space, "-" for a hyphen of any kind, a space or nothing, "'" for
both apostrophes, "~" for up to five words between, and "*" for the rest of a word. Every repetition is bounded, here
and in what the phrases may contain, so a search takes time in proportion to the text, whatever the text.
"""

import re

from articles.checks.facts import ConditionFacts, DrugFacts, ServiceFacts

# What separates words and what they are made of have no character in common, so there is one way to read any text.
_GAP = r"(?:[^\w.!?\n'’-]{1,3}\w[\w'’-]{0,40}){0,5}[^\w.!?\n'’-]{1,3}"
_MARKS = {" ": r"\s{1,3}", "-": r"[-‐‑–\s]?", "'": "['’]", "~": _GAP, "*": r"[\w’']{0,20}"}


def any_of(*phrases: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern that finds any of the phrases as whole words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(_phrase(each) for each in phrases)})(?!\w)", flags)


def names_of(*things: DrugFacts | ConditionFacts | ServiceFacts) -> re.Pattern[str]:
    """One pattern that finds any name of these, also in the plural; what is not a name is never found."""
    names = sorted({name.strip() for each in things for name in each.names if name.strip()}, key=len, reverse=True)
    if not names:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(_name(each) for each in names)})(?:['’]s|s)?(?!\w)", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    """The phrase as a pattern; classes in square brackets and groups are kept as they are written."""
    inside, parts = False, []
    for at, char in enumerate(phrase):
        inside = char == "[" or (inside and char != "]")
        escaped = at > 0 and phrase[at - 1] == "\\"
        parts.append(char if inside or escaped else _MARKS.get(char, char))
    return "".join(parts)


def _name(name: str) -> str:
    return r"\s{1,3}".join(re.escape(word).replace(r"\-", r"[-‐‑–\s]?") for word in name.split())
