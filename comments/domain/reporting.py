"""Readers' reports of comments that are up. Nobody's name is asked, and the comment stays until a moderator looks."""

from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from clinic_cms.shared.refusal import Refusal
from comments.enums import CommentStatus, Lane, ReportReason
from comments.models import Comment, Report

MOST_OPEN: Final = 20  # of one comment: the moderators know by then


@transaction.atomic
def report(comment: Comment, reason: str) -> Report | None:
    """Put a comment that is up in front of the moderators. Refuses an unknown reason, and a comment nobody sees.

    Beyond MOST_OPEN open reports nothing more is kept, and the reader is thanked all the same.
    """
    if reason not in ReportReason.values:
        raise Refusal(_("Choose what is wrong with it."))
    fresh = Comment.objects.select_for_update().get(pk=comment.pk)
    if fresh.status != CommentStatus.APPROVED:
        raise Refusal(_("This comment is not here any more."))
    if fresh.reports.filter(closed_by__isnull=True).count() >= MOST_OPEN:
        return None
    if fresh.lane is None:
        fresh.lane = Lane.REPORTED
        fresh.save(update_fields=["lane"])
    return fresh.reports.create(reason=reason)
