"""Gathers what the pure rules need to know of a person and a revision from the database."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.domain.checking import Checked
from articles.domain.contributors import barred_from_signing as barred_from_signing
from articles.domain.contributors import contributions as contributions
from articles.domain.presence import whom_it_would_interrupt
from articles.domain.readiness import problems, unprepared
from articles.enums import Status
from articles.models import PlannedWithdrawal, Reference, Review, Revision, Thread, TopicWithdrawal
from articles.rules import CLOCK, Person, Situation
from articles.seal import EVIDENCE, REFERENCE, digest
from articles.workflow import DISCUSS, STEPS

if TYPE_CHECKING:
    from clinic_cms.models import Credential, User

KNOWN_PERMISSIONS = {DISCUSS}.union(*(step.permissions for step in STEPS.values()))


def person_facts(by: "User | None", revision: Revision) -> Person:
    """What the rules know of whoever acts on a revision; None is the clock. Superusers are people like others."""
    if by is None:
        return CLOCK
    return Person(
        permissions=frozenset(permission for permission in KNOWN_PERMISSIONS if by.has_perm(permission)),
        active=by.is_active,
        contributed=by.pk in barred_from_signing(revision),
        has_signed=by.sign_offs.filter(review__revision=revision).exists(),
        credentialed=valid_credential(by, timezone.localdate()) is not None,
        would_interrupt=whom_it_would_interrupt(revision, by) if revision.status == Status.DRAFT else "",
    )


def situation(revision: Revision, checked: Checked | None = None) -> Situation:
    """What the rules know of a revision, read afresh; only what its status makes worth knowing is computed.

    `checked` is what the clinical checks find in it, where the caller knows that already.
    """
    status = Status(revision.status)
    return Situation(
        status=status,
        problems=(*problems(revision, checked), *unprepared(revision)) if status == Status.DRAFT else (),
        broken_gates=tuple(broken_gates(revision)) if status in (Status.SIGNED_OFF, Status.SCHEDULED) else (),
        missing=review_of(revision).missing() if status == Status.IN_REVIEW else {},
        open_threads=Thread.objects.open().filter(article=revision.article_id).count()
        if status == Status.IN_REVIEW
        else 0,
    )


def valid_credential(person: "User", day: date) -> "Credential | None":
    """The credential a clinical sign-off is given with on that day, or None where the person has none."""
    return person.credentials.valid_on(day).first()


def review_of(revision: Revision) -> Review:
    return Review.objects.prefetch_related("sign_offs").get(revision=revision)


def sources_of(revision: Revision) -> list[tuple[int, str]]:
    """Position and title of each reference: what a clinician is asked about, one by one."""
    return list(revision.references.order_by("position").values_list("position", "title"))


def compute_seal(revision: Revision) -> str:
    """The digest of the words as they stand in the database now."""
    references = Reference.objects.filter(revision=revision).order_by("position")
    return digest(words_of(Revision.objects.get(pk=revision.pk)), [texts_of(each) for each in references])


def words_of(revision: Revision) -> dict[str, str]:
    """The words of a revision as they are sealed."""
    return {
        "title": revision.title,
        "summary": revision.summary,
        "body": revision.body,
        "disclaimer": revision.disclaimer,
        "interests": revision.interests,
        "byline": revision.byline,
        "topic": str(revision.topic_id),
        "correction_said": revision.correction_said,
        "correction_says": revision.correction_says,
        "lead_picture": revision.lead_picture.token if revision.lead_picture else "",
        "lead_alt": revision.lead_alt,
        "lead_caption": revision.lead_caption,
        "translated_from": revision.translated_from.seal if revision.translated_from else "",
    }


def texts_of(reference: Reference) -> dict[str, str]:
    """A reference as it is sealed: what every one has, and of the rest what there is."""
    texts = {name: _text(getattr(reference, name)) for name in (*REFERENCE, *EVIDENCE)}
    return {name: text for name, text in texts.items() if text or name in REFERENCE}


def broken_gates(revision: Revision) -> list[str]:
    """Everything that has to hold at the moment of going live, asked again: one sentence for each that does not."""
    broken_sign_offs = _broken_sign_offs(revision)
    return [
        *broken_sign_offs,  # first: they say why, where the checks only say that no sign-off holds
        *problems(revision, signed_clinically=not broken_sign_offs),
        *_overdue_plan(revision),
        *_withdrawn_since(revision),
    ]


def _broken_sign_offs(revision: Revision) -> list[str]:
    review = review_of(revision)
    sealed = compute_seal(revision) == revision.seal
    given = [sign_off for sign_off in review.sign_offs.all() if sealed and sign_off.seal == revision.seal]
    barred = barred_from_signing(revision)
    gone = _carried_from_withdrawn_words(review)
    counted = [sign_off.kind for sign_off in given if sign_off.by_id not in barred and sign_off.pk not in gone]
    if all(counted.count(kind) >= needed for kind, needed in review.needed().items()):
        return []
    if gone:
        return [_("A sign-off was carried over from words that have been withdrawn. Reopen the article.")]
    return [_("The sign-offs do not cover these exact words. Reopen the article and submit it again.")]


def _overdue_plan(revision: Revision) -> list[str]:
    """Words go live after the moment they should be down again only in their turn: a clock that comes late does both,
    one after the other.
    """
    plan = PlannedWithdrawal.objects.due(timezone.now()).filter(article=revision.article_id).first()
    if plan is None or (not plan.failure and revision.publish_at and revision.publish_at < plan.at):
        return []
    moment = date_format(timezone.localtime(plan.at), "DATETIME_FORMAT")
    return [
        _("These words were planned to come down on %(moment)s. Change or cancel that plan first.") % {"moment": moment}
    ]


def _carried_from_withdrawn_words(review: Review) -> set[int]:
    withdrawn = review.sign_offs.filter(carried_from__review__revision__status=Status.WITHDRAWN)
    return set(withdrawn.values_list("pk", flat=True))


def _withdrawn_since(revision: Revision) -> list[str]:
    """A person took the live words, or their whole topic, down after these were submitted: whoever signed them off did
    not know why.
    """
    submitted = review_of(revision).requested_at
    of_article = revision.article.withdrawals().filter(at__gt=submitted).values_list("at", flat=True)
    of_topic = TopicWithdrawal.objects.filter(topic=revision.topic_id, at__gt=submitted).values_list("at", flat=True)
    if at := of_article.first():
        told = _("The words readers saw were withdrawn on %(moment)s, after these were submitted. Reopen these first.")
    elif at := of_topic.first():
        told = _("Every article of this topic was withdrawn on %(moment)s, after this was submitted. Reopen it first.")
    else:
        return []
    return [told % {"moment": date_format(timezone.localtime(at), "DATETIME_FORMAT")}]


def _text(value: object) -> str:
    return "" if value is None else str(value)
