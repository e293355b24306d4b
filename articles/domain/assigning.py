"""Who a sign-off waits for: given in turn by the clinic's rule when a review opens, never by the author; a publisher
may give it to somebody else who is qualified, and says why.
"""

from typing import TYPE_CHECKING, Final

from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from articles.domain.facts import barred_from_signing, review_of
from articles.domain.notices import tell_assigned
from articles.domain.pool import candidates, least_to_do_first, reviews_without_somebody, standing_assignments
from articles.domain.transitions import lock
from articles.enums import SignOffKind, Status
from articles.models import Assignment, Review, Revision
from articles.workflow import ASSIGN
from clinic_cms.shared.refusal import Refusal, StaleRefusal

if TYPE_CHECKING:
    from clinic_cms.models import User

TURN: Final = 7301  # the number of the database's lock under which turns are taken, one transaction after the other


def assign_needed(revision: Revision) -> list[Assignment]:
    """Give every sign-off that waits for nobody to the qualified person whose turn it is. Called under the article's
    lock; two reviews that open at the same moment do not land on the same person. Where nobody is qualified it stays.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
    review, made = review_of(revision), list[Assignment]()
    asked = set(standing_assignments().filter(review=review).values_list("person", flat=True))
    for kind, count in review.missing().items():
        standing = _standing(review, kind)
        for _each in range(count - len(standing)):
            person = least_to_do_first(candidates(review, kind).exclude(pk__in=asked)).first()
            if person:
                made.append(_give(review, kind, person, in_place_of=_orphan(review, kind, [*standing, *made])))
                asked.add(person.pk)
    return made


@transaction.atomic
def assign(
    revision: Revision, kind: SignOffKind, *, by: "User", to: "User", reason: str, instead_of: Assignment | None = None
) -> Assignment:
    """Give a sign-off to somebody else who is qualified. Refuses everybody but a publisher who has not changed these
    words, whoever could not sign them, an empty reason, and a choice that somebody else has made meanwhile.
    """
    fresh = lock(revision)
    refusal = reason_against_assigning(fresh, by)
    if refusal:
        raise Refusal(refusal)
    review = review_of(fresh)
    missing, standing = review.missing().get(kind, 0), _standing(review, kind)
    if not missing:
        raise Refusal(_("The %(kind)s sign-off has been given already.") % {"kind": kind.label})
    if (instead_of is None and len(standing) >= missing) or (instead_of is not None and instead_of not in standing):
        raise StaleRefusal(_("Somebody else has changed who this waits for, while you had it open."))
    if to.pk in {each.person_id for each in standing}:
        raise Refusal(_("It waits for %(name)s already.") % {"name": to})
    if not candidates(review, kind).filter(pk=to.pk).exists():
        names = {"name": to, "kind": kind.label}
        raise Refusal(_("%(name)s can't give the %(kind)s sign-off of these words.") % names)
    if not reason.strip():
        raise Refusal(_("Please say why. The reason is kept with the article for ever."))
    before = instead_of or _orphan(review, kind, standing)
    given = _give(review, kind, to, in_place_of=before, by=by, reason=reason.strip())
    tell_assigned(fresh, [given], by=by)
    return given


def reason_against_assigning(revision: Revision, by: "User") -> str:
    """The sentence that says why this person may not choose who signs these words, or an empty text."""
    if not by.is_active or not by.has_perm(ASSIGN):
        return _("Only a publisher can choose who gives a sign-off.")
    if by.pk in barred_from_signing(revision):
        return _("You changed these words, so another publisher has to choose who signs them off.")
    if revision.status != Status.IN_REVIEW:
        status = {"status": revision.get_status_display()}
        return _("Only an article in review waits for a sign-off. This one is %(status)s.") % status
    return ""


def credit(revision: Revision, kind: SignOffKind, *, by: "User") -> None:
    """Record that whoever signs now does it in the place of whom it was given to, so that nobody is asked in vain.

    Called under the article's lock, before the sign-off is made.
    """
    review = review_of(revision)
    standing = _standing(review, kind)
    if Assignment.objects.current().filter(review=review, kind=kind, person=by).exists():
        return
    full = len(standing) >= review.missing().get(kind, 0)
    in_place_of = _orphan(review, kind, standing) or (standing[-1] if full and standing else None)
    _give(review, kind, by, in_place_of=in_place_of, by=by, reason=_("Signed off unasked."))


def reassign_orphans() -> int:
    """Give what waits for nobody, or for people who can't sign any more, to whoever can; the clock asks each round.

    One query where there is nothing to do; each article in its own transaction. Returns how many were given.
    """
    count = 0
    for review in reviews_without_somebody().select_related("revision"):
        with transaction.atomic():
            fresh = lock(review.revision)
            made = assign_needed(fresh) if fresh.status == Status.IN_REVIEW else []
            tell_assigned(fresh, made, by=None)
        count += len(made)
    return count


def _standing(review: Review, kind: SignOffKind) -> list[Assignment]:
    return list(standing_assignments(kind).filter(review=review, kind=kind).select_related("person").order_by("pk"))


def _orphan(review: Review, kind: SignOffKind, standing: list[Assignment]) -> Assignment | None:
    """An assignment whose person neither has signed nor can sign any more: the next one takes its place."""
    signed = Exists(review.sign_offs.filter(kind=kind, by=OuterRef("person")))
    current = Assignment.objects.current().filter(~signed, review=review, kind=kind)
    return current.exclude(pk__in=[each.pk for each in standing]).first()


def _give(
    review: Review,
    kind: SignOffKind,
    person: "User",
    *,
    in_place_of: Assignment | None,
    by: "User | None" = None,
    reason: str = "",
) -> Assignment:
    return Assignment.objects.create(
        review=review, kind=kind, person=person, by=by, reason=reason, replaces=in_place_of
    )
