"""How an act on one comment is answered: by going back, by the one card that changed, or by the comment's own page."""

from typing import Any, Final
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from clinic_cms.shared.http import AuthenticatedRequest, desk_page_before
from clinic_cms.shared.refusal import Refusal
from comments.domain.adverse_events import as_text
from comments.domain.canned_replies import current
from comments.domain.queue import with_cards
from comments.domain.redacting import ORIGINAL
from comments.domain.replying import OVERRIDE, REPLY, GuardRefusal
from comments.enums import CommentStatus
from comments.models import Comment
from comments.views.desk_cards import card, page_facts, undo_of

# Which canned reply is offered first, by what was found; the most pressing counts.
SUGGESTED: Final = {"crisis": "support", "adverse_event": "side-effect", "advice_request": "no-advice"}


def asks_for_part(request: AuthenticatedRequest) -> bool:
    """Whether a script asks for the one card that changed."""
    return "X-Desk-Part" in request.headers


def refused(request: AuthenticatedRequest, pk: int, refusal: Refusal) -> HttpResponse:
    """The refusal on the card where a script asked, else on the comment's page; what was typed stands in its fields."""
    if asks_for_part(request):
        return card_part(request, pk, refusal.reason, status=422)
    return comment_page(request, pk, refusal=refusal, status=422)


def card_part(request: AuthenticatedRequest, pk: int, refusal: str = "", *, status: int = 200) -> HttpResponse:
    comment = get_object_or_404(with_cards(Comment.objects.all()), pk=pk)
    made = card(comment, by=request.user, refusal=refusal, typed=request.POST.dict())
    made.following = request.POST.get("following", "")
    return render(request, "desk/comments/_card.html", {"card": made, **page_facts(request.user)}, status=status)


def decided_part(request: AuthenticatedRequest, pk: int, faster: str = "", *, status: int = 200) -> HttpResponse:
    comment = get_object_or_404(Comment.objects.select_related("revision").defer("revision__body"), pk=pk)
    decision = comment.decisions.first()
    context = {"comment": comment, "decision": decision, "faster": faster, "undo": undo_of(decision, comment)}
    return render(request, "desk/comments/_decided_card.html", context, status=status)


def comment_page(
    request: AuthenticatedRequest,
    pk: int,
    *,
    refusal: Refusal | None = None,
    typed: dict[str, Any] | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """Everything about one comment, with every form; a refusal stands above them and `typed` in their fields."""
    comment = get_object_or_404(with_cards(Comment.objects.all()), pk=pk)
    said = request.POST.dict() if typed is None else typed
    side_effect = comment.adverse_events.select_related("by").first()
    user = request.user
    shown = card(comment, by=user, refusal=refusal.reason if refusal else "", typed=said)
    context = {
        "card": shown,
        "typed": said,
        "held": refusal.held if isinstance(refusal, GuardRefusal) else [],
        "wordings": current(),
        "wording": said.get("wording") or _suggested(comment),
        "can_reply": user.has_perm(REPLY) and _can_be_answered(comment) and not shown.handed_over,
        "can_override": user.has_perm(OVERRIDE),
        "can_see_original": user.has_perm(ORIGINAL) and bool(comment.redacted_body or comment.redacted_name),
        "views": comment.original_views.select_related("by"),
        "redactions": comment.redactions.select_related("by"),
        "side_effect": side_effect,
        "summary": as_text(comment, side_effect) if side_effect else "",
        "undo": undo_of(comment.decisions.first(), comment),
        "alone": True,
        **page_facts(user),
        **more,
    }
    return render(request, "desk/comments/comment.html", context, status=status)


def back(request: AuthenticatedRequest, *, from_one: int | None = None) -> str:
    """The moderators' page that led here, at the card that comes next; the queue where it is unknown, and where it was
    the page of the one comment that has been decided (`from_one`).
    """
    before, queue_url = desk_page_before(request), reverse("desk:comments")
    following = request.POST.get("following", "")
    if from_one is not None and urlsplit(before).path == reverse("desk:comment", args=[from_one]):
        return queue_url
    if urlsplit(before).path != queue_url:
        return before if before.startswith(queue_url) else queue_url
    return f"{before}#comment-{following}" if following.isascii() and following.isdecimal() else before


def _suggested(comment: Comment) -> str:
    codes = {each.code for each in comment.signals.all()}
    return next((wording for code, wording in SUGGESTED.items() if code in codes), "thank-you")


def _can_be_answered(comment: Comment) -> bool:
    waits = comment.status in (CommentStatus.PENDING, CommentStatus.APPROVED)
    return waits and comment.parent_id is None and not comment.erased_at
