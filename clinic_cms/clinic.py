"""What this site says of the clinic, as every page, mail and check takes it. `clinic_cms.profile` fetches it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models.clinical_data import dialled
from clinic_cms import opening_hours
from clinic_cms.look import Look
from clinic_cms.opening_hours import Hours
from clinic_cms.shared.countries import EMERGENCY_NUMBERS, country_name

KEEP_CLINIC: Final = "clinic_cms.keep_clinic"
MOST_WIDE: Final = 200  # pixels of the page that a logo gets
MOST_TALL: Final = 40
LIFELINE: Final = "988"  # of the United States, by telephone and text message: https://988lifeline.org/


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of the clinic's own, by the digest that its address has; its size in pixels."""

    digest: str
    width: int
    height: int

    @property
    def address(self) -> str:
        return reverse("logo", args=[self.digest])

    @property
    def shown(self) -> tuple[int, int]:
        """Its width and height on the page, so that nothing moves when it comes."""
        scale = min(1, MOST_WIDE / self.width, MOST_TALL / self.height)
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """The first line for everybody that the clinic keeps for its country: numbers as they are written."""

    name: str
    phone: str
    then: str
    sms_number: str
    hours: str

    @property
    def tel(self) -> str:
        return dialled(self.phone)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the clinic's own, and the language it is in."""

    words: str
    language: str


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic. Empty is what it has not said."""

    name: str
    country: str
    tagline: str = ""
    own_emergency_number: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    hours: Hours = field(default_factory=dict)
    hours_note: str = ""
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # of these two, by their language
    brand: str = ""
    brand_dark: str = ""
    logo: Logo | None = None
    logo_dark: Logo | None = None
    logo_has_name: bool = False
    disclaimers: Mapping[str, str] = field(default_factory=dict)  # of its own words, by their language
    line: CrisisLine | None = None
    written: Collection[tuple[str, str | None]] = ()  # the languages of what is live, each with its pages of the site

    @property
    def language(self) -> str:
        """In which people of the clinic write what they say of it."""
        return settings.LANGUAGE_CODE

    @property
    def tagline_here(self) -> Said | None:
        """What it promises, if it says so in the language of the page."""
        said = self._said("tagline")
        return said if said and said.language == _language() else None

    @property
    def hours_note_here(self) -> Said | None:
        """What else there is to know about the hours: in the language of the page, or else as the clinic wrote it."""
        return self._said("hours_note")

    @property
    def country_name(self) -> str:
        return country_name(self.country)

    @property
    def emergency_number(self) -> str:
        """What people call in an emergency; empty where nobody said and we do not know."""
        return self.own_emergency_number or EMERGENCY_NUMBERS.get(self.country, "")

    def emergency_number_in(self, country: str) -> str:
        return self.emergency_number if country == self.country else EMERGENCY_NUMBERS.get(country, "")

    @property
    def is_reached_by_988(self) -> bool:
        """Whether the words of the United States hold: 911, and 988 by telephone and text message."""
        line = self.line
        has_lifeline = line is None or line.phone == line.sms_number == LIFELINE
        return self.country == "US" and self.emergency_number == "911" and has_lifeline

    @property
    def emergency_tel(self) -> str:
        return dialled(self.emergency_number)

    @property
    def tel(self) -> str:
        return dialled(self.phone)

    @property
    def disclaimer(self) -> str:
        """What new words about health say of their limits, in the language of this moment: the clinic's own words, or
        ours.
        """
        return self.disclaimers.get(_language()) or self.usual_disclaimer

    @property
    def usual_disclaimer(self) -> str:
        """Our words, with what people call in this country."""
        words = settings.CLINIC_DISCLAIMERS[_language()]
        if self.is_reached_by_988:
            return words
        general, _gap, _emergency = words.partition("\n\n")
        return f"{general}\n\n{self._in_an_emergency()}"

    @property
    def look(self) -> Look:
        return Look.of(self.brand, self.brand_dark)

    @property
    def opening(self) -> list[tuple[str, str]]:
        return opening_hours.shown(self.hours)

    @property
    def is_reachable(self) -> bool:
        """Whether readers are told where the clinic is, or how to reach it."""
        return bool(self.address or self.phone or self.email or self.opening)

    def linked(self, whole: Callable[[str], str]) -> dict[str, Any]:
        """What machines are told of it, in the words of schema.org; `whole` makes whole addresses."""
        return {
            "telephone": self.phone,
            "email": self.email,
            "address": ", ".join(line.strip() for line in self.address.splitlines()),
            "openingHoursSpecification": opening_hours.specification(self.hours),
            "logo": whole(self.logo.address) if self.logo else "",
        }

    def _said(self, name: str) -> Said | None:
        own: str = getattr(self, name)
        if translated := self.translations.get(_language(), {}).get(name):
            return Said(translated, _language())
        return Said(own, self.language) if own else None

    def _in_an_emergency(self) -> str:
        number, line = self.emergency_number, self.line
        first = _("In an emergency, call your local emergency number.")
        if number:
            first = _("In an emergency, call %(number)s.") % {"number": number}
        then = _("If you are thinking about suicide or are in distress, call it too, or a crisis line near you.")
        if line and line.phone:
            whom = f"{line.phone} {line.then}".strip()
            then = _("If you are thinking about suicide or are in distress, call %(phone)s (%(name)s).")
            then %= {"phone": whom, "name": line.name}
        return f"{first} {then}"


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE
