"""What the page of a revision shows about its words going live late, and about the article's words coming down."""

from typing import TYPE_CHECKING, Any

from articles.domain.coming_down import PLANNED_FROM, open_plan, plan_token
from articles.enums import Status
from articles.models import FailedAttempt, PlannedWithdrawal, Revision
from articles.moment_form import PlanForm
from articles.workflow import PUBLISH, WITHDRAW

if TYPE_CHECKING:
    from clinic_cms.models import User

MOST_SHOWN = 20


def coming_down(revision: Revision, by: "User", form: PlanForm | None = None) -> dict[str, Any]:
    """The open plan and what became of earlier ones; `form` is one with its errors."""
    plan = open_plan(revision.article)
    plans_here = by.has_perm(PUBLISH) and Status(revision.status) in PLANNED_FROM
    initial: dict[str, Any] = {"seen": plan_token(plan)}
    if plan:
        initial |= {"moment": plan.at, "note": plan.reason, "notice": plan.notice}
    ended = PlannedWithdrawal.objects.ended().filter(article=revision.article).with_words()
    return {
        "plan": plan,
        "form": form or (PlanForm(initial=initial, auto_id="plan-%s") if plans_here else None),
        "can_cancel": by.has_perm(PUBLISH),
        "can_withdraw": by.has_perm(WITHDRAW) and revision.article.live_revision_id is not None,
        "ended": ended[:MOST_SHOWN],
        "failed_attempts": FailedAttempt.objects.filter(article=revision.article)[:MOST_SHOWN],
    }
