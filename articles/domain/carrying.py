"""Change classes: how far a revision goes beyond the live words, and which clinical sign-offs that lets it keep."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.change_class import floor
from articles.domain.compared import pair_of
from articles.domain.facts import barred_from_signing, review_of
from articles.domain.transitions import advance
from articles.enums import Action, AiAssistance, ChangeClass, SignOffKind
from articles.models import Revision, SignOff, Thread
from articles.workflow import SIGN_OFF_CLINICAL, most_carried

if TYPE_CHECKING:
    from clinic_cms.models import User

MOST_SENTENCES = 20


@dataclass(frozen=True, slots=True)
class Change:
    """What kind of change a revision makes to the live words: what the editor called it, and what it counts as."""

    counts_as: ChangeClass
    declared: ChangeClass
    reasons: tuple[str, ...] = ()  # sentences: what was found, and makes it count as that
    compared_with: Revision | None = None
    protected: tuple[str, ...] = ()  # the numbers of the live words that it touches

    @property
    def raised(self) -> bool:
        return self.counts_as.weight > self.declared.weight


def classify(revision: Revision, declared: ChangeClass) -> Change:
    """What a revision counts as: the editor's word for it, or more where the words themselves say so.

    New articles, and words that were withdrawn, are clinical as a whole.
    """
    live = revision.article.live_revision
    if live is None:
        return Change(ChangeClass.CLINICAL, declared)
    if revision.correction_said:
        return Change(ChangeClass.CLINICAL, declared, (_("It carries a public correction."),), live)
    if revision.ai_assistance not in ("", AiAssistance.NONE, live.ai_assistance):
        return Change(ChangeClass.CLINICAL, declared, (_("A machine helped with the words."),), live)
    found = floor(*pair_of(live, revision))
    heavier = max(declared, found.change_class, key=lambda each: each.weight)
    return Change(heavier, declared, found.reasons, live, found.protected)


def carry_over(revision: Revision, change: Change, *, by: "User") -> Revision:
    """Give a revision in review the clinical sign-offs that its change of the live words lets it keep.

    Each is recorded as a Transition with what changed. Carried over are only sign-offs whose signer could give them
    today, and whose words, as that person read them, differ from these by no more than the same class of change;
    none while a thread about the article is open.
    """
    review = review_of(revision)
    if change.compared_with is None or review.whole_article or _is_discussed(revision):
        return revision
    room = most_carried(change.counts_as, review.clinical_needed)
    for source in _standing(revision, change.compared_with, change.counts_as)[:room]:
        revision = _carry(revision, source, change, by=by)
    return revision


def _is_discussed(revision: Revision) -> bool:
    return Thread.objects.open().filter(article=revision.article_id).exists()


def _standing(revision: Revision, live: Revision, counts_as: ChangeClass) -> list[SignOff]:
    """The clinical sign-offs of the live words that these words may keep, the earliest first."""
    barred, today = barred_from_signing(revision), timezone.localdate()
    clinical = live.review.sign_offs.filter(kind=SignOffKind.CLINICAL)
    return [
        source
        for source in clinical.select_related("by", "credential", "carried_from")
        if source.answers
        and source.by.has_perm(SIGN_OFF_CLINICAL)
        and source.by_id not in barred
        and _credential_stands(source, today)
        and _stands_since_it_was_given(source, revision, live, counts_as)
    ]


def _credential_stands(source: SignOff, day: date) -> bool:
    credential = next((each for each in source.by.credentials.valid_on(day) if each == source.credential), None)
    return credential is not None and (credential.title, credential.issuer) == (
        source.credential_title,
        source.credential_issuer,
    )


def _stands_since_it_was_given(source: SignOff, revision: Revision, live: Revision, counts_as: ChangeClass) -> bool:
    """Small changes add up: the words are also compared with those that the signer really read."""
    read = source.given.review.revision
    return read == live or floor(*pair_of(read, revision)).change_class.weight <= counts_as.weight


def _carry(revision: Revision, source: SignOff, change: Change, *, by: "User") -> Revision:
    def sign(fresh: Revision) -> dict[str, object]:
        SignOff.objects.create(
            review=fresh.review,
            kind=source.kind,
            by=source.by,
            seal=fresh.seal,
            signer_name=source.signer_name,
            credential=source.credential,
            credential_title=source.credential_title,
            credential_issuer=source.credential_issuer,
            credential_expires_on=source.credential.expires_on if source.credential else None,
            answers=source.answers,
            carried_from=source,
        )
        return {}

    note = _("%(name)s signed revision %(number)d. Carried over, because this is a change of the class “%(kind)s”.") % {
        "name": source.signer_name,
        "number": source.given.review.revision.number,
        "kind": change.counts_as.label,
    }
    note = "\n".join([note, *change.reasons[:MOST_SENTENCES]])[:2000]
    return advance(revision, Action.CARRY_OVER, by=by, seen=revision.state_token, note=note, prepare=sign)
