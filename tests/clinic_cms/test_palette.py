"""The clinic's colour can be read wherever it stands, or the nearest one that can is named."""

import re
from colorsys import rgb_to_hls
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_cms import palette
from clinic_cms.palette import BAR, EASY, HOUSE, HOUSE_DARK, TEXT, TOKENS, contrast, dark_of, luminance, nearest, worst

SITE_CSS = Path(palette.__file__).parent / "static" / "clinic_cms" / "site.css"
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
SCHEMES = st.sampled_from(["light", "dark"])


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#767676", "#ffffff", 4.54),  # the lightest grey that passes on white: https://webaim.org/articles/contrast/
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.00),
        ("#0000ff", "#ffffff", 8.59),
        ("#008000", "#ffffff", 5.14),
    ],
)
def test_contrast_is_what_wcag_says(one, other, ratio):
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == ratio


def test_luminance_goes_from_black_to_white_and_is_linear_near_black():
    assert (luminance("#000000"), luminance("#ffffff")) == (0, pytest.approx(1))
    assert luminance("#0a0a0a") == pytest.approx(10 / 255 / 12.92)


def test_the_rest_of_the_colours_are_those_of_the_stylesheet():
    light, dark = re.findall(r":root \{(.*?)\n *\}", SITE_CSS.read_text(), re.DOTALL)[:2]

    for scheme, written in (("light", light), ("dark", dark)):
        assert dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", written)) == TOKENS[scheme]


def test_our_own_colours_pass_and_stay_as_they_are():
    assert (worst(HOUSE, "light").passes, worst(HOUSE_DARK, "dark").passes) == (True, True)
    assert (nearest(HOUSE, "light"), dark_of(HOUSE)) == (HOUSE, HOUSE_DARK)


def test_a_yellow_that_nobody_can_read_becomes_a_dark_one_of_the_same_hue():
    proposed = nearest("#ffcc00", "light")

    assert worst("#ffcc00", "light").ratio < 1.5
    assert worst(proposed, "light").ratio == pytest.approx(4.5, abs=0.1)
    assert hue(proposed) == pytest.approx(hue("#ffcc00"), abs=0.01)


@given(COLOURS, SCHEMES)
def test_the_proposed_colour_passes_everywhere_and_is_itself_once_it_does(colour, scheme):
    proposed = nearest(colour, scheme)

    assert worst(proposed, scheme).ratio >= TEXT
    assert nearest(proposed, scheme) == proposed
    assert (proposed == colour) == worst(colour, scheme).passes


@given(COLOURS)
def test_what_we_work_out_for_dark_screens_and_for_the_desks_bar_is_easy_to_read(colour):
    assert worst(dark_of(colour), "dark").ratio >= (TEXT if colour == HOUSE else EASY)
    assert contrast("#ffffff", palette.changed(colour, "light")["bar"]) >= BAR


def hue(colour):
    return rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[0]
