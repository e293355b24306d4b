"""Who is told of a step, and in which words."""

import re

import pytest
from django.db import transaction

from articles.domain import publishing, reviewing
from articles.domain.due import do_what_is_due
from articles.domain.following import follow, unfollow
from articles.enums import SignOffKind
from articles.models import Notice
from clinic_cms.models import User
from clinic_cms.roles import CLINICIAN, EDITOR, MODERATOR, PUBLISHER
from tests.factories import make_draft, make_in_review, make_live, make_person, make_scheduled, make_signed_off, sign
from tests.notice_queue import run_the_queue, told

pytestmark = pytest.mark.django_db


def test_a_submission_tells_the_people_its_sign_offs_are_given_to_and_nobody_else():
    draft = make_draft(by=make_person(EDITOR, name="writer", full_name="Wren Hale"))
    for role in (EDITOR, CLINICIAN, PUBLISHER, MODERATOR):
        make_person(role, name=f"a-{role}")
    make_person(CLINICIAN, name="a-second-clinician")

    reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    assert told("Ready for review") == ["a-clinician", "a-editor"]


def test_where_nobody_can_give_a_sign_off_all_whose_role_it_is_are_told_and_who_can_choose():
    draft = make_draft(by=make_person(EDITOR, name="writer", full_name="Wren Hale"))
    for role in (EDITOR, CLINICIAN, PUBLISHER, MODERATOR):
        make_person(role, name=f"a-{role}")
    User.objects.get(username="a-clinician").credentials.update(expires_on="2020-01-01")
    make_person(CLINICIAN, name="closed", is_active=False)

    reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    assert told("Ready for review") == ["a-clinician", "a-editor", "a-publisher"]


def test_somebody_with_two_roles_is_told_once():
    draft, both = make_draft(), make_person(CLINICIAN, name="both")
    both.groups.add(*make_person(PUBLISHER, is_active=False).groups.all())

    reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    assert told("Ready for review") == ["both"]


def test_a_request_for_changes_tells_the_writers_with_the_note(mailoutbox):
    revision = make_in_review(by=make_person(EDITOR, name="writer", full_name="Wren Hale"))
    doctor = make_person(CLINICIAN, full_name="Amara Osei")

    reviewing.request_changes(revision, by=doctor, seen=revision.state_token, note="Name the dose in milligrams.")
    run_the_queue()

    message = next(each for each in mailoutbox if each.subject.startswith("Changes requested"))
    assert told("Changes requested") == message.to[0].split("@")[:1] == ["writer"]
    assert message.body.count("Amara Osei has asked for changes") == 1
    assert message.body.count("Name the dose in milligrams.") == 1


def test_the_last_sign_off_tells_who_may_publish():
    make_person(PUBLISHER, name="chief")

    make_signed_off()

    assert told("Signed off") == ["chief"]


def test_going_live_and_coming_down_tell_the_writers():
    revision = make_live(by=make_person(EDITOR, name="writer", full_name="Wren Hale"))

    publishing.withdraw(revision, by=make_person(PUBLISHER), seen=revision.state_token, note="Wrong.", notice="")

    assert (told("Published"), told("Withdrawn")) == (["writer"], ["writer"])


def test_whoever_follows_an_article_is_told_of_every_step_that_somebody_else_takes():
    revision, follower = make_in_review(), make_person(CLINICIAN, name="follower")
    follow(revision.article, by=follower)

    revision = sign(revision, SignOffKind.CLINICAL, make_person(CLINICIAN))
    revision = sign(revision, SignOffKind.EDITORIAL, make_person(EDITOR))
    live = publishing.publish(revision, by=make_person(PUBLISHER), seen=revision.state_token)

    of_follower = list(Notice.objects.filter(person=follower).order_by("pk").values_list("heading", "sentence"))
    assert of_follower == [
        (
            "Signed off: Walking and mood",
            f"{_signer(live, 0)} has signed off “Walking and mood”. It still needs another sign-off.",
        ),
        ("Signed off: Walking and mood", "“Walking and mood” has all the sign-offs it needs and can be published."),
        ("Published: Walking and mood", "“Walking and mood” is live."),
    ]


def _signer(revision, place):
    return revision.review.sign_offs.order_by("pk")[place].signer_name


def test_whoever_stops_following_is_told_no_more():
    revision, follower = make_in_review(), make_person(CLINICIAN, name="follower")
    follow(revision.article, by=follower)
    unfollow(revision.article, by=follower)

    sign(revision, SignOffKind.CLINICAL, make_person(CLINICIAN))

    assert told("Signed off") == []


@pytest.mark.parametrize("change", ["closed", "moved"])
def test_a_follower_who_may_not_read_drafts_any_more_is_not_told(change):
    revision, follower = make_in_review(), make_person(CLINICIAN, name="follower")
    follow(revision.article, by=follower)
    if change == "closed":
        User.objects.filter(pk=follower.pk).update(is_active=False)
    else:
        follower.groups.clear()

    sign(revision, SignOffKind.CLINICAL, make_person(CLINICIAN))

    assert told("Signed off") == []


def test_nothing_is_queued_for_a_step_that_was_rolled_back(mailoutbox):
    draft, _reader = make_draft(), make_person(CLINICIAN)

    with transaction.atomic():
        reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)
        transaction.set_rollback(True)
    run_the_queue()

    assert (Notice.objects.count(), mailoutbox) == (0, [])


def test_the_mail_names_the_article_and_the_desk_and_carries_none_of_its_words(mailoutbox):
    make_person(CLINICIAN, name="doctor")
    revision = make_in_review("Walking & mood")

    run_the_queue()

    [message] = mailoutbox
    assert (message.subject, message.to) == ("Ready for review: Walking & mood", ["doctor@clinic.example"])
    assert re.findall(r"https?://\S*(/desk/\S+)", message.body) == [f"/desk/revisions/{revision.pk}/"]
    assert (message.body.count("short walk"), message.body.count(revision.summary)) == (0, 0)


def test_a_title_with_a_line_break_cannot_add_headers(mailoutbox):
    doctor = make_person(CLINICIAN)
    make_in_review("Walking\r\nBcc: evil@evil.example")

    run_the_queue()

    assert mailoutbox[0].recipients() == [doctor.email]
    assert len(mailoutbox[0].subject.splitlines()) == 1


def test_what_the_clock_could_not_publish_is_told_to_publishers_once(mailoutbox):
    revision = make_scheduled(by=make_person(EDITOR))
    User.objects.filter(pk=revision.author_id).update(job_title="")
    publisher = User.objects.get(groups__name=PUBLISHER)

    for _round in range(2):
        do_what_is_due(revision.publish_at)
    run_the_queue()

    message = next(each for each in mailoutbox if each.subject.startswith("Could not be published"))
    assert (told("Could not be published"), message.to) == ([publisher.username], [publisher.email])
    assert message.body.count("The byline needs a role.") == 1
