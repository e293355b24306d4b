"""Going live and coming down: schedule, publish, the clock's round, withdraw."""

import calendar
import logging
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.domain.facts import review_of
from articles.domain.notices import tell
from articles.domain.transitions import advance
from articles.enums import Action, SignOffKind, Status
from articles.models import Article, Revision
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User

logger = logging.getLogger(__name__)


def schedule(revision: Revision, *, by: "User", seen: str, at: datetime) -> Revision:
    """Set the moment a signed-off revision goes live by itself. Refuses a moment that is not in the future."""
    if at <= timezone.now():
        raise Refusal(_("Choose a moment in the future."))
    return advance(
        revision,
        Action.SCHEDULE,
        by=by,
        seen=seen,
        prepare=lambda _fresh: {"publish_at": at, "schedule_failure": ""},
    )


def unschedule(revision: Revision, *, by: "User", seen: str) -> Revision:
    """Take a revision off the schedule; it stays signed off."""
    return advance(
        revision,
        Action.UNSCHEDULE,
        by=by,
        seen=seen,
        prepare=lambda _fresh: {"publish_at": None, "schedule_failure": ""},
    )


@transaction.atomic
def publish(revision: Revision, *, by: "User | None", seen: str) -> Revision:
    """Put signed-off words live and supersede the ones before them, in one transaction.

    Every gate is asked again under the lock: readiness, and sign-offs that cover these exact words. The last-reviewed
    date moves only when the review was of the whole article.
    """

    def make_way(fresh: Revision) -> dict[str, Any]:
        now, previous = timezone.now(), fresh.article.live_revision
        if previous:
            ending = {"ended_at": now}
            advance(previous, Action.SUPERSEDE, by=by, seen=previous.state_token, prepare=lambda _old: ending)
        return {
            "published_at": now,
            "publish_at": None,
            "schedule_failure": "",
            **_review_dates(fresh, previous),
        }

    live = advance(revision, Action.PUBLISH, by=by, seen=seen, prepare=make_way)
    _show(live.article, live)
    tell(live, Action.PUBLISH, by=by)
    return live


@transaction.atomic
def withdraw(revision: Revision, *, by: "User", seen: str, note: str, notice: str = "") -> Revision:
    """Take live words down at once. Readers find a dated notice; `note` is the reason kept with the article."""
    gone = advance(
        revision,
        Action.WITHDRAW,
        by=by,
        seen=seen,
        note=note,
        notice=notice,
        prepare=lambda _fresh: {"ended_at": timezone.now()},
    )
    _show(gone.article, None)
    tell(gone, Action.WITHDRAW, by=by)
    return gone


@dataclass(slots=True)
class Round:
    """What one round of the clock did."""

    published: list[Revision] = field(default_factory=list)
    failed: list[Revision] = field(default_factory=list)


def publish_due(now: datetime | None = None) -> Round:
    """Publish every scheduled revision whose moment has come, each in its own transaction.

    One that is refused keeps its schedule and the reason, shown on the desk, and does not stop the others. Rounds
    that overlap are harmless: the second finds nothing left to do.
    """
    done = Round()
    for revision in Revision.objects.due(now or timezone.now()):
        try:
            done.published.append(publish(revision, by=None, seen=revision.state_token))
        except (Refusal, DatabaseError) as problem:
            if _kept_failure(revision, problem):
                done.failed.append(revision)
    return done


def _kept_failure(revision: Revision, problem: Exception) -> bool:
    """Keep the reason on a revision that is still due; one that somebody else published meanwhile has not failed."""
    reason = problem.reason if isinstance(problem, Refusal) else _("The database refused to publish this article.")
    still_due = Revision.objects.filter(pk=revision.pk, status=Status.SCHEDULED, publish_at=revision.publish_at)
    if not still_due.update(schedule_failure=reason):
        return False
    if reason != revision.schedule_failure:
        logger.error("publish_failed revision=%s", revision.pk)
        tell(revision, Action.SCHEDULE, by=None, reason=reason)
    return True


def _review_dates(revision: Revision, previous: Revision | None) -> dict[str, date | None]:
    review = review_of(revision)
    if previous and not review.whole_article:
        return {"last_reviewed_on": previous.last_reviewed_on, "next_review_due": previous.next_review_due}
    clinical = [each.at for each in review.sign_offs.all() if each.kind == SignOffKind.CLINICAL]
    reviewed_on = timezone.localdate(max(clinical))
    return {
        "last_reviewed_on": reviewed_on,
        "next_review_due": add_months(reviewed_on, settings.REVIEW_INTERVAL_MONTHS),
    }


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _show(article: Article, revision: Revision | None) -> None:
    article.live_revision = revision
    article.save(update_fields=["live_revision"])
