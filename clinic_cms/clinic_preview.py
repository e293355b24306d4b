"""The clinic as it would be with what stands in the form, for the desk's preview. Nothing of it is saved or public."""

from dataclasses import replace
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from articles.enums import Audience
from articles.models import CrisisResource
from articles.models.clinical_data import told_here
from clinic_cms import palette
from clinic_cms.clinic import Clinic, CrisisLine, Logo
from clinic_cms.models import ClinicLogo
from clinic_cms.palette import Pair
from clinic_cms.profile import clinic

_TYPED: Final = (
    "name", "tagline", "country", "address", "phone", "email", "hours", "hours_note", "translations", "brand",
    "brand_dark", "disclaimers", "logo_has_name",
)  # fmt: skip
PLACES: Final = {
    "button": _("Words on a button"),
    "paper": _("Links on the page"),
    "surface": _("Links in the head of the page"),
    "sunken": _("Links in a shaded box"),
    "info-tint": _("Links in a notice"),
    "warn-tint": _("Links in a warning"),
    "danger-tint": _("Links in an error"),
    "ok-tint": _("Links where something went well"),
}
SCREENS: Final = {"light": _("On a light screen"), "dark": _("On a dark screen")}


def with_typed(values: dict[str, Any]) -> Clinic:
    """The clinic with these values, as far as they make sense; the rest is as it is."""
    now = clinic()
    typed: dict[str, Any] = {name: values[name] for name in _TYPED if name in values}
    if "emergency_number" in values:
        typed["own_emergency_number"] = values["emergency_number"]
    for name in ("logo", "logo_dark"):
        if name in values:
            typed[name] = _logo(values[name])
    return replace(now, **typed, line=_line(typed.get("country", now.country)))


def contrasts(shown: Clinic) -> list[tuple[Any, list[tuple[Any, Pair]]]]:
    """For both kinds of screen each place of the clinic's colour, with how well it can be read there."""
    return [
        (SCREENS[scheme], [(PLACES[pair.place], pair) for pair in palette.pairs(colour, scheme)])
        for _field, colour, scheme in shown.look.colours
    ]


def proposals(shown: Clinic) -> list[tuple[str, Any, str]]:
    """For each colour that can't be read everywhere: its field, the kind of screen, and the nearest colour that can."""
    return [
        (name, SCREENS[scheme], palette.nearest(colour, scheme))
        for name, colour, scheme in shown.look.colours
        if not palette.worst(colour, scheme).passes
    ]


def _logo(row: ClinicLogo | None) -> Logo | None:
    return Logo(row.digest, row.width, row.height) if row else None


def _line(country: str) -> CrisisLine | None:
    everybody = CrisisResource.objects.filter(active=True, audience=Audience.GENERAL, country=country)
    first = told_here(everybody).order_by("order", "pk").first()
    return CrisisLine(first.name, first.phone, first.then, first.sms_number, first.hours) if first else None
