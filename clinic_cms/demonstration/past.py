"""Lets the demonstration have a past: what happens inside happens so many days ago, by the same verbs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, tzinfo

from django.utils import timezone


@contextmanager
def days_ago(days: int) -> Iterator[None]:
    """Inside, `timezone.now()` is so many days earlier. For this process, and for building the demonstration only:
    the records, their chain and the guards of the database see one consistent past.
    """

    class Then(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) - timedelta(days=days)

    timezone.datetime = Then  # type: ignore[attr-defined]
    try:
        yield
    finally:
        timezone.datetime = datetime  # type: ignore[attr-defined]
