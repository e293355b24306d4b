import re

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from articles.domain import publishing, reviewing
from articles.domain.notices import send_notice
from articles.enums import Action
from clinic_cms.models import User
from clinic_cms.roles import CLINICIAN, EDITOR, MODERATOR, PUBLISHER
from tests.factories import make_draft, make_in_review, make_live, make_person, make_scheduled, make_signed_off

pytestmark = pytest.mark.django_db


def told(action):
    """The user names of everybody for whom a notice of this action is queued, one for each notice."""
    queued = [result.args_kwargs["args"] for result in DBTaskResult.objects.all()]
    return sorted(User.objects.get(pk=person).username for person, _rev, what, *_rest in queued if what == action)


def test_a_submission_tells_everybody_who_may_sign_off_but_nobody_who_wrote():
    draft = make_draft(by=make_person(EDITOR, name="writer"))
    for role in (EDITOR, CLINICIAN, PUBLISHER, MODERATOR):
        make_person(role, name=f"a-{role}")
    make_person(CLINICIAN, name="closed", is_active=False)

    reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    assert told(Action.SUBMIT) == ["a-clinician", "a-editor", "a-publisher"]


def test_somebody_with_two_roles_is_told_once():
    draft, both = make_draft(), make_person(CLINICIAN, name="both")
    both.groups.add(*make_person(PUBLISHER, is_active=False).groups.all())

    reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    assert told(Action.SUBMIT) == ["both"]


def test_a_request_for_changes_tells_the_writers_with_the_note(mailoutbox):
    revision = make_in_review(by=make_person(EDITOR, name="writer"))
    doctor = make_person(CLINICIAN, full_name="Amara Osei")

    reviewing.request_changes(revision, by=doctor, seen=revision.state_token, note="Name the dose in milligrams.")
    run_the_queue()

    message = next(each for each in mailoutbox if each.subject.startswith("Changes requested"))
    assert told(Action.REQUEST_CHANGES) == message.to[0].split("@")[:1] == ["writer"]
    assert message.body.count("Amara Osei has asked for changes") == 1
    assert message.body.count("Name the dose in milligrams.") == 1


def test_the_last_sign_off_tells_who_may_publish():
    make_person(PUBLISHER, name="chief")

    make_signed_off()

    assert told(Action.SIGN_OFF) == ["chief"]


def test_going_live_and_coming_down_tell_the_writers():
    revision = make_live(by=make_person(EDITOR, name="writer"))

    publishing.withdraw(revision, by=make_person(PUBLISHER), seen=revision.state_token, note="Wrong.", notice="")

    assert (told(Action.PUBLISH), told(Action.WITHDRAW)) == (["writer"], ["writer"])


def test_nothing_is_queued_for_a_step_that_was_rolled_back():
    draft, _reader = make_draft(), make_person(CLINICIAN)

    with transaction.atomic():
        reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)
        transaction.set_rollback(True)

    assert not DBTaskResult.objects.exists()


def test_the_mail_names_the_article_and_the_desk_and_carries_none_of_its_words(mailoutbox):
    make_person(CLINICIAN, name="doctor")
    revision = make_in_review("Walking & mood")

    run_the_queue()

    [message] = mailoutbox
    assert (message.subject, message.to) == ("Ready for review: Walking & mood", ["doctor@clinic.example"])
    assert re.findall(r"https?://\S*(/desk/\S+)", message.body) == [f"/desk/revisions/{revision.pk}/"]
    assert (message.body.count("short walk"), message.body.count(revision.summary)) == (0, 0)


def test_a_title_with_a_line_break_cannot_add_headers(mailoutbox):
    revision, doctor = make_in_review("Walking\r\nBcc: evil@evil.example"), make_person(CLINICIAN)

    send_notice.func(doctor.pk, revision.pk, Action.SUBMIT, "Sam", "")

    assert mailoutbox[0].recipients() == [doctor.email]
    assert len(mailoutbox[0].subject.splitlines()) == 1


def test_what_the_clock_could_not_publish_is_told_to_publishers_once(mailoutbox):
    revision = make_scheduled(by=make_person(EDITOR))
    User.objects.filter(pk=revision.author_id).update(job_title="")
    publisher = User.objects.get(groups__name=PUBLISHER)

    for _round in range(2):
        publishing.publish_due(revision.publish_at)
    run_the_queue()

    message = next(each for each in mailoutbox if each.subject.startswith("Could not be published"))
    assert (told(Action.SCHEDULE), message.to) == ([publisher.username], [publisher.email])
    assert message.body.count("The byline needs a role.") == 1


def run_the_queue():
    """Do every queued task in this process, oldest first; the worker itself would close the test's transaction."""
    for result in DBTaskResult.objects.order_by("enqueued_at"):
        result.task.func(*result.args_kwargs["args"])
