"""A record as plain values, whatever columns its table has."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Model


def row(instance: Model, left_out: Iterable[str] = ()) -> dict[str, Any]:
    """Every column of a record by its name."""
    names = [field.attname for field in instance._meta.concrete_fields if field.attname not in set(left_out)]
    return {name: plain(getattr(instance, name)) for name in names}


def plain(value: Any) -> Any:
    """The value as JSON takes it; moments in UTC, to the microsecond."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, UUID) else value
