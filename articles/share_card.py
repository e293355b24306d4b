"""The picture that other sites show beside a link to an article: its topic, its title, whose it is. Pure.

Typeset from the words alone: nothing in it is out of date longer than they are, and no patient travels with it.
"""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

SIZE: Final = (1200, 630)  # what Open Graph's readers cut nothing off
_FONT: Final = Path(__file__).parent / "fonts" / "SourceSerifPro-Semibold.ttf"  # licence beside it
_MARGIN: Final = 88
_PAPER, _INK, _BRAND, _ACCENT = "#fbf8f1", "#1b2a27", "#0f4a41", "#853a17"
_LARGEST, _SMALLEST, _SMALL = 84, 40, 34
_MOST_LINES: Final = 5


@lru_cache(maxsize=64)
def png(title: str, topic: str, clinic: str, brand: str = _BRAND) -> bytes:
    """The picture as a PNG file, in the clinic's colour. A title that is too long at the smallest size ends with an
    ellipsis.
    """
    image = Image.new("RGB", SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, SIZE[0], 16), fill=brand)
    small = _font(_SMALL)
    draw.text((_MARGIN, _MARGIN), _cut(topic, small), font=small, fill=_ACCENT)
    font, lines = _fitted(title)
    draw.multiline_text((_MARGIN, _MARGIN + 64), "\n".join(lines), font=font, fill=_INK, spacing=10)
    draw.text((_MARGIN, SIZE[1] - _MARGIN), _cut(clinic, small), font=small, fill=brand, anchor="ls")
    out = BytesIO()
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _fitted(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest size in which the title stands in its place, and its lines."""
    room = SIZE[1] - 2 * _MARGIN - 64 - 2 * _SMALL
    for size in range(_LARGEST, _SMALLEST - 1, -4):
        font, lines = _font(size), _lines(title, _font(size))
        if len(lines) <= _MOST_LINES and len(lines) * (size + 14) <= room:
            return font, lines
    most = room // (_SMALLEST + 14)
    return font, [*lines[: most - 1], _cut(f"{lines[most - 1]} …", font)]


def _lines(title: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > SIZE[0] - 2 * _MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    return [_cut(line, font) for line in lines]


def _cut(text: str, font: ImageFont.FreeTypeFont) -> str:
    """As much of one line as there is room for."""
    if font.getlength(text) <= SIZE[0] - 2 * _MARGIN:
        return text
    while text and font.getlength(f"{text}…") > SIZE[0] - 2 * _MARGIN:
        text = text[:-1].rstrip()
    return f"{text}…"


@lru_cache(maxsize=32)
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONT), size)
