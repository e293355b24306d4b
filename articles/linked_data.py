"""What a live article tells machines: JSON-LD in the words of schema.org, and nothing that a reader does not see. Pure.

Which type has which property: schema.org 30.0. `lastReviewed` and `reviewedBy` belong to the page, citations and
corrections to the article. The next review has no word there (`expires` means something else).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from articles.citing.csl import Csl, year_of

Node = dict[str, Any]
CONTEXT: Final = "https://schema.org"
# What a browser could take for an end of the element, or an old one for an end of the line.
_ESCAPED: Final = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Somebody whose name stands on the page. `address` is their own page, empty where they have none."""

    name: str
    honorific: str = ""
    role: str = ""
    address: str = ""
    credential: str = ""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Everything that the page of an article shows and machines are told. Addresses are whole ones."""

    home: str
    clinic: str
    address: str
    library: str
    language: str
    title: str
    summary: str
    section: str
    version: int
    words: int
    image: str
    first_published: datetime
    published: datetime
    last_reviewed: date | None
    interests: str
    author: PersonFacts
    clinical: Sequence[PersonFacts] = ()
    editorial: Sequence[PersonFacts] = ()
    references: Sequence[Csl] = ()
    corrections: Sequence[tuple[str, str, datetime | None]] = ()
    clinic_said: Mapping[str, Any] = field(default_factory=dict)  # where it is, when it is open: in schema.org's words
    translates: tuple[str, str] | None = None  # the language of that article, and its address
    translated_as: Sequence[tuple[str, str]] = ()


def graph(page: PageFacts) -> Node:
    """The nodes of an article's page, each with an `@id`, and the edges between them."""
    people = {person: _person(person, page) for person in (page.author, *page.clinical, *page.editorial)}
    nodes = [_page(page, people), _article(page, people), *people.values(), _clinic(page), _site(page)]
    return {"@context": CONTEXT, "@graph": [_filled(node) for node in nodes]}


def script(data: Mapping[str, Any]) -> str:
    """JSON that may stand inside of a script element: nothing in it ends one, or begins a tag."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def _page(page: PageFacts, people: Mapping[PersonFacts, Node]) -> Node:
    return {
        "@type": "MedicalWebPage",
        "@id": f"{page.address}#page",
        "url": page.address,
        "name": page.title,
        "description": page.summary,
        "inLanguage": page.language,
        "isPartOf": {"@id": f"{page.home}#site"},
        "datePublished": page.first_published.isoformat(),
        "dateModified": page.published.isoformat(),
        "lastReviewed": page.last_reviewed.isoformat() if page.last_reviewed else "",
        "reviewedBy": _ids(people[each] for each in page.clinical),
        "medicalAudience": {"@type": "MedicalAudience", "audienceType": "Patient"},
        "mainEntity": {"@id": f"{page.address}#article"},
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": page.clinic, "item": page.home},
                {"@type": "ListItem", "position": 2, "name": page.section, "item": page.library},
                {"@type": "ListItem", "position": 3, "name": page.title},
            ],
        },
    }


def _article(page: PageFacts, people: Mapping[PersonFacts, Node]) -> Node:
    return {
        "@type": "Article",
        "@id": f"{page.address}#article",
        "mainEntityOfPage": {"@id": f"{page.address}#page"},
        "headline": page.title,
        "abstract": page.summary,
        "articleSection": page.section,
        "image": page.image,
        "datePublished": page.first_published.isoformat(),
        "dateModified": page.published.isoformat(),
        "version": str(page.version),
        "wordCount": page.words,
        "isAccessibleForFree": True,
        "author": _ids([people[page.author]]),
        "editor": _ids(people[each] for each in page.editorial),
        "publisher": {"@id": f"{page.home}#clinic"},
        "backstory": page.interests,
        "translationOfWork": _in_language(*page.translates) if page.translates else "",
        "workTranslation": [_in_language(*each) for each in page.translated_as],
        "citation": [_filled(_source(csl)) for csl in page.references],
        "correction": [
            _filled(
                {
                    "@type": "CorrectionComment",
                    "text": f"{said} → {says}",
                    "datePublished": at.isoformat() if at else "",
                }
            )
            for said, says, at in page.corrections
        ],
    }


def _in_language(language: str, address: str) -> Node:
    return {"@type": "Article", "@id": f"{address}#article", "inLanguage": language, "url": address}


def _person(person: PersonFacts, page: PageFacts) -> Node:
    slug = person.address or f"{page.address}#{'-'.join(person.name.lower().split())}"
    credential = {"@type": "EducationalOccupationalCredential", "name": person.credential}
    return {
        "@type": "Person",
        "@id": f"{person.address}#person" if person.address else slug,
        "name": person.name,
        "honorificPrefix": person.honorific,
        "jobTitle": person.role,
        "url": person.address,
        "worksFor": {"@id": f"{page.home}#clinic"},
        "hasCredential": credential if person.credential else "",
    }


def _clinic(page: PageFacts) -> Node:
    own = {"@type": "MedicalClinic", "@id": f"{page.home}#clinic", "name": page.clinic, "url": page.home}
    return {**own, **page.clinic_said}


def _site(page: PageFacts) -> Node:
    return {
        "@type": "WebSite",
        "@id": f"{page.home}#site",
        "url": page.home,
        "name": page.clinic,
        "inLanguage": page.language,
        "publisher": {"@id": f"{page.home}#clinic"},
    }


def _source(csl: Csl) -> Node:
    """A source as what it is: a paper in its issue, a book, or a page."""
    paper, book = csl["type"].startswith(("article", "paper")), csl["type"] in ("book", "chapter", "thesis")
    doi, pmid = csl.get("DOI", ""), csl.get("PMID", "")
    return {
        "@type": "MedicalScholarlyArticle" if paper else "Book" if book else "CreativeWork",
        "@id": f"https://doi.org/{doi}" if doi else "",
        "name": csl.get("title", ""),
        "author": [_author(each) for each in csl.get("author", ())],
        "datePublished": year_of(csl),
        "publisher": {"@type": "Organization", "name": csl["publisher"]} if csl.get("publisher") else "",
        "isPartOf": _filled(_issue(csl)) if paper and csl.get("container-title") else "",
        "pagination": csl.get("page", "") if paper else "",
        "isbn": csl.get("ISBN", "") if book else "",
        "identifier": [
            {"@type": "PropertyValue", "propertyID": name, "value": value}
            for name, value in (("DOI", doi), ("PMID", pmid))
            if value
        ],
        "url": csl.get("URL", ""),
        "sameAs": f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else "",
    }


def _issue(csl: Csl) -> Node:
    """The journal, and the volume and issue of it as far as they are known, from the inside out."""
    inside: Node = {"@type": "Periodical", "name": csl["container-title"]}
    if csl.get("volume"):
        inside = {"@type": "PublicationVolume", "volumeNumber": csl["volume"], "isPartOf": inside}
    if csl.get("issue"):
        inside = {"@type": "PublicationIssue", "issueNumber": csl["issue"], "isPartOf": inside}
    return inside


def _author(name: Mapping[str, str]) -> Node:
    if "literal" in name:
        return {"@type": "Organization", "name": name["literal"]}
    return {"@type": "Person", "name": f"{name.get('given', '')} {name.get('family', '')}".strip()}


def _ids(nodes: Iterable[Node]) -> list[Node]:
    return [{"@id": node["@id"]} for node in nodes]


def _filled(node: Node) -> Node:
    """Without what is empty; a list of one is that one."""
    filled = {name: value for name, value in node.items() if value not in ("", None, [], {})}
    return {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in filled.items()}
