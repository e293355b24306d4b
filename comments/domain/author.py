"""What the author of a comment can do with it, without an account: correct, withdraw, erase, ask to look again.

Each act takes the comment's lock, so that it meets a moderator's decision at the same moment in order: one comes first
and the other is told.
"""

from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain import triaging
from comments.domain.moderation import Verdict, moved
from comments.enums import CommentStatus, Outcome
from comments.models import Comment
from comments.moves import MOVES

MOST_CORRECTIONS: Final = 10
WITHDRAWN: Final = CommentStatus.WITHDRAWN


def may_correct(comment: Comment) -> bool:
    return comment.status == CommentStatus.PENDING and timezone.now() < comment.correctable_until()


def may_appeal(comment: Comment) -> bool:
    """Once, after a moderator has kept it from readers."""
    asked = comment.decisions.filter(outcome=Outcome.APPEAL).exists()
    return comment.status in MOVES[Outcome.APPEAL].starts and comment.erased_at is None and not asked


@transaction.atomic
def correct(comment: Comment, *, body: str, name: str, seen: int) -> Comment:
    """Put other words in the place of those that wait; every detector looks again.

    Refuses when a moderator has acted on it since the author saw it, and when the minutes or the times are over.
    """
    fresh = _locked(comment)
    if fresh.version != seen:
        raise StaleRefusal(_what_happened(fresh))
    if not may_correct(fresh):
        raise Refusal(_("A comment can be corrected for 15 minutes. You can still withdraw it, and write a new one."))
    if fresh.decisions.filter(outcome=Outcome.CORRECT).count() >= MOST_CORRECTIONS:
        raise Refusal(_("A comment can be corrected ten times. You can still withdraw it, and write a new one."))
    fresh.body, fresh.name, fresh.redacted_body, fresh.redacted_name = body, name, "", ""
    triaging.keep_signals(fresh, triaging.looked_at(body, name))
    fresh.save(update_fields=["body", "name", "redacted_body", "redacted_name"])
    return moved(fresh, Verdict(Outcome.CORRECT), by=None)


@transaction.atomic
def withdraw(comment: Comment) -> Comment:
    """Take it back, wherever it stands: readers do not see it from now on. Twice is the same as once."""
    fresh = _locked(comment)
    return fresh if fresh.status == WITHDRAWN else moved(fresh, Verdict(Outcome.WITHDRAW), by=None)


@transaction.atomic
def erase(comment: Comment) -> Comment:
    """Take it back and remove its words everywhere: its text, its name, what was found in them, and what moderators
    wrote about them. What stays is that there was a comment, and what was decided when. It cannot be undone.
    """
    fresh = withdraw(comment)
    return fresh if fresh.erased_at else emptied(fresh)


@transaction.atomic
def appeal(comment: Comment) -> Comment:
    """Ask the moderators to look again: back to the queue, once. Refuses when there is nothing to look at again."""
    fresh = _locked(comment)
    if not may_appeal(fresh):
        raise Refusal(_("We have looked at this comment again already, or it is waiting for a moderator now."))
    return moved(fresh, Verdict(Outcome.APPEAL), by=None)


def emptied(fresh: Comment) -> Comment:
    """Remove the words of a comment that the caller has locked and that readers do not see."""
    fresh.body = fresh.name = fresh.redacted_body = fresh.redacted_name = ""
    fresh.erased_at = timezone.now()
    fresh.save(update_fields=["body", "name", "redacted_body", "redacted_name", "erased_at"])
    fresh.signals.all().delete()
    fresh.notes.update(text="")
    return fresh


def exported(comment: Comment) -> dict[str, Any]:
    """Everything that is kept about a comment, for its author: plain values that JSON can hold."""
    is_redacted = bool(comment.redacted_body or comment.redacted_name)
    parent = comment.parent if comment.parent and comment.parent.status == CommentStatus.APPROVED else None
    return {
        "article": comment.article.get_absolute_url(),
        "article_title": comment.revision.title,
        "name": comment.name,
        "comment": comment.body,
        "posted_at": comment.created_at.isoformat(),
        "status": comment.status,
        "shown_as": {"name": comment.shown_name, "comment": comment.shown_body} if is_redacted else None,
        "notice_version": comment.notice_version or None,
        "reply_to": parent.shown_body if parent else None,
        "history": [
            {"at": each.at.isoformat(), "what": each.outcome, "reason": each.reason_sentence or None}
            for each in comment.decisions.order_by("pk")
        ],
        "found_by_our_checks": sorted(set(comment.signals.values_list("code", flat=True))),
        "reports": comment.reports.count(),
        "words_removed_at": comment.erased_at.isoformat() if comment.erased_at else None,
    }


def _locked(comment: Comment) -> Comment:
    return Comment.objects.select_for_update().get(pk=comment.pk)


def _what_happened(comment: Comment) -> str:
    """A moderator's name is nobody's business here."""
    last = comment.decisions.first()
    if last is None or last.by_id is None:
        return _("You changed this comment on another page. Open it again to see how it stands.")
    return _("A moderator decided your comment on %(moment)s, before this arrived. Nothing was changed.") % {
        "moment": date_format(timezone.localtime(last.at), "DATETIME_FORMAT")
    }
