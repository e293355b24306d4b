"""The clinic's pages about this site: as readers see them, and the desk's list of them."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from articles.domain import site_pages
from articles.domain.corrections import corrections_of
from articles.enums import SitePage
from articles.models import Article
from articles.site_pages import slug_of
from articles.views import languages
from articles.views.kept import kept
from articles.views.reading import public, withdrawn
from articles.workflow import READ, WRITE
from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown


@require_safe
@login_not_required
@kept()
def show(request: HttpRequest, page: str) -> HttpResponse:
    """A page that is live; the dated notice where it was withdrawn (410), 404 where it is not written."""
    asked = _page(page)
    live = Article.objects.live().here().filter(site_page=asked).select_related("live_revision")
    article: Any = live.annotate(family=languages.family()).first()
    if article is None:
        return withdrawn(request, slug_of(asked, get_language() or settings.LANGUAGE_CODE))
    context = {
        "page_languages": languages.told(article.family),
        "article": article,
        "revision": article.live_revision,
        "references": article.live_revision.references.as_listed() if article.live_revision else [],
        "corrections": corrections_of(article),
        "has_versions": article.revisions.filter(ended_at__isnull=False).exists(),
    }
    return public(render(request, "articles/site_page.html", context))


@require_safe
@permission_required(READ, raise_exception=True)
def index(request: AuthenticatedRequest) -> HttpResponse:
    context = {"pages": site_pages.all_site_pages(), "can_write": request.user.has_perm(WRITE)}
    return render(request, "desk/site_pages.html", context)


@require_POST
@permission_required(WRITE, raise_exception=True)
@refusals_shown
def start(request: AuthenticatedRequest, page: str) -> HttpResponse:
    return redirect("desk:revision_edit", site_pages.start_site_page(_page(page), by=request.user).pk)


def _page(asked: str) -> SitePage:
    if asked not in SitePage.values:
        raise Http404
    return SitePage(asked)
