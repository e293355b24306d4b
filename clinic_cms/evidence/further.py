"""What else is on record about an article and belongs in its pack: one entry for each file, column by column."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Model, QuerySet

from articles.models import Advice, Article, PlannedWithdrawal
from clinic_cms.evidence.rows import row


@dataclass(frozen=True, slots=True)
class Kind:
    """Records of one kind: how an article's are found, and the name of those that belong to each."""

    of: Callable[[Article], QuerySet[Any]]
    parts: str = ""


KINDS: Final = {
    "plans.json": Kind(lambda article: PlannedWithdrawal.objects.filter(article=article), "failed_attempts"),
    "advice.json": Kind(lambda article: Advice.objects.filter(link__revision__article=article)),
}


def further_records(article: Article) -> dict[str, list[dict[str, Any]]]:
    """The records by the name of their file, the first one first; one query for each kind, and one for its parts."""
    return {name: [_with_parts(each, kind.parts) for each in _found(kind, article)] for name, kind in KINDS.items()}


def _found(kind: Kind, article: Article) -> QuerySet[Any]:
    found = kind.of(article).order_by("pk")
    return found.prefetch_related(kind.parts) if kind.parts else found


def _with_parts(record: Model, parts: str) -> dict[str, Any]:
    if not parts:
        return row(record)
    belonging = sorted(getattr(record, parts).all(), key=lambda each: each.pk)
    return {**row(record), parts: [row(each) for each in belonging]}
