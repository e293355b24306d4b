"""A source as CSL-JSON: only what we use of it, as plain text, and the columns that the desk shows of it."""

import json
import re
from collections.abc import Mapping
from html import unescape
from typing import Any, Final

from articles.citing import identifiers, names
from articles.enums import ReferenceKind
from articles.richtext import bare_text
from clinic_cms.shared.text import tidy

Csl = dict[str, Any]

TEXTS: Final = {  # variable -> the most characters that are kept
    "title": 400, "container-title": 200, "publisher": 200, "publisher-place": 100, "collection-title": 200,
    "volume": 20, "issue": 20, "page": 40, "number": 40, "edition": 40, "genre": 80, "language": 20,
    "DOI": 200, "PMID": 80, "PMCID": 16, "ISBN": 40, "ISSN": 40, "URL": 500,
}  # fmt: skip
PEOPLE: Final = ("author", "editor")
DATES: Final = ("issued", "accessed")
MOST_PEOPLE: Final = 200
TYPES: Final = {  # what CSL calls a source -> what the desk calls it; the first of a kind is what a new one becomes
    "article-journal": ReferenceKind.JOURNAL_ARTICLE,
    "article": ReferenceKind.JOURNAL_ARTICLE,
    "article-magazine": ReferenceKind.JOURNAL_ARTICLE,
    "article-newspaper": ReferenceKind.JOURNAL_ARTICLE,
    "paper-conference": ReferenceKind.JOURNAL_ARTICLE,
    "report": ReferenceKind.GUIDELINE,
    "standard": ReferenceKind.GUIDELINE,
    "webpage": ReferenceKind.AGENCY_PAGE,
    "post-weblog": ReferenceKind.AGENCY_PAGE,
    "dataset": ReferenceKind.AGENCY_PAGE,
    "book": ReferenceKind.BOOK,
    "chapter": ReferenceKind.BOOK,
    "thesis": ReferenceKind.BOOK,
}
FIELDS: Final = (
    "kind", "authors", "title", "container", "year", "volume", "issue", "pages", "doi", "pmid", "url",
)  # fmt: skip
_PLAIN: Final = {"title": "title", "volume": "volume", "issue": "issue", "pages": "page", "pmid": "PMID", "doi": "DOI"}
_PLACED: Final = {
    "sup": str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎"),
}
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")


def cleaned(given: Mapping[str, Any]) -> Csl:
    """Somebody else's CSL-JSON down to what we use: known variables, plain text, right identifiers. Never raises."""
    csl: Csl = {"type": given["type"] if given.get("type") in TYPES else _kind_of_unknown(given)}
    for name, most in TEXTS.items():
        value = given.get(name)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, str | int) and (text := plain(str(value), most)):
            csl[name] = text
    for name in PEOPLE:
        if people := _people(given.get(name)):
            csl[name] = people
    for name in DATES:
        if date := _date(given.get(name)):
            csl[name] = date
    return _with_right_identifiers(csl)


