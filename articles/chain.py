"""The chain: every Transition of an article carries a hash over itself and the one before it, so that history that was
changed, taken out or put in between shows. Pure.

PostgreSQL makes the hashes as the rows come in (`articles_link()`, migration 0004); this is the same, to check them by.
"""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Final

FIRST: Final = "0" * 64  # what the first Transition of an article follows
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def link(previous: str, parts: tuple[object, ...]) -> str:
    """The hash of one Transition: 64 hexadecimal digits over the one before it and its own parts, in their order."""
    fields = b"".join(_field(part) for part in (previous, *parts))
    return hashlib.sha256(fields).hexdigest()


def microseconds(moment: datetime) -> int:
    """The moment as PostgreSQL stores it, in whole microseconds since 1970."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def _field(part: object) -> bytes:
    encoded = ("" if part is None else str(part)).encode()
    return f"{len(encoded)}:".encode() + encoded + b"\n"
