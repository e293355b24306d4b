"""Where readers look around: the first page, every article, and the topics from A to Z."""

from typing import Any, Final
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.domain import shelves
from articles.enums import ArticleKind
from articles.models import Article, Topic
from articles.views.kept import kept
from articles.views.reading import public

LATEST: Final = 6
PER_PAGE: Final = 20


@require_safe
@login_not_required
@kept()
def home(request: HttpRequest) -> HttpResponse:
    context = {"articles": Article.objects.for_cards()[:LATEST], "topics": shelves.most_needed()}
    return public(render(request, "articles/home.html", context))


@require_safe
@login_not_required
@kept("topic", "kind", "page")
def index(request: HttpRequest) -> HttpResponse:
    """Every live article, newest first; `?topic=` and `kind=` narrow it, `page=` goes on."""
    topics = list(Topic.objects.with_live_articles())
    asked = _asked(request)
    page = Paginator(_articles(asked), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "articles": page.object_list,
        "asked": asked,
        "topics": topics,
        "kinds": ArticleKind.choices,
        "filters": urlencode(asked),
        "query": _query(asked, page.number),
        **_narrowed(asked, topics),
    }
    return public(render(request, "articles/index.html", context))


@require_safe
@login_not_required
@kept()
def topics(request: HttpRequest) -> HttpResponse:
    return public(render(request, "articles/topics.html", {"letters": shelves.a_to_z()}))


def _asked(request: HttpRequest) -> dict[str, str]:
    """What the list is narrowed by; a kind that there is not narrows nothing."""
    topic, kind = request.GET.get("topic", "")[:80], request.GET.get("kind", "")
    asked = {"topic": topic, "kind": kind if kind in ArticleKind.values else ""}
    return {name: value for name, value in asked.items() if value}


def _articles(asked: dict[str, str]) -> QuerySet[Article]:
    where = {"live_revision__topic__slug": asked.get("topic"), "live_revision__kind": asked.get("kind")}
    return Article.objects.for_cards().filter(**{name: value for name, value in where.items() if value})


def _query(asked: dict[str, str], number: int) -> str:
    """The end of this page's one true address."""
    query = urlencode(asked | ({"page": str(number)} if number > 1 else {}))
    return f"?{query}" if query else ""


def _narrowed(asked: dict[str, str], topics: list[Topic]) -> dict[str, Any]:
    """What the list is narrowed by, as a reader calls it."""
    topic = next((each for each in topics if each.slug == asked.get("topic")), None)
    return {"topic_asked": topic, "kind_asked": ArticleKind(asked["kind"]).label if "kind" in asked else ""}
