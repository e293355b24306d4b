"""RIS: what EndNote, Zotero, PubMed and most publishers export."""

import re
from typing import Final

import rispy

from articles.citing import names
from articles.citing.csl import Csl

TYPES: Final = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper",
    "CONF": "paper-conference", "CPAPER": "paper-conference", "BOOK": "book", "EBOOK": "book", "EDBOOK": "book",
    "CHAP": "chapter", "ECHAP": "chapter", "THES": "thesis", "RPRT": "report", "GOVDOC": "report", "STAND": "standard",
    "ELEC": "webpage", "WEB": "webpage", "BLOG": "post-weblog", "DATA": "dataset",
}  # fmt: skip
START: Final = re.compile(r"^TY {1,2}- ?", re.M)
_VARIABLES: Final = {  # CSL variable -> what RIS may call it, the likelier first
    "title": ("title", "primary_title"),
    "container-title": ("journal_name", "secondary_title", "alternate_title3", "alternate_title1", "alternate_title2"),
    "publisher": ("publisher",),
    "publisher-place": ("place_published",),
    "volume": ("volume",),
    "issue": ("number",),
    "edition": ("edition",),
    "DOI": ("doi",),
    "language": ("language",),
}


def records(text: str) -> list[str]:
    """The text of each record; what stands before the first is no record."""
    starts = [match.start() for match in START.finditer(text)]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]


def read(record: str) -> Csl:
    """One record as CSL-JSON that is not cleaned yet. Raises ValueError for what is no RIS."""
    ended = record if re.search(r"^ER {1,2}-", record, re.M) else f"{record.rstrip()}\nER  - \n"
    lines = "\n".join(re.sub(r"^([A-Z][A-Z0-9]) {1,2}- ?", r"\1  - ", line.rstrip()) for line in ended.splitlines())
    try:
        found = rispy.loads(f"{lines}\n")
    except (OSError, KeyError, IndexError, TypeError, AttributeError) as problem:
        raise ValueError("not RIS") from problem
    if len(found) != 1:
        raise ValueError("not one record")
    return _csl(found[0])


def _csl(entry: dict[str, object]) -> Csl:
    csl: Csl = {"type": TYPES.get(str(entry.get("type_of_reference", "")), "")}
    for variable, called in _VARIABLES.items():
        if value := next((_text(entry[name]) for name in called if entry.get(name)), ""):
            csl[variable] = value
    authors = entry.get("authors") or entry.get("first_authors") or []
    csl["author"] = [names.whole(each) for each in authors] if isinstance(authors, list) else []
    first, last = _text(entry.get("start_page", "")), _text(entry.get("end_page", ""))
    csl["page"] = f"{first}-{last}" if first and last and first != last else first
    said = _text(entry.get("publication_year") or entry.get("year") or entry.get("date") or "")
    csl["issued"] = {"date-parts": [[part for part in re.split(r"\D+", said) if part]], "raw": said}
    csl["URL"] = next((_text(each) for each in _listed(entry.get("urls") or entry.get("url"))), "")
    number = _text(entry.get("issn", ""))
    csl["ISBN" if csl["type"] in ("book", "chapter") else "ISSN"] = number
    if pmid := _pmid(entry):
        csl["PMID"] = pmid
    return csl


def _pmid(entry: dict[str, object]) -> str:
    """PubMed's own exports give their number as the accession number."""
    of_pubmed = re.search(r"pubmed|medline|nlm", _text(entry.get("name_of_database", "")), re.I)
    told = [_text(each) for name in ("notes", "custom2", "accession_number") for each in _listed(entry.get(name))]
    named = next((match[1] for text in told if (match := re.search(r"PMID:?\s*(\d{1,8})", text, re.I))), "")
    return named or (_text(entry.get("accession_number", "")) if of_pubmed else "")


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value] if value else []


def _text(value: object) -> str:
    return " ".join(str(value[0] if isinstance(value, list) and value else value or "").split())
