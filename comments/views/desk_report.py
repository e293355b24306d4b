"""How moderation goes: what waits, how long it took, who decided how much, and how alike two people decide."""

from datetime import date, timedelta
from typing import Any, Final

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from articles import plots
from clinic_cms.shared.http import AuthenticatedRequest
from comments.domain import figures
from comments.domain.moderation import MODERATE
from comments.domain.queue import MOST_COUNTED
from comments.domain.second_looks import agreement, handled_lately

SPANS: Final = {"7": gettext_lazy("7 days"), "30": gettext_lazy("30 days"), "90": gettext_lazy("90 days")}
USUAL: Final = "30"
PLOTTED: Final = 14


@require_safe
@permission_required(MODERATE, raise_exception=True)
def report(request: AuthenticatedRequest) -> HttpResponse:
    """`?days=` is how far back the figures go."""
    span = request.GET.get("days", USUAL)
    span = span if span in SPANS else USUAL
    since = timezone.now() - timedelta(days=int(span))
    agreed, looks = agreement(since)
    days = figures.by_day(PLOTTED)
    context = {
        "spans": [{"label": label, "url": f"?days={key}", "current": key == span} for key, label in SPANS.items()],
        "span": SPANS[span],
        "backlog": [_waiting(each) for each in figures.backlog()],
        "took": [
            {
                "name": _("Somebody may be in crisis") if each.crisis else _("All others"),
                "number": each.number,
                "half": in_words(each.half),
                "most": in_words(each.most),
            }
            for each in figures.took(since)
        ],
        "people": [each | {"name": each["by__full_name"] or each["by__username"]} for each in figures.by_person(since)],
        "dropped": figures.dropped(timezone.localdate(since)),
        "agreed": agreed,
        "looks": looks,
        "percent": round(100 * agreed / looks) if looks else None,
        "exposure": handled_lately(request.user),
        "charts": [
            _chart(_("Came in, the last 14 days"), [(day, came) for day, came, _made in days]),
            _chart(_("Decided, the last 14 days"), [(day, made) for day, _came, made in days]),
        ],
        "days": [{"day": day, "came": came, "made": made} for day, came, made in reversed(days)],
    }
    return render(request, "desk/comments/report.html", context)


def _chart(name: str, numbers: list[tuple[date, int]]) -> dict[str, Any]:
    """A column for every day, with the day of the month under it."""
    names = [date_format(day, "j") for day, _number in numbers]
    return {"name": name, "columns": plots.columns([number for _day, number in numbers], names)}


def in_words(span: timedelta) -> str:
    """The largest unit that says it, rounded."""
    minutes = max(1, round(span.total_seconds() / 60))
    if minutes < 120:
        return ngettext("%(number)s minute", "%(number)s minutes", minutes) % {"number": minutes}
    if minutes < 60 * 48:
        return _("%(number)s hours") % {"number": round(minutes / 60)}
    return _("%(number)s days") % {"number": round(minutes / 60 / 24)}


def _waiting(each: figures.Waiting) -> dict[str, Any]:
    return {
        "lane": each.lane.label,
        "count": f"{MOST_COUNTED}+" if each.count > MOST_COUNTED else str(each.count),
        "since": each.since,
        "bar": round(plots.SCALE * min(each.count, MOST_COUNTED) / MOST_COUNTED) if each.count else 0,
        "url": f"?lane={each.lane.slug}",
    }
