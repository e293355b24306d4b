"""The review queue: what the rules need to know of many revisions at once, in a few queries for any number of them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Max
from django.utils import timezone

from articles.domain.facts import KNOWN_PERMISSIONS, valid_credential
from articles.domain.pool import running_claims, standing_assignments
from articles.enums import Status
from articles.models import Assignment, Claim, Contribution, Review, Revision, Thread
from articles.rules import Person, Situation

if TYPE_CHECKING:
    from clinic_cms.models import User


@dataclass(frozen=True, slots=True)
class Waiting:
    """One review in the queue: what the rules know of it and of the person who looks, whom it waits for, who reads."""

    review: Review
    person: Person
    situation: Situation
    asked: tuple[Assignment, ...] = ()
    reading: tuple[Claim, ...] = ()


def waiting_reviews(reviews: Sequence[Review], by: "User") -> list[Waiting]:
    """The same facts as `facts.person_facts` and `facts.situation` give for one revision, for a page of them.

    `reviews` come with their revisions and sign-offs loaded (`Review.objects.for_queue()`).
    """
    barred, open_threads = _barred(reviews), _open_threads(reviews)
    asked, reading = hands_on(reviews)
    permissions = frozenset(permission for permission in KNOWN_PERMISSIONS if by.has_perm(permission))
    credentialed = valid_credential(by, timezone.localdate()) is not None
    return [
        Waiting(
            review,
            Person(
                permissions=permissions,
                active=by.is_active,
                contributed=by.pk in barred[review.revision_id],
                has_signed=any(sign_off.by_id == by.pk for sign_off in review.sign_offs.all()),
                credentialed=credentialed,
            ),
            _situation(review, open_threads.get(review.revision.article_id, 0)),
            tuple(asked[review.pk]),
            tuple(reading[review.pk]),
        )
        for review in reviews
    ]


def _situation(review: Review, open_threads: int) -> Situation:
    status = Status(review.revision.status)
    missing = review.missing() if status == Status.IN_REVIEW else {}
    return Situation(status=status, missing=missing, open_threads=open_threads)


def hands_on(reviews: Sequence[Review]) -> tuple[dict[int, list[Assignment]], dict[int, list[Claim]]]:
    """By review: whom its sign-offs wait for, and who is reading it now. Two queries."""
    asked: dict[int, list[Assignment]] = defaultdict(list)
    reading: dict[int, list[Claim]] = defaultdict(list)
    for assignment in standing_assignments().filter(review__in=reviews).select_related("person", "by"):
        asked[assignment.review_id].append(assignment)
    for claim in running_claims().filter(review__in=reviews).select_related("person"):
        reading[claim.review_id].append(claim)
    return asked, reading


def _open_threads(reviews: Sequence[Review]) -> dict[int, int]:
    """By article, how many threads about its words are open; those without any are left out."""
    articles = [review.revision.article_id for review in reviews]
    return dict(Counter(Thread.objects.open().filter(article__in=articles).values_list("article", flat=True)))


def _barred(reviews: Sequence[Review]) -> dict[int, set[int]]:
    """By revision, who may not sign it off. A revision in review is its article's newest, so every contribution after
    the last live revision counts.
    """
    articles = [review.revision.article_id for review in reviews]
    last_live = dict(
        Revision.objects.filter(article__in=articles, published_at__isnull=False)
        .order_by()
        .values_list("article")
        .annotate(Max("number"))
    )
    changed = defaultdict(set)
    rows = Contribution.objects.filter(revision__article__in=articles)
    for article, number, person in rows.values_list("revision__article", "revision__number", "person"):
        if number > last_live.get(article, 0):
            changed[article].add(person)
    return {review.revision_id: {review.revision.author_id, *changed[review.revision.article_id]} for review in reviews}
