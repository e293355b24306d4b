import re

import pytest
import time_machine

from articles.domain import drafting, reviewing
from articles.enums import SignOffKind
from articles.models import Revision
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, MODERATOR, PUBLISHER
from tests.comment_factories import make_approved, make_comment
from tests.factories import (
    make_draft,
    make_in_review,
    make_live_article,
    make_person,
    make_scheduled,
    make_signed_off,
    make_topic,
    sign,
)

pytestmark = pytest.mark.django_db


def waiting(client, person):
    """What the desk's home shows to somebody: the titles under each heading."""
    client.force_login(person)
    html = client.get("/desk/").content.decode()
    sections = re.findall(r"<section[^>]*>\s*<h2[^>]*>([^<]*)</h2>(.*?)</section>", html, re.DOTALL)
    return {heading: re.findall(r'<a href="[^"]*">([^<]*)</a>', section) for heading, section in sections}


YOURS, ALSO = "Yours to sign off", "You could also sign"


def test_what_is_in_review_waits_for_those_it_was_given_to_and_the_others_could_also_sign_it(client):
    asked = {role: make_person(role) for role in (EDITOR, CLINICIAN)}
    others = [make_person(role) for role in (EDITOR, CLINICIAN, PUBLISHER)]
    make_in_review("Feet")

    for person in asked.values():
        shown = waiting(client, person)
        assert (shown[YOURS], shown[ALSO]) == (["Feet"], [])
    for person in others:
        shown = waiting(client, person)
        assert (shown[YOURS], shown[ALSO]) == ([], ["Feet"])


def test_own_words_do_not_wait_for_oneself(client):
    revision = make_in_review()

    assert waiting(client, revision.saved_by) == {YOURS: [], ALSO: [], "Your drafts": []}


def test_words_changed_before_they_were_returned_do_not_wait_for_oneself(client):
    first, helper, writer = make_draft(), make_person(EDITOR), make_person(EDITOR)
    first = drafting.save_draft(first, by=helper, seen=first.state_token, words={"summary": "Helped."})
    first = reviewing.submit(first, by=helper, seen=first.state_token)
    draft = reviewing.request_changes(first, by=make_person(CLINICIAN), seen=first.state_token, note="Shorter.")
    draft = drafting.save_draft(draft, by=writer, seen=draft.state_token, words={"summary": "Shorter."})

    reviewing.submit(draft, by=writer, seen=draft.state_token)

    shown = waiting(client, helper)
    assert (shown[YOURS], shown[ALSO]) == ([], [])


def test_what_somebody_has_signed_no_longer_waits_for_them(client):
    doctors = [make_person(CLINICIAN) for _each in range(3)]
    revision = make_in_review(topic=make_topic("high"))

    sign(revision, SignOffKind.CLINICAL, doctors[0])

    shown = [waiting(client, doctor) for doctor in doctors]
    assert [(each[YOURS], each[ALSO]) for each in shown] == [
        ([], []),
        (["Walking and mood"], []),
        ([], ["Walking and mood"]),
    ]


def test_what_misses_only_the_clinical_sign_off_waits_for_no_editor(client):
    revision = make_in_review()

    sign(revision, SignOffKind.EDITORIAL, make_person(EDITOR))

    shown = waiting(client, make_person(EDITOR))
    assert (shown[YOURS], shown[ALSO]) == ([], [])


def test_a_doctor_without_a_valid_credential_could_sign_nothing(client):
    doctor = make_person(CLINICIAN)
    doctor.credentials.update(expires_on="2020-01-01")
    make_in_review()

    shown = waiting(client, doctor)
    assert (shown[YOURS], shown[ALSO]) == ([], [])


def test_who_chooses_sees_what_nobody_here_can_sign(client):
    make_person(CLINICIAN)
    publisher = make_person(PUBLISHER)
    make_in_review("Two doctors needed", topic=make_topic("high", "Medicines"))
    make_in_review("One doctor needed")

    assert waiting(client, publisher)["Nobody here can sign these off"] == ["Two doctors needed"]


def test_the_soonest_due_comes_first_and_what_is_overdue_says_so(client):
    doctor = make_person(CLINICIAN)
    with time_machine.travel("2026-11-23 12:00 -0700"):
        make_in_review("Due on Monday the 30th")
        make_in_review("Due on Thursday", topic=make_topic("high", "Medicines"))
    with time_machine.travel("2026-11-27 12:00 -0700"):
        make_in_review("Due on Friday the 4th")

        shown = waiting(client, doctor)[YOURS]
        html = client.get("/desk/").content.decode()

    assert shown == ["Due on Thursday", "Due on Monday the 30th", "Due on Friday the 4th"]
    assert html.count("Overdue</strong>") == 1


