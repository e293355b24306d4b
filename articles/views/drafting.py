"""The desk's list of articles, and how one is begun."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.domain import drafting
from articles.enums import Status
from articles.forms import StartForm
from articles.models import Article, Revision
from articles.workflow import READ, WRITE
from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown
from clinic_cms.shared.refusal import Refusal

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


def _status_links(chosen: str) -> list[dict[str, Any]]:
    links = [{"label": _("All"), "url": "?", "current": not chosen}]
    return links + [
        {"label": status.label, "url": f"?status={status.value}", "current": chosen == status.value}
        for status in Status
    ]
