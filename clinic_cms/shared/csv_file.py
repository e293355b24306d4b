"""A table as a CSV file that a spreadsheet opens and does not run."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import StringIO
from typing import Any, Final

from django.http import HttpResponse
from django.utils import timezone

_RUNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet takes for the start of a formula


def csv_answer(name: str, columns: Sequence[object], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """The file to keep: UTF-8 without a mark in front, lines as RFC 4180 wants them, the first one the headings."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([cell(each) for each in columns])
    writer.writerows([cell(each) for each in row] for row in rows)
    disposition = f'attachment; filename="{name}.csv"'
    return HttpResponse(text.getvalue(), "text/csv; charset=utf-8", headers={"Content-Disposition": disposition})


def cell(value: Any) -> str:
    """One value: numbers with a point, days and moments by ISO 8601, and text that starts like a formula quoted."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    return f"'{text}" if text.startswith(_RUNS) else text
