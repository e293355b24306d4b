"""Three calm pictures, drawn by these lines and by nobody else, and taken into the library as everybody's are."""

from collections.abc import Callable
from io import BytesIO
from math import pi, sin
from typing import Final

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from articles.domain.pictures import add_picture
from articles.models import Picture
from articles.pictures import figure
from clinic_cms.demonstration import kinds
from clinic_cms.models import User

WIDTH: Final = 1280
HEIGHT: Final = 800
_FINE: Final = 2  # drawn larger than it is kept, so that edges are smooth
Draw = ImageDraw.ImageDraw
Colour = tuple[int, int, int]


def lead_of(article: kinds.Article, by: User) -> dict[str, object]:
    """The words of an article about the picture at its top, if it has one."""
    lead = article.lead
    if lead is None:
        return {}
    return {"lead_picture": _in_the_library(lead, by), "lead_alt": lead.alt, "lead_caption": lead.caption}


def illustrated(article: kinds.Article, body: str, by: User) -> str:
    """These words of an article with their picture, if they have one: above the heading that it belongs to."""
    shown = article.figure
    if shown is None:
        return body
    picture = _in_the_library(shown, by)
    framed = figure(picture.token, picture.width, picture.height, alt=shown.alt, caption=shown.caption)
    return body.replace(shown.above, f"{framed}\n\n{shown.above}", 1)


def _in_the_library(each: kinds.Picture, by: User) -> Picture:
    return Picture.objects.filter(alt=each.alt).first() or _take_in(each.drawing, each.alt, by)


def _take_in(name: str, alt: str, by: User) -> Picture:
    """One of the drawings, as a picture of the library."""
    sheet = Image.new("RGB", (WIDTH * _FINE, HEIGHT * _FINE))
    DRAWINGS[name](ImageDraw.Draw(sheet))
    out = BytesIO()
    sheet.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(out, "PNG")
    upload = SimpleUploadedFile(f"{name}.png", out.getvalue(), "image/png")
    return add_picture(upload, by=by, alt=alt, credit="Alder Street Clinic")


def _night(draw: Draw) -> None:
    """A window at night: the moon over hills, a curtain, a bed's edge."""
    _sky(draw, (22, 34, 66), (72, 92, 132))
    for x, y in ((180, 120), (330, 70), (520, 150), (760, 90), (1010, 60), (1120, 190), (640, 230), (240, 260)):
        _disc(draw, x, y, 3, (236, 232, 210))
    _disc(draw, 905, 190, 78, (245, 238, 214))
    _disc(draw, 938, 172, 70, (33, 47, 80))
    _hills(draw, 520, 60, 1.4, (44, 66, 92))
    _hills(draw, 590, 45, 2.1, (31, 50, 70))
    draw.rectangle(_box(0, 690, WIDTH, HEIGHT), fill=(122, 96, 84))
    draw.rounded_rectangle(_box(90, 610, 1190, 900), 60 * _FINE, fill=(214, 202, 190))
    draw.rounded_rectangle(_box(150, 560, 520, 700), 56 * _FINE, fill=(240, 232, 222))
    for left, right in ((0, 110), (1170, WIDTH)):
        draw.rectangle(_box(left, 0, right, 640), fill=(150, 110, 104))


def _cuff(draw: Draw) -> None:
    """An arm that rests on a table, a cuff around its upper half, and the monitor beside it."""
    _sky(draw, (226, 236, 232), (206, 222, 216))
    draw.rectangle(_box(0, 560, WIDTH, HEIGHT), fill=(176, 140, 108))
    draw.rectangle(_box(0, 560, WIDTH, 576), fill=(150, 116, 88))
    draw.polygon([_at(0, 180), _at(210, 240), _at(300, 620), _at(0, 660)], fill=(66, 118, 122))
    draw.line([_at(190, 330), _at(470, 500), _at(900, 520)], fill=(214, 160, 126), width=118 * _FINE, joint="curve")
    _disc(draw, 470, 500, 59, (214, 160, 126))
    _disc(draw, 915, 520, 64, (214, 160, 126))
    draw.line([_at(250, 366), _at(400, 457)], fill=(34, 62, 96), width=150 * _FINE)
    draw.line([_at(322, 395), _at(348, 411)], fill=(232, 236, 236), width=40 * _FINE)
    draw.arc(_box(330, 290, 1130, 760), 205, 325, fill=(52, 62, 72), width=10 * _FINE)
    draw.rounded_rectangle(_box(985, 385, 1255, 585), 26 * _FINE, fill=(240, 242, 240))
    draw.rounded_rectangle(_box(1011, 411, 1229, 531), 14 * _FINE, fill=(190, 208, 196))
    for top, length in ((435, 150), (467, 120), (499, 70)):
        draw.rounded_rectangle(_box(1033, top, 1033 + length, top + 16), 8 * _FINE, fill=(44, 70, 62))
    _disc(draw, 1120, 558, 15, (196, 92, 70))


def _path(draw: Draw) -> None:
    """A path through green hills in the morning."""
    _sky(draw, (250, 226, 196), (214, 228, 226))
    _disc(draw, 960, 250, 84, (246, 198, 130))
    _hills(draw, 400, 70, 1.1, (150, 182, 162))
    _hills(draw, 480, 60, 1.7, (112, 156, 126))
    _hills(draw, 570, 50, 0.9, (78, 126, 96))
    left = [_at(560 + 90 * sin(step / 9) - step * 3.2, 545 + step * 6) for step in range(44)]
    right = [_at(590 + 90 * sin(step / 9) + step * 4.6, 545 + step * 6) for step in range(43, -1, -1)]
    draw.polygon(left + right, fill=(226, 206, 166))
    for x, y, size in ((150, 560, 70), (270, 600, 52), (1090, 590, 84), (1200, 640, 60)):
        draw.rectangle(_box(x - 7, y, x + 7, y + size), fill=(96, 72, 52))
        _disc(draw, x, y - size // 3, size, (54, 98, 74))


DRAWINGS: Final[dict[str, Callable[[Draw], None]]] = {"night": _night, "cuff": _cuff, "path": _path}


def _at(x: float, y: float) -> tuple[float, float]:
    return x * _FINE, y * _FINE


def _box(left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
    return left * _FINE, top * _FINE, right * _FINE, bottom * _FINE


def _disc(draw: Draw, x: float, y: float, radius: float, colour: Colour) -> None:
    draw.ellipse(_box(x - radius, y - radius, x + radius, y + radius), fill=colour)


def _sky(draw: Draw, top: Colour, bottom: Colour) -> None:
    for y in range(HEIGHT * _FINE):
        part = y / (HEIGHT * _FINE)
        colour = tuple(round(a + (b - a) * part) for a, b in zip(top, bottom, strict=True))
        draw.line([(0, y), (WIDTH * _FINE, y)], fill=colour)


def _hills(draw: Draw, height: float, swing: float, waves: float, colour: Colour) -> None:
    ridge = [_at(x, height + swing * sin(waves * 2 * pi * x / WIDTH + height)) for x in range(0, WIDTH + 9, 8)]
    draw.polygon([*ridge, _at(WIDTH + 8, HEIGHT), _at(0, HEIGHT)], fill=colour)
