"""Who else is writing: what the open page of a draft says of itself, and what it hears of the others."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles.domain import presence
from articles.editor import editing_page
from articles.forms import DraftForm, reference_forms
from articles.models import Revision
from articles.views.who import who_is_writing
from articles.views.writing import edit_page
from articles.workflow import WRITE
from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown
from clinic_cms.shared.refusal import Refusal

LONGEST_IDLE = 3_600  # seconds; whoever says more has gone away long ago


@require_POST
@permission_required(WRITE, raise_exception=True)
def here(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """The page has the draft open, or is left; answered with the lines that say who else has it open."""
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    if "leave" in request.POST:
        presence.leave(revision, by=request.user)
        return HttpResponse(status=204)
    try:
        own = presence.heard_of(
            revision, by=request.user, opened="opened" in request.POST, changed_at=_changed_at(request)
        )
    except Refusal as refusal:
        return _lines(request, {"refusal": refusal.reason, "revision": revision})
    return _lines(request, who_is_writing(revision, request.user, own, request.POST.get("seen", "")))


@require_POST
@permission_required(WRITE, raise_exception=True)
@editing_page
@refusals_shown
def take_over(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Take the lead; the page comes back with everything that was typed, or only its lines where a script asked."""
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    own = presence.take_over(revision, by=request.user)
    if "lines" in request.GET:
        return _lines(request, who_is_writing(revision, request.user, own))
    form, references = DraftForm(request.POST, instance=revision), reference_forms(revision, request.POST)
    return edit_page(request, Revision.objects.with_people().get(pk=pk), form, references)


def _lines(request: AuthenticatedRequest, context: dict[str, Any]) -> HttpResponse:
    return render(request, "desk/articles/writing/_who.html", context)


def _changed_at(request: AuthenticatedRequest) -> datetime | None:
    """When the last change was that is not saved: the page says so many seconds ago, or nothing where all is saved."""
    idle = request.POST.get("idle", "")
    if not (idle.isdecimal() and idle.isascii()):
        return None
    return timezone.now() - timedelta(seconds=min(int(idle[:6]), LONGEST_IDLE))
