"""“I am on it”: a claim tells colleagues who is reading, for two hours, and keeps nobody from signing."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.domain.facts import person_facts, situation
from articles.domain.pool import running_claims
from articles.domain.transitions import lock
from articles.enums import SignOffKind
from articles.models import Claim, Revision
from articles.rules import Person, Situation, reason_against_reading_for
from articles.workflow import CLAIM_LASTS
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User


@transaction.atomic
def claim(revision: Revision, kind: SignOffKind, *, by: "User") -> Claim:
    """Tell the others that this person is reading for one sign-off; claiming again begins the two hours anew.

    Refuses who could not give that sign-off, and when as many people read for it as are still needed.
    """
    fresh, now = lock(revision), timezone.now()
    claims = list(running_claims().filter(review__revision=fresh).select_related("person"))
    refusal = reason_against_claiming(person_facts(by, fresh), situation(fresh), kind, claims, by)
    if refusal:
        raise Refusal(refusal)
    own = next((each for each in claims if (each.person_id, each.kind) == (by.pk, kind)), None)
    if own is None:
        return Claim.objects.create(
            review=fresh.review, kind=kind, person=by, claimed_at=now, expires_at=now + CLAIM_LASTS
        )
    own.expires_at = now + CLAIM_LASTS
    own.save(update_fields=["expires_at"])
    return own


@transaction.atomic
def release(revision: Revision, *, by: "User") -> None:
    """Give the person's own claims on a revision back before they run out. Without one nothing changes."""
    fresh, now = lock(revision), timezone.now()
    Claim.objects.running(now).filter(review__revision=fresh, person=by).update(released_at=now)


def reason_against_claiming(
    person: Person, where: Situation, kind: SignOffKind, claims: Iterable[Claim], by: "User"
) -> str:
    """The sentence that says why not, or an empty text; `claims` are those running on the revision."""
    of_others = [each for each in claims if each.kind == kind and each.person_id != by.pk]
    refusal = reason_against_reading_for(person, where, kind)
    if refusal or len(of_others) < where.missing.get(kind, 0):
        return refusal
    return _("%(readers)s You can sign it off all the same.") % {"readers": " ".join(map(reading_until, of_others))}


def reading_until(claim: Claim) -> str:
    """Who reads, and until when: “Dr Amara Osei is reviewing this until 14:30 MST.”"""
    moment = date_format(timezone.localtime(claim.expires_at), "H:i T")
    return _("%(name)s is reviewing this until %(moment)s.") % {"name": claim.person, "moment": moment}
