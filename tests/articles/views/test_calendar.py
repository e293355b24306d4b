import re
from datetime import datetime

import pytest
import time_machine
from django.utils import timezone

from articles.domain import publishing
from articles.domain.due import do_what_is_due
from clinic_cms.models import User
from clinic_cms.roles import EDITOR, PUBLISHER
from tests.factories import make_live, make_person, make_plan, make_scheduled, make_signed_off

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon_in_december():
    with time_machine.travel("2026-12-10 19:00Z", tick=False):
        yield


def page(client, month=""):
    client.force_login(make_person(EDITOR))
    response = client.get("/desk/calendar/", {"month": month} if month else {})
    assert response.status_code == 200
    return response.content.decode()


def entries(html):
    """What stands in the calendar: for each day with something in it, what the cell says, without its markup."""
    found = {}
    for cell in re.findall(r'<td class="calendar__day.*?</td>', html, re.DOTALL):
        day = re.search(r'datetime="(\d{4}-\d\d-\d\d)"', cell)[1]
        texts = [
            " ".join(re.sub(r"<[^>]*>", " ", item).split()) for item in re.findall(r"<li.*?</li>", cell, re.DOTALL)
        ]
        if texts:
            found[day] = texts
    return found


def at(text):
    return timezone.make_aware(datetime.fromisoformat(text))


def test_the_month_shows_what_goes_live_comes_down_and_is_due_for_review(client):
    scheduled = make_signed_off("Feet")
    publishing.schedule(scheduled, by=make_person(PUBLISHER), seen=scheduled.state_token, at=at("2026-12-24T08:00"))
    with time_machine.travel("2024-12-15 19:00Z"):
        live = make_live("Sleep")
    make_plan(live, minutes=60 * 24)

    html = page(client)

    assert entries(html) == {
        "2026-12-11": ["Sleep Comes down 12:00 MST"],
        "2026-12-15": ["Sleep Review due"],
        "2026-12-24": ["Feet Goes live 08:00 MST"],
    }


def test_what_is_past_stays_in_the_calendar(client):
    make_live("Feet")
    with time_machine.travel("2026-12-12 19:00Z"):
        live = make_live("Sleep")
        publishing.withdraw(live, by=make_person(PUBLISHER), seen=live.state_token, note="Wrong dose.")

    assert entries(page(client)) == {
        "2026-12-10": ["Feet Went live 12:00 MST"],
        "2026-12-12": ["Sleep Went live 12:00 MST", "Sleep Came down 12:00 MST"],
    }


def test_what_failed_is_marked_with_a_word_and_its_reason(client):
    revision = make_scheduled("Feet", minutes=60)
    User.objects.filter(pk=revision.author_id).update(job_title="")
    with time_machine.travel("2026-12-10 21:00Z"):
        do_what_is_due()

    [text] = entries(page(client))["2026-12-10"]

    assert text.startswith("Feet Goes live 13:00 MST Failed: The byline needs a role.")


def test_a_day_is_a_day_in_the_clinics_time_zone(client):
    revision = make_signed_off("Late")
    publishing.schedule(revision, by=make_person(PUBLISHER), seen=revision.state_token, at=at("2026-12-31T23:59"))

    assert entries(page(client, "2026-12")) == {"2026-12-31": ["Late Goes live 23:59 MST"]}
    assert entries(page(client, "2027-02")) == {}


def test_a_plan_for_words_that_are_not_live_leads_to_the_newest(client):
    revision = make_signed_off("Feet")
    make_plan(revision, minutes=60)

    html = page(client)

    assert entries(html) == {"2026-12-10": ["Feet Comes down 13:00 MST"]}
    assert html.count(f'<a href="/desk/revisions/{revision.pk}/">Feet</a>') == 1


@pytest.mark.parametrize("month", ["", "nonsense", "2026-13", "2026-1", "1999-12", "2101-01", "٢٠٢٦-١٢", "2026-12-01"])
def test_a_month_that_is_none_is_this_month(client, month):
    assert re.search(r"<h1>([^<]*)</h1>", page(client, month))[1] == "December 2026"


@pytest.mark.parametrize(("month", "links"), [
    ("2026-12", ["?month=2026-11", "?", "?month=2027-01"]),
    ("2000-01", ["?", "?month=2000-02"]),
    ("2100-12", ["?month=2100-11", "?"]),
])  # fmt: skip
def test_one_goes_from_month_to_month_and_back_to_this_one(client, month, links):
    months = re.search(r'<nav aria-label="Months">(.*?)</nav>', page(client, month), re.DOTALL)[1]

    assert re.findall(r'href="([^"]*)"', months) == links


def test_it_is_a_table_with_a_caption_and_named_days_and_begins_weeks_as_the_language_does(client):
    html = page(client)

    assert re.findall(r'<th scope="col"><abbr title="([^"]*)"', html) == [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]  # fmt: skip
    assert re.search(r"<caption>\s*(.*?)\s*</caption>", html, re.DOTALL)[1].startswith("What goes live, comes down")
    assert html.count("Denver time, MST, UTC-07:00") == 1


def test_today_is_marked_in_words(client):
    cells = re.findall(r'<td class="[^"]*calendar__day--today.*?</td>', page(client), re.DOTALL)

    assert [re.search(r'datetime="([^"]*)"', cell)[1] for cell in cells] == ["2026-12-10"]
    assert cells[0].count("<strong>today</strong>") == 1


def test_an_empty_month_says_so(client):
    assert page(client, "2027-06").count("Nothing goes live, comes down or is due for review in this month.") == 1


@pytest.mark.parametrize("count", [1, 6])
def test_a_month_costs_the_same_for_little_and_for_much(client, django_assert_num_queries, count):
    for number in range(count):
        make_scheduled(f"Scheduled {number}")
        make_plan(make_live(f"Live {number}"))
        make_plan(make_signed_off(f"Signed off {number}"))
    client.force_login(make_person(EDITOR))
    client.get("/desk/calendar/")

    with django_assert_num_queries(11):
        client.get("/desk/calendar/")


def test_words_are_escaped(client):
    make_scheduled("<script>alert(1)</script>")

    assert page(client).count("&lt;script&gt;alert(1)&lt;/script&gt;") == 1
