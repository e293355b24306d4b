"""The figures of the reports, computed where the records are: a fixed number of queries, however many there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import CharField, Count, F, Min, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, TruncMonth
from django.utils import timezone

from articles.enums import Action, FollowUpKind, Planned, Status
from articles.models import FollowUp, PlannedWithdrawal, Review, Revision, SignOff, Transition

# How long each way took, by the moment at which it ended. What was carried over took nobody's time.
_TOOK = """
WITH took(way, seconds) AS (
  SELECT 'writing', extract(epoch FROM t.at - r.created_at)
  FROM articles_transition t JOIN articles_revision r ON r.id = t.revision_id
  WHERE t.action = 'submit' AND t.at >= %(start)s AND t.at < %(end)s
  UNION ALL
  SELECT s.kind, extract(epoch FROM s.at - v.requested_at)
  FROM articles_signoff s JOIN articles_review v ON v.id = s.review_id
  WHERE s.carried_from_id IS NULL AND s.at >= %(start)s AND s.at < %(end)s
  UNION ALL
  SELECT 'going_live', extract(epoch FROM r.published_at - (
    SELECT max(s.at) FROM articles_signoff s JOIN articles_review v ON v.id = s.review_id WHERE v.revision_id = r.id))
  FROM articles_revision r WHERE r.published_at >= %(start)s AND r.published_at < %(end)s
  UNION ALL
  SELECT 'all', extract(epoch FROM r.published_at - r.created_at)
  FROM articles_revision r WHERE r.published_at >= %(start)s AND r.published_at < %(end)s
)
SELECT way, count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) / 86400,
  percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds) / 86400
FROM took GROUP BY way
"""
WAYS = ("writing", "editorial", "clinical", "going_live", "all")


@dataclass(frozen=True, slots=True)
class Period:
    """Whole months of the clinic's calendar, both included."""

    first: date
    last: date

    @property
    def start(self) -> datetime:
        return _midnight(self.first)

    @property
    def end(self) -> datetime:
        """The first moment that is not in it any more."""
        return _midnight(_next_month(self.last))

    def months(self) -> Iterator[date]:
        month = self.first
        while month <= self.last:
            yield month
            month = _next_month(month)


@dataclass(frozen=True, slots=True)
class Took:
    """How many days a way took: half of them at most `median`, nine in ten at most `most`. None where none ended."""

    way: str
    count: int
    median: float | None
    most: float | None


