"""What is not kept for ever: words that nobody will read again, counts of floods, and who looked at what a while ago.

Every function does one batch and says how many there were; what is left over comes with the next one, whoever asks.
"""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from comments.domain.redacting import purge_originals
from comments.domain.rules import rules
from comments.enums import CommentStatus
from comments.models import Comment, Flow, Looking, ModeratorNote, Signal

# What was up once and taken down is kept, because it is known what readers saw when; its author can erase it.
PURGED: Final = (CommentStatus.REJECTED, CommentStatus.SPAM, CommentStatus.WITHDRAWN)
FLOWS_KEPT: Final = timedelta(days=7)
LOOKS_KEPT: Final = timedelta(hours=1)
BATCH: Final = 500
FLOWS_AT_ONCE: Final = 5_000


def tidy_up(now: datetime | None = None) -> dict[str, int]:
    """One batch of everything; how many of each."""
    moment = now or timezone.now()
    return {
        "comments": purge_words(moment),
        "originals": purge_originals(moment),
        "flows": forget_flows(moment),
        "looks": forget_looks(moment),
    }


@transaction.atomic
def purge_words(now: datetime) -> int:
    """Remove the words of comments that were rejected, called spam or withdrawn, when their last decision is older than
    the rules say. That there was a comment, and what was decided when, stays.
    """
    before = now - timedelta(days=rules().purge_after_days)
    ripe = (
        Comment.objects.filter(status__in=PURGED, erased_at__isnull=True, created_at__lt=before)
        .exclude(decisions__at__gte=before)
        .order_by("created_at", "pk")
        .select_for_update(skip_locked=True)
    )
    keys = list(ripe.values_list("pk", flat=True)[:BATCH])
    nothing = {"body": "", "name": "", "redacted_body": "", "redacted_name": ""}
    Comment.objects.filter(pk__in=keys).update(erased_at=now, **nothing)
    Signal.objects.filter(comment__in=keys).delete()
    ModeratorNote.objects.filter(comment__in=keys).exclude(text="").update(text="")
    return len(keys)


def forget_flows(now: datetime) -> int:
    """Forget how much came from where more than a week ago."""
    old = Flow.objects.filter(window__lt=now - FLOWS_KEPT).order_by("window")
    return Flow.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:FLOWS_AT_ONCE])).delete()[0]


def forget_looks(now: datetime) -> int:
    """Forget who had which comment before them; it counts for a minute."""
    return Looking.objects.filter(at__lt=now - LOOKS_KEPT).delete()[0]
