"""Makes picture files for tests, good and hostile, out of nothing but code."""

import struct
import zlib
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from articles.domain import pictures
from articles.models import Picture
from clinic_cms.models import User
from clinic_cms.roles import EDITOR
from tests.factories import make_person

PAYLOAD = b"<script>alert(document.domain)</script>"


def image(width: int = 400, height: int = 300, mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right, so that a test can tell where up is and what was cut."""
    picture = Image.new("RGB", (width, height), (200, 30, 30))
    ImageDraw.Draw(picture).rectangle((width // 2, 0, width, height), fill=(30, 30, 200))
    return picture.convert(mode)


def encoded(picture: Image.Image | None = None, kind: str = "JPEG", **options: Any) -> bytes:
    out = BytesIO()
    (picture or image()).save(out, kind, **options)
    return out.getvalue()


def upload(content: bytes | None = None, name: str = "photo.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, encoded() if content is None else content, "image/jpeg")


def with_gps() -> bytes:
    """A photo on its side, which tells whose it is and where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6  # held upright: turn a quarter to the right
    exif[0x013B] = "Dr Osei"
    exif.get_ifd(0x8825).update({1: "N", 2: (39.0, 44.0, 21.0), 3: "W", 4: (104.0, 59.0, 5.0)})
    return encoded(exif=exif, comment=b"patient Robin Hale")


def png_of(width: int, height: int) -> bytes:
    """A PNG of any size in a few bytes: one bit for each pixel, all of them black."""
    squeezed = zlib.compressobj(9)
    row = bytes(width // 8 + 2)[: (width + 7) // 8 + 1]
    data = b"".join(squeezed.compress(row) for _each in range(height)) + squeezed.flush()
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
            _chunk(b"IDAT", data),
            _chunk(b"IEND", b""),
        ]
    )


def png_that_lies(width: int, height: int) -> bytes:
    """A small PNG whose header says that it is large."""
    good = encoded(image(64, 64), "PNG")
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return good[:8] + header + good[8 + len(header) :]


def png_with_a_text_bomb() -> bytes:
    good = encoded(image(64, 64), "PNG")
    bomb = _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(80_000_000), 9))
    return good[:33] + bomb + good[33:]


def moving(kind: str) -> bytes:
    frames = [Image.new("RGB", (64, 64), (shade, 0, 0)) for shade in (0, 90, 180)]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:])


def jpeg_of_many_scans() -> bytes:
    """A JPEG that asks for a pass over its pixels again and again."""
    good = encoded(progressive=True)
    at = good.rindex(b"\xff\xda")
    return good[:at] + good[at:-2] * 60 + good[-2:]


def make_picture(*, by: User | None = None, content: bytes | None = None, **said: Any) -> Picture:
    """A picture in the library, taken in as everybody's are."""
    return pictures.add_picture(
        upload(content), by=by or make_person(EDITOR), **{"alt": "A red and a blue field", **said}
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
