"""A source as one line of the list of references, in the style of the American Medical Association (11th edition)."""

import logging
from functools import lru_cache
from html import escape
from pathlib import Path
from threading import Lock
from typing import Any, Final
from urllib.parse import quote

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from articles import richtext
from articles.citing.csl import Csl

logger = logging.getLogger(__name__)

STYLE: Final = Path(__file__).parent / "style" / "american-medical-association.csl"
_ONE_AT_A_TIME: Final = Lock()  # the library keeps what it is rendering in the style
# citeproc-py passes markup through: what means something in HTML goes around it as characters nobody writes.
_AROUND: Final = {"<": "\ue001", ">": "\ue002", "&": "\ue003"}
_BACK: Final = {after: escape(before) for before, after in _AROUND.items()}
_NOBODY: Final = "\ue000"  # stands for the author where there is none; the style would say the title twice


def entry(csl: Csl) -> str:
    """The line as clean HTML, with links, without its number. Empty where there is no title, or where the library
    fails on it: words are never lost to how a source looks.
    """
    if not csl.get("title"):
        return ""
    try:
        with _ONE_AT_A_TIME:
            line = _rendered(csl)
        return richtext.clean(_linked(line, csl))
    except Exception:
        logger.exception("a source could not be put into the style of the list")
        return ""


def _rendered(csl: Csl) -> str:
    shown = {name: _around(value) for name, value in csl.items() if name not in ("language", "ISSN", "PMCID")}
    people = csl.get("author") or csl.get("editor")
    if not people:
        shown["author"] = [{"literal": _NOBODY}]
    elif len(people) == 1 and people[0].get("literal", "") == csl.get("container-title"):
        del shown["container-title"]  # an agency on its own website is named once
    source = CiteProcJSON([{**shown, "id": "1"}])
    bibliography = CitationStylesBibliography(_style(), source, formatter.html)
    bibliography.register(Citation([CitationItem("1")]))
    line = str(bibliography.bibliography()[0]).removeprefix("1.").strip().removeprefix(f"{_NOBODY}. ")
    for after, before in _BACK.items():
        line = line.replace(after, before)
    return line


@lru_cache(maxsize=1)
def _style() -> Any:
    return CitationStylesStyle(str(STYLE), validate=False)


def _linked(line: str, csl: Csl) -> str:
    """The line with its DOI or web address as a link, and PubMed's where it has one."""
    if doi := csl.get("DOI", ""):
        line = _link(line, f"doi:{escape(doi, quote=False)}", f"https://doi.org/{quote(doi)}")
    elif url := csl.get("URL", ""):
        line = _link(line, escape(url, quote=False), url)
    if pmid := csl.get("PMID", ""):
        line = f'{line} <a href="https://pubmed.ncbi.nlm.nih.gov/{pmid}/">PubMed {pmid}</a>'
    return line


def _link(line: str, text: str, address: str) -> str:
    before, found, after = line.rpartition(text)
    return f'{before}<a href="{escape(address)}">{text}</a>{after}' if found else line


def _around(value: Any) -> Any:
    if isinstance(value, list):
        return [_around(each) for each in value]
    if isinstance(value, dict):
        return {name: _around(each) for name, each in value.items()}
    return (
        value.translate({ord(before): after for before, after in _AROUND.items()}) if isinstance(value, str) else value
    )
