"""A patient's words stay live no longer than the patient allows without two people being asked to look."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.domain import clinical_data, publishing
from articles.domain.ended_authorizations import look_for_ended_authorizations
from articles.domain.follow_ups import confirm
from articles.domain.reviewing import submit
from articles.enums import SignOffKind
from articles.models import FollowUp, PatientStory, Revision
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.clinic_records import make_story
from tests.factories import BODY, give_sign_offs, make_draft, make_person

pytestmark = pytest.mark.django_db

QUOTE = "I could not sleep. My nights are mine again."
STORY = f"<blockquote><p>{QUOTE}</p></blockquote>"
TODAY = timezone.localdate


def shown(**story) -> tuple[Revision, PatientStory]:
    """A live article that shows a patient's words, and the record that allows them."""
    draft = make_draft(body=BODY + STORY)
    record = make_story(draft.article, QUOTE, **story)
    signed = give_sign_offs(submit(draft, by=draft.saved_by, seen=draft.state_token))
    return publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token), record


def test_an_authorization_that_ends_asks_two_people_to_look_once_for_each_signature():
    live, story = shown(expires_on=TODAY() + timedelta(days=3))

    while_it_holds = look_for_ended_authorizations()
    with time_machine.travel(timezone.now() + timedelta(days=5)):
        after_its_end = [look_for_ended_authorizations(), look_for_ended_authorizations()]
        longer = TODAY() + timedelta(days=2)
        clinical_data.keep(story, by=make_person(PUBLISHER), seen=clinical_data.seen_now(story), expires_on=longer)
        while_it_holds_again = look_for_ended_authorizations()

    assert (while_it_holds, after_its_end, while_it_holds_again) == ([], [[story], []], [])
    opened = FollowUp.objects.get()
    assert (opened.revision_id, opened.kind, opened.opened_by) == (live.pk, "story", None)
    assert opened.note == f"The authorization for “{story}” has ended, and this article shows these words."


def test_what_a_patient_took_back_is_not_asked_about_again_when_two_people_have_looked():
    _live, story = shown()
    clinical_data.keep(story, by=make_person(CLINICIAN), seen=clinical_data.seen_now(story), withdrawn_on=TODAY())

    assert (look_for_ended_authorizations(), FollowUp.objects.count()) == ([story], 1)
    for kind, role in ((SignOffKind.EDITORIAL, EDITOR), (SignOffKind.CLINICAL, CLINICIAN)):
        confirm(FollowUp.objects.get(), kind, by=make_person(role), note="We wrote to the patient.")
    assert (look_for_ended_authorizations(), FollowUp.objects.count()) == ([], 1)