def plain(text: str, most: int) -> str:
    """One line of plain text of at most `most` characters: markup gone, but raised and lowered digits kept as such."""
    text = text[: most * 10]
    text = re.sub(r"<(su[bp])>([^<>]{1,20})</\1>", lambda match: match[2].translate(_PLACED[match[1]]), text)
    text = " ".join(tidy(unescape(bare_text(text).replace("\t", " "))).split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def fields_of(csl: Csl) -> dict[str, str]:
    """The columns of a reference, as its CSL-JSON says them."""
    return {
        "kind": TYPES[csl["type"]].value,
        "authors": names.to_line(csl.get("author") or csl.get("editor") or [], 300),
        "container": csl.get("container-title") or csl.get("publisher", ""),
        "year": year_of(csl),
        "url": csl.get("URL", ""),
        **{column: csl.get(variable, "") for column, variable in _PLAIN.items()},
    }


def with_fields(csl: Csl | None, fields: Mapping[str, Any]) -> Csl:
    """The CSL-JSON that says what the columns say. What they can't say, or agree with, is kept from `csl`."""
    kind = ReferenceKind(fields.get("kind") or ReferenceKind.JOURNAL_ARTICLE)
    new: Csl = dict(csl) if csl else {"type": _type_of(kind, fields)}
    before = fields_of(new)
    given = {name: str(fields[name] or "") for name in FIELDS if name in fields}
    if "kind" in given and before["kind"] != kind and not (_in_a_journal(fields) and new["type"] == "article-journal"):
        new["type"] = _type_of(kind, fields)
    changed = {name: value for name, value in given.items() if value != before[name]}
    for column, variable in _PLAIN.items():
        _set(new, variable, changed.get(column), column in changed)
    _set(new, "URL", changed.get("url"), "url" in changed)
    _set(new, "author", names.from_line(changed.get("authors", "")), "authors" in changed)
    _set(new, "issued", _issued(changed.get("year", "")), "year" in changed)
    if "container" in changed:
        where = "container-title" if new["type"].startswith(("article", "webpage", "chapter")) else "publisher"
        new.pop("publisher" if where == "container-title" else "container-title", None)
        _set(new, where, changed["container"], True)
    if day := fields.get("checked_on"):
        new["accessed"] = {"date-parts": [[day.year, day.month, day.day]]}
    else:
        new.pop("accessed", None)
    return new


def year_of(csl: Csl) -> str:
    parts = (csl.get("issued") or {}).get("date-parts") or [[]]
    return str(parts[0][0]) if parts[0] else ""


def canonical(csl: Csl) -> str:
    """The text that is frozen and sealed: the same for the same source, whatever the order of its variables."""
    return json.dumps(csl, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _set(csl: Csl, name: str, value: Any, wanted: bool) -> None:
    if wanted and value:
        csl[name] = value
    elif wanted:
        csl.pop(name, None)


def _in_a_journal(fields: Mapping[str, Any]) -> bool:
    return any(fields.get(name) for name in ("volume", "issue", "pages"))


def _type_of(kind: ReferenceKind, fields: Mapping[str, Any]) -> str:
    if kind == ReferenceKind.GUIDELINE and _in_a_journal(fields):
        return "article-journal"
    return next(name for name, of in TYPES.items() if of == kind)


def _kind_of_unknown(given: Mapping[str, Any]) -> str:
    if given.get("container-title"):
        return "article-journal"
    if given.get("ISBN"):
        return "book"
    return "webpage" if given.get("URL") and not given.get("DOI") else "article-journal"


def _people(given: Any) -> list[dict[str, str]]:
    found = []
    for each in given[:MOST_PEOPLE] if isinstance(given, list) else ():
        parts = each if isinstance(each, dict) else {}
        parts = {"literal": parts["name"]} if "name" in parts and "family" not in parts else parts
        name = {part: plain(parts[part], 120) for part in names.NAME_PARTS if isinstance(parts.get(part), str)}
        name = {part: text for part, text in name.items() if text}
        if name.get("family") or name.get("literal"):
            found.append(name)
    return found


def _date(given: Any) -> Csl | None:
    parts = given.get("date-parts") if isinstance(given, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [int(part) for part in first[:3] if re.fullmatch(r"\d{1,4}", str(part), re.A)]
    if not numbers and isinstance(given, dict):
        said = _YEAR.search(str(given.get("raw") or given.get("literal") or "")[:100])
        numbers = [int(said[0])] if said else []
    if not numbers or not _YEAR.fullmatch(str(numbers[0])):
        return None
    month_and_day = [part for part, most in zip(numbers[1:], (12, 31), strict=False) if 1 <= part <= most]
    return {"date-parts": [[numbers[0], *month_and_day]]}


def _issued(year: str) -> Csl | None:
    return {"date-parts": [[int(year)]]} if _YEAR.fullmatch(year) else None


def _with_right_identifiers(csl: Csl) -> Csl:
    """Identifiers alone, as they are compared; what is none goes, and an address that is one becomes it."""
    read = {"DOI": identifiers.doi, "PMID": identifiers.pmid, "ISBN": identifiers.isbn}
    for name, alone in read.items():
        _set(csl, name, alone(csl.get(name, "")), name in csl)
    inside = identifiers.identify(csl.get("URL", ""))
    if inside and inside.scheme in ("DOI", "PMID"):
        csl.setdefault(inside.scheme, inside.value)
        del csl["URL"]
    _set(csl, "URL", identifiers.web_address(csl.get("URL", "")), "URL" in csl)
    return csl
