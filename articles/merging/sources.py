"""The two lists of references put together, and the numbers in the words that follow them."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

Source = Mapping[str, Any]

_CITED: Final = re.compile(r'(<a [^<>]*?href="#ref-)(\d{1,3})("[^<>]*>)\s*(\d{1,3})\s*(?=</a>)')
_KEY: Final = re.compile(r'\s*\bdata-source="([^"]*)"(?=[\s>])')


class Sources:
    """Every source that one of some lists has, each known by what it is and not by its place."""

    def __init__(self, *lists: Sequence[Source]) -> None:
        self.known: list[list[Source]] = []  # all forms of one source, together
        for source in (each for sources in lists for each in sources):
            at = self.of(source)
            if at is None:
                self.known.append([source])
            else:
                self.known[at].append(source)

    def of(self, source: Source) -> int | None:
        """Which of the known sources it is."""
        return next((at for at, forms in enumerate(self.known) if any(same(source, form) for form in forms)), None)

    def numbered(self, html: str, sources: Sequence[Source]) -> str:
        """The words with numbers that mean the same source whichever list they were for. A marker that knows its
        source by a key gets the number of that one; those of listed sources lose the key, which not every side has.
        """
        places = {place: (self.of(each) or 0) + 1 for place, each in enumerate(sources, 1)}
        keys = {key: places[place] for place, each in enumerate(sources, 1) if (key := _key(each))}

        def marker(number: int, key: str) -> tuple[int, str]:
            known = keys.get(key) or (None if key else places.get(number))
            return (known, "") if known else (number + len(self.known), key)

        return _renumbered(html, marker)

    def cited(self, html: str) -> set[int]:
        """Which sources words numbered by `numbered` cite."""
        return {int(match[2]) - 1 for match in _CITED.finditer(html) if int(match[2]) <= len(self.known)}

    def renumbered(self, html: str, sources: Sequence[Source]) -> str:
        """Words numbered by `numbered`, with each source's place in this list; what no list has keeps its number."""
        places = {self.of(each): (place, _key(each)) for place, each in enumerate(sources, 1)}
        most = len(self.known)

        def marker(number: int, key: str) -> tuple[int, str]:
            return places.get(number - 1, (number, key)) if number <= most else (number - most, key)

        return _renumbered(html, marker)

    def by_place(self, sources: Sequence[Source]) -> dict[int, Source]:
        return {at: each for each in sources if (at := self.of(each)) is not None}


def same(one: Source, other: Source) -> bool:
    """Whether two rows are one source: the same DOI, PubMed number or address, or the same title and no other DOI."""
    mine, theirs = _names(one), _names(other)
    if any(mine[name] and mine[name] == theirs[name] for name in ("doi", "pmid", "url")):
        return True
    other_doi = mine["doi"] and theirs["doi"] and mine["doi"] != theirs["doi"]
    return bool(mine["title"]) and mine["title"] == theirs["title"] and not other_doi


def _names(source: Source) -> dict[str, str]:
    return {name: str(source.get(name) or "").strip().lower() for name in ("doi", "pmid", "url", "title")}


def merge_sources(
    known: Sources, base: Sequence[Source], mine: Sequence[Source], theirs: Sequence[Source], cited: set[int]
) -> tuple[list[Source], list[str]]:
    """My list in my order with what they added after it, and the titles of sources that both changed differently.

    A source that one of us took out is gone, unless the other changed it meanwhile or the words still cite it.
    """
    old, own, other = (known.by_place(sources) for sources in (base, mine, theirs))
    merged: list[Source] = []
    clashing: list[str] = []
    for at in dict.fromkeys([*own, *other, *old]):
        was, ours, theirs_now = old.get(at), own.get(at), other.get(at)
        if ours is not None and theirs_now is not None:
            merged.append(_fields(was or {}, ours, theirs_now))
            if any(_differs(was or {}, ours, theirs_now, name) for name in ours):
                clashing.append(str(ours.get("title", "")))
        elif at in cited or was is None or (ours or theirs_now or was) != was:
            merged.append(ours or theirs_now or was or {})
    return merged, clashing


def _fields(was: Source, mine: Source, theirs: Source) -> Source:
    return {name: theirs.get(name) if mine[name] == was.get(name) else mine[name] for name in mine}


def _differs(was: Source, mine: Source, theirs: Source, name: str) -> bool:
    return mine[name] != theirs.get(name) and was.get(name) not in (mine[name], theirs.get(name))


def _key(source: Source) -> str:
    return str(source.get("source") or "")


def _renumbered(html: str, marker_for: Callable[[int, str], tuple[int, str]]) -> str:
    """The words with the number and the key that `marker_for` gives for those of each marker."""

    def replaced(match: re.Match[str]) -> str:
        found = _KEY.search(match[1] + match[3])
        number, key = marker_for(int(match[2]), found[1] if found else "")
        before, after = _KEY.sub("", match[1]), _KEY.sub("", match[3])
        shown = number if match[2] == match[4] else match[4]
        told = f' data-source="{key}"' if key else ""
        return f'{before}{number}"{told}{after.removeprefix(chr(34))}{shown}'

    return _CITED.sub(replaced, html)
