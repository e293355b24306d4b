"""Going live and coming down: schedule, publish, withdraw. What the clock does of it is in `articles.domain.due`."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.domain.behind import ask_about_translations
from articles.domain.check_runs import keep_run
from articles.domain.follow_up_notices import tell_of
from articles.domain.follow_ups import open_withdrawal
from articles.domain.notices import tell
from articles.domain.review_dates import dates_for
from articles.domain.transitions import advance, lock
from articles.enums import Action, CheckOccasion, Status
from articles.models import Article, PlannedWithdrawal, Revision
from articles.models.revision import NOT_TRIED
from articles.moments import reason_against_moment
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User


def schedule(revision: Revision, *, by: "User", seen: str, at: datetime) -> Revision:
    """Set the moment a signed-off revision goes live by itself, or another one where it is scheduled already.

    Refuses a moment that is not ahead, or at which the words should be down again.
    """

    def set_the_moment(fresh: Revision) -> dict[str, Any]:
        reason = reason_against_moment(at, timezone.now()) or _down_by_then(fresh.article, at)
        if reason:
            raise Refusal(reason)
        return {"publish_at": at, **NOT_TRIED}

    return advance(revision, Action.SCHEDULE, by=by, seen=seen, prepare=set_the_moment)


def unschedule(revision: Revision, *, by: "User", seen: str, note: str = "") -> Revision:
    """Take a revision off the schedule; it stays signed off."""
    return advance(
        revision,
        Action.UNSCHEDULE,
        by=by,
        seen=seen,
        note=note,
        prepare=lambda _fresh: {"publish_at": None, **NOT_TRIED},
    )


@transaction.atomic
def publish(revision: Revision, *, by: "User | None", seen: str) -> Revision:
    """Put signed-off words live and supersede the ones before them, in one transaction.

    Every gate is asked again under the lock: readiness, and sign-offs that cover these exact words. The last-reviewed
    date moves only when the review was of the whole article.
    """

    def make_way(fresh: Revision) -> dict[str, Any]:
        now, previous = timezone.now(), fresh.article.live_revision
        keep_run(fresh, CheckOccasion.GOING_LIVE)
        if previous:
            ending = {"ended_at": now}
            advance(previous, Action.SUPERSEDE, by=by, seen=previous.state_token, prepare=lambda _old: ending)
        return {
            "published_at": now,
            "publish_at": None,
            **NOT_TRIED,
            **dates_for(fresh),
        }

    live = advance(revision, Action.PUBLISH, by=by, seen=seen, prepare=make_way)
    _show(live.article, live)
    ask_about_translations(live.article)
    tell(live, Action.PUBLISH, by=by)
    return live


@transaction.atomic
def withdraw(revision: Revision, *, by: "User | None", seen: str, note: str, notice: str = "") -> Revision:
    """Take live words down at once. Readers find a dated notice; `note` is the reason kept with the article.

    Where a person took the step, everybody who can look again at what happened is told.
    """
    gone = take_down(revision, by=by, seen=seen, note=note, notice=notice)
    for follow_up in gone.follow_ups.select_related("article", "revision"):
        tell_of(follow_up)
    return gone


@transaction.atomic
def take_down(revision: Revision, *, by: "User | None", seen: str, note: str, notice: str = "") -> Revision:
    """Withdraw, without telling who looks again: that is one message for many articles.

    A plan for them to come down has come about with it, whoever took the step. Where a person took it, the clock does
    not bring a scheduled update live by itself, and a follow-up opens.
    """
    if by is not None:  # first: words that keep a sign-off of these can't move once these are withdrawn
        _take_off_the_schedule(lock(revision).article, by)
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
    ask_about_translations(gone.article)
    PlannedWithdrawal.objects.open().filter(article=gone.article).update(done_at=timezone.now(), failure="")
    tell(gone, Action.WITHDRAW, by=by)
    if by is not None:
        open_withdrawal(gone, by=by, note=note)
    return gone


def _take_off_the_schedule(article: Article, by: "User") -> None:
    for update in Revision.objects.filter(article=article, status=Status.SCHEDULED):
        unschedule(update, by=by, seen=update.state_token, note=_("The words readers saw were withdrawn."))


def _down_by_then(article: Article, at: datetime) -> str:
    plan = PlannedWithdrawal.objects.open().filter(article=article, at__lte=at).first()
    if plan is None or article.live_revision_id:
        return ""
    moment = date_format(timezone.localtime(plan.at), "DATETIME_FORMAT")
    return _("These words are planned to come down on %(moment)s. Choose a moment before that.") % {"moment": moment}


def _show(article: Article, revision: Revision | None) -> None:
    article.live_revision = revision
    article.save(update_fields=["live_revision"])
