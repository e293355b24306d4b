"""How the site looks in the clinic's colour: a stylesheet that sets the colours that follow it, and the mark in the
browser's tab. Both are made from the colours that stand in their address, so they need no database and never change.
"""

import hashlib
from dataclasses import dataclass
from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from clinic_cms import palette
from clinic_cms.palette import HOUSE, Scheme

ADDRESS: Final = (
    r"^look/(?P<brand>[0-9a-f]{6})-(?P<dark>[0-9a-f]{6})-(?P<digest>[0-9a-f]{12})"
    r"/(?P<name>site\.css|preview\.css|mark\.svg)$"
)
A_YEAR: Final = 365 * 24 * 3600
_TYPES: Final = {"site.css": "text/css", "preview.css": "text/css", "mark.svg": "image/svg+xml"}
_MARK: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="{brand}"/>'
    '<path d="M16 26V13m0 6c-5 0-7.5-2.5-7.5-7.5 5 0 7.5 2.5 7.5 7.5Zm0-3.5c0-5 2.5-8 7.5-8.5.2 5.5-2.5 8.5-7.5 8.5Z" '
    'fill="none" stroke="#fff" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Look:
    """The clinic's colour on light screens and on dark ones."""

    brand: str
    dark: str

    @classmethod
    def of(cls, brand: str, dark: str) -> "Look":
        """From what the clinic chose: what it left to us is worked out."""
        light = brand or HOUSE
        return cls(light, dark or palette.dark_of(light))

    @property
    def colours(self) -> tuple[tuple[str, str, Scheme], ...]:
        """Each with the field it is chosen in, and the screens it is for."""
        return (("brand", self.brand, "light"), ("brand_dark", self.dark, "dark"))

    @property
    def is_ours(self) -> bool:
        """Whether it is the one of site.css, which needs no stylesheet of its own."""
        return self == Look.of(HOUSE, "")

    @property
    def stylesheet(self) -> str:
        return self._address("site.css")

    @property
    def preview_stylesheet(self) -> str:
        """For two pieces of one page, `.look--light` and `.look--dark`, whatever the screen is."""
        return self._address("preview.css")

    @property
    def mark(self) -> str:
        return self._address("mark.svg")

    def content(self, name: str) -> str:
        """What is found at the address of this name."""
        if name == "mark.svg":
            return _MARK.format(brand=self.brand)
        if name == "preview.css":
            light, dark = palette.tokens_of(self.brand, "light"), palette.tokens_of(self.dark, "dark")
            return _rule(".look--light", light, "light") + _rule(".look--dark", dark, "dark")
        light, dark = palette.changed(self.brand, "light"), palette.changed(self.dark, "dark")
        return f"{_rule(':root', light)}@media screen and (prefers-color-scheme:dark){{{_rule(':root', dark)}}}"

    def _address(self, name: str) -> str:
        return reverse("look", args=[self.brand[1:], self.dark[1:], _digest(self.content(name)), name])


@require_safe
@login_not_required
def show(request: HttpRequest, brand: str, dark: str, digest: str, name: str) -> HttpResponse:
    """Nothing of a visitor and nothing of the clinic: what the address says, and only what we make of it now."""
    content = Look(f"#{brand}", f"#{dark}").content(name)
    if digest != _digest(content):
        raise Http404
    response = HttpResponse(content, content_type=f"{_TYPES[name]}; charset=utf-8")
    patch_cache_control(response, public=True, max_age=A_YEAR, immutable=True)
    return response


def _rule(selector: str, tokens: dict[str, str], scheme: str = "") -> str:
    said = "".join(f"--{name}:{value};" for name, value in tokens.items())
    return f"{selector}{{{f'color-scheme:{scheme};' if scheme else ''}{said}}}"


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()[:12]
