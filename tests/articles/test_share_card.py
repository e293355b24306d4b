"""The picture beside a link: every title stands in it, in every alphabet that the font has."""

from io import BytesIO

import pytest
from PIL import Image

from articles.share_card import SIZE, _fitted, _font, png


@pytest.mark.parametrize(
    "title", ["Sleep", "¿Qué es la ménière? " * 4, "word " * 200, "Pneumonoultramicroscopic" * 9, ""]
)
def test_it_is_a_picture_of_the_right_size_and_light(title):
    content = png(title, "Everyday health", "Alder Street Clinic")

    assert Image.open(BytesIO(content)).size == SIZE
    assert len(content) < 60_000


def test_a_short_title_is_large_and_a_long_one_ends_in_its_place():
    assert _fitted("Sleep") == (_font(84), ["Sleep"])
    font, lines = _fitted("a word or two " * 60)
    assert (font.size, len(lines) * 54 < 350, lines[-1][-1]) == (40, True, "…")
