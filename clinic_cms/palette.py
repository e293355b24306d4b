"""The clinic's colour: where it stands, whether it can be read there, and the nearest one that can. Pure.

The rest of the colours are those of `static/clinic_cms/site.css`; a test keeps the two the same.
"""

import re
from collections.abc import Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

Scheme = Literal["light", "dark"]

HOUSE: Final = "#0f4a41"
HOUSE_DARK: Final = "#8fd8c4"
TEXT: Final = 4.5  # WCAG 2.2, 1.4.3; what is no text needs 3 (1.4.11), and every place below holds text too
EASY: Final = 7.0  # what we aim for where we choose: 1.4.6
BAR: Final = 12.0  # white words on the desk's bar, which has marks of other colours too
_STEPS: Final = 512
_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")

TOKENS: Final[dict[Scheme, dict[str, str]]] = {
    "light": {
        "paper": "#fbf8f1", "surface": "#ffffff", "sunken": "#f1ede2", "ink": "#1b2a27", "muted": "#3f4e4a",
        "line": "#d8d2c2", "edge": "#74807b", "brand": HOUSE, "on-brand": "#ffffff", "link": "#0b554a",
        "accent": "#853a17", "focus": "#0b554a", "focus-halo": "#ffd166", "info": "#0b4a7d", "info-tint": "#eaf2f9",
        "warn": "#6b4300", "warn-tint": "#fdf3dc", "danger": "#941320", "danger-tint": "#fcecea",
        "on-danger": "#ffffff", "ok": "#14532d", "ok-tint": "#e8f3ea", "bar": "#0a332d", "bar-mark": HOUSE_DARK,
    },
    "dark": {
        "paper": "#101816", "surface": "#18221f", "sunken": "#0b1210", "ink": "#e9ece4", "muted": "#b6c2bb",
        "line": "#33413c", "edge": "#7d8f87", "brand": HOUSE_DARK, "on-brand": "#06231d", "link": "#93dcc8",
        "accent": "#f2b08b", "focus": "#ffd166", "focus-halo": "#101816", "info": "#a3cdf3", "info-tint": "#13283b",
        "warn": "#f3cd7d", "warn-tint": "#2e2410", "danger": "#ffb3ad", "danger-tint": "#3a1618",
        "on-danger": "#2b0709", "ok": "#a5dcb4", "ok-tint": "#14291b",
    },
}  # fmt: skip
ON_BRAND: Final[dict[Scheme, str]] = {"light": "#ffffff", "dark": "#0b1210"}
# Behind links, marks and edges of the clinic's colour.
BEHIND: Final = ("paper", "surface", "sunken", "info-tint", "warn-tint", "danger-tint", "ok-tint")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that stand on one another, by the name of the place: "button", or a token behind links."""

    place: str
    scheme: Scheme
    text: str
    background: str

    @property
    def ratio(self) -> float:
        return contrast(self.text, self.background)

    @property
    def passes(self) -> bool:
        return self.ratio >= TEXT


def is_colour(text: str) -> bool:
    return bool(_COLOUR.fullmatch(text))


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def pairs(colour: str, scheme: Scheme) -> list[Pair]:
    """Wherever the clinic's colour stands with text: words on it, and links of it on everything behind them."""
    behind = [Pair(name, scheme, colour, TOKENS[scheme][name]) for name in BEHIND]
    return [Pair("button", scheme, ON_BRAND[scheme], colour), *behind]


def worst(colour: str, scheme: Scheme) -> Pair:
    return min(pairs(colour, scheme), key=lambda pair: pair.ratio)


def nearest(colour: str, scheme: Scheme, needed: float = TEXT) -> str:
    """The colour of the same hue that is nearest to it in lightness and passes everywhere; itself where it does."""
    return next(each for each in _lighter_and_darker(colour) if worst(each, scheme).ratio >= needed)


@lru_cache(maxsize=64)
def dark_of(colour: str) -> str:
    """The same colour for dark screens, where nobody chose one."""
    return HOUSE_DARK if colour == HOUSE else nearest(colour, "dark", EASY)


def tokens_of(colour: str, scheme: Scheme) -> dict[str, str]:
    """All of the site's colours where the clinic's is this one."""
    own = TOKENS[scheme]
    return own if colour == own["brand"] else {**own, **changed(colour, scheme)}


def changed(colour: str, scheme: Scheme) -> dict[str, str]:
    """Those that follow the clinic's."""
    follow = {"brand": colour, "on-brand": ON_BRAND[scheme], "link": colour}
    if scheme == "dark":
        return follow
    return {**follow, "focus": colour, "bar": _bar(colour), "bar-mark": dark_of(colour)}


@lru_cache(maxsize=64)
def _bar(colour: str) -> str:
    return next(each for each in _lighter_and_darker(colour) if contrast("#ffffff", each) >= BAR)


def _lighter_and_darker(colour: str) -> Iterator[str]:
    """Colours of one hue, from this one outwards to black and white."""
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    yield colour
    for step in range(1, _STEPS + 1):
        for moved in (lightness - step / _STEPS, lightness + step / _STEPS):
            yield _written(hls_to_rgb(hue, min(max(moved, 0.0), 1.0), saturation))


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _written(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(each * 255):02x}" for each in channels)
