"""The clinic's colour reaches browsers as a stylesheet of its own, which never changes and asks nothing."""

import re

import pytest
from django.test import Client

from articles.share_card import png
from clinic_cms.look import Look
from clinic_cms.models import ClinicProfile
from clinic_cms.palette import HOUSE, HOUSE_DARK
from clinic_cms.roles import PUBLISHER
from clinic_cms.shared.refusal import Refusal
from tests.clinics import set_up
from tests.factories import make_live_article, make_person

BLUE = "#1f4fa3"


def stylesheets(page):
    return re.findall(r'<link rel="stylesheet" href="([^"]+)"', page.content.decode())


@pytest.mark.django_db
def test_a_clinic_that_chose_no_colour_has_one_stylesheet_and_our_mark(client):
    page = client.get("/")

    assert [each.rpartition("/")[2] for each in stylesheets(page)] == ["site.css"]
    assert b"favicon.svg" in page.content
    assert b'<meta name="theme-color" content="#0f4a41">' in page.content


@pytest.mark.django_db
@pytest.mark.parametrize("brand", [HOUSE, ""])
def test_who_chooses_our_colour_has_chosen_none(client, brand):
    set_up(brand=brand, brand_dark=HOUSE_DARK)

    kept = ClinicProfile.objects.get()
    assert (kept.brand, kept.brand_dark, len(stylesheets(client.get("/")))) == ("", "", 1)


@pytest.mark.django_db
def test_a_chosen_colour_is_on_every_page_at_once(client):
    article = make_live_article()
    before = client.get(article.get_absolute_url())
    set_up(brand=BLUE)
    page = client.get(article.get_absolute_url())

    _site, look = stylesheets(page)
    css = client.get(look)
    assert len(stylesheets(before)) == 1
    assert f'<meta name="theme-color" content="{BLUE}">'.encode() in page.content
    assert css["Content-Type"] == "text/css; charset=utf-8"
    assert f":root{{--brand:{BLUE};--on-brand:#ffffff;--link:{BLUE};" in css.content.decode()
    dark = Look.of(BLUE, "").dark
    assert f"@media screen and (prefers-color-scheme:dark){{:root{{--brand:{dark};" in css.content.decode()
    mark = re.search(r'<link rel="icon" href="([^"]+)"', page.content.decode())[1]
    assert f'fill="{BLUE}"' in client.get(mark).content.decode()


@pytest.mark.django_db
def test_the_desk_follows_too_after_its_own_stylesheet(client):
    set_up(brand=BLUE)
    client.force_login(make_person(PUBLISHER))

    names = [each.rpartition("/")[2] for each in stylesheets(client.get("/desk/"))]
    assert [name for name in names if name.endswith("site.css") or name.startswith("desk")] == [
        "site.css", "desk.css", "site.css",
    ]  # fmt: skip


def test_it_asks_no_database_is_kept_for_ever_and_knows_no_visitor():
    response = Client().get(Look.of(BLUE, "").stylesheet)

    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert (response.cookies, response.get("Vary", "")) == ({}, "")


@pytest.mark.parametrize("name", ["site.css", "preview.css", "mark.svg"])
def test_it_sets_colours_and_nothing_else(name):
    look = Look.of(BLUE, "")
    addresses = {"site.css": look.stylesheet, "preview.css": look.preview_stylesheet, "mark.svg": look.mark}

    content = Client().get(addresses[name]).content.decode()

    assert BLUE in content
    assert re.search(r"url\(|@import|<script|expression", content) is None


@pytest.mark.parametrize(
    "address",
    [
        "/look/1f4fa3-8fd8c4-000000000000/site.css",
        "/look/red-blue-000000000000/site.css",
        "/look/1f4fa3-8fd8c4-000000000000/other.css",
    ],
)
@pytest.mark.django_db
def test_an_address_that_we_did_not_make_is_an_address_of_nothing(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "field", "told"),
    [
        ({"brand": "#ffcc00"}, "brand", "On a light screen: Links in "),
        ({"brand": "#777777"}, "brand", "the contrast is 3.8 to 1"),
        ({"brand": BLUE, "brand_dark": "#444444"}, "brand_dark", "On a dark screen: Links in a notice"),
    ],
)
def test_a_colour_that_cannot_be_read_is_refused_with_the_nearest_that_can(values, field, told):
    with pytest.raises(Refusal, match=told) as refused:
        set_up(**values)

    proposed = re.search(r"#[0-9a-f]{6}", refused.value.reason)[0]
    assert refused.value.field == field
    set_up(**{**values, field: proposed})
    assert getattr(ClinicProfile.objects.get(), field) == proposed


def test_the_card_for_other_sites_is_in_the_clinics_colour():
    assert png("A title", "A topic", "A clinic") != png("A title", "A topic", "A clinic", BLUE)
