"""Each table of the reports: its columns, its rows, and the plot beside it where one helps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from articles import plots
from articles.domain import reports
from articles.domain.reports import Period
from articles.enums import Status

MOST_SHOWN: Final = 30
LEAST: Final = 0.05  # days that would be told as 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it is about, with its address where it has one, and its values."""

    name: str
    values: tuple[Any, ...]
    url: str = ""
    in_file: str = ""  # its name in the CSV file, where that is another one

    def texts(self) -> list[str]:
        return [as_text(value) for value in self.values]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the page and the CSV file show it. `total` is how many rows there are, shown or not."""

    key: str
    heading: str
    caption: str
    columns: tuple[str, ...]
    rows: list[Row]
    total: int = 0
    empty: str = ""
    of_period: bool = True
    charts: list[dict[str, Any]] = field(default_factory=list)
    bars: list[dict[str, Any]] = field(default_factory=list)

    @property
    def left_out(self) -> int:
        return max(0, self.total - len(self.rows))

    def labelled(self) -> list[tuple[Row, list[tuple[str, str]]]]:
        """Each row with its texts, each beside its column's name: on a phone a row becomes a card."""
        return [(row, list(zip(row.texts(), self.columns[1:], strict=True))) for row in self.rows]

    def cells(self) -> list[tuple[Any, ...]]:
        return [(row.in_file or row.name, *row.values) for row in self.rows]


def as_text(value: Any) -> str:
    """A value for people: moments with their zone, days in full, numbers of days with one decimal."""
    if value is None:
        return "\N{EN DASH}"
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j M Y, H:i T")
    if isinstance(value, date):
        return date_format(value, "j M Y")
    if isinstance(value, float):
        return _("less than 0.1") if 0 < value < LEAST else number_format(round(value, 1), 1)
    return str(value)


def time_in_steps(period: Period, most: int | None) -> Table:
    names = {
        "writing": _("Writing: from the first draft to review"),
        "editorial": _("Editorial sign-off: from submission"),
        "clinical": _("Clinical sign-off: from submission"),
        "going_live": _("Going live: from the last sign-off"),
        "all": _("From the first draft to readers"),
    }
    figures = reports.time_in_steps(period)
    lengths = plots.bars([(each.median or 0, each.most or 0) for each in figures])
    known = [(each, bar) for each, bar in zip(figures, lengths, strict=True) if each.count]
    return Table(
        key="steps",
        heading=_("Time in each step"),
        caption=_("Days each step took, for steps that ended in the period"),
        columns=(_("Step"), _("How many"), _("Half took at most (days)"), _("9 in 10 took at most (days)")),
        rows=[Row(names[each.way], (each.count, each.median, each.most)) for each in figures],
        empty="" if known else _("No step ended in this period."),
        bars=[
            {"name": names[each.way], "bar": bar, "median": as_text(each.median), "most": as_text(each.most)}
            for each, bar in known
        ],
    )


def throughput(period: Period, most: int | None) -> Table:
    months = reports.throughput(period)
    series = {
        "submitted": _("Submitted"),
        "signed_off": _("Signed off"),
        "published": _("Published"),
        "withdrawn": _("Withdrawn"),
    }
    names = [date_format(each.month, "M") for each in months]
    counts = {name: [getattr(each, name) for each in months] for name in series}
    done = any(map(any, counts.values()))
    return Table(
        key="throughput",
        heading=_("What was done each month"),
        caption=_("Revisions submitted, signed off completely, published and withdrawn, by month"),
        columns=(_("Month"), *series.values()),
        rows=[
            Row(
                date_format(each.month, "F Y"),
                tuple(getattr(each, name) for name in series),
                in_file=f"{each.month:%Y-%m}",
            )
            for each in months
        ],
        empty="" if done else _("Nothing was done in this period."),
        charts=[
            {"name": label, "total": sum(counts[name]), "columns": plots.columns(counts[name], names)}
            for name, label in series.items()
            if done
        ],
    )


def waiting(period: Period, most: int | None) -> Table:
    places = {Status.IN_REVIEW: reverse("desk:reviews")}
    rows = [
        Row(
            str(each.status.label).capitalize(),
            (each.count, each.since),
            places.get(each.status, f"{reverse('desk:articles')}?status={each.status}"),
        )
        for each in reports.waiting_now()
    ]
    return Table(
        key="waiting",
        heading=_("Waiting now"),
        caption=_("Open revisions by where they stand, and since when the longest waits there"),
        columns=(_("Where"), _("How many"), _("Longest since")),
        rows=rows,
        of_period=False,
    )


def failures(period: Period, most: int | None) -> Table:
    failed = _rows_of(reports.failed_schedules(), most)
    return Table(
        key="failures",
        heading=_("Could not go live"),
        caption=_("Scheduled revisions that were refused when their moment came"),
        columns=(_("Article"), _("Planned for"), _("Why")),
        rows=[Row(each.title, (each.publish_at, each.schedule_failure), each.get_absolute_url()) for each in failed[0]],
        total=failed[1],
        empty=_("Everything that was scheduled has gone live."),
        of_period=False,
    )


def overdue(period: Period, most: int | None) -> Table:
    today = timezone.localdate()
    late = _rows_of(reports.overdue_review_dates(today), most)
    return Table(
        key="overdue",
        heading=_("Review overdue"),
        caption=_("Live articles whose next review should have been made"),
        columns=(_("Article"), _("Topic"), _("Was due"), _("Days overdue")),
        rows=[
            Row(
                each.title,
                (each.topic.name, each.next_review_due, (today - (each.next_review_due or today)).days),
                each.get_absolute_url(),
            )
            for each in late[0]
        ],
        total=late[1],
        empty=_("No live article is overdue for its review."),
        of_period=False,
    )


def withdrawals(period: Period, most: int | None) -> Table:
    taken = _rows_of(reports.withdrawals(period), most)
    return Table(
        key="withdrawals",
        heading=_("Withdrawn"),
        caption=_("Articles taken down in the period, and why"),
        columns=(_("Article"), _("When"), _("By"), _("Why"), _("What readers were told")),
        rows=[
            Row(each.revision.title, (each.at, each.actor, each.note, each.notice), each.revision.get_absolute_url())
            for each in taken[0]
        ],
        total=taken[1],
        empty=_("Nothing was withdrawn in this period."),
    )


Builder = Callable[[Period, int | None], Table]
TABLES: Final[dict[str, Builder]] = {
    "steps": time_in_steps,
    "throughput": throughput,
    "waiting": waiting,
    "failures": failures,
    "overdue": overdue,
    "withdrawals": withdrawals,
}


def _rows_of(found: QuerySet[Any], most: int | None) -> tuple[Sequence[Any], int]:
    """The first rows, and how many there are; all of them where `most` is None."""
    if most is None:
        everything = list(found)
        return everything, len(everything)
    return list(found[:most]), found.count()
