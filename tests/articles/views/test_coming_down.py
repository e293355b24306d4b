"""Planning over HTTP, and the moment as people write it."""

import re

import pytest
import time_machine
from django.utils import timezone

from articles.domain import coming_down
from articles.domain.due import do_what_is_due
from articles.enums import Action, Status
from articles.models import PlannedWithdrawal, Revision
from clinic_cms.models import User
from clinic_cms.roles import CLINICIAN, PUBLISHER
from tests.factories import make_draft, make_live, make_person, make_plan, make_scheduled, make_signed_off

pytestmark = pytest.mark.django_db
TOLD = 2  # in the summary at the top, and at the field


@pytest.fixture(autouse=True)
def _noon_in_december():
    with time_machine.travel("2026-12-10 19:00Z", tick=False):
        yield


@pytest.fixture
def publisher(client):
    person = make_person(PUBLISHER, full_name="Ines Moreau")
    client.force_login(person)
    return person


def schedule(client, revision, **typed):
    revision.refresh_from_db()
    return client.post(f"/desk/revisions/{revision.pk}/schedule/", {"seen": revision.state_token, **typed})


def plan(client, revision, **typed):
    usual = {"seen": "none", "moment": "2026-12-24T18:00", "note": "The trial ends.", "notice": "The trial has ended."}
    return client.post(f"/desk/revisions/{revision.pk}/coming-down/", {**usual, **typed})


def show(client, revision):
    return " ".join(client.get(f"/desk/revisions/{revision.pk}/").content.decode().split())


def utc(revision):
    revision.refresh_from_db()
    return revision.publish_at and revision.publish_at.strftime("%Y-%m-%d %H:%MZ")


def test_the_form_names_the_zone_and_tells_what_the_clocks_will_do(client, publisher):
    html = show(client, make_signed_off())

    assert (
        html.count(
            "Denver time, MST, UTC-07:00. On 14 March 2027 the clocks go forward: 02:00 to 03:00 does not exist. "
            "On 7 November 2027 the clocks go back: 01:00 to 02:00 comes twice."
        )
        == 2
    )  # the moment to go live, and the moment to come down


def test_a_moment_in_the_gap_is_refused_with_the_two_nearest_and_stays_in_the_form(client, publisher):
    revision = make_signed_off()

    response = schedule(client, revision, moment="2027-03-14T02:30")

    html = response.content.decode()
    assert (response.status_code, utc(revision)) == (422, None)
    assert html.count("on 14 March 2027 the clocks go forward from 02:00 to 03:00.") == TOLD
    assert html.count("The nearest moments are 01:59 MST and 03:00 MDT.") == TOLD
    assert html.count('value="2027-03-14T02:30"') == 1


def test_a_moment_that_comes_twice_is_asked_about_and_nothing_is_chosen_for_anybody(client, publisher):
    revision = make_signed_off()

    response = schedule(client, revision, moment="2027-11-07T01:30")

    html = " ".join(response.content.decode().split())
    assert (response.status_code, utc(revision)) == (422, None)
    assert (
        html.count("On 7 November 2027 the clocks go back, and 01:30 comes twice. Choose which one you mean.") == TOLD
    )
    assert re.findall(r"(first \([^<]*\)|second \([^<]*\))", html) == [
        "first (01:30 MDT, UTC-06:00)", "second (01:30 MST, UTC-07:00)",
    ]  # fmt: skip
    assert html.count('value="2027-11-07T01:30"') == 1


@pytest.mark.parametrize(("which", "moment"), [("0", "2027-11-07 07:30Z"), ("1", "2027-11-07 08:30Z")])
def test_either_of_two_moments_can_be_chosen(client, publisher, which, moment):
    revision = make_signed_off()

    schedule(client, revision, moment="2027-11-07T01:30", which=which)

    assert utc(revision) == moment


@pytest.mark.parametrize(("moment", "sentence"), [
    ("20266-01-01T10:00", "Enter a valid date/time."),
    ("2066-01-01T10:00", "That is more than two years away. Please check the year."),
    ("9999-12-31T23:59", "That is more than two years away. Please check the year."),
    ("2026-12-10T11:59", "Choose a moment in the future."),
    ("0001-01-01T00:00", "Choose a moment in the future."),
    ("", "Give a day and a time."),
])  # fmt: skip
def test_a_slip_of_the_keyboard_is_refused_in_words(client, publisher, moment, sentence):
    revision = make_signed_off()

    response = schedule(client, revision, moment=moment)

    assert (response.status_code, utc(revision)) == (422, None)
    assert response.content.decode().count(sentence) == TOLD


def test_the_moment_of_a_scheduled_article_is_changed_in_one_act(client, publisher):
    revision = make_scheduled(minutes=60)
    html = show(client, revision)

    schedule(client, revision, moment="2026-12-12T09:15")

    assert html.count("Change the moment") == 2
    assert html.count('value="2026-12-10T13:00"') == 1
    assert utc(revision) == "2026-12-12 16:15Z"
    assert revision.transitions.filter(action=Action.SCHEDULE).count() == 2


