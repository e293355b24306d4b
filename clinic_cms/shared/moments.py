"""A moment as a person types it: in the clinic's time zone, or with an offset of its own."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

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
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=timezone.get_current_timezone())
            if not _came(moment):
                raise Refusal(_("The clocks went forward over that time, so it never came. Choose another."))
        if moment.year < FIRST_YEAR:
            raise ValueError
        return moment.astimezone(UTC)
    except (ValueError, OverflowError) as problem:
        raise Refusal(_("Enter a date and a time, such as 2026-03-02T09:30.")) from problem


def came_twice(moment: datetime) -> datetime | None:
    """The second moment with the same time on the clinic's clock as this first one, where they were put back."""
    local = timezone.localtime(moment)
    again = local.replace(fold=1)
    return again.astimezone(UTC) if local.fold == 0 and again.utcoffset() != local.utcoffset() else None


def to_the_millisecond(moment: datetime) -> str:
    """The moment in the clinic's time as a browser's input takes it, never earlier than it is: what began in that very
    moment has begun in the text too.
    """
    local = timezone.localtime(moment).replace(tzinfo=None)
    local += timedelta(microseconds=-local.microsecond % 1000)
    spec = "milliseconds" if local.microsecond else "seconds" if local.second else "minutes"
    return local.isoformat(timespec=spec)


def _came(moment: datetime) -> bool:
    there_and_back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return there_and_back.replace(tzinfo=None) == moment.replace(tzinfo=None)
