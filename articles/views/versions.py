"""The public history of an article: its corrections, and each earlier version at its own address."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import richtext
from articles.domain.as_of import reviewers_of
from articles.domain.corrections import Correction, corrections_of
from articles.domain.versions import Version, version, versions_of
from articles.models import Article
from articles.views.kept import kept
from articles.views.moved import found_where_it_was
from articles.views.reading import public, withdrawn


@require_safe
@login_not_required
@found_where_it_was
@kept(of_article=True)
def index(request: HttpRequest, slug: str) -> HttpResponse:
    """Every version readers have seen, and the corrections; a withdrawn article answers with its notice."""
    article = _live(slug)
    if article is None:
        return withdrawn(request, slug)
    context = {
        "article": article,
        "page_languages": [],
        "versions": versions_of(article),
        "corrections": corrections_of(article),
    }
    return _unlisted(render(request, "articles/versions.html", context))


@require_safe
@login_not_required
@found_where_it_was
@kept(of_article=True)
def show(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """An earlier version, marked as one; the live one is at the article's own address, a withdrawn one is gone."""
    article = _live(slug)
    if article is None:
        return withdrawn(request, slug)
    found = version(article, number)
    if found is None:
        raise Http404
    if found.is_live:
        return redirect(article)
    if not found.is_open:
        return _unlisted(render(request, "articles/version_closed.html", {"article": article}, status=410))
    return _unlisted(render(request, "articles/version.html", _page(article, found)))


def _page(article: Article, found: Version) -> dict[str, Any]:
    revision = found.revision
    return {
        "article": article,
        "page_languages": [],
        "revision": revision,
        "is_past": True,
        "for_readers": True,
        "tells_how_we_write": True,
        "outline": richtext.outline(revision.body),
        "references": revision.references.as_listed(),
        "reviewers": reviewers_of(revision, timezone.now()),
        "corrected": _since(article, found),
    }


def _since(article: Article, found: Version) -> list[Correction]:
    """The corrections that were made after these words: where they were wrong."""
    ended = found.revision.ended_at
    return [each for each in corrections_of(article) if each.at and ended and each.at >= ended]


def _live(slug: str) -> Article | None:
    return Article.objects.live().here().select_related("live_revision").filter(slug=slug).first()


def _unlisted(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return public(response)
