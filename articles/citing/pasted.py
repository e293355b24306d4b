"""What a person pasted or gave as a file, read into sources: one entry each, with what is wrong with it or missing."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.citing import bibtex, identifiers, ris
from articles.citing.csl import Csl, cleaned, year_of

MOST_CHARACTERS: Final = 1_000_000
MOST_ENTRIES: Final = 200
LONGEST_ENTRY: Final = 100_000  # characters; three thousand authors fit


@dataclass(frozen=True, slots=True)
class Entry:
    """One source that was found: `csl` is clean. `told` is what it was called in the text, `problems` stop it from
    being used, `missing` has to be filled in by a person.
    """

    told: str
    csl: Csl | None = None
    problems: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pasted:
    """All that was found, in its order, and one sentence where nothing could be read at all."""

    entries: tuple[Entry, ...] = ()
    problem: str = ""

    @property
    def usable(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.csl and not entry.problems]

    @property
    def refused(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.problems]


def read(text: str) -> Pasted:
    """Identifiers line by line, BibTeX, RIS or CSL-JSON: whichever it is. Never raises."""
    if len(text) > MOST_CHARACTERS:
        return Pasted(problem=_("That is more than a million characters. Please paste or import a part of it."))
    text = text.strip().lstrip("\ufeff")
    if not text:
        return Pasted(problem=_("Paste a DOI, a PubMed number, an ISBN, a web address, or BibTeX or RIS text."))
    parts, read_one = _parts(text)
    if len(parts) > MOST_ENTRIES:  # before any is read: that takes a while
        sentence = _("That is %(count)d sources, and %(most)d is the most at once. Please take a part of it.")
        return Pasted(problem=sentence % {"count": len(parts), "most": MOST_ENTRIES})
    return Pasted(tuple(read_one(part) for part in parts))


def missing(csl: Csl) -> tuple[str, ...]:
    """What a person still has to fill in, as the labels of the fields."""
    asked = {_("title"): csl.get("title"), _("year"): year_of(csl)}
    if csl["type"].startswith("article"):
        asked[_("authors")] = csl.get("author") or csl.get("editor")
        asked[_("journal")] = csl.get("container-title")
    return tuple(label for label, value in asked.items() if not value)


def _parts(text: str) -> tuple[list[Any], Callable[[Any], Entry]]:
    """The text cut into entries, and what reads one of them."""
    if text[0] in "[{" and (found := _json(text)) is not None:
        return found, lambda each: _made(_told(each), each)
    if ris.START.search(text):
        return ris.records(text), lambda record: _record(record, ris.read, "RIS")
    if bibtex.START.search(text):
        return bibtex.records(text), lambda record: _record(record, bibtex.read, "BibTeX")
    lines = [line.strip(" \t,;•*-") for line in re.split(r"[\r\n]+|(?<=\d)[;,]\s+(?=10\.|PMID)", text)]
    return [line for line in lines if line], _line


def _record(record: str, read_one: Callable[[str], Csl], form: str) -> Entry:
    told = _shortened(record)
    if len(record) > LONGEST_ENTRY:
        return Entry(told, problems=(_("This entry is too long to be one source."),))
    try:
        return _made(told, read_one(record))
    except ValueError:
        return Entry(told, problems=(_("This entry is not whole %(form)s.") % {"form": form},))


def _json(text: str) -> list[dict[str, object]] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    listed = found.get("items", [found]) if isinstance(found, dict) else found
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else None


def _made(told: str, given: dict[str, object]) -> Entry:
    csl = cleaned(given)
    return Entry(_shortened(str(csl.get("title") or told)), csl, tuple(_wrong(given, csl)), missing(csl))


def _wrong(given: dict[str, object], csl: Csl) -> Iterator[str]:
    if not any(csl.get(name) for name in ("title", "DOI", "PMID", "ISBN", "URL")):
        yield _("It has no title and no DOI, PubMed number, ISBN or web address.")
    for name, label in (("DOI", _("DOI")), ("PMID", _("PubMed number")), ("ISBN", _("ISBN"))):
        said = given.get(name)
        said = str(said[0] if isinstance(said, list) and said else said or "").strip()
        if said and not csl.get(name):
            yield _("“%(said)s” is no %(label)s.") % {"said": _shortened(said), "label": label}


def _line(line: str) -> Entry:
    found = identifiers.identify(line)
    if found is None:
        return Entry(_shortened(line), problems=(_no_identifier(line),))
    kinds = {"ISBN": "book", "URL": "webpage"}
    csl = cleaned({"type": kinds.get(found.scheme, "article-journal"), found.scheme: found.value})
    return Entry(_shortened(line), csl, missing=missing(csl))


def _no_identifier(line: str) -> str:
    if identifiers.looks_like_isbn(line):
        return _("This ISBN has a wrong check digit. Please compare it with the book.")
    if re.match(r"(doi\b|10\.|https?://(dx\.)?doi\.org)", line, re.I):
        return _("This DOI is not whole. A DOI looks like 10.1001/jama.2024.1.")
    if re.match(r"pmid|pubmed", line, re.I):
        return _("A PubMed number has one to eight digits.")
    return _("This is no DOI, PubMed number, ISBN or web address.")


def _told(given: dict[str, object]) -> str:
    return str(given.get("title") or given.get("id") or _("an entry without a title"))


def _shortened(text: str) -> str:
    text = " ".join(text[:500].split())
    return text if len(text) <= 80 else f"{text[:79]}…"


def summary(pasted: Pasted) -> str:
    """What was found, in one sentence."""
    count = len(pasted.usable)
    return ngettext("%(count)d source was read.", "%(count)d sources were read.", count) % {"count": count}
