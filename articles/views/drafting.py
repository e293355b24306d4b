"""The desk's list of articles, and the page where words are written."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.domain import drafting
from articles.editor import editing_page
from articles.enums import Status
from articles.forms import DraftForm, StartForm, reference_forms
from articles.models import Article, Revision
from articles.views.conflict import describe_conflict
from articles.views.discussion_panel import open_threads
from articles.workflow import READ, WRITE
from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown
from clinic_cms.shared.refusal import Refusal, StaleRefusal

PER_PAGE = 30


@require_safe
@permission_required(READ, raise_exception=True)
def index(request: AuthenticatedRequest) -> HttpResponse:
    """Every article by its newest revision; `?status=` narrows it."""
    chosen = request.GET.get("status", "")
    revisions = Revision.objects.newest().with_people().defer("body", "disclaimer", "interests")
    if chosen in Status.values:
        revisions = revisions.filter(status=chosen)
    page = Paginator(revisions.order_by("-saved_at", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
    context = {"revisions": page, "statuses": _status_links(chosen), "can_write": request.user.has_perm(WRITE)}
    return render(request, "desk/articles/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(WRITE, raise_exception=True)
def new(request: AuthenticatedRequest) -> HttpResponse:
    form = StartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            revision = drafting.start_article(by=request.user, **form.cleaned_data)
            return redirect("desk:revision_edit", revision.pk)
        except Refusal as refusal:
            form.add_error("title", refusal.reason)
    return render(request, "desk/articles/new.html", {"form": form}, status=422 if form.is_bound else 200)


@require_POST
@permission_required(WRITE, raise_exception=True)
@refusals_shown
def revise(request: AuthenticatedRequest, article_pk: int) -> HttpResponse:
    """Start an update of an article."""
    revision = drafting.start_revision(get_object_or_404(Article, pk=article_pk), by=request.user)
    return redirect("desk:revision_edit", revision.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(WRITE, raise_exception=True)
@editing_page
def edit(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    if revision.status != Status.DRAFT and request.method != "POST":
        return redirect(revision)
    form = DraftForm(request.POST or None, instance=revision)
    references = reference_forms(revision, request.POST or None)
    if request.method != "POST":
        return _edit_page(request, revision, form, references)
    if not (form.is_valid() and references.is_valid()):
        return _edit_page(request, revision, form, references, status=422)
    return _save(request, pk, form, references)


def _save(request: AuthenticatedRequest, pk: int, form: DraftForm, references: Any) -> HttpResponse:
    revision = Revision.objects.with_people().get(pk=pk)  # the form has laid its own words over the other instance
    seen = form.cleaned_data["seen"]
    try:
        drafting.save_draft(revision, by=request.user, seen=seen, words=form.words(), references=references.in_order())
    except StaleRefusal as refusal:
        conflict = describe_conflict(revision, refusal.reason)
        return _edit_page(request, revision, form, references, status=409, conflict=conflict)
    except Refusal as refusal:
        form.add_error(None, refusal.reason)
        return _edit_page(request, revision, form, references, status=422)
    messages.success(request, _("Saved."))
    return redirect("desk:revision_edit" if "stay" in request.POST else "desk:revision", pk)


def _edit_page(
    request: AuthenticatedRequest,
    revision: Revision,
    form: DraftForm,
    references: Any,
    *,
    status: int = 200,
    **extra: Any,
) -> HttpResponse:
    context = {
        "revision": revision,
        "form": form,
        "references_formset": references,
        "threads": open_threads(revision),
        **extra,
    }
    return render(request, "desk/articles/edit.html", context, status=status)


def _status_links(chosen: str) -> list[dict[str, Any]]:
    links = [{"label": _("All"), "url": "?", "current": not chosen}]
    return links + [
        {"label": status.label, "url": f"?status={status.value}", "current": chosen == status.value}
        for status in Status
    ]
