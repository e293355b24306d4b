"""BibTeX and BibLaTeX: what LaTeX writers and many sites export."""

import logging
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry

from articles.citing import names
from articles.citing.csl import Csl

TYPES: Final = {
    "article": "article-journal", "inproceedings": "paper-conference", "conference": "paper-conference",
    "book": "book", "inbook": "chapter", "incollection": "chapter", "phdthesis": "thesis", "mastersthesis": "thesis",
    "thesis": "thesis", "techreport": "report", "report": "report", "manual": "report", "online": "webpage",
    "electronic": "webpage", "www": "webpage", "dataset": "dataset",
}  # fmt: skip
START: Final = re.compile(r"^[ \t]*@[A-Za-z]+[ \t]*[{(]", re.M)
_NOT_A_SOURCE: Final = re.compile(r"\s*@(string|comment|preamble)\b", re.I)
_VARIABLES: Final = {  # CSL variable -> what BibTeX may call it, the likelier first
    "title": ("title",),
    "container-title": ("journal", "journaltitle", "booktitle"),
    "publisher": ("publisher", "institution", "organization", "school"),
    "publisher-place": ("address", "location"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "edition": ("edition",),
    "DOI": ("doi",),
    "URL": ("url",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "PMID": ("pmid",),
    "language": ("language",),
}
_BRACED: Final = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}")  # the whole of a name, as organisations stand
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# It would write a line for every broken record, with words of it: what people paste stands in no log.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
logging.getLogger("bibtexparser").propagate = False


def records(text: str) -> list[str]:
    """The text of each record, read one by one so that a broken one does not swallow the next."""
    starts = [match.start() for match in START.finditer(text)]
    parts = [text[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return [part for part in parts if not _NOT_A_SOURCE.match(part)]


def read(record: str) -> Csl:
    """One record as CSL-JSON that is not cleaned yet. Raises ValueError for what is no BibTeX."""
    as_written, entry = _entry(record), _entry(record, LatexDecodingMiddleware())
    fields = {field.key.lower(): str(field.value) for field in entry.fields}
    csl: Csl = {"type": TYPES.get(entry.entry_type.lower(), "")}
    for variable, called in _VARIABLES.items():
        if value := next((_unbraced(fields[name]) for name in called if fields.get(name)), ""):
            csl[variable] = value
    for variable in ("author", "editor"):
        csl[variable] = list(_names(_field(as_written, variable), fields.get(variable, "")))
    csl["page"] = re.sub(r"\s*(--+|\u2013|\u2014)\s*", "-", _unbraced(fields.get("pages", "")))
    csl["issued"] = _issued(fields)
    if fields.get("eprinttype", "").lower() == "pubmed":
        csl["PMID"] = _unbraced(fields.get("eprint", ""))
    return csl


def _entry(record: str, *middleware: LatexDecodingMiddleware) -> Entry:
    library = parse_string(record, append_middleware=list(middleware))
    if library.failed_blocks or len(library.entries) != 1:
        raise ValueError("not one entry")
    return library.entries[0]


def _field(entry: Entry, name: str) -> str:
    return next((str(field.value) for field in entry.fields if field.key.lower() == name), "")


def _names(written: str, read: str) -> Iterator[dict[str, str]]:
    """Each person or organisation: where one ends is seen in the braces as written, the words are taken as read."""
    parts = iter(_people(read))
    for each in _outside_braces(written):
        if own := list(islice(parts, len(_people(each)))):
            yield _name(" and ".join(own), whole=bool(_BRACED.fullmatch(each)))


def _outside_braces(text: str) -> Iterator[str]:
    """Cut at each "and" that stands between names, not inside of one."""
    text, start, depth = " ".join(text.split()), 0, 0
    for found in re.finditer(r"[{}]| and ", text):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if found[0] == " and " and depth == 0:
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


def _people(text: str) -> list[str]:
    return [name for each in " ".join(text.split()).split(" and ") if (name := each.strip())]


def _name(text: str, *, whole: bool) -> dict[str, str]:
    """A person; or an organisation, which BibTeX puts into braces."""
    if text.lower() == "others":
        return {"literal": names.ET_AL}
    if whole:
        return {"literal": _unbraced(text)}
    if "," in text or " " not in text:
        return names.whole(text)
    words = text.split()  # what begins in small letters belongs to the family's name: Ludwig van Beethoven
    small = (at for at, word in enumerate(words[:-1]) if at and word[0].islower())
    family = next(small, len(words) - 1)
    return {"family": " ".join(words[family:]), "given": " ".join(words[:family])}


def _issued(fields: dict[str, str]) -> Csl:
    date = re.match(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", fields.get("date", ""))
    if date:
        return {"date-parts": [[part for part in date.groups() if part]]}
    month = _unbraced(fields.get("month", "")).lower()
    number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else month
    return {"date-parts": [[_unbraced(fields.get("year", "")), number]], "raw": fields.get("year", "")}


def _unbraced(text: str) -> str:
    return " ".join(re.sub(r"[{}]", "", text).split())
