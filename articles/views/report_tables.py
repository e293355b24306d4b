"""Which tables the reports have, in their order, each by the name that its CSV file is asked for with."""

from collections.abc import Callable
from typing import Final

from articles.domain.reports import Period
from articles.views import report_accounts, report_figures, report_lists
from articles.views.report_table import Table

Builder = Callable[[Period, int | None], Table]
TABLES: Final[dict[str, Builder]] = {
    "steps": report_figures.time_in_steps,
    "throughput": report_figures.throughput,
    "waiting": report_figures.waiting,
    "failures": report_lists.failures,
    "late": report_accounts.late_reviews,
    "overdue": report_lists.overdue,
    "withdrawals": report_accounts.withdrawals,
    "follow-ups": report_accounts.follow_ups,
    "carried": report_lists.carried_over,
}
