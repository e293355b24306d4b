"""What the review screen says of a withdrawal: to whoever works on the next words, and who looks again."""

from typing import Any

from articles.enums import Status
from articles.models import Review, Revision


def aftercare(revision: Revision, review: Review | None) -> dict[str, Any]:
    """The withdrawal that an open revision has to put right, and the follow-ups of words that came down."""
    if revision.status == Status.WITHDRAWN:
        return {"follow_ups": list(revision.follow_ups.prefetch_related("confirmations"))}
    if revision.status not in Status.open() or revision.article.live_revision_id:
        return {}
    withdrawal = revision.article.withdrawals().first()
    before = bool(withdrawal and review and review.requested_at < withdrawal.at)
    return {"withdrawal": withdrawal, "before": before}
