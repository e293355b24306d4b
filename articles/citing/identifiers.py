"""The names a source is known by everywhere: DOI, PubMed number, ISBN, web address; read from what people paste."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

import idutils

DOI: Final = re.compile(r"10\.\d{4,9}/\S+")
LONGEST: Final = 2_000
_IN_AN_ADDRESS: Final = re.compile(
    r"https?://(?:(?:dx\.)?doi\.org/|[^\s/]+/doi/(?:(?:abs|full|pdf|epdf|epub|abstract)/)?)(10\.\d{4,9}/[^\s?#]+)", re.I
)
_DOI_PREFIX: Final = re.compile(
    r"\A(?:(?:dx\.)?doi\.org/|(?:doi|digital object identifier)(?![.a-z])\s*[:=]?\s*)", re.I
)
_PMID: Final = re.compile(r"(?:pmid|pubmed(?:\s*(?:id|number))?)\s*[:#]?\s*([1-9]\d{0,7})", re.I)
_PUBMED: Final = re.compile(
    r"https?://(?:www\.|m\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/([1-9]\d{0,7})/?(?:[?#]\S*)?",
    re.I,
)
_ISBN_PREFIX: Final = re.compile(r"\A(?:e?isbn(?:-1[03])?)\s*[:=]?\s*", re.I)
_TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id")


@dataclass(frozen=True, slots=True)
class Identifier:
    """One name of a source: `scheme` is DOI, PMID, ISBN or URL, as CSL-JSON calls them."""

    scheme: str
    value: str


def identify(text: str) -> Identifier | None:
    """What one line names, whatever its prefix, address or brackets; None where it is none of the four."""
    text = " ".join(text[:LONGEST].split())
    if found := doi(text):
        return Identifier("DOI", found)
    if found := pmid(text):
        return Identifier("PMID", found)
    if found := isbn(text):
        return Identifier("ISBN", found)
    if found := web_address(text):
        return Identifier("URL", found)
    return None


def doi(text: str) -> str:
    """The DOI alone, with the brackets that are part of it and without those around it; empty where there is none."""
    text = _DOI_PREFIX.sub("", text.strip().lstrip("(<[ "), count=1)
    inside = None if " " in text else _IN_AN_ADDRESS.match(text)
    found = unquote(inside[1]) if inside else text
    if not DOI.match(found) or " " in found:
        return ""
    found = found.rstrip(".,;:>\"'")
    for opening, closing in ("()", "[]"):
        while found.endswith(closing) and found.count(closing) > found.count(opening):
            found = found[:-1].rstrip(".,;")
    return found if DOI.fullmatch(found) and idutils.is_doi(found) else ""


def doi_key(text: str) -> str:
    """A DOI as it is compared: upper and lower case are the same."""
    return doi(text).lower()


def pmid(text: str) -> str:
    """The PubMed number alone: "PMID: 24740528", an address of PubMed, or the number itself."""
    text = text.strip().rstrip(".,;")
    found = _PMID.fullmatch(text) or _PUBMED.fullmatch(text)
    number = found[1] if found else text
    return number if re.fullmatch(r"[1-9]\d{0,7}", number, re.A) and idutils.is_pmid(number) else ""


def isbn(text: str) -> str:
    """The ISBN as 13 digits, its check digit found right; empty where it is none."""
    text = _ISBN_PREFIX.sub("", text.strip(), count=1)
    digits = re.sub(r"[\s\u2010-\u2015-]", "", text).upper()
    if re.fullmatch(r"97[89]\d{10}", digits, re.A):
        return digits if _check_digit(digits[:12]) == digits[12] else ""
    if re.fullmatch(r"\d{9}[\dX]", digits, re.A) and idutils.is_isbn(digits):
        return f"978{digits[:9]}{_check_digit(f'978{digits[:9]}')}"
    return ""


def looks_like_isbn(text: str) -> bool:
    """Whether it was meant as an ISBN, so that a wrong check digit can be told."""
    digits = re.sub(r"[\s\u2010-\u2015-]", "", _ISBN_PREFIX.sub("", text.strip(), count=1))
    named = bool(_ISBN_PREFIX.match(text.strip()))
    return bool(re.fullmatch(r"97[89]\d{10}", digits, re.A)) or (
        named and bool(re.fullmatch(r"[\dXx]{9,14}", digits, re.A))
    )


def web_address(text: str) -> str:
    """An http(s) address as it is compared: host in lower case, without what only tracks readers; or empty."""
    try:
        parts = urlsplit(text.strip())
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or "." not in host or re.search(r"[\s<>\"\\]", text.strip()):
        return ""
    kept = [each for each in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(each[0])]
    query = parts.query if len(kept) == parts.query.count("&") + bool(parts.query) else urlencode(kept)
    place = host if port is None else f"{host}:{port}"
    return urlunsplit((parts.scheme.lower(), place, parts.path or "/", query, ""))


def _check_digit(twelve: str) -> str:
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve))
    return str((10 - total % 10) % 10)
