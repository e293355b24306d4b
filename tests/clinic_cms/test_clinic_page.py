"""A publisher or an administrator sets up the clinic on the desk; readers see it with their next page."""

import re

import pytest
from django.test import Client

from clinic_cms.keeping_clinic import seen_now
from clinic_cms.models import ClinicProfile
from clinic_cms.opening_hours import DAYS
from clinic_cms.roles import PUBLISHER
from tests.clinics import set_up
from tests.factories import make_crisis_line, make_live_article, make_person
from tests.site_pages import make_live_page

pytestmark = pytest.mark.django_db

ADDRESS = "/desk/clinic/"
TYPED = {
    "name": "Harbor Clinic",
    "tagline": "Near you.",
    "country": "GB",
    "emergency_number": "",
    "address": "4 Quay Street\nPortsmouth",
    "phone": "(303) 555-0100",
    "email": "desk@harbor.example",
    "hours_mon": "8-12, 13-17",
    "hours_sat": "9 am to 12 pm",
    "hours_note": "Closed on public holidays.",
    "disclaimer_en": "",
    "seen": "0",
}


@pytest.fixture
def publisher(client):
    person = make_person(PUBLISHER, name="robin")
    client.force_login(person)
    return person


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_it_begins_with_what_the_settings_say(client, publisher):
    page = client.get(ADDRESS).content.decode()

    assert 'value="Alder Street Clinic"' in page
    assert '<option value="US" selected>United States</option>' in page


def test_what_is_saved_stands_on_every_page_with_the_next_request(client, publisher):
    article = make_live_article()
    readers = Client()
    paths = ["/", article.get_absolute_url(), "/articles/", "/nowhere/", "/search/?q=walking"]
    before = [readers.get(path).content.decode() for path in paths]

    response = client.post(ADDRESS, TYPED)

    after = [readers.get(path).content.decode() for path in paths]
    assert (response.status_code, response["Location"]) == (302, ADDRESS)
    for old, new in zip(before, after, strict=True):
        assert ("Harbor Clinic" in old, "Harbor Clinic" in new, "Alder Street" in new) == (False, True, False)
        told = words(new)
        assert "In an emergency call 999 ." in told
        assert "4 Quay Street Portsmouth (303) 555-0100 desk@harbor.example" in told
        assert "Monday 8 a.m.–noon, 1 p.m.–5 p.m. Tuesday to Friday closed Saturday 9 a.m.–noon Sunday closed" in told
        assert 'href="tel:3035550100"' in new
        assert 'href="mailto:desk@harbor.example"' in new
    assert "Near you." in after[0]


def test_a_clinic_that_said_nothing_of_it_shows_no_empty_lines(client):
    page = client.get("/").content.decode()

    assert [page.count(each) for each in ("tel:", "mailto:", "<address", "opening")] == [0, 0, 0, 0]


def test_what_is_wrong_comes_back_with_what_was_typed_beside_its_field(client, publisher):
    wrong = {"hours_mon": "mornings", "email": "nobody", "phone": "call us", "country": "", "disclaimer_en": "Call us."}

    response = client.post(ADDRESS, {**TYPED, **wrong})

    page = response.content.decode()
    assert (response.status_code, ClinicProfile.objects.count()) == (422, 0)
    for told in ("Write it like 8:00-12:00", "A telephone number has", "valid email"):
        assert told in page
    assert [page.count(f'value="{typed}"') for typed in ("mornings", "nobody", "call us")] == [1, 1, 1]


def test_a_disclaimer_that_leaves_something_out_is_told_what(client, publisher):
    page = client.post(ADDRESS, {**TYPED, "disclaimer_en": "This is general information."}).content.decode()

    assert "It leaves something out: that it is not medical advice; to talk with" in page


def test_the_form_shows_again_what_was_saved(client, publisher):
    client.post(ADDRESS, TYPED)
    page = client.get(ADDRESS).content.decode()

    assert 'value="08:00-12:00, 13:00-17:00"' in page
    assert f'name="seen" value="{seen_now()}"' in page
    assert "added it" in page


def test_who_was_slower_reads_who_was_faster_and_keeps_the_words(client, publisher):
    set_up(by=make_person(PUBLISHER, "kim"), name="Kim's")

    response = client.post(ADDRESS, TYPED)

    page = response.content.decode()
    assert (response.status_code, ClinicProfile.objects.get().name) == (409, "Kim&#x27;s".replace("&#x27;", "'"))
    assert "Kim added it while you had it open" in page
    assert "Name: Harbor Clinic" in page


def test_it_says_which_helplines_and_pages_readers_have(client, publisher):
    make_crisis_line("A line of ours")
    make_live_page()
    told = words(client.get(ADDRESS).content.decode())

    assert "A line of ours : 988" in told
    assert "Contact: readers see it" in told
    assert "Privacy: not begun yet" in told


@pytest.mark.parametrize("day", DAYS)
def test_every_day_can_have_hours(client, publisher, day):
    client.post(ADDRESS, {**TYPED, "hours_mon": "", "hours_sat": "", f"hours_{day}": "10-11"})

    assert ClinicProfile.objects.get().hours == {day: [["10:00", "11:00"]]}
