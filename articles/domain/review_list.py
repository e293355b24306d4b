"""The review queue as somebody wants to see it: filtered and sorted by the database, so that it costs the same for ten
reviews and for ten thousand.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db.models import Case, Exists, Expression, F, OuterRef, Q, When
from django.db.models.expressions import OrderBy
from django.db.models.functions import Lower
from django.utils import timezone

from articles.domain.pool import kinds_open_to, running_claims, short_of_people, standing_assignments
from articles.enums import Risk, SignOffKind, Status
from articles.models import Review, Topic
from articles.models.review import ReviewQuerySet
from articles.working_days import end_of_week

if TYPE_CHECKING:
    from clinic_cms.models import User

STATES: Final = (Status.IN_REVIEW, Status.SIGNED_OFF, Status.SCHEDULED, Status.RETURNED)
MINE, SIGNABLE = "mine", "can-sign"
OVERDUE, THIS_WEEK = "overdue", "this-week"

ORDERS: Final[dict[str, F | Expression]] = {
    "due": F("due_on"),
    "since": F("requested_at"),
    "title": Lower("revision__title"),
    "topic": Lower("revision__topic__name"),
    "risk": Case(When(risk=Risk.HIGH, then=1), default=0),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to list: every field that is left empty leaves everything in."""

    show: str = ""
    state: str = Status.IN_REVIEW
    kind: str = ""
    topic: Topic | None = None
    person: "User | None" = None
    risk: str = ""
    due: str = ""
    sort: str = "due"


def list_reviews(wanted: Wanted, by: "User") -> ReviewQuerySet:
    """The reviews that somebody wants to see, in their order; what is due first where they have none."""
    reviews = Review.objects.filter(revision__status=wanted.state or Status.IN_REVIEW)
    if wanted.show == MINE:
        reviews = reviews.filter(
            _assigned_to(by) | Q(Exists(running_claims().filter(review=OuterRef("pk"), person=by)))
        )
    if wanted.show == SIGNABLE:
        reviews = reviews.filter(pk__in=signable_by(by).values("pk"))
    if wanted.kind:
        reviews = reviews.missing(SignOffKind(wanted.kind))
    if wanted.topic:
        reviews = reviews.filter(revision__topic=wanted.topic)
    if wanted.person:
        reviews = reviews.filter(_assigned_to(wanted.person))
    if wanted.risk:
        reviews = reviews.filter(risk=wanted.risk)
    return _due(reviews, wanted.due).order_by(*_order(wanted.sort))


def signable_by(person: "User") -> ReviewQuerySet:
    """What this person can sign off today, whoever it was given to; the soonest due first."""
    return Review.objects.waiting().missing(*kinds_open_to(person)).open_to(person).order_by(*_order("due"))


def assigned_to(person: "User") -> ReviewQuerySet:
    """What waits for this person by name; the soonest due first, so what is overdue comes before everything."""
    return Review.objects.waiting().filter(_assigned_to(person)).order_by(*_order("due"))


def waiting_for_nobody() -> ReviewQuerySet:
    """Reviews with fewer people to wait for than sign-offs to give: nobody here can give them."""
    return Review.objects.waiting().filter(short_of_people()).order_by(*_order("due"))


def _assigned_to(person: "User") -> Q:
    return Q(Exists(standing_assignments().filter(review=OuterRef("pk"), person=person)))


def _due(reviews: ReviewQuerySet, when: str) -> ReviewQuerySet:
    today = timezone.localdate()
    if when == OVERDUE:
        return reviews.filter(due_on__lt=today, revision__status=Status.IN_REVIEW)
    if when == THIS_WEEK:
        return reviews.filter(due_on__range=(today, end_of_week(today)))
    return reviews


def _order(sort: str) -> list[OrderBy | str]:
    """By what was asked for; then, where it is the same, the longest wait first."""
    expression = ORDERS[sort.removeprefix("-")]
    return [OrderBy(expression, descending=sort.startswith("-"), nulls_last=True), "requested_at", "pk"]
