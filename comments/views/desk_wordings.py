"""The clinic's canned replies: the wordings in use, their versions, a new one, and those that are retired."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clinic_cms.shared.http import AuthenticatedRequest, conflict_shown, refusals_shown
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.desk_forms import WordingForm
from comments.domain import canned_replies
from comments.domain.moderation import MODERATE
from comments.domain.replying import REPLY
from comments.models import CannedReply


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required((MODERATE, REPLY), raise_exception=True)
def index(request: AuthenticatedRequest) -> HttpResponse:
    """The list, and the form for a new one."""
    form = WordingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        try:
            key = slugify(found["title"])[:50] or "reply"
            canned_replies.add(key, title=found["title"], text=found["text"], by=request.user)
            messages.success(request, _("Added. It is offered from now on."))
            return redirect("desk:canned_replies")
        except Refusal as refusal:
            form.add_error(refusal.field or "text", refusal.reason)
    context = {
        "form": form,
        "current": [each for each in canned_replies.newest().order_by("title") if not each.reply.retired_at],
        "retired": canned_replies.newest().filter(reply__retired_at__isnull=False).order_by("title"),
    }
    return render(request, "desk/comments/wordings.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required((MODERATE, REPLY), raise_exception=True)
def edit(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """One canned reply with all its versions; a POST adds the next one."""
    reply = get_object_or_404(CannedReply, pk=pk)
    versions = reply.versions.select_related("by")
    last = versions[0]
    form = WordingForm(request.POST or None, initial={"title": last.title, "text": last.text, "seen": last.pk})
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        try:
            canned_replies.reword(
                reply, title=found["title"], text=found["text"], by=request.user, seen=found["seen"] or 0
            )
            messages.success(request, _("Kept as the newest wording."))
            return redirect("desk:canned_replies")
        except StaleRefusal as refusal:
            return conflict_shown(request, refusal, [found["text"]])
        except Refusal as refusal:
            form.add_error(refusal.field or "text", refusal.reason)
    context = {"form": form, "reply": reply, "last": last, "versions": versions}
    return render(request, "desk/comments/wording.html", context, status=422 if form.errors else 200)


@require_POST
@permission_required((MODERATE, REPLY), raise_exception=True)
@refusals_shown
def retire(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    reply = get_object_or_404(CannedReply, pk=pk)
    if "back" in request.POST:
        canned_replies.bring_back(reply, by=request.user)
        messages.success(request, _("It is offered again."))
    else:
        canned_replies.retire(reply, by=request.user)
        messages.success(request, _("It is not offered any more. What was said with it stays."))
    return redirect("desk:canned_replies")
