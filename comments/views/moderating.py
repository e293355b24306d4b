"""The moderators' queue: the longest wait first, one decision at a time."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown
from clinic_cms.shared.refusal import Refusal
from comments.domain.moderation import MODERATE, decide
from comments.enums import Outcome, Reason
from comments.forms import DecisionForm
from comments.models import Comment, ModerationDecision

PER_PAGE = 20
MOST_COUNTED = 99
DECISIONS_SHOWN = 5


@require_safe
@permission_required(MODERATE, raise_exception=True)
def queue(request: AuthenticatedRequest) -> HttpResponse:
    """`?after=` is the key of the last comment of the page before (keyset paging: page 1,000 costs no more)."""
    comments = list(_page_after(request.GET.get("after", "")))
    more, shown = len(comments) > PER_PAGE, comments[:PER_PAGE]
    context = {
        "comments": shown,
        "remaining": _capped_count(),
        "reasons": Reason.choices,
        "decided": _last_decisions(),
        "next_url": f"?after={shown[-1].pk}" if more else "",
    }
    return render(request, "desk/comments/queue.html", context)


@require_POST
@permission_required(MODERATE, raise_exception=True)
@refusals_shown
def decide_comment(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    comment = get_object_or_404(Comment, pk=pk)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise Refusal(_("Choose approve, or reject with a reason."))
    decide(comment, Outcome(form.cleaned_data.pop("outcome")), by=request.user, **form.cleaned_data)
    messages.success(request, _("Decided. Its author can see it."))
    return redirect("desk:comments")


def _page_after(key: str) -> Any:
    waiting = Comment.objects.queued().select_related("article", "revision").defer("revision__body")
    last = Comment.objects.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 19 else None
    if last:
        waiting = waiting.filter(created_at__gte=last.created_at).exclude(created_at=last.created_at, pk__lte=last.pk)
    return waiting[: PER_PAGE + 1]


def _capped_count() -> str:
    count = Comment.objects.queued()[: MOST_COUNTED + 1].count()
    return f"{MOST_COUNTED}+" if count > MOST_COUNTED else str(count)


def _last_decisions() -> QuerySet[ModerationDecision]:
    decisions = ModerationDecision.objects.select_related("comment__revision")
    return decisions.defer("comment__revision__body")[:DECISIONS_SHOWN]
