"""A table of the reports, as the page and the CSV file show it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

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


def rows_of(found: QuerySet[Any], most: int | None) -> tuple[Sequence[Any], int]:
    """The first rows, and how many there are; all of them where `most` is None."""
    if most is None:
        everything = list(found)
        return everything, len(everything)
    return list(found[:most]), found.count()
