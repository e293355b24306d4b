"""Reading the environment strictly: an unknown value stops the program with one sentence, it is never guessed."""

import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

YES = ("1", "true", "yes", "on")
NO = ("0", "false", "no", "off")
SCHEMES = ("postgres", "postgresql")


def text(name: str, default: str = "") -> str:
    """The trimmed value of `name`; an empty one counts as unset."""
    return os.environ.get(name, "").strip() or default


def required(name: str, why: str) -> str:
    """The value of `name`; without one, a refusal that says what it is for."""
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"Set {name}: {why}.")
    return value


def number(name: str, default: int, low: int, high: int) -> int:
    """A whole number from `low` to `high`."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit()) or not low <= int(value) <= high:
        raise ImproperlyConfigured(f"Set {name} to a whole number from {low} to {high}; it is {value!r} now.")
    return int(value)


def switch(name: str, default: bool = False) -> bool:
    """On or off, in one of the usual words."""
    value = text(name, "1" if default else "0").lower()
    if value not in YES + NO:
        raise ImproperlyConfigured(f"Set {name} to 1 (on) or 0 (off); it is {value!r} now.")
    return value in YES


def names(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """A comma-separated list, without its empty parts."""
    return [part.strip() for part in text(name).split(",") if part.strip()] or list(default)


def database(name: str) -> dict[str, Any]:
    """Django's settings for the PostgreSQL address in `name`. A refusal does not repeat it: it holds a password."""
    return parse_database(name, text(name))


def parse_database(name: str, address: str) -> dict[str, Any]:
    """Django's settings for one address; `name` is only for the refusal. A socket folder is written percent-encoded."""
    malformed = f"Set {name} to an address like postgresql://name:password@host:5432/database; it cannot be read now."
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured(malformed) from None
    database_name = unquote(parts.path.removeprefix("/"))
    if parts.scheme not in SCHEMES or not database_name or "/" in database_name or "\0" in unquote(address):
        raise ImproperlyConfigured(malformed)
    # hostname is lower-cased by urlsplit, which would break the folder of a socket
    host = parts.netloc.rpartition("@")[2]
    host = parts.hostname or "" if "[" in host else host.partition(":")[0]
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database_name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(host),
        "PORT": str(port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
