"""How the desk's work goes, in figures: tables, plots, and each table as CSV."""

import re
from datetime import date

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.domain.reports import Period
from articles.views.report_table import MOST_SHOWN
from articles.views.report_tables import TABLES
from articles.workflow import READ
from clinic_cms.shared.csv_file import csv_answer
from clinic_cms.shared.http import AuthenticatedRequest
from clinic_cms.shared.refusal import Refusal

USUAL_MONTHS = 6
MOST_MONTHS = 36


@require_safe
@permission_required(READ, raise_exception=True)
def reports(request: AuthenticatedRequest) -> HttpResponse:
    """The figures of `?from=` to `?to=` (months, both included); `?format=csv&table=` is one table as a file."""
    usual, refusal = _usual_period(timezone.localdate()), ""
    try:
        period = _asked(request.GET.get("from", ""), request.GET.get("to", ""), usual)
    except Refusal as refused:
        period, refusal = usual, refused.reason
    if request.GET.get("format") == "csv" and not refusal:
        return _file(request.GET.get("table", ""), period)
    context = {
        "tables": [build(period, MOST_SHOWN) for build in TABLES.values()],
        "period": {"first": f"{period.first:%Y-%m}", "last": f"{period.last:%Y-%m}"},
        "typed": {"first": request.GET.get("from"), "last": request.GET.get("to")} if refusal else None,
        "refusal": refusal,
        "zone": timezone.get_current_timezone_name(),
        "today": timezone.localdate(),
    }
    return render(request, "desk/reports.html", context, status=422 if refusal else 200)


def _file(key: str, period: Period) -> HttpResponse:
    if key not in TABLES:
        raise Http404
    table = TABLES[key](period, None)
    span = f"{period.first:%Y-%m}-to-{period.last:%Y-%m}" if table.of_period else f"{timezone.localdate():%Y-%m-%d}"
    return csv_answer(f"{key}-{span}", table.columns, table.cells())


def _usual_period(today: date) -> Period:
    months = today.year * 12 + today.month - USUAL_MONTHS
    return Period(date(months // 12, months % 12 + 1, 1), today.replace(day=1))


def _asked(first: str, last: str, usual: Period) -> Period:
    period = Period(_month(first) or usual.first, _month(last) or usual.last)
    if period.first > period.last:
        raise Refusal(_("The first month comes after the last one. Turn them round."))
    if sum(1 for _each in period.months()) > MOST_MONTHS:
        raise Refusal(_("Choose three years at most."))
    return period


def _month(text: str) -> date | None:
    if not text:
        return None
    found = re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", text, re.ASCII)
    if not found:
        raise Refusal(_("Enter a month such as 2026-03."))
    return date(int(found[1]), int(found[2]), 1)
