"""How moderation goes, in figures: what waits, how long decisions took, who decided how much, and how alike."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from django.db import connection
from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext_lazy

from comments.domain.queue import counts
from comments.domain.second_looks import HEAVY, WEEK
from comments.enums import Lane, Outcome
from comments.models import Comment, Dropped, ModerationDecision

if TYPE_CHECKING:
    from django.db.models import QuerySet

WHY_DROPPED: Final = {
    "trap": gettext_lazy("Filled in a field that people don't see"),
    "token": gettext_lazy("The form was too old, too fast or not ours"),
    "elsewhere": gettext_lazy("Sent from another site"),
    "prefix": gettext_lazy("Too many from one network in ten minutes"),
    "day": gettext_lazy("Too many from one network in a day"),
    "article": gettext_lazy("Too many for one article at once"),
    "all": gettext_lazy("Too many at once"),
    "spam": gettext_lazy("As much likely spam as anybody looks through was waiting"),
    "reporter": gettext_lazy("Too many reports from one network"),
    "page": gettext_lazy("Too much about pages from one network"),
    "pages": gettext_lazy("Too much about pages at once"),
    "reports": gettext_lazy("Too many reports at once"),
}
# The first time that a moderator took a reader's comment out of the queue.
_FIRST = """
SELECT EXISTS (SELECT FROM comments_signal s WHERE s.comment_id = c.id AND s.code = 'crisis') AS crisis, count(*),
       percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY extract(epoch FROM d.at - c.created_at))
FROM comments_moderationdecision d JOIN comments_comment c ON c.id = d.comment_id
WHERE d.at >= %s AND d.by_id IS NOT NULL AND c.kind = 'reader'
  AND d.from_status = 'pending' AND d.to_status <> 'pending'
  AND NOT EXISTS (SELECT FROM comments_moderationdecision e WHERE e.comment_id = c.id AND e.version < d.version
                  AND e.from_status = 'pending' AND e.to_status <> 'pending')
GROUP BY 1
"""


@dataclass(frozen=True, slots=True)
class Took:
    """How many comments were decided, and how long half of them and nine in ten waited at most."""

    crisis: bool
    number: int
    half: timedelta
    most: timedelta


@dataclass(frozen=True, slots=True)
class Waiting:
    """What stands in a lane: how many, counted only so far, and since when the first one waits."""

    lane: Lane
    count: int
    since: datetime | None


def backlog() -> list[Waiting]:
    """Every lane as it is now, the most urgent first."""
    counted = counts()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT lane, (SELECT min(created_at) FROM comments_comment c WHERE c.lane = asked.lane)"
            " FROM unnest(%s::smallint[]) AS asked (lane)",
            [[lane.value for lane in Lane]],
        )
        oldest = dict(cursor.fetchall())
    return [Waiting(lane, counted[lane], oldest[lane]) for lane in Lane]


def took(since: datetime) -> list[Took]:
    """The time to the first decision: of comments in which somebody may be in crisis, and of all others."""
    with connection.cursor() as cursor:
        cursor.execute(_FIRST, [since])
        rows = cursor.fetchall()
    return sorted(
        (Took(crisis, number, *(timedelta(seconds=float(each)) for each in times)) for crisis, number, times in rows),
        key=lambda each: not each.crisis,
    )


def by_person(since: datetime) -> "QuerySet[Any, Any]":
    """How much each moderator decided, and how many hard comments each has read in seven days, by name."""
    decisions = ModerationDecision.objects.filter(by__isnull=False, at__gte=since).order_by()
    hard = Q(comment__signals__code__in=HEAVY, at__gte=timezone.now() - WEEK)
    number = {
        "approved": Q(outcome=Outcome.APPROVE, comment__kind="reader"),
        "rejected": Q(outcome__in=[Outcome.REJECT, Outcome.REMOVE]),
        "spam": Q(outcome=Outcome.SPAM),
        "handed_over": Q(outcome=Outcome.SECOND_OPINION),
        "undone": Q(outcome=Outcome.RESTORE),
    }
    counted = {name: Count("pk", filter=which, distinct=True) for name, which in number.items()}
    return (
        decisions.values("by", "by__full_name", "by__username")
        .annotate(**counted, hard=Count("comment", filter=hard, distinct=True))
        .order_by("by__full_name", "by")
    )


def dropped(since: date) -> list[tuple[str, int]]:
    """How many posts were answered and stored nowhere since a day, by reason, the most frequent first."""
    counted = Dropped.objects.filter(day__gte=since).order_by().values_list("why").annotate(number=Sum("number"))
    told = [(str(WHY_DROPPED.get(why, why)), number) for why, number in counted]
    return sorted(told, key=lambda each: (-each[1], each[0]))


def by_day(days: int) -> list[tuple[date, int, int]]:
    """For each of the last days, the clinic's: how many comments came in, and how many decisions were made."""
    today = timezone.localdate()
    first = today - timedelta(days=days - 1)
    since = timezone.make_aware(datetime.combine(first, datetime.min.time()))
    posted = Comment.objects.filter(kind="reader", created_at__gte=since).order_by()
    came = dict(posted.annotate(day=TruncDate("created_at")).values_list("day").annotate(Count("pk")))
    decisions = ModerationDecision.objects.filter(by__isnull=False, at__gte=since).order_by()
    made = dict(decisions.annotate(day=TruncDate("at")).values_list("day").annotate(Count("pk")))
    every = [first + timedelta(days=number) for number in range(days)]
    return [(day, came.get(day, 0), made.get(day, 0)) for day in every]