def test_a_publisher_plans_on_the_page_of_live_words_and_reads_the_plan_there(client, publisher):
    live = make_live()

    response = plan(client, live)

    html = show(client, live)
    assert (response.status_code, response["Location"]) == (302, live.get_absolute_url())
    assert html.count("24 Dec 2026, 18:00 MST") == 1
    assert html.count("Readers will be told: The trial has ended.") == 1
    assert html.count("Ines Moreau planned this on 10 Dec 2026, 12:00 MST.") == 1
    assert html.count("words that go live before then come down with it") == 1


@pytest.mark.parametrize("typed", [{"note": ""}, {"moment": "2027-03-14T02:30"}, {"moment": "2027-11-07T01:30"}])
def test_a_plan_that_can_not_be_made_comes_back_with_what_was_typed(client, publisher, typed):
    live = make_live()

    response = plan(client, live, **{"notice": "The trial has ended.", **typed})

    assert (response.status_code, PlannedWithdrawal.objects.count()) == (422, 0)
    assert response.content.decode().count("The trial has ended.") == 1


def test_a_plan_is_changed_and_cancelled_and_all_of_it_can_be_read(client, publisher):
    live = make_live()
    first = make_plan(live, note="The trial ends.")

    plan(client, live, seen=first.pk, moment="2026-12-31T18:00", note="It ends later.")
    second = coming_down.open_plan(live.article)
    client.post(f"/desk/planned-withdrawals/{second.pk}/cancel/")

    html = show(client, live)
    assert coming_down.open_plan(live.article) is None
    assert html.count("Ines Moreau cancelled this on 10 Dec 2026, 12:00 MST.") == 2
    assert (html.count("The trial ends."), html.count("It ends later.")) == (1, 1)


def test_the_second_of_two_who_plan_at_once_is_told_and_loses_no_words(client, publisher):
    live = make_live()
    make_plan(live)

    response = plan(client, live, note="My own reason.")

    html = response.content.decode()
    assert response.status_code == 409
    assert html.count("has planned meanwhile that these words come down on") == 1
    assert html.count("My own reason.") == 1


def test_nothing_to_plan_is_shown_on_a_draft(client, publisher):
    assert show(client, make_draft()).count("Plan when it comes down") == 0


def test_a_clinician_may_take_down_at_once_what_was_planned_and_no_more(client):
    live = make_live()
    planned = make_plan(live)
    client.force_login(make_person(CLINICIAN))
    html = show(client, live)

    client.post(f"/desk/planned-withdrawals/{planned.pk}/now/")

    assert (html.count("Take down now"), html.count("Cancel the plan"), html.count("Change the plan")) == (1, 0, 0)
    live.refresh_from_db()
    assert live.status == Status.WITHDRAWN


def test_a_failed_publication_says_why_how_often_and_when_and_is_tried_again_by_hand(client, publisher):
    revision = make_scheduled(minutes=60)
    User.objects.filter(pk=revision.author_id).update(job_title="")
    with time_machine.travel("2026-12-10 21:00Z", tick=False):
        do_what_is_due()
        do_what_is_due()
        html = show(client, revision)
        User.objects.filter(pk=revision.author_id).update(job_title="Health writer")
        mended = show(client, revision)
        revision.refresh_from_db()
        client.post(f"/desk/revisions/{revision.pk}/publish/", {"seen": revision.state_token})

    revision.refresh_from_db()
    assert html.count("Tried 2 times, last on 10 Dec 2026, 14:00 MST.") == 1
    assert re.search(r"<button[^>]*disabled[^>]*>Try again now</button>", html)
    assert re.search(r'<button[^>]*type="submit">Try again now</button>', mended)
    assert revision.status == Status.PUBLISHED
    assert show(client, revision).count("Due 10 Dec 2026, 13:00 MST, could not be done on 10 Dec 2026, 14:00 MST.") == 1


def test_what_could_not_come_down_stands_on_the_desk_of_publishers(client, publisher):
    signed = make_signed_off("Feet")
    make_plan(signed, minutes=60)
    with time_machine.travel("2026-12-10 21:00Z", tick=False):
        do_what_is_due()
        html = client.get("/desk/").content.decode()

    section = re.search(r">Could not come down</h2>(.*?)</section>", html, re.DOTALL)[1]
    assert re.findall(r'<a href="([^"]*)">([^<]*)</a>', section) == [(signed.get_absolute_url(), "Feet")]
    assert section.count("No words of this article are live, so none can come down.") == 1
    assert timezone.now() < PlannedWithdrawal.objects.get().at
    assert Revision.objects.get(pk=signed.pk).status == Status.SIGNED_OFF
