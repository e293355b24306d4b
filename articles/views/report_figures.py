"""The tables of the reports that count: how long steps took, what was done each month, what waits now."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles import plots
from articles.domain import reports
from articles.domain.reports import Period
from articles.enums import Status
from articles.views.report_table import Row, Table, as_text


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
                date_format(each.month, "YEAR_MONTH_FORMAT"),
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
