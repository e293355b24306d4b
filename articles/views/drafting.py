"""The desk's list of articles, and how one is begun."""

from functools import partial
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.domain import drafting, duplicating
from articles.enums import Status
from articles.forms import StartForm
from articles.kinds import SECTIONS
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
    source = _copied(request)
    form = StartForm(request.POST or None, copy=source is not None)
    if request.method == "POST" and form.is_valid():
        try:
            begin = partial(duplicating.duplicate, source) if source else drafting.start_article
            return redirect("desk:revision_edit", begin(by=request.user, **form.cleaned_data).pk)
        except Refusal as refusal:
            form.add_error("title", refusal.reason)
    context = {"form": form, "kinds": SECTIONS.items(), "source": source and source.revisions.latest("number")}
    return render(request, "desk/articles/new.html", context, status=422 if form.is_bound else 200)


def _copied(request: AuthenticatedRequest) -> Article | None:
    """The article whose words the new one starts with, where `?from=` names one."""
    asked = request.GET.get("from", "")
    if not asked:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10):
        raise Http404
    return get_object_or_404(Article, pk=asked)


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
