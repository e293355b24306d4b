"""The parts of a disclaimer, each under what it is about."""

from typing import Final

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.checks.disclaimer import parts

register = template.Library()

NAMES: Final[dict[str, Promise | str]] = {
    "general": _("What this is"),
    "no_advice": _("What it is not"),
    "whom_to_ask": _("Whom to ask"),
    "emergency": _("In an emergency"),
    "": "",
}


@register.filter
def disclaimer_parts(words: str) -> list[tuple[Promise | str, str]]:
    """The words in their order: what each part is about, and what it says. One nameless part if there are no others."""
    return [(NAMES[name], text) for name, text in parts(words)]
