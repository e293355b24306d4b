"""The tables of the reports that say who has what: late sign-offs, what came down and who looked at it again."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from articles.domain import reports
from articles.domain.queue import hands_on
from articles.domain.reports import Period
from articles.enums import SignOffKind
from articles.models import FollowUp, Transition
from articles.views.report_table import Row, Table, rows_of


def late_reviews(period: Period, most: int | None) -> Table:
    today = timezone.localdate()
    late, total = rows_of(reports.late_reviews(today), most)
    asked, reading = hands_on(late)
    return Table(
        key="late",
        heading=_("Sign-offs overdue"),
        caption=_("Reviews whose sign-offs should have been given, and who has them"),
        columns=(
            _("Article"),
            _("Was due"),
            _("Days overdue"),
            _("Still missing"),
            _("Waits for"),
            _("Is reading it now"),
        ),
        rows=[
            Row(
                each.revision.title,
                (
                    each.due_on,
                    (today - each.due_on).days,
                    _kinds(each.missing()),
                    _names(str(given.person) for given in asked[each.pk]),
                    _names(str(claim.person) for claim in reading[each.pk]),
                ),
                each.revision.get_absolute_url(),
            )
            for each in late
        ],
        total=total,
        empty=_("No sign-off is overdue."),
        of_period=False,
    )


def withdrawals(period: Period, most: int | None) -> Table:
    taken, total = rows_of(reports.withdrawals(period), most)
    return Table(
        key="withdrawals",
        heading=_("Withdrawn"),
        caption=_("Articles taken down in the period, why, and whether two people looked again at what happened"),
        columns=(
            _("Article"),
            _("When"),
            _("How"),
            _("By"),
            _("Why"),
            _("What readers were told"),
            _("Looked at again"),
            _("Days until then"),
        ),
        rows=[
            Row(
                each.revision.title,
                (each.at, _how(each), each.actor, each.note, each.notice, *_looked_at(each)),
                each.revision.get_absolute_url(),
            )
            for each in taken
        ],
        total=total,
        empty=_("Nothing was withdrawn in this period."),
    )


def follow_ups(period: Period, most: int | None) -> Table:
    today = timezone.localdate()
    waiting, total = rows_of(reports.open_follow_ups(), most)
    return Table(
        key="follow-ups",
        heading=_("To be looked at again"),
        caption=_("What an editor and a clinician have not both looked at again yet"),
        columns=(_("Article"), _("Since"), _("Opened by"), _("Due"), _("Days overdue"), _("Still missing")),
        rows=[
            Row(
                each.title,
                (
                    each.opened_at,
                    str(each.opened_by or _("the clock")),
                    each.due_on,
                    max(0, (today - each.due_on).days) or None,
                    _kinds(dict.fromkeys(each.missing, 1)),
                ),
                each.get_absolute_url(),
            )
            for each in waiting
        ],
        total=total,
        empty=_("Everything that was withdrawn has been looked at again."),
        of_period=False,
    )


def _how(taken: Transition) -> str:
    """By the clock, by a person who carried a plan out, or by a person for a reason of their own."""
    planned_for = getattr(taken, "planned_for")  # noqa: B009  an annotation
    if not taken.by_id:
        return _("as planned")
    if planned_for is None:
        return _("at once")
    return _("as planned, but sooner") if taken.at < planned_for else _("as planned, by hand")


def _looked_at(taken: Transition) -> tuple[str | None, float | None]:
    """Who looked again, and how many days it took until both had."""
    follow_up: FollowUp | None = next(iter(taken.revision.follow_ups.all()), None)
    if follow_up is None:
        return _("not needed"), None
    if follow_up.closed_at is None:
        return (_("no, overdue") if follow_up.is_overdue else _("not yet")), None
    took = (follow_up.closed_at - taken.at).total_seconds() / 86400
    return _names(each.by_name for each in follow_up.confirmations.all()), took


def _kinds(missing: dict[SignOffKind, int]) -> str:
    return ", ".join(f"{kind.label} ({count})" if count > 1 else str(kind.label) for kind, count in missing.items())


def _names(names: Iterable[str]) -> str | None:
    return get_text_list(list(names), _("and")) or None
