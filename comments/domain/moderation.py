"""A moderator's decision: locked, checked against what was seen, recorded for ever."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain import sampling
from comments.domain.lanes import lane_of
from comments.domain.rules import testimonials_allowed
from comments.enums import CommentStatus, Outcome, Reason
from comments.models import Comment, ModerationDecision
from comments.moves import MOVES

if TYPE_CHECKING:
    from clinic_cms.models import User

MODERATE: Final = "comments.moderate_comments"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a moderator decides. `reason` is read by the comment's author, `note` by moderators only; `safe` affirms
    that other readers can read words of somebody in crisis, and `answered` that the clinic's reply goes with them.
    """

    outcome: Outcome
    reason: str = ""
    note: str = ""
    safe: bool = False
    answered: bool = False


def approve(comment: Comment, *, by: "User", seen: int, note: str = "", safe: bool = False) -> Comment:
    """Show a comment under its article."""
    return decide(comment, Outcome.APPROVE, by=by, seen=seen, note=note, safe=safe)


def reject(comment: Comment, *, by: "User", seen: int, reason: str, note: str = "") -> Comment:
    """Keep a comment from readers; its author reads the reason."""
    return decide(comment, Outcome.REJECT, by=by, seen=seen, reason=reason, note=note)


@transaction.atomic
def decide(comment: Comment, outcome: Outcome, *, by: "User", seen: int, **more: Any) -> Comment:
    """Decide one comment and append the decision; `more` is the rest of a Verdict.

    Refuses who may not moderate, a rejection without a reason, a step that leads nowhere from where the comment
    stands, an approval that its signals forbid, whoever asked for a second opinion, and, with the name of who was
    faster, a comment that somebody acted on since the moderator saw it (`seen` is the version on the page).
    """
    verdict = Verdict(outcome, **more)
    fresh = _locked(comment)
    check(fresh, verdict, by=by, seen=seen)
    return moved(fresh, verdict, by=by)


def _locked(comment: Comment) -> Comment:
    """The comment as it is now, and what it replies to, so that neither moves meanwhile: always the older one first."""
    both = Comment.objects.select_for_update().filter(pk__in=[comment.pk, comment.parent_id or comment.pk])
    found = {each.pk: each for each in both.order_by("pk")}
    if comment.pk not in found:
        raise Comment.DoesNotExist
    fresh = found[comment.pk]
    if fresh.parent_id in found:
        fresh.parent = found[fresh.parent_id]
    return fresh


def check(fresh: Comment, verdict: Verdict, *, by: "User", seen: int) -> None:
    """Refuse what `decide` refuses, and change nothing: for showing beforehand what a decision would meet."""
    refuse_unless_moderator(by)
    if seen != fresh.version:
        raise StaleRefusal(who_was_faster(fresh))
    _refuse(fresh, verdict, by)


def moved(fresh: Comment, verdict: Verdict, *, by: "User | None") -> Comment:
    """Carry an act out on a comment that the caller has locked and may move, and append it. `by=None`: its author."""
    move, before = MOVES[verdict.outcome], fresh.status
    if verdict.outcome == Outcome.NOT_A_CRISIS:
        fresh.signals.filter(code="crisis").delete()
    fresh.status, fresh.version = move.to, fresh.version + 1
    fresh.lane = lane_of(fresh) if move.to == CommentStatus.PENDING else None
    fresh.save(update_fields=["status", "version", "lane"])
    decision = ModerationDecision.objects.create(
        comment=fresh,
        outcome=verdict.outcome,
        reason=verdict.reason if move.needs_reason else "",
        note=verdict.note.strip(),
        safe_for_others=verdict.safe,
        undoes=fresh.decisions.first() if verdict.outcome == Outcome.RESTORE else None,
        by=by,
        by_name=by.display_name if by else "",
        from_status=before,
        to_status=fresh.status,
        version=fresh.version,
    )
    if move.to != CommentStatus.PENDING:
        fresh.reports.filter(closed_by__isnull=True).update(closed_by=decision)
    sampling.perhaps(decision)
    return fresh


def refuse_unless_moderator(by: "User") -> None:
    if not by.is_active:
        raise Refusal(_("Your account is closed, so you can't do this."))
    if not by.has_perm(MODERATE):
        raise Refusal(_("Only a moderator can decide comments."))


def who_was_faster(comment: Comment) -> str:
    """The sentence for somebody who acts on a comment that has moved since they saw it."""
    last = comment.decisions.first()
    if last is None:
        return _("This page is out of date. Open the comments again.")
    return _("%(what)s on %(moment)s, while you had it open. Nothing was changed.") % {
        "what": last.sentence,
        "moment": date_format(timezone.localtime(last.at), "DATETIME_FORMAT"),
    }


def _refuse(comment: Comment, verdict: Verdict, by: "User") -> None:
    move = MOVES[verdict.outcome]
    if move.of_author:
        raise Refusal(_("Only its author can do this."))
    if move.needs_reason and verdict.reason not in Reason.values:
        raise Refusal(_("Choose a reason. The comment's author reads it."))
    if comment.status not in move.starts:
        raise Refusal(_("This comment is %(status)s already.") % {"status": comment.get_status_display()})
    last = comment.decisions.first()
    if last and last.outcome == Outcome.SECOND_OPINION and last.by_id == by.pk:
        raise Refusal(_("You asked for a second opinion, so somebody else decides this one."))
    if verdict.outcome == Outcome.APPROVE:
        _refuse_approval(comment, verdict)


def _refuse_approval(comment: Comment, verdict: Verdict) -> None:
    codes = set(comment.signals.values_list("code", flat=True))
    if "crisis" in codes and not verdict.safe:
        raise Refusal(
            _("Somebody may be in crisis. Say that its words are safe for others, or that this is no crisis.")
        )
    if "crisis" in codes and not (verdict.answered or _is_answered(comment)):
        raise Refusal(_("Somebody may be in crisis. Approve it together with a reply that offers support."))
    if "testimonial" in codes and not testimonials_allowed():
        raise Refusal(_("It praises or blames the clinic's own treatment, and the comment rules don't let that up."))
    if comment.parent_id and comment.parent and comment.parent.status != CommentStatus.APPROVED:
        raise Refusal(_("The comment it replies to is not up, so this reply can't be either."))


def _is_answered(comment: Comment) -> bool:
    return comment.replies.approved().filter(said_by__isnull=False).exists()
