"""Authors as CSL-JSON names, and as the one line that people write: "Feder A, Parides MK, et al."."""

import re
from collections.abc import Sequence
from typing import Any, Final

ET_AL: Final = "et al"
NAME_PARTS: Final = ("family", "given", "suffix", "non-dropping-particle", "dropping-particle", "literal")
_INITIALS: Final = re.compile(r"[A-Z]{1,4}")
_SUFFIXES: Final = frozenset({"Jr", "Sr", "II", "III", "IV", "Jr.", "Sr."})


def from_line(line: str) -> list[dict[str, str]]:
    """The names of one line, in their order. With semicolons: "Feder, Adriana; Parides, M. K."; else by commas."""
    line = line.strip()
    if ";" in line:
        return [whole(each) for each in (part.strip() for part in line.split(";")) if each]
    return [_short(each) for each in (part.strip(" ,") for part in re.split(r",\s+", line.rstrip("."))) if each]


def to_line(names: Sequence[dict[str, str]], most: int) -> str:
    """The line of these names, with "et al." where all of them would be longer than `most` characters."""
    shown = [_shown(name) for name in names]
    listed = [each for each in shown if each and each != ET_AL]
    cut = ET_AL in shown
    while listed and len(_joined(listed, cut)) > most:
        listed, cut = listed[:-1], True
    return _joined(listed, cut) if listed else ""


def whole(text: str) -> dict[str, str]:
    """A name as bibliographies write it: "Feder, Adriana", "Smith, Jane, Jr", or the name of an organisation."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 2 and all(parts):
        return {"family": parts[0], "given": parts[1]}
    if len(parts) == 3 and all(parts):
        given, suffix = (parts[2], parts[1]) if parts[1] in _SUFFIXES else (parts[1], parts[2])
        return {"family": parts[0], "given": given, "suffix": suffix}
    return _short(text.strip())


def initials(given: str) -> str:
    """The first letters of given names, without points: "Michael K." and "M-K" are "MK"."""
    if _INITIALS.fullmatch(given):
        return given
    return "".join(word[0].upper() for word in re.split(r"[\s.\u2010-]+", given) if word)


def _short(text: str) -> dict[str, str]:
    """ "Feder A" is a person; what does not end in initials is taken as it stands."""
    if text.rstrip(".").lower() == ET_AL:
        return {"literal": ET_AL}
    family, _space, last = text.rpartition(" ")
    if family and last in _SUFFIXES and _INITIALS.fullmatch(family.rpartition(" ")[2]):
        family, _space, given = family.rpartition(" ")
        return {"family": family, "given": _spaced(given), "suffix": last}
    if family and _INITIALS.fullmatch(last) and not family.isupper() and len(family.split()) < 4:
        return {"family": family, "given": _spaced(last)}
    return {"literal": text}


def _spaced(letters: str) -> str:
    return " ".join(f"{letter}." for letter in letters)


def _shown(name: dict[str, Any]) -> str:
    if name.get("literal"):
        return str(name["literal"])
    particle = name.get("non-dropping-particle", "")
    family = f"{particle} {name.get('family', '')}".strip()
    return " ".join(part for part in (family, initials(name.get("given", "")), name.get("suffix", "")) if part)


def _joined(names: list[str], cut: bool) -> str:
    return ", ".join([*names, "et al."] if cut else names)
