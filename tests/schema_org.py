"""As much of schema.org 30.0 as our pages use: which type is which, what each may have, and what stands there.

Written from the vocabulary's own pages. A checker of it is enough to catch what goes wrong in practice: a property on
a type that has none such, a text where a thing belongs, a date that is none.
"""

import re
from datetime import datetime

PARENTS = {
    "MedicalWebPage": "WebPage", "WebPage": "CreativeWork", "WebSite": "CreativeWork", "Article": "CreativeWork",
    "MedicalScholarlyArticle": "ScholarlyArticle", "ScholarlyArticle": "Article", "Book": "CreativeWork",
    "CorrectionComment": "Comment", "Comment": "CreativeWork", "PublicationIssue": "CreativeWork",
    "PublicationVolume": "CreativeWork", "Periodical": "CreativeWorkSeries", "CreativeWorkSeries": "CreativeWork",
    "EducationalOccupationalCredential": "CreativeWork", "CreativeWork": "Thing", "Person": "Thing",
    "OpeningHoursSpecification": "Thing",
    "MedicalClinic": "Organization", "Organization": "Thing", "PropertyValue": "Thing", "BreadcrumbList": "Thing",
    "ListItem": "Thing", "MedicalAudience": "Audience", "Audience": "Thing", "Thing": "",
}  # fmt: skip
TEXT, URL, DATE, NUMBER, TRUTH = "Text", "URL", "Date", "Number", "Boolean"
PROPERTIES = {
    "Thing": {
        "name": [TEXT], "description": [TEXT], "url": [URL], "sameAs": [URL], "image": [URL],
        "identifier": [TEXT, URL, "PropertyValue"], "mainEntityOfPage": [URL, "CreativeWork"],
    },
    "CreativeWork": {
        "inLanguage": [TEXT], "isPartOf": [URL, "CreativeWork"], "datePublished": [DATE], "dateModified": [DATE],
        "mainEntity": ["Thing"], "headline": [TEXT], "abstract": [TEXT], "version": [TEXT, NUMBER],
        "isAccessibleForFree": [TRUTH], "author": ["Person", "Organization"], "editor": ["Person"],
        "publisher": ["Person", "Organization"], "citation": [TEXT, "CreativeWork"],
        "correction": [TEXT, URL, "CorrectionComment"], "text": [TEXT],
        "translationOfWork": ["CreativeWork"], "workTranslation": ["CreativeWork"],
    },
    "WebPage": {
        "lastReviewed": [DATE], "reviewedBy": ["Person", "Organization"], "breadcrumb": [TEXT, "BreadcrumbList"],
    },
    "MedicalWebPage": {"medicalAudience": ["MedicalAudience"]},
    "Article": {"articleSection": [TEXT], "wordCount": [NUMBER], "backstory": [TEXT], "pagination": [TEXT]},
    "Book": {"isbn": [TEXT]},
    "PublicationIssue": {"issueNumber": [TEXT, NUMBER]},
    "PublicationVolume": {"volumeNumber": [TEXT, NUMBER]},
    "EducationalOccupationalCredential": {"recognizedBy": ["Organization"]},
    "Person": {
        "honorificPrefix": [TEXT], "jobTitle": [TEXT], "worksFor": ["Organization"],
        "hasCredential": ["EducationalOccupationalCredential"],
    },
    "Organization": {"telephone": [TEXT], "email": [TEXT], "address": [TEXT], "logo": [URL]},
    "MedicalClinic": {"openingHoursSpecification": ["OpeningHoursSpecification"]},  # a MedicalBusiness is a Place
    "OpeningHoursSpecification": {"dayOfWeek": [TEXT], "opens": [TEXT], "closes": [TEXT]},
    "PropertyValue": {"propertyID": [TEXT, URL], "value": [TEXT, NUMBER]},
    "BreadcrumbList": {"itemListElement": ["ListItem"]},
    "ListItem": {"position": [NUMBER, TEXT], "item": [URL, "Thing"]},
    "Audience": {"audienceType": [TEXT]},
}  # fmt: skip
_YEAR = re.compile(r"\d{4}(?:-\d\d)?")


def problems(graph):
    """What schema.org would not have, one sentence each."""
    nodes = {node["@id"]: node["@type"] for node in graph["@graph"]}
    return [problem for node in graph["@graph"] for problem in _of_node(node, nodes)]


def _of_node(node, nodes):
    allowed = {name: ranges for kind in _line(node["@type"]) for name, ranges in PROPERTIES.get(kind, {}).items()}
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in allowed:
            yield f"{node['@type']} has no {name}"
            continue
        for each in value if isinstance(value, list) else [value]:
            if not any(_fits(each, range_, nodes) for range_ in allowed[name]):
                yield f"{node['@type']}.{name} is no {allowed[name]}: {each!r}"
            if isinstance(each, dict) and "@type" in each:
                yield from _of_node(each, nodes)


def _line(kind):
    while kind:
        yield kind
        kind = PARENTS[kind]


def _fits(value, range_, nodes):
    if isinstance(value, dict):
        return range_ in _line(value.get("@type") or nodes.get(value.get("@id"), "Thing"))
    if range_ == TRUTH or isinstance(value, bool):
        return range_ == TRUTH and isinstance(value, bool)
    if range_ == NUMBER:
        return isinstance(value, int)
    if not isinstance(value, str):
        return False
    if range_ == DATE:
        return bool(_YEAR.fullmatch(value)) or _is_moment(value)
    return value.startswith("http") if range_ == URL else range_ == TEXT


def _is_moment(value):
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == 10 or moment.tzinfo is not None
