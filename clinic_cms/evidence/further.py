"""What else is on record about an article and belongs in its pack: one entry for each file, column by column."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Model, QuerySet

from articles.models import (
    AddressChange,
    Advice,
    Article,
    Assignment,
    CheckRun,
    FindingOverride,
    FollowUp,
    Picture,
    PlannedWithdrawal,
    ReviewReminder,
    Stewardship,
    Thread,
)
from clinic_cms.evidence.rows import row


@dataclass(frozen=True, slots=True)
class Kind:
    """Records of one kind: how an article's are found, the name of those that belong to each, and the people whose
    names the record does not keep by itself.
    """

    of: Callable[[Article], QuerySet[Any]]
    parts: str = ""
    people: tuple[str, ...] = ()


KINDS: Final = {
    "plans.json": Kind(
        lambda article: PlannedWithdrawal.objects.filter(article=article),
        "failed_attempts",
        ("planned_by", "cancelled_by"),
    ),
    "advice.json": Kind(lambda article: Advice.objects.filter(link__revision__article=article)),
    "assignments.json": Kind(
        lambda article: Assignment.objects.filter(review__revision__article=article), people=("person", "by")
    ),
    "threads.json": Kind(lambda article: Thread.objects.filter(article=article), "entries"),
    "follow_ups.json": Kind(lambda article: FollowUp.objects.filter(article=article), "confirmations", ("opened_by",)),
    "pictures.json": Kind(
        lambda article: Picture.objects.filter(
            uses__revision__article=article, uses__revision__published_at__isnull=False
        ).distinct(),
        "consents",
        ("created_by",),
    ),
    "checks.json": Kind(
        lambda article: CheckRun.objects.filter(revision__article=article, revision__published_at__isnull=False)
    ),
    "overrides.json": Kind(lambda article: FindingOverride.objects.filter(revision__article=article)),
    "stewardships.json": Kind(lambda article: Stewardship.objects.filter(article=article), people=("owner", "by")),
    "address_changes.json": Kind(lambda article: AddressChange.objects.filter(article=article), people=("by",)),
    "reminders.json": Kind(lambda article: ReviewReminder.objects.filter(article=article)),
}


def further_records(article: Article) -> dict[str, list[dict[str, Any]]]:
    """The records by the name of their file, the first one first; one query for each kind, and one for its parts."""
    return {name: [_record(each, kind) for each in _found(kind, article)] for name, kind in KINDS.items()}


def _found(kind: Kind, article: Article) -> QuerySet[Any]:
    found = kind.of(article).order_by("pk")
    found = found.select_related(*kind.people) if kind.people else found
    return found.prefetch_related(kind.parts) if kind.parts else found


def _record(record: Model, kind: Kind) -> dict[str, Any]:
    told = {**row(record), **{f"{name}_name": _name(getattr(record, name)) for name in kind.people}}
    if not kind.parts:
        return told
    belonging = sorted(getattr(record, kind.parts).all(), key=lambda each: each.pk)
    return {**told, kind.parts: [row(each) for each in belonging]}


def _name(person: Any) -> str:
    return person.display_name if person else ""
