"""Where medicines, conditions and services are named, by any of their names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Protocol, TypeVar, cast
from unicodedata import combining, normalize

from articles.checks.patterns import literally
from articles.checks.reading import PROSE, Found, Reading


class Named(Protocol):
    @property
    def names(self) -> tuple[str, ...]: ...


Thing = TypeVar("Thing", bound=Named)


@dataclass(frozen=True, slots=True)
class Mention(Generic[Thing]):
    """One thing named in one place."""

    thing: Thing
    found: Found


def mentions(reading: Reading, things: tuple[Thing, ...], fields: tuple[str, ...] = PROSE) -> Iterator[Mention[Thing]]:
    """Every mention in the order of the words; of two names that begin in one place the longer one counts."""
    for name in fields if things else ():
        yield from _in_field(reading, things, name)


def called(reading: Reading, thing: Named) -> str:
    """The name by which the article calls a thing first, spelt as the clinic's lists have it."""
    first = next(mentions(reading, (thing,)), None)
    words = _bare(first.found.words) if first else ""
    return next((name for name in thing.names if words.startswith(_bare(name))), thing.names[0])


def _bare(words: str) -> str:
    """Small letters without accents."""
    return "".join(char for char in normalize("NFD", words.casefold()) if not combining(char))


def _in_field(reading: Reading, things: tuple[Thing, ...], name: str) -> list[Mention[Thing]]:
    """The mentions of one field, sought once for each reading: many rules ask for them."""
    key = ("mentions", things, name)
    if key not in reading.remembered:
        pattern, owners = _names(tuple(each.names for each in things))
        reading.remembered[key] = [
            Mention(things[owners[(found.match.lastindex or 1) - 1]], found) for found in reading.find(pattern, (name,))
        ]
    return cast(list[Mention[Thing]], reading.remembered[key])


@lru_cache(maxsize=64)
def _names(names: tuple[tuple[str, ...], ...]) -> tuple[re.Pattern[str], list[int]]:
    """One pattern with a group for each name, and which thing each group belongs to."""
    pairs = sorted(
        ((name.strip(), at) for at, each in enumerate(names) for name in each if name.strip()),
        key=lambda pair: -len(pair[0]),
    )
    either = "|".join(f"({literally(name)})" for name, _at in pairs) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{either})(?:['’]s|s)?(?!\w)", re.IGNORECASE), [at for _name, at in pairs]
