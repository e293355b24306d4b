"""The panel of helplines that stands before everything else, wherever somebody's words may be a cry for help."""

from collections.abc import Set
from typing import Any

from comments.domain.helplines import country_of, emergency_number, helplines
from comments.domain.rules import rules


def help_panel(details: Set[str]) -> dict[str, Any]:
    """What `comments/_help.html` takes, by the details of the crisis that was found; nothing where none was."""
    if not details:
        return {}
    country = country_of(rules())
    about = "other" if "other" in details else "past"
    return {
        "help_for": about if details <= {"other", "past", "denied"} else "self",
        "lines": helplines(country),
        "emergency_number": emergency_number(country),
    }
