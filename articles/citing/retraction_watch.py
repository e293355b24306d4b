"""The open file of Retraction Watch: notices about papers, one a row. https://gitlab.com/crossref/retraction-watch-data"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TextIO

from django.utils.translation import gettext as _

from articles.citing.identifiers import DOI
from articles.source_enums import Nature

COLUMNS: Final = (
    "Record ID", "RetractionDate", "RetractionDOI", "OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature",
    "Reason",
)  # fmt: skip
NATURES: Final = {
    "retraction": Nature.RETRACTION,
    "expression of concern": Nature.CONCERN,
    "correction": Nature.CORRECTION,
    "reinstatement": Nature.REINSTATEMENT,
}
LONGEST_FIELD: Final = 1_000_000
_DATE: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:\s.*)?|(\d{4})-(\d{2})-(\d{2})(?:[T\s].*)?")
_BEFORE_A_DOI: Final = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)")


class NotRetractionWatch(ValueError):
    """The file is no list of Retraction Watch; says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One notice: `doi` in lower case and `pmid` are of the paper it is about, empty where the file has none."""

    record_id: int
    doi: str
    pmid: str
    nature: Nature
    date: date | None
    reason: str
    notice_doi: str


@dataclass(slots=True)
class Reading:
    """What was read so far, and what could not be, with the number of its line and why."""

    rows: int = 0
    nameless: int = 0  # notices about papers with neither DOI nor PubMed number: nothing can be matched with them
    malformed: list[tuple[int, str]] = field(default_factory=list)


def read(file: TextIO, reading: Reading) -> Iterator[Row]:
    """Every notice that can be matched. Raises NotRetractionWatch for another kind of file; a row that is malformed is
    counted, and stops nothing.
    """
    before = csv.field_size_limit(LONGEST_FIELD)
    try:
        lines = csv.reader(file, strict=False)
        header = [name.strip().lstrip("\ufeff") for name in next(_rows(lines, reading), [])]
        missing = [name for name in COLUMNS if name not in header]
        if missing:
            raise NotRetractionWatch(_("The file lacks these columns: %(names)s.") % {"names": ", ".join(missing)})
        places = [header.index(name) for name in COLUMNS]
        for cells in _rows(lines, reading):
            if not any(cells):
                continue
            reading.rows += 1
            try:
                row = _row([cells[place].strip() for place in places])
            except (IndexError, ValueError) as problem:
                why = _("too few columns") if isinstance(problem, IndexError) else str(problem)
                reading.malformed.append((lines.line_num, why))
                continue
            if row.doi or row.pmid:
                yield row
            else:
                reading.nameless += 1
    finally:
        csv.field_size_limit(before)


def _rows(lines: Iterator[list[str]], reading: Reading) -> Iterator[list[str]]:
    """The rows as the csv module gives them; one that it cannot read is counted."""
    while True:
        try:
            yield next(lines)
        except StopIteration:
            return
        except csv.Error as problem:
            reading.rows += 1
            reading.malformed.append((getattr(lines, "line_num", 0), str(problem)))


def _row(cells: list[str]) -> Row:
    number, day, notice, doi, pmid, nature, reason = cells
    if not re.fullmatch(r"\d{1,9}", number, re.A):
        raise ValueError(_("no record number"))
    if nature.lower() not in NATURES:
        raise ValueError(_("unknown kind of notice: %(kind)s") % {"kind": nature[:40] or _("none")})
    return Row(
        int(number), _doi(doi), pmid if re.fullmatch(r"[1-9]\d{0,7}", pmid, re.A) else "", NATURES[nature.lower()],
        _day(day), reason[:2000].strip("; "), _doi(notice),
    )  # fmt: skip


def _doi(text: str) -> str:
    """Lighter than `identifiers.doi`, for tens of thousands of rows that are DOIs already, or say "unavailable"."""
    found = _BEFORE_A_DOI.sub("", text.lower()).rstrip(".,; ")
    return found[:200] if DOI.fullmatch(found) else ""


def _day(text: str) -> date | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    month, day, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[6], found[4])
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
