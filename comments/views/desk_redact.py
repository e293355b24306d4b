"""Taking parts out of a comment: tick what was found, type the rest, look at the result, and only then take it out."""

from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from clinic_cms.shared.http import AuthenticatedRequest, conflict_shown
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments import triage
from comments.desk_forms import RedactionForm
from comments.domain.moderation import MODERATE
from comments.domain.parts import KINDS, PERSONAL, offered, take_out, taken_out, wanted
from comments.models import Comment
from comments.views.desk_cards import can_be_redacted

KIND_LABELS: Final = {"removed": gettext_lazy("Something else: [removed]")}


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(MODERATE, raise_exception=True)
def redact(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """A POST with `preview` only shows the result."""
    comment = get_object_or_404(Comment.objects.select_related("revision").defer("revision__body"), pk=pk)
    if request.method != "POST":
        return _page(request, comment) if can_be_redacted(comment) else redirect("desk:comment", pk)
    form = RedactionForm(request.POST)
    try:
        if not form.is_valid():
            raise Refusal(_("This page is out of date. Open it again."))
        if "preview" in request.POST:
            return _page(request, comment, form.parts())
        seen, after = form.cleaned_data["seen"], form.cleaned_data["after"]
        take_out(comment, by=request.user, seen=seen, after=after, **form.parts())
    except StaleRefusal as refusal:
        return conflict_shown(request, refusal, [form.cleaned_data["typed"]] if form.cleaned_data["typed"] else [])
    except Refusal as refusal:
        return _page(request, comment, form.parts(), refusal.reason, status=422)
    messages.success(request, _("Taken out. This is how readers see it."))
    return redirect("desk:comment", pk)


def _page(
    request: AuthenticatedRequest,
    comment: Comment,
    asked: dict[str, Any] | None = None,
    refusal: str = "",
    *,
    status: int = 200,
) -> HttpResponse:
    parts = offered(comment, by=request.user)
    before = taken_out(comment)
    if asked is None:
        name = any(each.source == "name" for each in before)
        asked = {"keys": [each.key for each in parts if each.chosen], "typed": "", "kind": "removed", "name": name}
    last = comment.redactions.last()
    context = {
        "comment": comment,
        "parts": parts,
        "asked": asked,
        "kinds": [(kind, KIND_LABELS.get(kind) or _label(kind)) for kind in KINDS],
        "preview": "" if refusal else _preview(request, comment, asked),
        "name_preview": asked["name"],
        "after": last.pk if last else 0,
        "refusal": refusal,
    }
    return render(request, "desk/comments/redact.html", context, status=status)


def _preview(request: AuthenticatedRequest, comment: Comment, asked: dict[str, Any]) -> str:
    try:
        parts = wanted(comment, by=request.user, **asked)
        return triage.redacted(comment.body, [each for each in parts if each.source == "body"])
    except (Refusal, ValueError):
        return comment.shown_body


def _label(kind: str) -> str:
    return triage.label("personal_data", kind) if kind in PERSONAL else triage.label(kind)
