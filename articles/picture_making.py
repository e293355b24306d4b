"""Makes the files of a picture from whatever somebody uploaded. Pure, and a program of its own: whatever a decoder does
with a hostile file, it does it in a process that has few means and little time.

    python picture_making.py FILE FOLDER WIDTHS TALLEST
    python picture_making.py FILE FOLDER logo              one small picture that may be see-through

prints one JSON object: its size, or the code of what is wrong.
"""

import json
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from PIL import Image, ImageCms, ImageOps

MOST_PIXELS: Final = 50_000_000
LEAST_SIDE: Final = 48
MOST_SCANS: Final = 40  # of a progressive JPEG; ten are usual, and each costs a pass over all its pixels
FORMATS: Final = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
PROCESSOR_SECONDS: Final = 40
MEMORY: Final = 2 * 1024**3
LOGO: Final = (640, 160)  # a logo's most: four times as large as it is shown
# What other files begin with, to say what to do with them.
_BEGINNINGS: Final = ((b"%PDF", "pdf"), (b"II*\0", "tiff"), (b"MM\0*", "tiff"), (b"8BPS", "photoshop"), (b"BM", "bmp"))


class Wrong(Exception):
    """Why no picture can be made of a file: one of the codes that `articles.domain.picture_files` has sentences for."""


def make(content: bytes, widths: tuple[int, ...], tallest: int) -> tuple[Image.Image, Iterator[tuple[str, bytes]]]:
    """The picture as it is kept, and its files by name: only its pixels, upright, in sRGB, on white."""
    picture = decode(content, widths[-1], tallest)
    return picture, _files(picture, [each for each in widths if each < picture.width])


def make_logo(content: bytes) -> tuple[Image.Image, Iterator[tuple[str, bytes]]]:
    """The same for a logo: one PNG without the empty edges it may have."""
    picture = decode(content, *LOGO, see_through=True)
    if picture.getchannel("A").getbbox() is None:
        raise Wrong("too_small")
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return picture, iter([("logo.png", out.getvalue())])


def decode(content: bytes, widest: int, tallest: int, *, see_through: bool = False) -> Image.Image:
    """The pixels of the one picture in a file and nothing else of it. What a file is called or says it is counts for
    nothing; its size is known before a pixel is read. What can be seen through is white, unless that is asked for.
    Raises Wrong.
    """
    if content[:3] == b"\xff\xd8\xff" and content.count(b"\xff\xda") > MOST_SCANS:
        raise Wrong("too_heavy")
    try:
        image: Image.Image = Image.open(BytesIO(content), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise Wrong("too_many_pixels") from problem
    except Exception as problem:  # a decoder may raise anything over a hostile file; the answer is the same
        raise Wrong(_kind(content)) from problem
    _refuse_by_size(image)
    if image.format != "MPO" and getattr(image, "is_animated", False):
        raise Wrong("animated")
    try:
        image.draft("RGB", (widest * 2, tallest * 2))  # a JPEG can be read smaller than it is
        image.load()
        return _shown(image, widest, tallest, see_through)
    except Exception as problem:
        raise Wrong("damaged") from problem


def _refuse_by_size(image: Image.Image) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise Wrong("too_many_pixels")
    if min(width, height) < LEAST_SIDE or max(width, height) > 40 * min(width, height):
        raise Wrong("too_small")


def _shown(image: Image.Image, widest: int, tallest: int, see_through: bool) -> Image.Image:
    """What a viewer of the file would see, as plain pixels without anything that came with them."""
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I") or image.mode == "F":  # 16 bits for each grey
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("P", "PA", "LA", "La", "RGBa", "1") or "transparency" in image.info:
        image = image.convert("RGBA")
    if image.mode == "RGBA" and not see_through:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image)
        image = paper.convert("RGB")
    if image.mode == "RGBA" and (seen := image.getchannel("A").getbbox()):
        image = image.crop(seen)
    image.thumbnail((widest, tallest), Image.Resampling.LANCZOS, reducing_gap=3.0)
    plain = Image.new("RGB", image.size, "white")
    alpha = image.getchannel("A") if image.mode == "RGBA" else Image.new("L", image.size, 255)
    plain.paste(_in_srgb(image.convert("RGB") if image.mode == "RGBA" else image, profile))
    if see_through:
        plain.putalpha(alpha)
    return plain


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as they were meant; a profile that says nothing we can use is left out."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, source, srgb, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None
        if converted is not None:
            return converted
    return image.convert("RGB")


def _files(picture: Image.Image, narrower: list[int]) -> Iterator[tuple[str, bytes]]:
    """Every width in every format, the widest first: each is made from the one before it."""
    for width in [picture.width, *reversed(narrower)]:
        if width != picture.width:
            height = max(1, round(picture.height * width / picture.width))
            picture = picture.resize((width, height), Image.Resampling.LANCZOS)
        options: dict[str, dict[str, Any]] = {
            "jpg": {"format": "JPEG", "quality": 84, "progressive": True, "optimize": True},
            "webp": {"format": "WEBP", "quality": 80, "method": 4},
            "avif": {"format": "AVIF", "quality": 62, "speed": 8},
        }
        for extension, how in options.items():
            out = BytesIO()
            picture.save(out, **how)
            yield f"{width}.{extension}", out.getvalue()


def _kind(content: bytes) -> str:
    """What a file that is no picture of ours is, as far as its beginning tells."""
    head = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<svg", b"<?xml", b"<!doctype", b"<html")) or b"<svg" in head:
        return "svg"
    if content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim"):
        return "heic"
    known = next((kind for start, kind in _BEGINNINGS if content.startswith(start)), "")
    if known:
        return known
    pictures = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8")
    ours = content.startswith(pictures) or content[8:12] == b"WEBP" or content[4:12] == b"ftypavif"
    return "damaged" if ours else "no_picture"


def _limit_ourselves() -> None:
    """Where the system can: little memory and little time, for good."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(source: str, folder: str, widths: str, tallest: str = "") -> dict[str, Any]:
    """Write every file of the picture into the folder; the answer is its size, or what is wrong."""
    content = Path(source).read_bytes()
    try:
        if widths == "logo":
            picture, files = make_logo(content)
        else:
            picture, files = make(content, tuple(map(int, widths.split(","))), int(tallest))
        for name, content in files:
            (Path(folder) / name).write_bytes(content)
    except Wrong as problem:
        return {"wrong": str(problem)}
    return {"width": picture.width, "height": picture.height}


if __name__ == "__main__":
    _limit_ourselves()
    sys.stdout.write(json.dumps(main(*sys.argv[1:5])))
