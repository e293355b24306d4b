"""Side effects that readers wrote of: how each stands, what the clinic did, and all of them as a file."""

from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clinic_cms.shared.csv_file import csv_answer
from clinic_cms.shared.http import AuthenticatedRequest, conflict_shown
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain.adverse_events import ELEMENTS, newest, record
from comments.domain.moderation import MODERATE
from comments.enums import AdverseEventState
from comments.models import AdverseEvent, Comment
from comments.views.desk_answers import comment_page

PER_PAGE: Final = 30


@require_safe
@permission_required(MODERATE, raise_exception=True)
def index(request: AuthenticatedRequest) -> HttpResponse:
    """`?state=` narrows, `?before=` is where the page begins; `?format=csv` is everything that fits."""
    state, before = request.GET.get("state", ""), request.GET.get("before", "")
    rows = newest().select_related("comment__revision", "by").defer("comment__revision__body")
    if state in AdverseEventState.values:
        rows = rows.filter(state=state)
    if request.GET.get("format") == "csv":
        return _file(rows.iterator(chunk_size=500))
    if before.isascii() and before.isdecimal() and len(before) < 19:
        rows = rows.filter(pk__lt=int(before))
    found = list(rows[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    context = {
        "rows": [
            {"event": each, "known": _known(each), "missing": len(ELEMENTS) - len(_known(each))} for each in shown
        ],
        "states": [("", _("All")), *AdverseEventState.choices],
        "state": state,
        "next_url": f"?state={state}&before={shown[-1].pk}" if len(found) > PER_PAGE else "",
    }
    return render(request, "desk/comments/side_effects.html", context)


@require_POST
@permission_required(MODERATE, raise_exception=True)
def change(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    comment = get_object_or_404(Comment, pk=pk)
    seen = request.POST.get("seen", "")
    try:
        record(
            comment,
            by=request.user,
            seen=int(seen) if seen.isascii() and seen.isdecimal() and len(seen) < 19 else 0,
            state=request.POST.get("state", ""),
            known=frozenset(request.POST.getlist("known")),
            number=request.POST.get("number", ""),
        )
    except StaleRefusal as refusal:
        return conflict_shown(request, refusal, list(filter(None, [request.POST.get("number", "").strip()])))
    except Refusal as refusal:
        return comment_page(request, pk, refusal=refusal, wrong_side_effect=True, status=422)
    messages.success(request, _("Kept."))
    return redirect("desk:comment", pk)


def _file(rows: Any) -> HttpResponse:
    columns = [
        _("Comment"), _("Posted"), _("Article"), _("Revision"), *ELEMENTS.values(), _("State"), _("Number"),
        _("Since"), _("By"), _("What was written"),
    ]  # fmt: skip
    yes, no = _("yes"), _("no")
    cells = (
        [
            each.comment_id,
            each.comment.created_at,
            each.comment.revision.title,
            each.comment.revision.number,
            *(yes if getattr(each, element) else no for element in ELEMENTS),
            each.get_state_display(),
            each.number,
            each.at,
            each.by.display_name if each.by else "",
            each.comment.shown_body,
        ]
        for each in rows
    )
    return csv_answer(f"side-effects-{timezone.localdate():%Y-%m-%d}", columns, cells)


def _known(row: AdverseEvent) -> list[str]:
    return [str(label) for element, label in ELEMENTS.items() if getattr(row, element)]
