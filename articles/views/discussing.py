"""The discussion over HTTP: open a thread, reply, resolve, reopen. What was typed survives every refusal."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.domain import discussing
from articles.models import Revision, Thread
from articles.thread_form import EntryForm, ThreadForm, blame
from articles.views.discussion_panel import Failed
from articles.views.screen import review_screen
from articles.workflow import DISCUSS
from clinic_cms.shared.http import AuthenticatedRequest
from clinic_cms.shared.refusal import Refusal, StaleRefusal


@require_POST
@permission_required(DISCUSS, raise_exception=True)
def new(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Open a thread on words of a revision, or on one of its sections."""
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    form = ThreadForm(discussing.sections_of(revision), request.POST)
    if not form.is_valid():
        return _shown_again(request, revision, Failed(form, _("That section is not in these words any more.")))
    try:
        thread = discussing.open_thread(revision, by=request.user, **form.cleaned_data)
    except Refusal as refusal:
        blame(form, refusal)
        return _shown_again(request, revision, Failed(form, refusal.reason))
    messages.success(request, _("The thread is open. Whose words these are has been told."))
    return _to(thread, revision)


@require_POST
@permission_required(DISCUSS, raise_exception=True)
def reply(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return _said(request, pk, lambda thread, said: discussing.reply(thread, by=request.user, text=said["text"]))


@require_POST
@permission_required(DISCUSS, raise_exception=True)
def resolve(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return _said(
        request,
        pk,
        lambda thread, said: discussing.resolve(thread, by=request.user, seen=said["seen"], text=said["text"]),
    )


@require_POST
@permission_required(DISCUSS, raise_exception=True)
def reopen(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return _said(request, pk, lambda thread, said: discussing.reopen(thread, by=request.user, text=said["text"]))


def _said(request: AuthenticatedRequest, pk: int, verb: Callable[[Thread, dict[str, Any]], Thread]) -> HttpResponse:
    """Take the verb with what was typed, and go back to the thread on the page it was typed on."""
    thread = get_object_or_404(Thread.objects.select_related("article", "revision"), pk=pk)
    form = EntryForm(thread.pk, request.POST)
    if not form.is_valid():
        page = discussing.newest_of(thread.article)
        return _shown_again(request, page, Failed(form, _("This form is not whole. Please send it again."), thread))
    page = _page_of(thread, form.cleaned_data["on"])
    try:
        verb(thread, form.cleaned_data)
    except Refusal as refusal:
        blame(form, refusal)
        return _shown_again(
            request, page, Failed(form, refusal.reason, thread), stale=isinstance(refusal, StaleRefusal)
        )
    return _to(thread, page)


def _page_of(thread: Thread, pk: int) -> Revision:
    """The revision on whose page something was said; the newest where that is none of this article."""
    shown = Revision.objects.with_people().filter(article=thread.article_id, number__gte=thread.revision.number)
    asked = shown.filter(pk=pk).first()
    return asked or discussing.newest_of(thread.article)


def _to(thread: Thread, page: Revision) -> HttpResponse:
    return HttpResponseRedirect(f"{page.get_absolute_url()}#thread-{thread.pk}")


def _shown_again(request: AuthenticatedRequest, page: Revision, failed: Failed, *, stale: bool = False) -> HttpResponse:
    context = review_screen(page, request.user, failed_thread=failed)
    return render(request, "desk/articles/revision.html", context, status=409 if stale else 422)
