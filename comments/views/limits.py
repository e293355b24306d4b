"""What a reader is told when a comment can't be taken at this moment: too many at once, or the database is away.

The words stay in the form, and the page says when to press the button again. It asks the database for nothing.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from articles.models import Article
from clinic_cms.profile import unasked
from clinic_cms.shared.addresses import client_address
from clinic_cms.shared.languages import without_language
from clinic_cms.shared.text import showable
from comments.domain import floods
from comments.views.helping import help_panel

View = Callable[..., HttpResponse]
TYPED: Final = ("comment", "name")
SECONDS_WHILE_AWAY: Final = 5


def words_are_kept(view: View) -> View:
    """Answer 429 where a limit stopped what a reader posted, 503 where the database did, with the words in the form:
    for a new comment, and for a correction at its author's secret address.
    """

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        try:
            try:
                return view(request, *args, **options)
            except floods.Limited as limited:
                floods.dropped(limited.why)
                return _later(request, 429, limited.reason, limited.seconds, **help_panel(limited.crisis))
        except (OperationalError, InterfaceError):
            if request.method != "POST":
                raise
            reason = _("The site can't answer for the moment. Please try again in a minute.")
            return _later(request, 503, reason, SECONDS_WHILE_AWAY)

    return kept


def admit(request: HttpRequest, article: Article, body: str) -> None:
    """Count this comment where all comments are counted, or raise Limited."""
    floods.admit(article.pk, address=client_address(request), body=body)


def admit_report(request: HttpRequest) -> None:
    """Count this report where all reports are counted, or raise Limited."""
    _counted_or_dropped(floods.admit_report, request)


def admit_feedback(request: HttpRequest) -> None:
    """Count this where what readers think of pages is counted, or raise Limited."""
    _counted_or_dropped(floods.admit_feedback, request)


def _counted_or_dropped(count: Callable[..., None], request: HttpRequest) -> None:
    try:
        count(address=client_address(request))
    except floods.Limited as limited:
        floods.dropped(limited.why)
        raise


def count_if_dropped(form: Any) -> None:
    """Count a post that no person's browser sends: nothing of it is stored."""
    if form.has_error("website", code="trap"):
        floods.dropped("trap")
    elif form.status == 403:
        floods.dropped("elsewhere" if form.from_elsewhere else "token")


def _later(request: HttpRequest, status: int, reason: str, seconds: int, **help_first: Any) -> HttpResponse:
    on_article = without_language(request.path).startswith("/articles/")
    article_url = request.path.removesuffix("comments/") if on_article else ""
    fields = {name: showable(str(value)) for name, value in request.POST.items()}
    context = {
        "reason": reason,
        "comment": fields.get("comment", ""),
        "name": fields.get("name", ""),
        "others": {name: value for name, value in fields.items() if name not in TYPED},
        "action": request.path,
        "article_url": article_url,
        **unasked(),  # the database may be away, and the words that were posted must come back
        **help_first,
    }
    response = render(request, "comments/later.html", context, status=status)
    if status == 429:
        response._has_been_logged = True  # type: ignore[attr-defined]  # it is counted; a flood must not fill the log
    response["Retry-After"] = str(seconds)
    response["X-Robots-Tag"] = "noindex"
    if not article_url:
        response["Referrer-Policy"] = "no-referrer"
    add_never_cache_headers(response)
    return response
