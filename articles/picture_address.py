"""Where a picture is found, and in which sizes it is kept. Pure.

The words hold one address for a picture, `/pictures/<token>/`. Its token is random, so no address tells anything about
a picture or can be guessed; what a token shows never changes.
"""

import re
from collections.abc import Iterable
from typing import Final

RANDOM: Final = r"[0-9a-f]{32}"
ADDRESS: Final = re.compile(rf"/pictures/({RANDOM})/")
LADDER: Final = (320, 640, 960, 1280, 1920)  # widths in pixels; nobody is sent more of a picture than its place shows
TALLEST: Final = 2560
MEDIA_TYPES: Final = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}  # the smallest files first
FALLBACK: Final = "jpg"
USUAL_WIDTH: Final = 960


def address(token: str) -> str:
    """As it stands in the words."""
    return f"/pictures/{token}/"


def sized(token: str, width: int) -> str:
    """The address of one width, which answers in the best format that the browser takes."""
    return f"/pictures/{token}/{width}/"


def file_name(token: str, width: int, extension: str) -> str:
    """Under which name the storage keeps it."""
    return f"pictures/{token}/{width}.{extension}"


def widths_of(width: int) -> tuple[int, ...]:
    """The widths in which a picture so wide is kept, the narrowest first; the last is its own."""
    widest = min(width, LADDER[-1])
    return (*(each for each in LADDER if each < widest), widest)


def srcset(token: str, width: int) -> str:
    """Every width of a picture so wide, as a browser chooses among them."""
    return ", ".join(f"{sized(token, each)} {each}w" for each in widths_of(width))


def usual_width(width: int) -> int:
    """The width of which nobody said which they want."""
    return max((each for each in widths_of(width) if each <= USUAL_WIDTH), default=width)


def tokens_in(html: str) -> list[str]:
    """The tokens of every picture address that stands in the words, each once, in order."""
    return list(dict.fromkeys(ADDRESS.findall(html)))


def best_of(accepted: str, extensions: Iterable[str] = MEDIA_TYPES) -> str:
    """The first format that an Accept header names; one that names none of them takes JPEG."""
    named = {each.partition(";")[0].strip().lower() for each in accepted[:1000].split(",")}
    return next((each for each in extensions if MEDIA_TYPES[each] in named), FALLBACK)
