"""Phrases as people write them, found as whole words in folded text, in time proportional to its length. Pure.

In a phrase, `{a|b c}` stands for one of the alternatives, `[a|b]` for one of them or nothing, `~` for up to four words
of the same sentence, `*` for the rest of a word, and `-{a|b}` says what must not follow. Upper case, accents and
apostrophes do not count. Phrases are looked up by their first word, so a text without that word costs nothing.
"""

import re
from collections.abc import Iterator
from typing import Final

from comments.triage.folding import Reading, folded
from comments.triage.signal import Found

_GAP: Final = r"(?:[^\w!?;\n.]{1,3}|\.{2,4} ?)"
_FAR: Final = rf"(?:{_GAP}\w{{1,30}}){{0,4}}?"
_TOKEN: Final = re.compile(r"-?\{[^}]*\}|\[[^\]]*\]|\S+")
_MOST: Final = 300  # matches; the reader has long seen why
_ENDS: Final = 200  # of a word that comes more often than twice this, only the first and the last places are looked at


class Phrases:
    """Finds phrases. `details` names what each group of phrases is about: `Phrases(self=[...], other=[...])`."""

    def __init__(self, /, **details: tuple[str, ...]) -> None:
        tails: dict[str, dict[str, list[list[str]]]] = {}
        for detail, phrases in details.items():
            for phrase in phrases:
                for first, *tail in _beginnings(_TOKEN.findall(folded(phrase))):
                    tails.setdefault(_first(first), {}).setdefault(detail, []).extend(_expanded(tail))
        self._tails = tails
        self._patterns: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    def find(self, reading: Reading) -> Iterator[Found]:
        """Every place, at most one for each first word, from left to right."""
        words = self._tails.keys() & reading.places.keys()
        starts = [(at, word) for word in words for at in _both_ends(reading.places[word])]
        found = 0
        for at, word in sorted(starts):
            for detail, pattern in self._patterns.get(word) or self._compiled(word):
                if match := pattern.match(reading.words, at):
                    yield Found(at, match.end(), detail)
                    found += 1
                    break
            if found >= _MOST:
                return

    def _compiled(self, first: str) -> list[tuple[str, re.Pattern[str]]]:
        """Compiled when a text first has the word: all at once would hold up the start of a server for seconds."""
        by_detail = self._tails[first].items()
        self._patterns[first] = [(detail, re.compile(_pattern(first, tails))) for detail, tails in by_detail]
        return self._patterns[first]


def _both_ends(places: list[int]) -> list[int]:
    """Nobody says "I" 400 times in a comment; a flood of it must not cost more than words do."""
    return places if len(places) <= 2 * _ENDS else [*places[:_ENDS], *places[-_ENDS:]]


def _beginnings(tokens: list[str]) -> Iterator[list[str]]:
    """The phrase once for each word that it may start with."""
    head, *tail = tokens
    if head[0] not in "{[":
        yield tokens
        return
    for choice in _choices(head):
        yield [*choice.split(), *tail]
    if head[0] == "[":
        yield from _beginnings(tail)


def _first(word: str) -> str:
    if not word.isalnum():
        raise ValueError(f"A phrase starts with a whole word, not with {word!r}.")
    return word


def _expanded(tail: list[str]) -> list[list[str]]:
    """What follows the first word, with and without what may be left out next to it: so that most are told apart by
    their next letter alone.
    """
    if not tail or tail[0][0] != "[":
        return [tail]
    return [[f"{{{tail[0][1:-1]}}}", *tail[1:]], *_expanded(tail[1:])]


def _pattern(first: str, tails: list[list[str]]) -> str:
    """One pattern for all that may follow the first word; what they share is looked at once."""
    shared = [tail for tail in tails if tail and tail[0] != "~" and tail[0][:2] != "-{"]
    branches = [f"{''.join(map(_element, tail))}(?!\\w)" for tail in tails if tail and tail not in shared]
    if shared:
        letters = {choice[0] for tail in shared for choice in _choices(tail[0])}
        next_letter = "" if "*" in letters else f"(?=[{re.escape(''.join(sorted(letters)))}])"
        rests = [_either(tail[0]) + "".join(map(_element, tail[1:])) for tail in shared]
        branches.insert(0, f"{_GAP}{next_letter}(?:{'|'.join(rests)})(?!\\w)")
    alone = "?" if [] in tails else ""
    return f"{first}(?!\\w)" + (f"(?:{'|'.join(branches)}){alone}" if branches else "")


def _element(token: str) -> str:
    if token == "~":  # noqa: S105  no password
        return _FAR
    if token[:2] == "-{":
        return f"(?!{_GAP}{_either(token)}(?!\\w))"
    return f"(?:{_GAP}{_either(token)})?" if token[0] == "[" else _GAP + _either(token)


def _either(token: str) -> str:
    return f"(?:{'|'.join(_GAP.join(_word(word) for word in choice.split()) for choice in _choices(token))})"


def _choices(token: str) -> list[str]:
    return token.strip("-{}[]").split("|") if token[0] in "{[-" else [token]


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w{0,20}")
