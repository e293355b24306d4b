"""A logo is taken in like every picture: its pixels alone, small, and see-through where it was."""

import re
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection, transaction
from django.test import Client
from PIL import Image, ImageDraw

from clinic_cms.clinic import Logo
from clinic_cms.keeping_clinic import seen_now
from clinic_cms.logos import add_logo
from clinic_cms.models import ClinicLogo, ClinicProfile
from clinic_cms.roles import EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal
from tests.clinic_cms.test_clinic_page import ADDRESS, TYPED
from tests.clinics import set_up
from tests.factories import make_person
from tests.pictures import PAYLOAD, encoded, image, png_of, upload, with_gps

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client):
    person = make_person(PUBLISHER, name="robin")
    client.force_login(person)
    return person


def see_through(width=600, height=300):
    """A red bar on nothing, with nothing around it."""
    picture = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((100, 100, width - 101, height - 101), fill=(200, 30, 30, 255))
    return encoded(picture, "PNG")


def pixels_of(logo):
    with default_storage.open(f"clinic/{logo.digest}.png") as file:
        return Image.open(BytesIO(file.read()))


def test_it_is_small_without_empty_edges_and_still_see_through(publisher):
    logo = add_logo(upload(see_through(), "logo.png"), by=publisher)

    kept = pixels_of(logo)
    assert (kept.format, kept.mode, kept.size) == ("PNG", "RGBA", (logo.width, logo.height))
    assert (logo.width <= 640, logo.height <= 160) == (True, True)
    assert (logo.width / logo.height) == pytest.approx(4, abs=0.2)
    assert kept.getpixel((kept.width // 2, kept.height // 2)) == (200, 30, 30, 255)


def test_nothing_of_the_file_travels_but_its_pixels(publisher):
    logo = add_logo(upload(with_gps()), by=publisher)

    with default_storage.open(f"clinic/{logo.digest}.png") as file:
        content = file.read()
    assert [content.count(each) for each in (b"Osei", b"Robin Hale", b"Exif", b"eXIf")] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'>" + PAYLOAD + b"</svg>", "SVG and web pages can carry programs"),
        (PAYLOAD, "not a picture"),
        (b"%PDF-1.7", "That is a PDF"),
        (encoded(image(20, 20)), "too small"),
        (png_of(9_000, 9_000), "megapixels"),
        (encoded(Image.new("RGBA", (100, 100), (0, 0, 0, 0)), "PNG"), "too small"),
        (encoded()[:500], "damaged"),
        (b"", "empty"),
    ],
)
def test_what_is_no_picture_that_we_show_is_refused(publisher, content, told):
    with pytest.raises(Refusal, match=told):
        add_logo(upload(content, "logo.png"), by=publisher)

    assert ClinicLogo.objects.count() == 0


def test_nobody_else_takes_one_in():
    with pytest.raises(Refusal, match="Only a publisher or an administrator"):
        add_logo(upload(), by=make_person(EDITOR))


def test_the_same_pixels_are_kept_once(publisher):
    first, again = add_logo(upload(), by=publisher), add_logo(upload(), by=make_person(PUBLISHER))

    assert (first, again.added_by, ClinicLogo.objects.count()) == (again, publisher, 1)


def test_one_that_is_only_tried_is_shown_to_nobody_else(client, publisher):
    logo = add_logo(upload(), by=publisher)
    address = Logo(logo.digest, logo.width, logo.height).address

    mine = client.get(address)
    editor = Client()
    editor.force_login(make_person(EDITOR))

    assert (mine.status_code, mine["Cache-Control"]) == (200, "private, no-cache")
    assert [Client().get(address).status_code, editor.get(address).status_code] == [404, 404]


def test_one_that_is_saved_comes_to_everybody_and_stays_even_when_another_takes_its_place(client, publisher):
    logo = add_logo(upload(), by=publisher)
    set_up(logo=logo)
    set_up(logo=None)

    response = Client().get(Logo(logo.digest, logo.width, logo.height).address)

    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response.cookies == {}


def test_a_file_that_is_lost_is_an_address_of_nothing(client, publisher):
    logo = add_logo(upload(), by=publisher)
    set_up(logo=logo)
    default_storage.delete(f"clinic/{logo.digest}.png")

    assert Client().get(Logo(logo.digest, logo.width, logo.height).address).status_code == 404


def masthead(client):
    return client.get("/").content.decode().partition("<header")[2].partition("<nav")[0]


def test_readers_see_it_with_its_size_so_that_nothing_moves(client, publisher):
    set_up(logo=add_logo(upload(encoded(image(1200, 300))), by=publisher), name="Harbor Clinic")

    shown = masthead(Client())
    assert re.search(r'masthead__logo--on-white" src="/logo/\w{64}\.png" width="160" height="40" alt="">', shown)
    assert "<span>Harbor Clinic</span>" in shown


def test_a_logo_that_shows_the_name_stands_for_it_and_dark_screens_may_have_another(client, publisher):
    light, dark = (add_logo(upload(encoded(image(width, 300))), by=publisher) for width in (1200, 600))
    set_up(logo=light, logo_dark=dark, logo_has_name=True, name="Harbor Clinic")

    shown = masthead(Client())
    assert [each in shown for each in ("<span>", "--on-white", 'alt="Harbor Clinic"')] == [False, False, True]
    assert f'<source media="screen and (prefers-color-scheme: dark)" srcset="/logo/{dark.digest}.png"' in shown


@pytest.mark.parametrize(("size", "shown"), [((640, 160), (160, 40)), ((640, 80), (200, 25)), ((30, 60), (20, 40))])
def test_it_fits_its_place(size, shown):
    assert Logo("0" * 64, *size).shown == shown


def test_it_comes_by_the_form_is_previewed_first_and_saved_then(client, publisher):
    tried = client.post(ADDRESS, {**TYPED, "logo_file": upload(see_through(), "logo.png"), "show": "preview"})
    digest = ClinicLogo.objects.get().pk
    assert (tried.content.decode().count(f"/logo/{digest}.png"), b"/logo/" in Client().get("/").content) == (2, False)
    assert f'name="logo" value="{digest}"' in tried.content.decode()

    client.post(ADDRESS, {**TYPED, "logo": digest})
    assert f"/logo/{digest}.png" in masthead(Client())


def test_it_goes_when_the_box_is_ticked(client, publisher):
    logo = add_logo(upload(), by=publisher)
    client.post(ADDRESS, {**TYPED, "logo": logo.pk})

    client.post(ADDRESS, {**TYPED, "logo": logo.pk, "no_logo": "on", "seen": seen_now()})

    assert ClinicProfile.objects.get().logo is None


def test_what_is_no_picture_is_told_beside_its_field_and_saves_nothing(client, publisher):
    response = client.post(ADDRESS, {**TYPED, "logo_file": upload(PAYLOAD, "logo.png")})

    assert (response.status_code, ClinicProfile.objects.count()) == (422, 0)
    assert "That file is not a picture" in response.content.decode()


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM clinic_cms_cliniclogo", "UPDATE clinic_cms_cliniclogo SET width = 1"],
)
def test_the_database_keeps_a_logo_as_it_is(publisher, statement):
    add_logo(upload(), by=publisher)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
