"""What patients allowed an article to show, the whole way to readers."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.domain import clinical_data, publishing, reviewing
from articles.domain.checking import look
from articles.domain.patient_stories import shown_without_authorization
from articles.models import PatientStory
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, MODERATOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.clinic_records import make_story
from tests.factories import BODY, give_sign_offs, make_draft, make_live, make_person

pytestmark = pytest.mark.django_db

QUOTE = "I could not sleep. My nights are mine again."
STORY = f"<blockquote><p>{QUOTE}</p></blockquote>"
TODAY = timezone.localdate


def stops(revision) -> list[str]:
    return [finding.rule for finding in look(revision).open_blocking]


def submit(draft):
    return reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)


def test_a_story_that_no_patient_has_allowed_stops_the_submission():
    draft = make_draft(body=BODY + STORY)

    with pytest.raises(Refusal, match="Keep them only with the patient's written authorization"):
        submit(draft)


def test_with_the_authorization_it_goes_the_whole_way_to_readers():
    draft = make_draft(body=BODY + STORY)
    make_story(draft.article, QUOTE)

    signed = give_sign_offs(submit(draft))
    live = publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)

    assert live.status == "published"


def test_an_authorization_that_ended_meanwhile_stops_going_live():
    draft = make_draft(body=BODY + STORY)
    make_story(draft.article, QUOTE, expires_on=TODAY() + timedelta(days=3))
    signed, publisher = give_sign_offs(submit(draft)), make_person(PUBLISHER)

    later = time_machine.travel(timezone.now() + timedelta(days=4), tick=False)
    with later, pytest.raises(Refusal, match="No valid authorization is on record for this story"):
        publishing.publish(signed, by=publisher, seen=signed.state_token)

    signed.refresh_from_db()
    assert signed.status == "signed_off"


def test_what_the_patient_took_back_meanwhile_stops_going_live_and_a_new_signature_helps():
    draft = make_draft(body=BODY + STORY)
    story = make_story(draft.article, QUOTE)
    signed, publisher = give_sign_offs(submit(draft)), make_person(PUBLISHER)
    doctor = make_person(CLINICIAN)
    clinical_data.keep(story, by=doctor, seen=clinical_data.seen_now(story), withdrawn_on=TODAY())

    with pytest.raises(Refusal, match="No valid authorization is on record for this story"):
        publishing.publish(signed, by=publisher, seen=signed.state_token)

    make_story(draft.article, QUOTE, paper="Folder 12, form 9")
    assert publishing.publish(signed, by=publisher, seen=signed.state_token).status == "published"


def test_a_story_of_another_article_allows_nothing_here():
    make_story(make_draft("Another").article, QUOTE)

    assert stops(make_draft(body=BODY + STORY)) == ["GOV-07"]


def test_a_story_that_was_taken_out_of_the_words_stops_nobody():
    draft = make_draft()
    make_story(draft.article, QUOTE, expires_on=TODAY() - timedelta(days=1), valid_from=TODAY() - timedelta(days=9))

    assert stops(draft) == []


def test_the_shape_of_quotation_marks_does_not_count():
    draft = make_draft(body=BODY + "<blockquote><p>I couldn’t sleep, and now  my nights are mine.</p></blockquote>")
    make_story(draft.article, "I couldn't sleep, and now my nights are mine.")

    assert stops(draft) == []


def test_a_live_article_that_shows_what_was_taken_back_is_named():
    draft = make_draft(body=BODY + STORY)
    story = make_story(draft.article, QUOTE)
    signed = give_sign_offs(submit(draft))
    publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)
    assert shown_without_authorization() == []

    clinical_data.keep(story, by=make_person(CLINICIAN), seen=clinical_data.seen_now(story), withdrawn_on=TODAY())
    assert shown_without_authorization() == [story]

    make_story(draft.article, QUOTE)
    assert shown_without_authorization() == []


def test_what_a_patient_took_back_stays_so():
    story = make_story(make_live().article, withdrawn_on=TODAY())

    with pytest.raises(Refusal, match="The patient took this back"):
        clinical_data.keep(story, by=make_person(PUBLISHER), seen=clinical_data.seen_now(story), withdrawn_on=None)


def test_nothing_is_taken_back_tomorrow():
    with pytest.raises(Refusal, match="on a day that has not come yet"):
        make_story(make_live().article, withdrawn_on=TODAY() + timedelta(days=1))


@pytest.mark.parametrize("role", [EDITOR, MODERATOR, ADMINISTRATOR])
def test_only_clinicians_and_publishers_say_which_patients_words_may_be_shown(role):
    with pytest.raises(Refusal, match="Only a clinician or a publisher can record"):
        make_story(make_live().article, by=make_person(role))


def test_whoever_was_slower_is_told():
    story = make_story(make_live().article)
    seen = clinical_data.seen_now(story)
    clinical_data.keep(story, by=make_person(PUBLISHER), seen=seen, paper="Folder 13")

    with pytest.raises(StaleRefusal):
        clinical_data.keep(story, by=make_person(PUBLISHER), seen=seen, paper="Folder 14")


@pytest.mark.parametrize(("first", "last", "back", "holds"), [
    (0, 0, None, True), (-9, -1, None, False), (1, 9, None, False), (-9, 9, 0, False), (-9, 9, -1, False),
])  # fmt: skip
def test_an_authorization_holds_from_its_first_day_to_its_last(first, last, back, holds):
    today = TODAY()
    story = make_story(
        make_live().article,
        valid_from=today + timedelta(days=first),
        expires_on=today + timedelta(days=last),
        withdrawn_on=None if back is None else today + timedelta(days=back),
    )

    assert (story.is_authorised, PatientStory.objects.authorised(today).exists()) == (holds, holds)