@dataclass(frozen=True, slots=True)
class Month:
    """How many steps of each kind were taken in one month."""

    month: date
    submitted: int = 0
    signed_off: int = 0
    published: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many revisions stand in a status now, and since when the longest."""

    status: Status
    count: int
    since: datetime | None


def time_in_steps(period: Period) -> list[Took]:
    """How long each way took that ended in the period, in the order articles take them."""
    with connection.cursor() as cursor:
        cursor.execute(_TOOK, {"start": period.start, "end": period.end})
        found = {row[0]: Took(row[0], row[1], float(row[2]), float(row[3])) for row in cursor.fetchall()}
    return [found.get(way, Took(way, 0, None, None)) for way in WAYS]


def throughput(period: Period) -> list[Month]:
    """What was done in each month of the period, months without anything included."""
    taken = Transition.objects.filter(at__gte=period.start, at__lt=period.end).order_by()
    rows = taken.annotate(month=TruncMonth("at")).values_list("month").annotate(
        submitted=Count("pk", filter=Q(action=Action.SUBMIT)),
        signed_off=Count("pk", filter=Q(action=Action.SIGN_OFF, to_status=Status.SIGNED_OFF)),
        published=Count("pk", filter=Q(action=Action.PUBLISH)),
        withdrawn=Count("pk", filter=Q(action=Action.WITHDRAW)),
    )  # fmt: skip
    found = {month.date(): counts for month, *counts in rows}
    return [Month(month, *found.get(month, ())) for month in period.months()]


def waiting_now() -> list[Waiting]:
    """What stands in each open status now, and the longest wait of each."""
    last = Transition.objects.filter(revision=OuterRef("pk")).order_by("-pk").values("at")[:1]
    since = Revision.objects.open().order_by().annotate(since=Coalesce(Subquery(last), "created_at")).values("status")
    found = {row["status"]: row for row in since.annotate(count=Count("pk"), longest=Min("since"))}
    order = (Status.DRAFT, Status.IN_REVIEW, Status.SIGNED_OFF, Status.SCHEDULED)
    return [
        Waiting(status, found[status]["count"], found[status]["longest"])
        if status in found
        else Waiting(status, 0, None)
        for status in order
    ]


def failures() -> QuerySet[Any, Any]:
    """What should have gone live or come down by now and has not, the oldest moment first, as rows (title, what,
    moment, why, revision).
    """
    columns = ("title", "what", "moment", "why", "about")
    late = Revision.objects.filter(status=Status.SCHEDULED).exclude(schedule_failure="").order_by()
    late = late.annotate(
        what=_what(Planned.GOES_LIVE), moment=F("publish_at"), why=F("schedule_failure"), about=F("pk")
    )
    stuck = PlannedWithdrawal.objects.open().exclude(failure="").order_by().titled()
    stuck = stuck.annotate(what=_what(Planned.COMES_DOWN), moment=F("at"), why=F("failure"), about=F("revision"))
    return late.values_list(*columns).union(stuck.values_list(*columns), all=True).order_by("moment", "about")


def overdue_review_dates(today: date) -> QuerySet[Revision]:
    """Live words whose next review should have been made by now, the longest overdue first."""
    live = Revision.objects.filter(status=Status.PUBLISHED, next_review_due__lt=today).select_related("topic")
    return live.order_by("next_review_due", "pk").defer("body", "disclaimer", "interests")


def withdrawals(period: Period) -> QuerySet[Transition]:
    """What was taken down in the period, the last one first, with who looked again at it. `planned_for` is the moment
    of the plan that was carried out: none where somebody took the words down for a reason of their own.
    """
    taken = Transition.objects.filter(action=Action.WITHDRAW, at__gte=period.start, at__lt=period.end)
    # A plan that is open when words come down is done with them, whatever took them down: what was carried out is the
    # plan whose reason and notice the step has.
    carried_out = PlannedWithdrawal.objects.filter(
        article=OuterRef("article"),
        planned_at__lte=OuterRef("at"),
        done_at__gte=OuterRef("at"),
        reason=OuterRef("note"),
        notice=OuterRef("notice"),
    )
    looks = Prefetch(
        "revision__follow_ups", FollowUp.objects.filter(kind=FollowUpKind.WITHDRAWAL).prefetch_related("confirmations")
    )
    taken = taken.annotate(planned_for=Subquery(carried_out.order_by("pk").values("at")[:1]))
    return taken.select_related("revision").prefetch_related(looks).defer("revision__body").order_by("-pk")


def late_reviews(today: date) -> QuerySet[Review]:
    """Reviews that should have been signed off by now and still wait, the longest overdue first."""
    return Review.objects.overdue(today).for_queue().order_by("due_on", "pk")


def open_follow_ups() -> QuerySet[FollowUp]:
    """What two people still have to look at again, the most urgent first."""
    return FollowUp.objects.open().with_looks()


def carried_over(period: Period) -> QuerySet[SignOff]:
    """The sign-offs that words kept from the ones before them in the period, the last one first."""
    carried = SignOff.objects.filter(carried_from__isnull=False, at__gte=period.start, at__lt=period.end)
    related = ("review__revision", "carried_from__review__revision")
    return carried.select_related(*related).defer(*(f"{name}__body" for name in related)).order_by("-pk")


def _what(planned: Planned) -> Value:
    return Value(planned.value, CharField())


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=timezone.get_current_timezone())


def _next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
