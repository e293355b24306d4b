"""A publisher or an administrator sets up the clinic on the desk; readers see it with their next page."""

import json
import re

import pytest
from django.test import Client

from clinic_cms.keeping_clinic import seen_now
from clinic_cms.models import ClinicChange, ClinicProfile
from clinic_cms.opening_hours import DAYS
from clinic_cms.roles import PUBLISHER
from tests.clinics import set_up
from tests.factories import make_crisis_line, make_live_article, make_person
from tests.schema_org import problems
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
    "brand": "#0f4a41",
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


def shown(page):
    return page.content.decode().partition('id="preview"')[2].partition("<section")[0]


def test_the_preview_shows_what_is_typed_and_saves_nothing(client, publisher):
    before = Client().get("/").content

    page = client.post(ADDRESS, {**TYPED, "brand": "#1f4fa3", "show": "preview"})

    told = words(shown(page))
    assert page.status_code == 200
    assert [told.count(each) for each in ("Harbor Clinic", "In an emergency call 999", "Near you.")] == [6, 2, 2]
    assert "look/1f4fa3-" in shown(page)
    assert 'value="Harbor Clinic"' in page.content.decode()
    assert (ClinicProfile.objects.count(), Client().get("/").content) == (0, before)


def test_a_script_gets_the_preview_alone(client, publisher):
    page = client.post(ADDRESS, {**TYPED, "name": "", "show": "preview"}, headers={"HX-Request": "true"})

    assert (page.status_code, page.content.count(b"<html"), page.content.count(b"look--dark")) == (200, 0, 1)
    assert b"Alder Street Clinic" in page.content


def test_a_colour_that_cannot_be_read_comes_back_with_one_press_for_the_nearest_that_can(client, publisher):
    typed = {**TYPED, "brand": "#ffcc00"}
    refused = client.post(ADDRESS, typed)
    offered = re.search(r'name="use_brand" value="(#\w{6})"', refused.content.decode())[1]

    taken = client.post(ADDRESS, {**typed, "use_brand": offered})
    client.post(ADDRESS, {**typed, "brand": offered})

    assert (refused.status_code, "can&#x27;t be read well" in refused.content.decode()) == (422, True)
    assert (taken.status_code, f'name="brand" value="{offered}"' in taken.content.decode()) == (200, True)
    assert ClinicProfile.objects.get().brand == offered


def test_an_own_colour_for_dark_screens_counts_where_the_box_is_ticked(client, publisher):
    colours = {"brand": "#1f4fa3", "brand_dark": "#ffd0d0"}
    client.post(ADDRESS, {**TYPED, **colours, "seen": seen_now()})
    assert ClinicProfile.objects.get().brand_dark == ""

    client.post(ADDRESS, {**TYPED, **colours, "own_dark": "on", "seen": seen_now()})
    assert ClinicProfile.objects.get().brand_dark == "#ffd0d0"


def test_nothing_on_the_page_needs_more_than_our_own_files(client, publisher):
    page = client.get(ADDRESS)

    assert "unsafe" not in page["Content-Security-Policy"]
    assert re.findall(r"<style|\sstyle=|<script>", page.content.decode()) == []


def test_machines_are_told_what_readers_see_of_it():
    set_up(
        address="4 Quay Street\nPortsmouth",
        phone="(303) 555-0100",
        hours={day: [["09:00", "17:00"]] for day in DAYS[:5]},
    )
    page = Client().get(make_live_article().get_absolute_url()).content.decode()

    graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    told = next(node for node in graph["@graph"] if node["@type"] == "MedicalClinic")
    assert problems(graph) == []
    assert (told["telephone"], told["address"]) == ("(303) 555-0100", "4 Quay Street, Portsmouth")
    assert told["openingHoursSpecification"]["dayOfWeek"] == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    assert "email" not in told


def test_the_contact_page_begins_with_it(client):
    set_up(address="4 Quay Street", name="Harbor Clinic")
    make_live_page()

    page = client.get("/about/contact/").content.decode()

    assert page.count('<div class="site-page__reach">') == 1
    assert page.count("4 Quay Street") == 2


def test_readers_of_another_language_read_its_sentences_in_that(client, publisher):
    said = {"tagline_es": "Cerca de usted.", "hours_note_es": "Cerrado los días festivos."}
    client.post(ADDRESS, {**TYPED, **said})
    page = client.get(ADDRESS).content.decode()

    english, spanish = (Client().get(path).content.decode() for path in ("/", "/es/"))

    counted = [[html.count(words) for words in ("Near you.", *said.values())] for html in (english, spanish)]
    assert counted == [[1, 0, 0], [0, 1, 1]]
    assert '<dd lang="es">Cerrado los días festivos.</dd>' in spanish
    assert [re.search(f'name="{name}" value="([^"]*)"', page)[1] for name in said] == list(said.values())
    assert "What you promise, in Spanish" in page


def test_what_it_has_not_said_in_a_language_is_left_out_or_marked_as_the_clinics_own(client, publisher):
    client.post(ADDRESS, TYPED)

    spanish = Client().get("/es/").content.decode()

    assert spanish.count("Near you.") == 0
    assert spanish.count('<dd lang="en">Closed on public holidays.</dd>') == 1


def test_what_changed_in_another_language_is_on_record(client, publisher):
    client.post(ADDRESS, {**TYPED, "tagline_es": "Cerca de usted."})
    client.post(ADDRESS, {**TYPED, "tagline_es": "Cerca de ti.", "seen": str(seen_now())})

    last = ClinicChange.objects.first()
    assert (last.before, last.after) == (
        {"translations": "es: Cerca de usted."},
        {"translations": "es: Cerca de ti."},
    )
