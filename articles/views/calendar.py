"""The calendar: one month of what goes live, comes down and is due for review."""

import calendar
import re
from datetime import date, timedelta
from typing import Any, Final

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import get_format
from django.views.decorators.http import require_safe

from articles.domain.calendar import Entry, entries_between
from articles.moments import zone_words
from articles.workflow import READ
from clinic_cms.shared.http import AuthenticatedRequest

FIRST: Final = date(2000, 1, 1)
LAST: Final = date(2100, 12, 1)


@require_safe
@permission_required(READ, raise_exception=True)
def month(request: AuthenticatedRequest) -> HttpResponse:
    """One month in weeks, beginning on the day that weeks begin on here; this month where the address names none."""
    today = timezone.localdate()
    shown = _named(request.GET.get("month", "")) or today.replace(day=1)
    weeks = calendar.Calendar((get_format("FIRST_DAY_OF_WEEK") - 1) % 7).monthdatescalendar(shown.year, shown.month)
    entries, left_out = entries_between(weeks[0][0], weeks[-1][-1])
    now = timezone.now()
    context = {
        "shown": shown,
        "before": (shown - timedelta(days=1)).replace(day=1) if shown > FIRST else None,
        "after": (shown + timedelta(days=31)).replace(day=1) if shown < LAST else None,
        "is_this_month": shown == today.replace(day=1),
        "weekdays": weeks[0],
        "weeks": [[_day(each, shown, today, entries) for each in week] for week in weeks],
        "is_empty": not any((each.year, each.month) == (shown.year, shown.month) for each in entries),
        "left_out": left_out,
        "zone": zone_words(now, timezone.get_current_timezone()),
    }
    return render(request, "desk/calendar.html", context)


def _named(text: str) -> date | None:
    """The first day of the month that "2026-12" names, or None."""
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", text):
        return None
    year, number = map(int, text.split("-"))
    return date(year, number, 1) if FIRST.year <= year <= LAST.year else None


def _day(day: date, shown: date, today: date, entries: dict[date, list[Entry]]) -> dict[str, Any]:
    inside = (day.year, day.month) == (shown.year, shown.month)
    return {"date": day, "inside": inside, "is_today": day == today, "entries": entries.get(day, [])}
