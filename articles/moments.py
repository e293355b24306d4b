"""Moments as people write them, in the clinic's zone: which exist, which come twice, and what to say of them. Pure."""

from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

FURTHEST: Final = timedelta(days=731)  # two years: beyond it lies a slip of the keyboard
MINUTE: Final = timedelta(minutes=1)


def readings(written: datetime, zone: tzinfo) -> list[datetime]:
    """The moments at which a clock on the wall of this zone shows `written`, in their order.

    One, as a rule; none where the clocks go forward over it, two where they go back over it.
    """
    both = [written.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
    real = [each for each in both if _on_the_wall(each.astimezone(UTC), zone) == written]
    return real[:1] if len({each.utcoffset() for each in real}) == 1 else real


def nearest(written: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """The last minute before and the first moment after the gap in which `written` lies."""
    change = _change_near(written, zone)
    return (change - MINUTE).astimezone(zone), change.astimezone(zone)


def next_changes(after: datetime, zone: tzinfo, count: int = 2) -> list[datetime]:
    """The next moments at which the zone's clocks are changed, within two years; none where they never are."""
    found: list[datetime] = []
    day = after.astimezone(UTC)
    end = day + FURTHEST
    while day < end and len(found) < count:
        following = day + timedelta(days=1)
        if _offset(day, zone) != _offset(following, zone):
            found.append(_change_between(day, following, zone))
        day = following
    return found


def reason_against_moment(at: datetime, now: datetime) -> str:
    """The sentence that says why nothing can be planned for this moment, or an empty text."""
    if at <= now:
        return _("Choose a moment in the future.")
    if at - now > FURTHEST:
        return _("That is more than two years away. Please check the year.")
    return ""


def reason_against_gap(written: datetime, zone: tzinfo) -> str:
    """The sentence for a time that no clock shows, with the two nearest that it does."""
    before, after = nearest(written, zone)
    return _(
        "This time does not exist: on %(day)s the clocks go forward from %(from)s to %(to)s. "
        "The nearest moments are %(before)s and %(after)s."
    ) % {
        "day": date_format(after, "DATE_FORMAT"),
        "from": (before + MINUTE).replace(tzinfo=None).strftime("%H:%M"),
        "to": after.strftime("%H:%M"),
        "before": hour_words(before),
        "after": hour_words(after),
    }


def reason_to_choose(moments: list[datetime]) -> str:
    """The sentence for a time that clocks show twice."""
    return _("On %(day)s the clocks go back, and %(time)s comes twice. Choose which one you mean.") % {
        "day": date_format(moments[0], "DATE_FORMAT"),
        "time": moments[0].strftime("%H:%M"),
    }


def zone_words(moment: datetime, zone: tzinfo) -> str:
    """The zone, for people, as it is at this moment: "Denver time, MST, UTC-07:00"."""
    here = moment.astimezone(zone)
    city = str(zone).rpartition("/")[2].replace("_", " ")
    place = [] if city in ("UTC", here.tzname()) else [_("%(city)s time") % {"city": city}]
    return ", ".join([*place, *_named(here), offset_words(here)])


def changes_words(after: datetime, zone: tzinfo) -> str:
    """What the next changes of the clocks do to the times of day, or an empty text where there are none."""
    sentences = []
    for change in next_changes(after, zone):
        old, new = _on_the_wall(change - MINUTE, zone) + MINUTE, _on_the_wall(change, zone)
        words = {
            "day": date_format(new, "DATE_FORMAT"), "from": old.strftime("%H:%M"), "to": new.strftime("%H:%M")
        }  # fmt: skip
        if new > old:
            sentences.append(_("On %(day)s the clocks go forward: %(from)s to %(to)s does not exist.") % words)
        else:
            sentences.append(_("On %(day)s the clocks go back: %(to)s to %(from)s comes twice.") % words)
    return " ".join(sentences)


def hour_words(moment: datetime) -> str:
    """The time of day with its zone: "01:59 MST"."""
    return " ".join([moment.strftime("%H:%M"), *(_named(moment) or [offset_words(moment)])])


def offset_words(moment: datetime) -> str:
    """How far from UTC: "UTC-07:00", "UTC+10:30", "UTC"."""
    minutes = _offset(moment, moment.tzinfo or UTC) // MINUTE
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}" if minutes else "UTC"


def _named(moment: datetime) -> list[str]:
    """The zone's short name; many zones have none, only their offset once more."""
    name = moment.tzname() or ""
    return [name] if name[:1].isalpha() and name != "UTC" else []


def _offset(moment: datetime, zone: tzinfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _on_the_wall(moment: datetime, zone: tzinfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def _change_near(written: datetime, zone: tzinfo) -> datetime:
    middle = written.replace(tzinfo=zone).astimezone(UTC)
    return _change_between(middle - timedelta(days=1), middle + timedelta(days=1), zone)


def _change_between(early: datetime, late: datetime, zone: tzinfo) -> datetime:
    """The moment, to the second, at which the offset becomes another one; between the two it does so once."""
    before = _offset(early, zone)
    while late - early > timedelta(seconds=1):
        middle = early + (late - early) / 2
        if _offset(middle, zone) == before:
            early = middle
        else:
            late = middle
    return late.replace(microsecond=0)
