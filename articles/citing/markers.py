"""Markers: `<a href="#ref-2" data-source="…">2</a>` in the words. The key says which source is meant, wherever the
marker is copied to; the number follows from the order in which sources are first cited.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

KEY: Final = re.compile(r"[0-9a-f]{10}")
UNKNOWN: Final = "?"  # what a marker shows whose source nobody knows; its href is #ref-0, which no list has
_LINK: Final = re.compile(r"<a\b(?P<attributes>[^<>]*)>")
_HREF: Final = re.compile(r'\bhref="#ref-(\d{1,3})"')
_SOURCE: Final = re.compile(r'\s*\bdata-source="([^"]*)"')
_SHOWN: Final = re.compile(
    r"(?P<before>(?:<(?:sup|sub|em|strong|span)>|\[)*)(?P<number>\d{1,3}|\?)(?=\]?(?:</\w+>)*</a>)"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """One citation in the words: the number it shows now, and the key of its source where it has one."""

    number: int
    key: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """The words with every marker renumbered, and the list in the order of first use: places in the list as given."""

    html: str
    order: tuple[int, ...]


def find(html: str) -> list[Marker]:
    """The markers of cleaned words, in their order."""
    return [
        Marker(int(href[1]), _key(link["attributes"]))
        for link in _LINK.finditer(html)
        if (href := _HREF.search(link["attributes"]))
    ]


def unlisted(html: str, listed: Iterable[str]) -> list[str]:
    """The keys that the words cite and the list has not, each once, in the order of the words. A marker that shows
    “?” has been told of already: it waits for its writer.
    """
    known = set(listed)
    return list(dict.fromkeys(each.key for each in find(html) if each.key and each.number and each.key not in known))


def renumber(
    html: str, listed: Sequence[str], typed: int | None = None, same: Mapping[str, str] | None = None
) -> Numbered:
    """Cleaned words whose markers show the order of first use, and that order; uncited sources come last, as they were.

    `listed` is the key of each source in the order of the list. A marker without a key means the place it names among
    the first `typed` of them. `same` says which key another one stands for by now. What is not found keeps its number
    where no source can take it, and shows “?” otherwise: no marker ever leads to a source that was not meant.
    """
    typed = len(listed) if typed is None else typed
    places = {key: place for place, key in reversed(list(enumerate(listed)))}

    def place_of(marker: Marker) -> int | None:
        if marker.key:
            return places.get((same or {}).get(marker.key, marker.key))
        return marker.number - 1 if 1 <= marker.number <= typed else None

    cited = dict.fromkeys(place for marker in find(html) if (place := place_of(marker)) is not None)
    order = [*cited, *(place for place in range(len(listed)) if place not in cited)]
    numbers = {place: number for number, place in enumerate(order, start=1)}
    parts, end = [], 0
    for link in _LINK.finditer(html):
        href = _HREF.search(link["attributes"])
        if not href:
            continue
        marker = Marker(int(href[1]), _key(link["attributes"]))
        place = place_of(marker)
        number = numbers[place] if place is not None else (0 if marker.number <= len(listed) else marker.number)
        key = listed[place] if place is not None else marker.key
        parts += [html[end : link.start()], _start(link["attributes"], number, key)]
        shown = _SHOWN.match(html, link.end())
        end = link.end()
        if shown:
            parts += [shown["before"], str(number) if number else UNKNOWN]
            end = shown.end()
    return Numbered("".join([*parts, html[end:]]), tuple(order))


def _start(attributes: str, number: int, key: str) -> str:
    bare = _HREF.sub(f'href="#ref-{number}"', _SOURCE.sub("", attributes))
    return f'<a{bare} data-source="{key}">' if key else f"<a{bare}>"


def _key(attributes: str) -> str:
    found = _SOURCE.search(attributes)
    return found[1] if found and KEY.fullmatch(found[1]) else ""
