"""The review dates of everything that is live: what is overdue, what comes next, and what to do about it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from articles.domain import rechecking
from articles.enums import Status
from articles.models import ReviewReminder, Revision, Topic
from articles.workflow import READ, WRITE
from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown

PER_PAGE = 30
SOON_DAYS = 60
SHOWN = {
    "overdue": gettext_lazy("Overdue"),
    "soon": gettext_lazy("Due within 60 days"),
    "all": gettext_lazy("All live articles"),
}
SORTS = {
    "due": (gettext_lazy("Review date, the most urgent first"), ("next_review_due", "pk")),
    "reviewed": (gettext_lazy("Last review, the longest ago first"), ("last_reviewed_on", "pk")),
    "title": (gettext_lazy("Title"), ("title", "pk")),
}


@require_safe
@permission_required(READ, raise_exception=True)
def index(request: AuthenticatedRequest) -> HttpResponse:
    """Live articles by their review dates; `?show=`, `?topic=` and `?sort=` choose which and in which order."""
    today, topics = timezone.localdate(), list(Topic.objects.all())
    asked = _asked(request, topics)
    live = Revision.objects.live().filter(**{"topic__slug": asked["topic"]} if asked["topic"] else {})
    which = _which(today)
    counts = live.aggregate(**{name: Count("pk", filter=condition) for name, condition in which.items()})
    shown = live.filter(which[asked["show"]]).with_review_work().order_by(*SORTS[asked["sort"]][1])
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "items": _items(page, today),
        "page": page,
        "filters": urlencode(asked),
        "asked": asked,
        "shows": _links(asked, counts),
        "topics": topics,
        "sorts": [(name, label) for name, (label, _fields) in SORTS.items()],
        "can_write": request.user.has_perm(WRITE),
    }
    return render(request, "desk/review_dates.html", context)


@require_POST
@permission_required(WRITE, raise_exception=True)
@refusals_shown
def recheck(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Send the live words, unchanged, for a new review of the whole article."""
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    again = rechecking.recheck(revision, by=request.user, seen=request.POST.get("seen", ""))
    messages.success(request, _("The same words are in review again. The reviewers have been told."))
    return redirect(again)


def _asked(request: AuthenticatedRequest, topics: Iterable[Topic]) -> dict[str, str]:
    """What the address asks for; anything unknown counts as not asked."""
    allowed = {"show": (*SHOWN,), "topic": tuple(topic.slug for topic in topics), "sort": (*SORTS,)}
    usual = {"show": "all", "topic": "", "sort": "due"}
    return {
        name: value if (value := request.GET.get(name, "")) in values else usual[name]
        for name, values in allowed.items()
    }


def _which(today: date) -> dict[str, Q]:
    return {
        "overdue": Q(next_review_due__lt=today),
        "soon": Q(next_review_due__range=(today, today + timedelta(days=SOON_DAYS))),
        "all": Q(status=Status.PUBLISHED),
    }


def _links(asked: dict[str, str], counts: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {
            "label": label,
            "count": counts[name],
            "url": f"?{urlencode({**asked, 'show': name})}",
            "current": name == asked["show"],
        }
        for name, label in SHOWN.items()
    ]


def _items(revisions: Iterable[Revision], today: date) -> list[dict[str, Any]]:
    return [
        {
            "revision": revision,
            "left": _left(revision.next_review_due, today),
            "is_overdue": bool(revision.next_review_due and revision.next_review_due < today),
            "reminders": _reminders(revision),
            "under_way": next(iter(revision.article.open_revisions), None),  # type: ignore[attr-defined]
        }
        for revision in revisions
    ]


def _reminders(revision: Revision) -> list[ReviewReminder]:
    """What was sent for the date that counts now."""
    reminders = revision.article.review_reminders.all()
    return [each for each in reminders if each.due_on == revision.next_review_due and not each.passed_over]


def _left(due: date | None, today: date) -> str:
    """How far off the review is, where that is near enough to matter."""
    days = (due - today).days if due else SOON_DAYS + 1
    if days < 0:
        return ngettext("%(days)d day overdue", "%(days)d days overdue", -days) % {"days": -days}
    if days == 0:
        return _("today")
    return ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days} if days <= SOON_DAYS else ""