def test_an_editor_finds_their_drafts_and_nobody_elses(client):
    mine = make_draft("Mine")
    make_draft("Theirs")

    assert waiting(client, mine.saved_by)["Your drafts"] == ["Mine"]


def test_returned_words_are_a_draft_of_those_who_wrote_them(client):
    revision = make_in_review()

    reviewing.request_changes(revision, by=make_person(CLINICIAN), seen=revision.state_token, note="Name the dose.")

    assert waiting(client, revision.saved_by)["Your drafts"] == ["Walking and mood"]


def test_publishers_find_what_is_ready_and_what_failed(client):
    make_signed_off("Ready")
    failed = make_scheduled("Failed")
    make_scheduled("Fine")
    Revision.objects.filter(pk=failed.pk).update(schedule_failure="The byline needs a role.")

    shown = waiting(client, make_person(PUBLISHER))

    assert (shown["Ready to publish"], shown["Could not go live"]) == (["Ready"], ["Failed"])


def test_moderators_find_the_comments_to_decide_and_nothing_else(client):
    article = make_live_article("Feet")
    make_approved(article=article)
    make_comment(name="Kim", article=article)

    assert waiting(client, make_person(MODERATOR)) == {"Comments to decide": ["Kim on “Feet”"]}


def test_an_administrator_is_asked_for_crisis_lines_and_nothing_else(client):
    make_in_review()

    assert waiting(client, make_person(ADMINISTRATOR)) == {
        "Check with the source": ["There is no crisis line for US: add one"]
    }


def test_of_what_is_due_on_the_same_day_the_longest_wait_comes_first(client):
    doctor = make_person(CLINICIAN)
    for title in ("First", "Second"):
        make_in_review(title)

    assert waiting(client, doctor)[YOURS] == ["First", "Second"]


@pytest.mark.parametrize("count", [1, 6])
def test_the_desk_costs_the_same_for_one_and_for_many(client, django_assert_num_queries, count):
    person, article = make_person(EDITOR), make_live_article("Live")
    person.groups.add(*(group for role in (MODERATOR, PUBLISHER) for group in make_person(role).groups.all()))
    for number in range(count):
        make_in_review(f"In review {number}")
        make_draft(f"Draft {number}", by=person)
        make_signed_off(f"Ready {number}")
        make_comment(f"Comment {number}", article=article)
    client.force_login(person)

    with django_assert_num_queries(23):
        client.get("/desk/")


DAILY, MORE = (
    ["Desk", "Articles", "Reviews", "Calendar"],
    ["Review dates", "Pictures", "Sources", "Follow-ups", "Pages of the site", "Reports"],
)


@pytest.mark.parametrize(("role", "daily", "more"), [
    (EDITOR, DAILY, MORE),
    (CLINICIAN, DAILY, [*MORE, "Medicines", "Patients' stories"]),
    (PUBLISHER, DAILY, [*MORE, "Medicines", "Crisis lines", "Services", "Patients' stories", "Topics", "Clinic"]),
    (MODERATOR, ["Desk", "Comments"], []),
    (ADMINISTRATOR, DAILY, [*MORE, "Medicines", "Crisis lines", "Services", "Comment rules", "People", "Clinic"]),
])  # fmt: skip
def test_the_bar_shows_the_places_that_a_role_opens(client, role, daily, more):
    client.force_login(make_person(role))

    bar = client.get("/desk/").context["desk_nav"]

    assert [[place["label"] for place in bar[part]] for part in ("daily", "more")] == [daily, more]
    assert {client.get(place["url"]).status_code for place in bar["daily"] + bar["more"]} == {200}


@pytest.mark.parametrize(("path", "places", "menus"), [
    ("/desk/articles/new/", ["Articles"] * 2, ["More", "Menu: Articles"]),
    ("/desk/reports/", ["Reports"] * 2, ["More: Reports", "Menu: Reports"]),
    ("/desk/notices/", [], ["More", "Menu"]),
])  # fmt: skip
def test_the_bar_and_its_menus_say_where_one_is(client, path, places, menus):
    client.force_login(make_person(EDITOR))

    bar = client.get(path).content.decode().partition("<main")[0]

    assert re.findall(r'aria-current="page">([^<]*)<', bar) == places
    assert [" ".join(each.split()) for each in re.findall(r"<summary>([^<]*)</summary>", bar)] == menus


def test_a_desk_page_needs_somebody_who_is_signed_in(client):
    assert client.get("/desk/")["Location"] == "/accounts/login/?next=/desk/"
