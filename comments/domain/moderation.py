"""A moderator's decision: locked, checked against what was seen, recorded for ever."""

from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.enums import Outcome, Reason
from comments.models import Comment, ModerationDecision

if TYPE_CHECKING:
    from clinic_cms.models import User

MODERATE: Final = "comments.moderate_comments"


def approve(comment: Comment, *, by: "User", seen: int, note: str = "") -> Comment:
    """Show a comment under its article."""
    return decide(comment, Outcome.APPROVE, by=by, seen=seen, note=note)


def reject(comment: Comment, *, by: "User", seen: int, reason: str, note: str = "") -> Comment:
    """Keep a comment from readers; its author reads the reason."""
    return decide(comment, Outcome.REJECT, by=by, seen=seen, reason=reason, note=note)


@transaction.atomic
def decide(comment: Comment, outcome: Outcome, *, by: "User", seen: int, reason: str = "", note: str = "") -> Comment:
    """Decide one comment and append the decision.

    Refuses who may not moderate, a rejection without a reason, a decision that changes nothing, and, with the name of
    who was faster, a comment that has been decided since the moderator saw it (`seen` is the version on the page).
    """
    fresh = Comment.objects.select_for_update().get(pk=comment.pk)
    _refuse(fresh, outcome, by, seen, reason)
    before, fresh.status, fresh.version = fresh.status, outcome.status, fresh.version + 1
    fresh.save(update_fields=["status", "version"])
    ModerationDecision.objects.create(
        comment=fresh,
        outcome=outcome,
        reason=reason if outcome == Outcome.REJECT else "",
        note=note.strip(),
        by=by,
        by_name=by.display_name,
        from_status=before,
        to_status=fresh.status,
        version=fresh.version,
    )
    return fresh


def _refuse(comment: Comment, outcome: Outcome, by: "User", seen: int, reason: str) -> None:
    if not by.is_active:
        raise Refusal(_("Your account is closed, so you can't do this."))
    if not by.has_perm(MODERATE):
        raise Refusal(_("Only a moderator can decide comments."))
    if seen != comment.version:
        raise StaleRefusal(_who_was_faster(comment))
    if outcome == Outcome.REJECT and reason not in Reason.values:
        raise Refusal(_("Choose a reason. The comment's author reads it."))
    if comment.status == outcome.status:
        raise Refusal(_("This comment is %(status)s already.") % {"status": comment.get_status_display()})


def _who_was_faster(comment: Comment) -> str:
    last = comment.decisions.first()
    if last is None:
        return _("This page is out of date. Open the comments again.")
    moment = date_format(timezone.localtime(last.at), "j F Y, H:i T")
    return _("%(what)s on %(moment)s, while you had it open. Nothing was changed.") % {
        "what": last.sentence,
        "moment": moment,
    }
