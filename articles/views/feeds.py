"""What is new in the library, for feed readers: Atom (RFC 4287) and JSON Feed 1.1. Summaries only: words would travel
without their sign-offs, their corrections and their withdrawal, so the article is read where it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.domain.versions import first_published
from articles.models import Article, Revision, Topic
from articles.views.kept import kept
from articles.views.reading import public
from clinic_cms.profile import clinic
from clinic_cms.shared.text import in_xml

LATEST: Final = 30


@require_safe
@login_not_required
@kept()
def atom(request: HttpRequest) -> HttpResponse:
    name = _("Health articles by %(clinic)s") % {"clinic": clinic().name}
    return _atom(request, name, reverse("articles:index"), _newest())


@require_safe
@login_not_required
@kept()
def topic_atom(request: HttpRequest, slug: str) -> HttpResponse:
    topic = get_object_or_404(Topic.objects.known_to_readers(), slug=slug)
    name = _("%(topic)s: health articles by %(clinic)s") % {"topic": topic.name_here, "clinic": clinic().name}
    return _atom(request, name, topic.get_absolute_url(), _newest(live_revision__topic=topic))


@require_safe
@login_not_required
@kept()
def json_feed(request: HttpRequest) -> HttpResponse:
    whole = request.build_absolute_uri
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _("Health articles by %(clinic)s") % {"clinic": clinic().name},
        "home_page_url": whole(reverse("articles:index")),
        "feed_url": whole(request.path),
        "language": get_language() or "en",
        "items": [_item(entry, whole(entry.article.get_absolute_url())) for entry in _newest()],
    }
    return public(JsonResponse(feed, content_type="application/feed+json", json_dumps_params={"ensure_ascii": False}))


@dataclass(frozen=True, slots=True)
class _Entry:
    """An article with its live words, and when it was live for the first time."""

    article: Article
    words: Revision
    since: datetime
    changed: datetime


def _newest(**where: Any) -> list[_Entry]:
    articles = Article.objects.for_cards().filter(**where).select_related("live_revision__author")
    return [
        _Entry(each, each.live_revision, each.since, each.live_revision.published_at)
        for each in articles.annotate(since=first_published())[:LATEST]
        if each.live_revision and each.live_revision.published_at
    ]


def _item(entry: _Entry, address: str) -> dict[str, Any]:
    revision = entry.words
    return {
        "id": entry.article.urn,
        "url": address,
        "title": revision.title,
        "content_text": revision.summary,
        "date_published": entry.since.isoformat(),
        "date_modified": entry.changed.isoformat(),
        "authors": [{"name": _author(revision)}],
        "tags": [revision.topic.name_here],
    }


def _atom(request: HttpRequest, title: str, page: str, entries: Sequence[_Entry]) -> HttpResponse:
    whole = request.build_absolute_uri
    made = Atom1Feed(
        title=title, link=whole(page), description=None, feed_url=whole(request.path), language=get_language()
    )
    for entry in entries:
        revision = entry.words
        made.add_item(
            title=in_xml(revision.title),
            link=whole(entry.article.get_absolute_url()),
            description=in_xml(revision.summary),
            unique_id=entry.article.urn,
            author_name=in_xml(_author(revision)),
            pubdate=entry.since,
            updateddate=entry.changed,
            categories=[in_xml(revision.topic.name_here)],
        )
    return public(HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"))


def _author(revision: Revision) -> str:
    return revision.byline or revision.author.display_name
