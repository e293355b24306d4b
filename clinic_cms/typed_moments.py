"""A moment as a person types it: in the clinic's time zone, or with an offset of its own."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.moments import readings, reason_against_gap
from clinic_cms.shared.refusal import Refusal

ISO: Final = re.compile(r"[0-9][0-9TWZ:., +-]{7,40}")  # fromisoformat() alone forgives what stands at the end
FIRST_YEAR: Final = 1900  # nothing is older here, and time zones before it are guesswork


def moment_from(text: str) -> datetime:
    """The moment that an ISO text names. Without an offset it is the clinic's own time; where the clocks went back and
    it came twice, the first. Refuses what is no moment, and what the clocks jumped over.
    """
    try:
        if not ISO.fullmatch(text):
            raise ValueError
        moment = datetime.fromisoformat(text)
        if moment.year < FIRST_YEAR:
            raise ValueError
        return _in_the_clinic(moment) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError) as problem:
        raise Refusal(_("Enter a date and a time, such as 2026-03-02T09:30.")) from problem


def came_twice(moment: datetime) -> datetime | None:
    """The second moment with the same time on the clinic's clock as this first one, where they were put back."""
    zone = timezone.get_current_timezone()
    both = [each.astimezone(UTC) for each in readings(timezone.make_naive(moment), zone)]
    return both[1] if len(both) == 2 and both[0] == moment.astimezone(UTC) else None


def to_the_millisecond(moment: datetime) -> str:
    """The moment in the clinic's time as a browser's input takes it, never earlier than it is: what began in that very
    moment has begun in the text too.
    """
    local = timezone.make_naive(moment)
    local += timedelta(microseconds=-local.microsecond % 1000)
    spec = "milliseconds" if local.microsecond else "seconds" if local.second else "minutes"
    return local.isoformat(timespec=spec)


def _in_the_clinic(written: datetime) -> datetime:
    zone = timezone.get_current_timezone()
    if not (found := readings(written, zone)):
        raise Refusal(reason_against_gap(written, zone))
    return found[0].astimezone(UTC)
