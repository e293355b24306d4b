"""The tables of the reports that name articles: what failed, what is overdue, what was carried over."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.domain import reports
from articles.domain.reports import Period
from articles.views.report_table import Row, Table, rows_of


def failures(period: Period, most: int | None) -> Table:
    failed = rows_of(reports.failures(), most)
    what = {"goes_live": _("going live"), "comes_down": _("coming down")}
    return Table(
        key="failures",
        heading=_("Could not be done as planned"),
        caption=_("What should have gone live or come down by itself by now, and did not"),
        columns=(_("Article"), _("What"), _("Planned for"), _("Why")),
        rows=[
            Row(title, (what[planned], at, why), reverse("desk:revision", args=[revision]))
            for title, planned, at, why, revision in failed[0]
        ],
        total=failed[1],
        empty=_("Everything that was planned has been done."),
        of_period=False,
    )


def overdue(period: Period, most: int | None) -> Table:
    today = timezone.localdate()
    late = rows_of(reports.overdue_review_dates(today), most)
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


def carried_over(period: Period, most: int | None) -> Table:
    kept = rows_of(reports.carried_over(period), most)
    return Table(
        key="carried",
        heading=_("Sign-offs carried over"),
        caption=_("Clinical sign-offs that changed words kept, because the change was small enough"),
        columns=(_("Article"), _("Signer"), _("Kept for revision"), _("Carried over"), _("From revision"), _("Class")),
        rows=[
            Row(
                each.review.revision.title,
                (
                    each.signer_name,
                    each.review.revision.number,
                    each.at,
                    each.carried_from.review.revision.number if each.carried_from else None,
                    each.review.get_change_class_display(),
                ),
                each.review.revision.get_absolute_url(),
            )
            for each in kept[0]
        ],
        total=kept[1],
        empty=_("No sign-off was carried over in this period."),
    )
