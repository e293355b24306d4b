"""The panel of helplines that stands before everything else when somebody wrote of a crisis."""

from collections.abc import Set
from typing import Any

from comments.domain.helplines import country_of, emergency_number, help_for, helplines
from comments.domain.rules import rules


def help_panel(details: Set[str]) -> dict[str, Any]:
    """What `comments/_help.html` needs, by what the crisis signals say; nothing where no crisis was found."""
    if not details:
        return {}
    country = country_of(rules())
    return {
        "help_for": help_for(details),
        "lines": helplines(country),
        "emergency_number": emergency_number(country),
    }
