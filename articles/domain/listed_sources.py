"""The sources of live words as readers see them listed, in the one query that fetches an article's page."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from articles.models import Reference, Source

_LISTED: Final = (
    *("id", "position", "kind", "authors", "title", "container", "year", "volume", "issue", "pages", "doi", "pmid"),
    *("url", "checked_on", "study_type", "participants", "population", "funding", "csl", "entry"),
)
_SINCE: Final = ("id", "key", "status", "status_on", "status_from")  # what became of the source


def in_a_query_of_articles() -> QuerySet[Any, Any]:
    """For an array inside a query of articles: each reference of the live words, in the order of the list."""
    rows = Reference.objects.filter(revision=OuterRef("live_revision")).order_by("position")
    since = JSONObject(**{name: F(f"source__{name}") for name in _SINCE})
    return rows.values(json=JSONObject(**{name: F(name) for name in _LISTED}, source=since))


def references_of(rows: Iterable[Mapping[str, Any]]) -> list[Reference]:
    """The rows as references that know their sources; those from before the library have none."""
    return [Reference(**_read(Reference, row, _LISTED), source=_source(row["source"])) for row in rows]


def _source(row: Mapping[str, Any]) -> Source | None:
    return Source(**_read(Source, row, _SINCE)) if row["id"] else None


def _read(model: type[Reference] | type[Source], row: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """A row's values as the model has them: in JSON a day is text."""
    return {
        field.name: field.to_python(row[field.name]) for field in model._meta.concrete_fields if field.name in names
    }
