"""One comment on a page of its own: everything about it, answering it, noting, and looking behind a redaction."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from clinic_cms.shared.http import AuthenticatedRequest, conflict_shown
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.desk_forms import ReplyForm
from comments.domain.canned_replies import wording
from comments.domain.moderation import MODERATE
from comments.domain.noting import note
from comments.domain.redacting import ORIGINAL, view_original
from comments.domain.replying import REPLY, approve_with, say
from comments.enums import CommentStatus
from comments.models import Comment
from comments.views.desk_answers import asks_for_part, back, card_part, comment_page, refused


@require_safe
@permission_required(MODERATE, raise_exception=True)
def show(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return comment_page(request, pk)


@require_POST
@permission_required((MODERATE, REPLY), raise_exception=True)
def reply(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Answer for the clinic; a comment that waits goes up with it. `use` only puts a canned wording into the form."""
    comment = get_object_or_404(Comment, pk=pk)
    if "use" in request.POST:
        return _with_wording(request, pk)
    form = ReplyForm(request.POST)
    try:
        if not form.is_valid():
            raise Refusal(form.first_error())
        said = form.reply_to_say()
        if comment.status == CommentStatus.APPROVED:
            say(comment, said, by=request.user)
            messages.success(request, _("Your reply is up, under the comment."))
        else:
            found = form.cleaned_data
            approve_with(comment, said, by=request.user, seen=found["seen"], safe=found["safe"], note=found["note"])
            messages.success(request, _("The comment is up, with your reply under it."))
    except StaleRefusal as refusal:
        typed = [request.POST.get(name, "").strip() for name in ("reply", "note")]
        return conflict_shown(request, refusal, list(filter(None, typed)))
    except Refusal as refusal:
        return comment_page(request, pk, refusal=refusal, answering=True, status=422)
    return redirect("desk:comment", pk)


@require_POST
@permission_required(MODERATE, raise_exception=True)
def add_note(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    comment = get_object_or_404(Comment, pk=pk)
    try:
        note(comment, request.POST.get("text", ""), by=request.user)
    except Refusal as refusal:
        return refused(request, pk, refusal)
    if asks_for_part(request):
        return card_part(request, pk)
    messages.success(request, _("Noted."))
    return redirect(back(request))


@never_cache
@require_POST
@permission_required((MODERATE, ORIGINAL), raise_exception=True)
def original(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """The words behind a redaction, shown once on this answer; the look is on record."""
    comment = get_object_or_404(Comment, pk=pk)
    try:
        seen: Comment | None = view_original(comment, by=request.user)
    except Refusal as refusal:
        return comment_page(request, pk, refusal=refusal, status=422)
    return comment_page(request, pk, original=seen)


def _with_wording(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """The page again, with the wording behind what had been typed: nothing that was typed is lost."""
    typed = request.POST.dict()
    typed["reply"] = "\n\n".join(filter(None, [typed.get("reply", "").strip(), wording(typed.get("wording", ""))]))
    return comment_page(request, pk, typed=typed, answering=True)
