"""What a comment's signals and open reports make of it: its lane in the moderators' queue."""

from comments import triage
from comments.enums import Lane
from comments.models import Comment


def lane_of(comment: Comment) -> Lane:
    """Where a waiting comment stands in the queue, from what is on record about it."""
    lane = triage.lane_of(signals_of(comment))
    reported = comment.reports.filter(closed_by__isnull=True).exists()
    return min(lane, Lane.REPORTED) if reported else lane


def signals_of(comment: Comment) -> list[triage.Signal]:
    """What the detectors found, as they said it."""
    return [
        triage.Signal(each.code, each.start, each.end, each.detail, "name" if each.source == "name" else "body")
        for each in comment.signals.all()
    ]
