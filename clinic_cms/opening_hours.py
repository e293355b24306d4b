"""When the clinic is open: what people type for a day, what is kept of it, and how it is shown. Pure.

Kept is, for each day of the week that has any, the times from and until, such as `{"mon": [["08:00", "12:00"]]}`.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import time
from itertools import groupby, pairwise
from typing import Any, Final

from django.utils.dates import WEEKDAYS
from django.utils.formats import time_format
from django.utils.translation import gettext as _

Span = tuple[str, str]
Hours = Mapping[str, Sequence[Sequence[str]]]

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_SPANS: Final = 3
MOST_TYPED: Final = 80
# As schema.org names them: https://schema.org/DayOfWeek
_OF_SCHEMA: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TIME: Final = r"(\d{1,2})(?:[:.h]([0-5]\d))? ?(am|pm)?"
_SPAN: Final = re.compile(rf"{_TIME} ?(?:-|to|until) ?{_TIME}")
_NOON: Final = 12
_DAY_ENDS: Final = "24:00"


class WrongHours(Exception):
    """What somebody typed is no hours of a day; the sentence says how to write them."""


def parse(typed: str) -> list[Span]:
    """The times in `8:00-12:00, 13:00-17:00` or `9 am to 5 pm`, in their order; none for a day that is closed."""
    text = re.sub(r"\s+", " ", typed[: MOST_TYPED + 1].casefold().replace("a.m.", "am").replace("p.m.", "pm")).strip()
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    if text in ("", "-", "closed", _("closed").casefold()):
        return []
    spans = [_span(each.strip()) for each in re.split(r"[,;&]| and ", text)]
    if len(typed) > MOST_TYPED or len(spans) > MOST_SPANS:
        raise WrongHours(_("Give at most three times a day."))
    spans.sort()
    if any(before[1] > after[0] for before, after in pairwise(spans)):
        raise WrongHours(_("These times run into one another."))
    return spans


def typed(spans: Sequence[Sequence[str]]) -> str:
    """The times as somebody would type them again."""
    return ", ".join(f"{opens}-{closes}" for opens, closes in spans)


def shown(hours: Hours) -> list[tuple[str, str]]:
    """Lines for people: days beside each other that have the same hours are one line; nothing where no day has any."""
    if not any(hours.get(day) for day in DAYS):
        return []
    days = [(str(WEEKDAYS[number]), _times(hours.get(day, ()))) for number, day in enumerate(DAYS)]
    alike = [(times, [name for name, _times in group]) for times, group in groupby(days, key=lambda each: each[1])]
    return [(_together(names), times) for times, names in alike]


def specification(hours: Hours) -> list[dict[str, Any]]:
    """The same for machines: https://schema.org/OpeningHoursSpecification, one for each time of the day."""
    spans = sorted({(span[0], span[1]) for day in DAYS for span in hours.get(day, ())})
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [name for day, name in zip(DAYS, _OF_SCHEMA, strict=True) if _has(hours, day, span)],
            "opens": span[0],
            "closes": "23:59" if span[1] == _DAY_ENDS else span[1],
        }
        for span in spans
    ]


def _has(hours: Hours, day: str, span: Span) -> bool:
    return any(tuple(each) == span for each in hours.get(day, ()))


def _span(text: str) -> Span:
    found = _SPAN.fullmatch(text)
    if found is None:
        raise WrongHours(_("Write it like 8:00-12:00, 13:00-17:00, or leave the day empty when you are closed."))
    opens, closes = _time(*found.groups()[:3]), _time(*found.groups()[3:])
    if opens >= closes:
        raise WrongHours(_("A time ends after it begins. Write the afternoon as 17:00 or 5 pm."))
    return opens, closes


def _time(hour: str, minute: str | None, half: str | None) -> str:
    number = int(hour)
    if half:
        if not 1 <= number <= _NOON:
            raise WrongHours(_("Write it like 9 am to 5 pm."))
        number = number % _NOON + (_NOON if half == "pm" else 0)
    written = f"{number:02}:{minute or '00'}"
    if written > _DAY_ENDS:
        raise WrongHours(_("A day has 24 hours."))
    return written


def _times(spans: Sequence[Sequence[str]]) -> str:
    return ", ".join(f"{_clock(opens)}\u2013{_clock(closes)}" for opens, closes in spans) or _("closed")


def _clock(written: str) -> str:
    """As the reader's language writes a time of the day; a narrow screen breaks no line within it."""
    hour, minute = written.split(":")
    return time_format(time(int(hour) % 24, int(minute))).replace(" ", "\u00a0")


def _together(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return _("%(first)s and %(last)s") % {"first": names[0], "last": names[-1]}
    return _("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}
