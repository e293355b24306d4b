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


class Phrases:
    """Finds phrases. `details` names what each group of phrases is about: `Phrases(self=[...], other=[...])`."""

    def __init__(self, /, **details: tuple[str, ...]) -> None:
        by_first: dict[str, list[tuple[str, str]]] = {}
        for detail, phrases in details.items():
            for phrase in phrases:
                for first, rest in _alternatives(folded(phrase)):
                    by_first.setdefault(first, []).append((detail, rest))
        self._names = tuple(details)
        self._patterns = {first: self._compiled(first, rests) for first, rests in by_first.items()}

    def find(self, reading: Reading) -> Iterator[Found]:
        """Every place, at most one for each first word, from left to right."""
        starts = [(at, word) for word in self._patterns.keys() & reading.places.keys() for at in reading.places[word]]
        found = 0
        for at, word in sorted(starts):
            for detail, pattern in self._patterns[word]:
                if match := pattern.match(reading.words, at):
                    yield Found(at, match.end(), detail)
                    found += 1
                    break
            if found >= _MOST:
                return

    def _compiled(self, first: str, rests: list[tuple[str, str]]) -> list[tuple[str, re.Pattern[str]]]:
        return [
            (name, re.compile(_branches(first, [rest for detail, rest in rests if detail == name])))
            for name in self._names
            if any(detail == name for detail, _rest in rests)
        ]


def _branches(first: str, rests: list[str]) -> str:
    """One pattern for all that may follow the first word; what they share is looked at once."""
    shared = [rest.removeprefix(_GAP) for rest in rests if rest.startswith(_GAP)]
    others = [rest for rest in rests if rest and not rest.startswith(_GAP)]
    alone = "" in rests
    branches = ([f"{_GAP}(?:{'|'.join(shared)})(?!\\w)"] if shared else []) + [f"{each}(?!\\w)" for each in others]
    return f"{first}(?!\\w)" + (f"(?:{'|'.join(branches)}){'?' if alone else ''}" if branches else "")


def _alternatives(phrase: str) -> Iterator[tuple[str, str]]:
    """The phrase as pairs of its first word and a pattern for the rest."""
    head, *tail = _TOKEN.findall(phrase)
    rest = "".join(_element(token) for token in tail)
    if head[0] not in "{[":
        yield _first(head), rest
        return
    for choice in head[1:-1].split("|"):
        word, *more = choice.split()
        yield _first(word), "".join(_GAP + _word(each) for each in more) + rest
    if head[0] == "[":
        yield from _alternatives(" ".join(tail))


def _first(word: str) -> str:
    if not word.isalnum():
        raise ValueError(f"A phrase starts with a whole word, not with {word!r}.")
    return word


def _element(token: str) -> str:
    if token == "~":  # noqa: S105  no password
        return _FAR
    if token[0] not in "{[" and token[:2] != "-{":
        return _GAP + _word(token)
    choices = [_GAP.join(_word(word) for word in choice.split()) for choice in token.strip("-{}[]").split("|")]
    if token[0] == "-":
        return f"(?!{_GAP}(?:{'|'.join(choices)})(?!\\w))"
    return f"{_GAP}(?:{'|'.join(choices)})" if token[0] == "{" else f"(?:{_GAP}(?:{'|'.join(choices)}))?"


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w{0,20}")
