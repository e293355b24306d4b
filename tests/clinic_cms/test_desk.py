import re

import pytest

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


def test_what_is_in_review_waits_for_those_who_can_sign_it_off(client):
    make_in_review("Feet")

    for role in (EDITOR, CLINICIAN, PUBLISHER):
        assert waiting(client, make_person(role))["Waiting for your sign-off"] == ["Feet"]


def test_own_words_do_not_wait_for_oneself(client):
    revision = make_in_review()

    assert waiting(client, revision.saved_by) == {"Waiting for your sign-off": [], "Your drafts": []}


def test_words_changed_before_they_were_returned_do_not_wait_for_oneself(client):
    first, helper, writer = make_draft(), make_person(EDITOR), make_person(EDITOR)
    first = drafting.save_draft(first, by=helper, seen=first.state_token, words={"summary": "Helped."})
    first = reviewing.submit(first, by=helper, seen=first.state_token)
    draft = reviewing.request_changes(first, by=make_person(CLINICIAN), seen=first.state_token, note="Shorter.")
    draft = drafting.save_draft(draft, by=writer, seen=draft.state_token, words={"summary": "Shorter."})

    reviewing.submit(draft, by=writer, seen=draft.state_token)

    assert waiting(client, helper)["Waiting for your sign-off"] == []


def test_what_somebody_has_signed_no_longer_waits_for_them(client):
    revision, doctor = make_in_review(topic=make_topic("high")), make_person(CLINICIAN)

    sign(revision, SignOffKind.CLINICAL, doctor)

    assert waiting(client, doctor)["Waiting for your sign-off"] == []
    assert waiting(client, make_person(CLINICIAN))["Waiting for your sign-off"] == ["Walking and mood"]


def test_what_misses_only_the_clinical_sign_off_waits_for_no_editor(client):
    revision = make_in_review()

    sign(revision, SignOffKind.EDITORIAL, make_person(EDITOR))

    assert waiting(client, make_person(EDITOR))["Waiting for your sign-off"] == []


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


def test_nothing_waits_for_an_administrator(client):
    make_in_review()

    assert waiting(client, make_person(ADMINISTRATOR)) == {}


def test_the_longest_wait_comes_first(client):
    for title in ("First", "Second"):
        make_in_review(title)

    assert waiting(client, make_person(CLINICIAN))["Waiting for your sign-off"] == ["First", "Second"]


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

    with django_assert_num_queries(15):
        client.get("/desk/")


@pytest.mark.parametrize(("role", "places"), [
    (EDITOR, ["Desk", "Articles", "Reviews", "Calendar", "Reports"]),
    (CLINICIAN, ["Desk", "Articles", "Reviews", "Calendar", "Reports"]),
    (PUBLISHER, ["Desk", "Articles", "Reviews", "Calendar", "Reports", "Topics"]),
    (MODERATOR, ["Desk", "Comments"]),
    (ADMINISTRATOR, ["Desk", "Articles", "Reviews", "Calendar", "People", "Reports"]),
])  # fmt: skip
def test_the_bar_shows_the_places_that_a_role_opens(client, role, places):
    client.force_login(make_person(role))

    response = client.get("/desk/")

    assert [place["label"] for place in response.context["desk_nav"]] == places
    assert {client.get(place["url"]).status_code for place in response.context["desk_nav"]} == {200}


def test_the_bar_marks_where_one_is(client):
    client.force_login(make_person(EDITOR))

    marked = [place["label"] for place in client.get("/desk/articles/new/").context["desk_nav"] if place["current"]]

    assert marked == ["Articles"]


def test_a_desk_page_needs_somebody_who_is_signed_in(client):
    assert client.get("/desk/")["Location"] == "/accounts/login/?next=/desk/"
