"""What lies in a stretch of days: what goes live, comes down or is due for review, and what did so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from articles.enums import Planned, Status
from articles.models import PlannedWithdrawal, Revision

MOST: Final = 300  # of each kind; where a clinic has more in one month, the page says so


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on one day. `at` is None where the day is all that counts."""

    kind: Planned
    title: str
    url: str
    day: date
    at: datetime | None = None
    failure: str = ""


def entries_between(first: date, last: date) -> tuple[dict[date, list[Entry]], bool]:
    """Everything from the first day to the last, both included, as days are in the clinic's time zone; in the order of
    their moments, and what is due on a day at its end. True when there was more of a kind than is given.
    """
    span = _midnight(first), _midnight(last + timedelta(days=1))
    kinds = [list(entries) for entries in _kinds(span, (first, last))]
    days = defaultdict(list)
    for entry in sorted((each for kind in kinds for each in kind[:MOST]), key=_place):
        days[entry.day].append(entry)
    return dict(days), any(len(kind) > MOST for kind in kinds)


def _kinds(span: tuple[datetime, datetime], days: tuple[date, date]) -> Iterator[Iterable[Entry]]:
    yield _of(Planned.GOES_LIVE, Revision.objects.filter(status=Status.SCHEDULED), "publish_at", span)
    yield _of(Planned.WENT_LIVE, Revision.objects.all(), "published_at", span)
    yield _of(Planned.CAME_DOWN, Revision.objects.filter(status=Status.WITHDRAWN), "ended_at", span)
    due = Revision.objects.filter(status=Status.PUBLISHED, next_review_due__range=days).order_by(
        "next_review_due", "pk"
    )
    for_review = due.values_list("pk", "title", "next_review_due")[: MOST + 1]
    yield (Entry(Planned.REVIEW_DUE, title, _page(pk), day) for pk, title, day in for_review if day)
    plans = PlannedWithdrawal.objects.open().filter(at__gte=span[0], at__lt=span[1]).order_by("at", "pk")
    yield (
        Entry(Planned.COMES_DOWN, each["title"], _page(each["revision"]), _day(each["at"]), each["at"], each["failure"])
        for each in plans.titled()[: MOST + 1]
    )


def _of(kind: Planned, revisions: QuerySet[Revision], moment: str, span: tuple[datetime, datetime]) -> Iterator[Entry]:
    within = revisions.filter(**{f"{moment}__gte": span[0], f"{moment}__lt": span[1]}).order_by(moment, "pk")
    for pk, title, at, failure in within.values_list("pk", "title", moment, "schedule_failure")[: MOST + 1]:
        yield Entry(kind, title, _page(pk), _day(at), at, failure)


def _place(entry: Entry) -> tuple[bool, datetime, str]:
    return (entry.at is None, entry.at or _midnight(entry.day), entry.title)


def _page(revision: int) -> str:
    return reverse("desk:revision", args=[revision])


def _day(moment: datetime) -> date:
    return timezone.localdate(moment)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
