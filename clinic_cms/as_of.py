"""What readers saw at a moment: an article's words and its comments, off the records. The page needs both apps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import richtext
from articles.domain import as_of as words
from articles.domain.corrections import corrections_of
from articles.domain.review_dates import is_long_overdue
from articles.models import Article
from articles.workflow import READ
from clinic_cms.shared.http import AuthenticatedRequest
from clinic_cms.shared.refusal import Refusal
from clinic_cms.typed_moments import came_twice, moment_from, to_the_millisecond
from comments.domain import as_of as discussion

PER_PAGE = 30
MOST_SHOWN = 200  # comments; of more the oldest are left out, and the page says so


@dataclass(frozen=True, slots=True)
class Change:
    """A moment at which the public page changed; `what` is published, withdrawn, or of a comment appeared or went."""

    at: datetime
    what: str
    number: int
    name: str

    @property
    def sentence(self) -> str:
        return _SENTENCES[self.what]() % {"number": self.number, "name": self.name or _("Somebody")}


_SENTENCES = {
    "published": lambda: _("Revision %(number)s went live"),
    "withdrawn": lambda: _("Revision %(number)s was withdrawn"),
    "appeared": lambda: _("%(name)s's comment appeared"),
    "went": lambda: _("%(name)s's comment was taken down"),
}


@require_safe
@permission_required(READ, raise_exception=True)
def as_of(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """The page as readers saw it at `?at=`, or as they see it now."""
    article, typed, now = get_object_or_404(Article, pk=pk), request.GET.get("at", "").strip(), timezone.now()
    try:
        at = _asked(typed, now) if typed else now
    except Refusal as refusal:
        context = {"article": article, "typed": typed, "refusal": refusal.reason, **_changes(request, article, now)}
        return render(request, "desk/articles/as_of.html", context, status=422)
    context = {"article": article, "typed": to_the_millisecond(at) if typed else "", "is_now": not typed}
    zone_then = timezone.localtime(at).tzname()  # the date filter has no zone for an hour that comes twice
    context |= {
        "zone_then": zone_then,
        "came_twice": came_twice(at),
        **_page(article, at),
        **_changes(request, article, at),
    }
    return render(request, "desk/articles/as_of.html", context)


def _asked(typed: str, now: datetime) -> datetime:
    at = moment_from(typed)
    if at > now:
        raise Refusal(_("That moment has not come yet. Choose one that has passed."))
    return at


def _page(article: Article, at: datetime) -> dict[str, Any]:
    """What `articles/detail.html` had in its context then, and which comments its thread showed."""
    shown = words.shown_at(article, at)
    if shown.revision is None:
        return {"shown": shown}
    newest = list(discussion.visible_at(article, at)[: MOST_SHOWN + 1])
    return {
        "shown": shown,
        "revision": shown.revision,
        "is_long_overdue": is_long_overdue(shown.revision, timezone.localdate(at)),
        "outline": richtext.outline(shown.revision.body),
        "corrections": corrections_of(article, shown.at),
        "has_versions": article.revisions.filter(ended_at__lte=shown.at).exists(),
        "references": shown.references,
        "for_readers": True,
        "reviewers": shown.reviewers,
        "comments": newest[:MOST_SHOWN],
        "threads": discussion.threads(newest[:MOST_SHOWN]),
        "older_left_out": len(newest) > MOST_SHOWN,
    }


def _changes(request: AuthenticatedRequest, article: Article, at: datetime) -> dict[str, Any]:
    """Every moment at which something changed, the latest first, with the ones next to `at` on either side."""
    page = Paginator(_union(article), PER_PAGE).get_page(request.GET.get("page"))
    earlier, later = _union(article, at__lt=at).first(), _union(article, at__gt=at).order_by("at", "number").first()
    return {
        "page": page,
        "changes": [Change(*row) for row in page],
        "earlier": Change(*earlier) if earlier else None,
        "later": Change(*later) if later else None,
        "filters": urlencode({"at": typed}) if (typed := request.GET.get("at")) else "",
        "zone": timezone.get_current_timezone_name(),
    }


def _union(article: Article, **near: datetime) -> QuerySet[Any, Any]:
    first, *others = [rows.filter(**near) for rows in (*words.changes(article), discussion.changes(article))]
    return first.union(*others, all=True).order_by("-at", "-number")
