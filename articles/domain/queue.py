"""The review queue: what the rules need to know of many revisions at once, in a few queries for any number of them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Max
from django.utils import timezone

from articles.domain.facts import KNOWN_PERMISSIONS, valid_credential
from articles.enums import Status
from articles.models import Contribution, Review, Revision
from articles.rules import Person, Situation

if TYPE_CHECKING:
    from clinic_cms.models import User


@dataclass(frozen=True, slots=True)
class Waiting:
    """One review in the queue, with what the rules know of it and of the person who looks."""

    review: Review
    person: Person
    situation: Situation


def waiting_reviews(reviews: Sequence[Review], by: "User") -> list[Waiting]:
    """The same facts as `facts.person_facts` and `facts.situation` give for one revision, for a page of them.

    `reviews` come with their revisions and sign-offs loaded (`Review.objects.for_queue()`).
    """
    barred = _barred(reviews)
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
            Situation(status=Status(review.revision.status), missing=review.missing()),
        )
        for review in reviews
    ]


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
