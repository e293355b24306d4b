"""How a picture may stand in the words, and what is added to it on the way to a page. Pure: for `articles.richtext`."""

import re
from typing import Final

from articles.picture_address import ADDRESS, RANDOM

PICTURE: Final = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')  # as it stands in sanitised words
ATTRIBUTE: Final = re.compile(r' ([a-z]+)="([^"]*)"')
ATTRIBUTES: Final = frozenset({"src", "alt", "width", "height"})
FOR_READERS: Final = frozenset({"srcset", "sizes", "loading", "decoding"})
_NO_FIGURE: Final = re.compile(r'<figure(?: class="picture")?>\s*</figure>')
_NUMBER: Final = r"[1-9]\d{0,3}"
_SIZED: Final = rf"/pictures/{RANDOM}/{_NUMBER}/"

VALUES: Final = {"src": ADDRESS, "width": re.compile(_NUMBER), "height": re.compile(_NUMBER)}
VALUES_FOR_READERS: Final = {
    "src": re.compile(rf"{_SIZED}|{ADDRESS.pattern}"),
    "srcset": re.compile(rf"{_SIZED} {_NUMBER}w(, {_SIZED} {_NUMBER}w){{0,9}}"),
    "sizes": re.compile(r"[a-z0-9(): ,.-]{1,100}"),
    "loading": re.compile(r"lazy"),
    "decoding": re.compile(r"async"),
}


def attributes_of(match: re.Match[str]) -> dict[str, str]:
    """The attributes of what `PICTURE` has found; values stay escaped."""
    return dict(ATTRIBUTE.findall(match[1]))


def written(attributes: dict[str, str]) -> str:
    """The element, its attributes in the order in which the editor writes them: opening and saving changes nothing."""
    parts = [f'{name}="{value}"' for name, value in sorted(attributes.items())]
    return f"<img {' '.join(parts)}>"


def without_foreign(html: str) -> str:
    """A picture is one of our library or none at all: what is left of others goes, with the frame around it."""
    if "<img" not in html:
        return html
    before, html = html, PICTURE.sub(_own, html)
    while before != html:  # as often as frames stand in frames; how deep they do was asked before
        before, html = html, _NO_FIGURE.sub("", html)
    return html


def _own(match: re.Match[str]) -> str:
    attributes = attributes_of(match)
    return written(attributes) if "src" in attributes else ""
