"""Planning when live words come down by themselves: plan, change, cancel, and the clock's part of it."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.domain.publishing import withdraw
from articles.enums import Status
from articles.models import Article, PlannedWithdrawal, Revision
from articles.moments import reason_against_moment
from articles.workflow import PUBLISH
from clinic_cms.shared.refusal import Refusal, StaleRefusal

if TYPE_CHECKING:
    from clinic_cms.models import User

PLANNED_FROM = frozenset({Status.SIGNED_OFF, Status.SCHEDULED, Status.PUBLISHED})


def open_plan(article: Article) -> PlannedWithdrawal | None:
    """The plan by which an article's live words will come down, or None."""
    return PlannedWithdrawal.objects.open().with_words().filter(article=article).first()


def plan_token(plan: PlannedWithdrawal | None) -> str:
    """What a form about the plan was rendered from: which plan, or that there was none."""
    return str(plan.pk) if plan else "none"


@transaction.atomic
def plan_withdrawal(
    revision: Revision, *, by: "User", seen: str, at: datetime, note: str, notice: str = ""
) -> PlannedWithdrawal:
    """Plan when the article's live words come down, in place of an earlier plan, which is kept as cancelled.

    The plan belongs to the article: newer words that go live before the moment come down too.
    """
    Article.objects.locked().get(pk=revision.article_id)
    fresh, before, now = Revision.objects.with_people().get(pk=revision.pk), _seen_plan(revision, seen), timezone.now()
    reason = reason_against_planning(fresh, by) or reason_against_moment(at, now)
    if reason:
        raise Refusal(reason)
    if not note.strip():
        raise Refusal(_("Please say why. The note is kept with the article for ever."))
    if fresh.publish_at and not fresh.article.live_revision_id and at <= fresh.publish_at:
        raise Refusal(
            _("These words go live on %(moment)s. Choose a moment after that.") % {"moment": _words(fresh.publish_at)}
        )
    if before:
        _end(before, by)
    return PlannedWithdrawal.objects.create(
        article=fresh.article, at=at, reason=note.strip(), notice=notice.strip(), planned_by=by, planned_at=now
    )


@transaction.atomic
def cancel_plan(plan: PlannedWithdrawal, *, by: "User") -> PlannedWithdrawal:
    """Let the words stay live. The plan is kept, with who cancelled it and when."""
    Article.objects.locked().get(pk=plan.article_id)
    fresh = PlannedWithdrawal.objects.select_related("cancelled_by").get(pk=plan.pk)
    if not by.has_perm(PUBLISH):
        raise Refusal(_("Only a publisher can change when words come down."))
    _refuse_ended(fresh)
    return _end(fresh, by)


@transaction.atomic
def withdraw_as_planned(plan: PlannedWithdrawal, *, by: "User | None") -> Revision:
    """Do what was planned, with the reason and the notice of the plan. The clock (`by=None`) only once it is due;
    a person, who may withdraw words at any time, also before.
    """
    Article.objects.locked().get(pk=plan.article_id)
    fresh = PlannedWithdrawal.objects.with_words().get(pk=plan.pk)
    _refuse_ended(fresh)
    if by is None and fresh.at > timezone.now():
        raise StaleRefusal(_("The moment of this plan has not come yet."))
    live = fresh.article.live_revision
    if live is None:
        raise Refusal(reason_against_coming_down(fresh.article))
    return withdraw(live, by=by, seen=live.state_token, note=fresh.reason, notice=fresh.notice)


def reason_against_coming_down(article: Article) -> str:
    """Why what was planned for an article can't be done, or an empty text."""
    if article.live_revision_id is None:
        return _("No words of this article are live, so none can come down. Cancel the plan or change it.")
    return ""


def reason_against_planning(revision: Revision, by: "User") -> str:
    """Why this person can't plan from this revision when the words come down, or an empty text."""
    if not by.has_perm(PUBLISH):
        return _("Only a publisher can change when words come down.")
    if Status(revision.status) not in PLANNED_FROM:
        return _("Only words that are live, signed off or scheduled can be planned to come down.")
    return ""


def _seen_plan(revision: Revision, seen: str) -> PlannedWithdrawal | None:
    """The open plan, read under the lock; refused where it is not the one that the person was looking at."""
    plan = PlannedWithdrawal.objects.open().filter(article=revision.article_id).select_related("planned_by").first()
    if plan_token(plan) == seen:
        return plan
    if plan:
        words = {"name": plan.planned_by, "moment": _words(plan.at)}
        raise StaleRefusal(_("%(name)s has planned meanwhile that these words come down on %(moment)s.") % words)
    raise StaleRefusal(_("The plan that you saw has ended meanwhile. Look at the article again."))


def _refuse_ended(plan: PlannedWithdrawal) -> None:
    if plan.cancelled_by:
        words = {"name": plan.cancelled_by, "moment": _words(plan.cancelled_at)}
        raise StaleRefusal(_("%(name)s cancelled this plan on %(moment)s.") % words)
    if plan.done_at:
        raise StaleRefusal(_("These words came down on %(moment)s.") % {"moment": _words(plan.done_at)})


def _end(plan: PlannedWithdrawal, by: "User") -> PlannedWithdrawal:
    plan.cancelled_at, plan.cancelled_by = timezone.now(), by
    plan.save(update_fields=["cancelled_at", "cancelled_by"])
    return plan


def _words(moment: datetime | None) -> str:
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")
