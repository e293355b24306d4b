"""Readers search the library. The question is in the address; nothing of it, or of who asks, is written down."""

from typing import Final
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.domain import searching
from articles.enums import ArticleKind
from articles.models import Topic
from articles.views.kept import smaller
from articles.views.reading import public
from clinic_cms.shared.text import tidy

PER_PAGE: Final = 10


@require_safe
@login_not_required
@smaller
def search(request: HttpRequest) -> HttpResponse:
    """`?q=` the words, `topic=` and `kind=` to narrow, `page=`."""
    asked = _asked(request)
    page = Paginator(searching.found(asked), PER_PAGE).get_page(request.GET.get("page"))
    nothing = bool(asked.words) and not page.paginator.count
    context = {
        "asked": asked,
        "page": page,
        "results": searching.told(page.object_list, asked.words) if page.paginator.count else [],
        "help": searching.help_for(asked) if nothing else None,
        "topics": Topic.objects.with_live_articles(),
        "kinds": ArticleKind.choices,
        "filters": urlencode({"q": asked.words, "topic": asked.topic, "kind": asked.kind}),
    }
    return public(render(request, "articles/search.html", context))


def _asked(request: HttpRequest) -> searching.Asked:
    words = " ".join(tidy(request.GET.get("q", "")[: searching.LONGEST]).split())
    return searching.Asked(words, request.GET.get("topic", "")[:80], request.GET.get("kind", ""))
