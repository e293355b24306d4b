"""What may come as a picture, and what is kept of it. Every file here goes through the real program."""

import hashlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from articles.domain import picture_files
from articles.domain.picture_files import SENTENCES, Made, make
from clinic_cms.shared.refusal import Refusal
from tests.pictures import (
    PAYLOAD,
    encoded,
    image,
    jpeg_of_many_scans,
    moving,
    png_of,
    png_that_lies,
    png_with_a_text_bomb,
    upload,
    with_gps,
)

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HEIC = b"\0\0\0\x18ftypheic" + bytes(200)


def opened(made: Made, name: str) -> Image.Image:
    return Image.open(BytesIO(made.files[name]))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (SVG, "svg"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>' + SVG, "svg"),
        (b"<!doctype html><script>alert(1)</script>", "svg"),
        (b"%PDF-1.7 " + bytes(200), "pdf"),
        (HEIC, "heic"),
        (encoded(kind="TIFF"), "tiff"),
        (encoded(kind="BMP"), "bmp"),
        (b"MZ" + bytes(200), "no_picture"),
        (b"not a picture", "no_picture"),
        (b"GIF89a" + PAYLOAD, "damaged"),
        (b"\xff\xd8\xff\xe0" + PAYLOAD, "damaged"),
        (encoded(image(900, 900))[:4000], "damaged"),
        (encoded(kind="PNG")[:-400], "damaged"),
        (encoded(kind="WEBP")[:-200], "damaged"),
        (png_of(30_000, 30_000), "too_many_pixels"),
        (png_that_lies(30_000, 30_000), "too_many_pixels"),
        (png_that_lies(8_000, 8_000), "too_many_pixels"),  # more than ours, less than Pillow stops at
        (png_that_lies(3_000, 3_000), "damaged"),
        (png_with_a_text_bomb(), "damaged"),
        (jpeg_of_many_scans(), "too_heavy"),
        (moving("GIF"), "animated"),
        (moving("WEBP"), "animated"),
        (moving("PNG"), "animated"),
        (encoded(image(10, 10)), "too_small"),
        (encoded(image(4000, 60)), "too_small"),
    ],
)
def test_what_is_no_picture_of_ours_is_refused_with_what_to_do(content, code):
    with pytest.raises(Refusal) as refused:
        make(upload(content))

    assert refused.value.reason == SENTENCES[code]()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_kind_is_told_by_what_is_in_the_file_and_not_by_its_name(kind):
    made = make(upload(encoded(kind=kind), name="holiday.exe"))

    assert (made.width, made.height) == (400, 300)


def test_every_width_comes_in_three_formats_and_none_is_larger_than_the_picture():
    made = make(upload(encoded(image(1000, 500))))

    names = [f"{width}.{extension}" for width in (1000, 320, 640, 960) for extension in ("avif", "jpg", "webp")]
    assert sorted(made.files) == sorted(names)
    assert [opened(made, f"640.{each}").size for each in ("avif", "jpg", "webp")] == [(640, 320)] * 3


def test_a_large_picture_is_made_as_large_as_a_screen_needs():
    made = make(upload(encoded(image(5000, 4000))))

    assert (made.width, made.height) == (1920, 1536)


def test_nothing_of_a_photo_but_its_pixels_is_kept_and_it_stands_upright():
    made = make(upload(with_gps()))

    assert (made.width, made.height) == (300, 400)
    for name, content in made.files.items():
        kept = Image.open(BytesIO(content))
        assert (dict(kept.getexif()), kept.info.get("exif"), kept.info.get("comment")) == ({}, None, None), name
        assert b"Hale" not in content, name
        assert b"Osei" not in content, name
    red, blue = opened(made, "300.jpg").getpixel((150, 20)), opened(made, "300.jpg").getpixel((150, 380))
    assert (red[0] > 150 > red[2], blue[2] > 150 > blue[0]) == (True, True)


def test_what_is_hidden_behind_a_picture_is_gone():
    files = [encoded(), encoded(kind="GIF"), encoded(kind="PNG"), encoded(kind="WEBP"), encoded(comment=PAYLOAD)]
    polyglots = [each + PAYLOAD for each in files]

    kept = [content for each in polyglots for content in make(upload(each)).files.values()]

    assert [content for content in kept if b"script" in content] == []


def test_colours_are_turned_into_those_that_every_screen_knows():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    made = make(upload(encoded(icc_profile=lab)))

    assert opened(made, "400.jpg").info.get("icc_profile") is None


@pytest.mark.parametrize("profile", [b"no profile at all", bytes(500)])
def test_a_broken_colour_profile_does_not_matter(profile):
    assert make(upload(encoded(icc_profile=profile))).width == 400


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_way_to_write_pixels_is_read(mode):
    picture = Image.new("I;16", (100, 80), 40_000) if mode == "I;16" else image(100, 80).convert(mode)

    assert make(upload(encoded(picture, "PNG"))).width == 100


def test_a_print_shops_colours_are_read():
    assert make(upload(encoded(image().convert("CMYK")))).width == 400


def test_what_is_transparent_lies_on_white():
    made = make(upload(encoded(Image.new("RGBA", (100, 100), (0, 0, 0, 0)), "PNG")))

    assert opened(made, "100.jpg").getpixel((50, 50)) == (255, 255, 255)


def test_a_file_that_is_too_large_is_refused_without_reading_it(monkeypatch):
    monkeypatch.setattr(picture_files, "MOST_BYTES", 100)

    with pytest.raises(Refusal, match="is larger than"):
        make(upload())


def test_an_empty_file_is_refused():
    with pytest.raises(Refusal, match="The file is empty"):
        make(upload(b""))


def test_a_program_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(picture_files, "LONGEST", 0.01)

    with pytest.raises(Refusal) as refused:
        make(upload())

    assert refused.value.reason == SENTENCES["too_heavy"]()


def test_the_digest_is_of_the_widest_jpeg():
    made = make(upload())

    assert made.digest == hashlib.sha256(made.files["400.jpg"]).hexdigest()
