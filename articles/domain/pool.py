"""Who can give a sign-off: the people qualified for a kind, and of them those who may sign these very words."""

from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThan
from django.utils import timezone

from articles.domain.facts import barred_from_signing, valid_credential
from articles.enums import SignOffKind
from articles.models import Assignment, Claim, Review, SignOff
from articles.models.review import changed_since_live, given
from articles.workflow import MAY_SIGN

if TYPE_CHECKING:
    from clinic_cms.models import User


def qualified(kind: SignOffKind, day: date) -> "QuerySet[User]":
    """Everybody with an open account whose role lets them give this sign-off; for a clinical one also with a
    credential valid that day.
    """
    person, codename = get_user_model(), MAY_SIGN[kind].partition(".")[2]
    # Two lists to look a person up in: one join over roles and single permissions is read again for every person.
    by_role = person.groups.through.objects.filter(group__permissions__codename=codename).values("user")
    by_themselves = person.user_permissions.through.objects.filter(permission__codename=codename).values("user")
    may = Q(pk__in=by_role) | Q(pk__in=by_themselves)
    people = person._default_manager.filter(may, is_active=True)
    if kind == SignOffKind.CLINICAL:
        credentials = apps.get_model("clinic_cms", "Credential").objects.valid_on(day)
        people = people.filter(pk__in=credentials.values("person"))
    return people.order_by("full_name", "pk")


def candidates(review: Review, kind: SignOffKind) -> "QuerySet[User]":
    """Of the qualified people, those who neither changed these words nor have signed them off."""
    barred = barred_from_signing(review.revision)
    signed = review.sign_offs.values("by")
    return qualified(kind, timezone.localdate()).exclude(pk__in=barred).exclude(pk__in=signed)


def standing_assignments(*kinds: SignOffKind) -> QuerySet[Assignment]:
    """What waits for somebody who can still give it today, of these kinds or of any. An assignment of anybody else
    counts as none.
    """
    return Assignment.objects.open().filter(_can_still_sign(*kinds))


def running_claims() -> QuerySet[Claim]:
    """The claims of people who can still give the sign-off they claimed it for."""
    return Claim.objects.running(timezone.now()).filter(_can_still_sign())


def kinds_open_to(person: "User") -> list[SignOffKind]:
    """The sign-offs this person could give today, of words that are not their own."""
    credentialed = valid_credential(person, timezone.localdate()) is not None
    return [
        kind
        for kind in SignOffKind
        if person.has_perm(MAY_SIGN[kind]) and (credentialed or kind != SignOffKind.CLINICAL)
    ]


def least_to_do_first(people: "QuerySet[User]") -> "QuerySet[User]":
    """In the order of asking them: the fewest open assignments, then the longest since the last one, then by id."""
    of_person = Assignment.objects.filter(person=OuterRef("pk")).order_by().values("person")
    waiting = Assignment.objects.open().filter(person=OuterRef("pk")).order_by().values("person")
    return people.annotate(
        open_assignments=Coalesce(Subquery(waiting.annotate(count=Count("pk")).values("count")), 0),
        last_assignment=Coalesce(Subquery(of_person.annotate(last=Max("pk")).values("last")), 0),
    ).order_by(F("open_assignments"), F("last_assignment"), "pk")


def short_of_people(kind: SignOffKind | None = None) -> Q:
    """For a query of reviews: that fewer people are asked for a sign-off of the kind, or of any, than are missing."""
    if kind is None:
        return reduce(or_, map(short_of_people, SignOffKind))
    waiting = standing_assignments().filter(review=OuterRef("pk"), kind=kind).order_by().values("review")
    asked = Coalesce(Subquery(waiting.annotate(count=Count("pk")).values("count")), 0)
    return Q(GreaterThan(F(f"{kind}_needed"), given(kind) + asked))


def reviews_without_somebody() -> QuerySet[Review]:
    """Reviews that miss a sign-off which waits for nobody, though somebody could give it."""
    asked = standing_assignments().filter(review=OuterRef(OuterRef("pk")), person=OuterRef("pk"))
    somebody = (
        short_of_people(kind) & Q(Exists(_candidates_in_query(kind).filter(~Exists(asked)))) for kind in SignOffKind
    )
    return Review.objects.waiting().filter(reduce(or_, somebody))


def _candidates_in_query(kind: SignOffKind) -> "QuerySet[User]":
    """What `candidates` gives for one review, inside a query of reviews."""
    signed = SignOff.objects.filter(review=OuterRef(OuterRef("pk")), by=OuterRef("pk"))
    changed = changed_since_live(OuterRef(OuterRef("revision__article")), OuterRef("pk"))
    people = qualified(kind, timezone.localdate()).exclude(pk=OuterRef("revision__author"))
    return people.filter(~Exists(signed), ~Exists(changed))


def _can_still_sign(*kinds: SignOffKind) -> Q:
    today = timezone.localdate()
    each = (Q(kind=kind, person__in=qualified(kind, today).order_by().values("pk")) for kind in kinds or SignOffKind)
    return reduce(or_, each)
