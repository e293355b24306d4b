"""From an upload to the files of a picture, and back to nothing: what happens to bytes, whoever sent them."""

import hashlib
import json
import logging
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from articles import picture_making
from articles.picture_address import FALLBACK, LADDER, MEDIA_TYPES, TALLEST, file_name, widths_of
from clinic_cms.shared.refusal import Refusal

MOST_BYTES: Final = 15 * 1024 * 1024
LONGEST: Final = 60  # seconds from the start of the program to its end
logger = logging.getLogger(__name__)

SENTENCES: Final[dict[str, Callable[[], str]]] = {
    "svg": lambda: _("SVG and web pages can carry programs, so we don't take them. Export the picture as a PNG."),
    "pdf": lambda: _("That is a PDF. Export the page you need as a PNG or JPEG picture."),
    "heic": lambda: _("We can't read this phone's format (HEIC). Export the photo as JPEG and upload that."),
    "tiff": lambda: _("We don't take TIFF. Save the picture as a JPEG or PNG."),
    "bmp": lambda: _("We don't take BMP. Save the picture as a JPEG or PNG."),
    "photoshop": lambda: _("That is a Photoshop file. Export the picture as a JPEG or PNG."),
    "no_picture": lambda: _("That file is not a picture, whatever its name says. Choose a JPEG, PNG, WebP or AVIF."),
    "damaged": lambda: _("The file is damaged or not complete. Save or download the picture again, then upload it."),
    "animated": lambda: _("We don't show moving pictures. Save the frame you need as a PNG or JPEG."),
    "too_many_pixels": lambda: (
        _("The picture has more than %(most)s megapixels. Make it smaller, then upload it.")
        % {"most": picture_making.MOST_PIXELS // 1_000_000}
    ),
    "too_small": lambda: _("The picture is too small or too narrow to be seen. Choose one of at least 48 pixels.") % {},
    "too_heavy": lambda: _("The file took too long to read. Open the picture, save it as a new JPEG, and upload that."),
}


@dataclass(frozen=True, slots=True)
class Made:
    """A picture as it will be kept. `digest` is the SHA-256 of its widest JPEG, which stands for all its pixels."""

    width: int
    height: int
    digest: str
    files: dict[str, bytes]


def make(upload: UploadedFile) -> Made:
    """The files of a picture, made anew from its pixels. Refuses whatever is not one picture of a kind we show, is too
    large, or takes too long.
    """
    told, files = _made(upload, ",".join(map(str, LADDER)), str(TALLEST))
    digest = hashlib.sha256(files[f"{told['width']}.{FALLBACK}"]).hexdigest()
    return Made(told["width"], told["height"], digest, files)


def make_logo(upload: UploadedFile) -> Made:
    """The same for a logo, which may be see-through: one small PNG."""
    told, files = _made(upload, "logo")
    return Made(told["width"], told["height"], hashlib.sha256(files["logo.png"]).hexdigest(), files)


def _made(upload: UploadedFile, *how: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    if not upload.size:
        raise Refusal(_("The file is empty. Choose another one."))
    if upload.size > MOST_BYTES:
        raise Refusal(
            _("The file is larger than %(most)d MB. Make the picture smaller, then upload it.")
            % {"most": MOST_BYTES // 1024**2}
        )
    with TemporaryDirectory(prefix="clinic-picture-") as folder:
        source, out = Path(folder) / "upload", Path(folder) / "out"
        with source.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        out.mkdir()
        told = _run(source, out, *how)
        return told, {each.name: each.read_bytes() for each in sorted(out.iterdir())}


def keep(token: str, made: Made) -> None:
    """Hand the files over to the storage. Called before the row is written: no picture is ever without its files."""
    for name, content in made.files.items():
        default_storage.save(f"pictures/{token}/{name}", ContentFile(content))


def remove(token: str, width: int) -> None:
    """Take every file of a picture out of the storage; what is not there any more is no problem."""
    for each in widths_of(width):
        for extension in MEDIA_TYPES:
            default_storage.delete(file_name(token, each, extension))


def _run(source: Path, out: Path, *how: str) -> dict[str, Any]:
    program = [sys.executable, "-I", picture_making.__file__, str(source), str(out), *how]
    try:
        ended = subprocess.run(program, capture_output=True, timeout=LONGEST, check=False)  # noqa: S603
        told: dict[str, Any] = json.loads(ended.stdout) if ended.returncode == 0 else {"wrong": "too_heavy"}
    except subprocess.TimeoutExpired:
        told = {"wrong": "too_heavy"}
    if wrong := told.get("wrong"):
        logger.info("picture_refused why=%s", wrong)
        raise Refusal(SENTENCES[wrong]())
    return told
