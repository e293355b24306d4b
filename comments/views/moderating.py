"""The moderators' queue: lane by lane, the longest wait first; one comment decided at a time, and undone."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.models import Article
from clinic_cms.shared.http import AuthenticatedRequest, conflict_shown
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.desk_forms import DecisionForm, QueueForm, key_from, key_text
from comments.domain import queue as queues
from comments.domain.moderation import MODERATE, decide
from comments.domain.second_looks import handled_lately, one_waits
from comments.enums import Lane, Outcome
from comments.models import Comment, ModerationDecision
from comments.views.desk_answers import asks_for_part, back, card_part, decided_part, refused
from comments.views.desk_cards import cards, page_facts, undo_of

if TYPE_CHECKING:
    from clinic_cms.models import User


@require_safe
@permission_required(MODERATE, raise_exception=True)
def queue(request: AuthenticatedRequest) -> HttpResponse:
    """Everything that was asked for stands in the address; `after` is the place behind which the page begins."""
    form = QueueForm(request.GET)
    asked = form.asked()
    page = queues.page(asked, after=key_from(request.GET.get("after", "")))
    kept = {name: str(value) for name, value in request.GET.items() if name in form.fields and value}
    context = {
        "cards": cards(page.comments, by=request.user),
        "lanes": _lanes(asked, kept),
        "form": form,
        "asked": asked,
        "article": Article.objects.filter(pk=asked.article).first() if asked.article else None,
        "without_article": "?" + urlencode({key: value for key, value in kept.items() if key != "article"}),
        "lane_url": "?" + urlencode({"lane": kept["lane"]} if asked.lane else {}),
        "next_url": "?" + urlencode(kept | {"after": key_text(page.following)}) if page.following else "",
        "searched": page.searched,
        "most_looked_at": queues.MOST_LOOKED_AT,
        "behind": "after" in request.GET,
        "undo": undo_of(_last_by(request.user)),
        "second_look": one_waits(by=request.user),
        "exposure": handled_lately(request.user),
        **page_facts(request.user),
    }
    return render(request, "desk/comments/queue.html", context)


@require_POST
@permission_required(MODERATE, raise_exception=True)
def decide_comment(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """One decision. A refusal comes back on the comment's own page, with everything that was typed."""
    comment = get_object_or_404(Comment, pk=pk)
    form = DecisionForm(request.POST)
    try:
        if not form.is_valid():
            raise Refusal(_("Choose what to do with it. A rejection needs a reason; its author reads it."))
        outcome = Outcome(form.cleaned_data.pop("outcome"))
        decide(comment, outcome, by=request.user, **form.cleaned_data)
    except StaleRefusal as refusal:
        if asks_for_part(request):
            return decided_part(request, pk, refusal.reason, status=409)
        return conflict_shown(request, refusal, list(filter(None, [request.POST.get("note", "").strip()])))
    except Refusal as refusal:
        return refused(request, pk, refusal)
    if asks_for_part(request):
        return card_part(request, pk) if outcome == Outcome.RESTORE else decided_part(request, pk)
    messages.success(request, _said(outcome))
    return redirect(back(request, from_one=pk))


def _last_by(person: "User") -> ModerationDecision | None:
    decisions = ModerationDecision.objects.filter(by=person).select_related("comment__revision")
    return decisions.defer("comment__revision__body").first()


def _said(outcome: Outcome) -> str:
    if outcome == Outcome.SECOND_OPINION:
        return _("Somebody else decides it. It stays in the queue.")
    if outcome in (Outcome.NOT_A_CRISIS, Outcome.RESTORE):
        return _("Done. It waits in the queue with the others.")
    return _("Decided. Its author can see it.")


def _lanes(asked: queues.Asked, kept: dict[str, str]) -> list[dict[str, Any]]:
    """The tabs: each lane with how many wait in it, and all of them."""
    counted = queues.counts()
    others = {key: value for key, value in kept.items() if key != "lane"}
    every = {"label": _("All"), "count": _capped(sum(counted.values())), "current": asked.lane is None}
    lanes = [every | {"url": "?" + urlencode(others), "slug": ""}]
    for lane in Lane:
        url = "?" + urlencode({"lane": lane.slug, **others})
        lanes.append(
            {
                "label": lane.label,
                "count": _capped(counted[lane]),
                "current": asked.lane == lane,
                "url": url,
                "slug": lane.slug if counted[lane] else "",
            }
        )
    return lanes


def _capped(count: int) -> str:
    return f"{queues.MOST_COUNTED}+" if count > queues.MOST_COUNTED else str(count)
