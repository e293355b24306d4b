"""What the clinic says of itself, and what the checks make of it."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.domain import clinical_data, reviewing
from articles.domain.checking import look
from articles.models import PatientStory
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, MODERATOR
from clinic_cms.shared.refusal import Refusal
from tests.clinic_records import make_clinic_phone, make_service, make_story
from tests.factories import BODY, make_crisis_line, make_draft, make_live, make_person, make_signed_off

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


def stops(revision) -> list[str]:
    return [finding.rule for finding in look(revision).open_blocking]


def submit(draft):
    return reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)


# ---- Services --------------------------------------------------------------------------------------------------------


def test_an_article_that_names_a_service_has_to_say_that_the_clinic_offers_it():
    words = BODY + "<p>Some people try guided walks.</p>"
    assert stops(make_draft("Before", body=words)) == []
    make_service("guided walks", synonyms="walking groups")

    assert stops(make_draft("By its name", body=words)) == ["GOV-05"]
    assert stops(make_draft("By another", body=words.replace("guided walks", "walking groups"))) == ["GOV-05"]
    assert stops(make_draft("Said", body=f"{words}<p>This clinic offers guided walks.</p>")) == []
    assert stops(make_draft("In the interests", body=words, interests="None. This clinic offers guided walks.")) == []


def test_a_service_that_is_not_offered_any_more_is_not_asked_for():
    service = make_service("guided walks")
    keeper = make_person(ADMINISTRATOR)
    clinical_data.keep(service, by=keeper, seen=clinical_data.seen_now(service), active=False)

    assert stops(make_draft(body=BODY + "<p>Some people try guided walks.</p>")) == []


def test_an_article_that_names_a_service_stops_at_submission():
    make_service("guided walks")
    draft = make_draft(body=BODY + "<p>Some people try guided walks.</p>")

    with pytest.raises(Refusal, match="The clinic sells this, and the article does not say so"):
        submit(draft)


@pytest.mark.parametrize("role", [EDITOR, CLINICIAN, MODERATOR])
def test_only_publishers_and_administrators_keep_services_and_numbers(role):
    for make in (make_service, make_clinic_phone):
        with pytest.raises(Refusal, match="Only a publisher or an administrator can keep the services"):
            make(by=make_person(role))


# ---- Telephone numbers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["303-555-0142", "(303) 555-0142", "+1 303 555 0142"])
def test_the_clinics_own_number_is_no_unknown_number(written):
    make_crisis_line()
    words = BODY + f"<p>In a crisis you can also call us at {written}.</p>"
    assert stops(make_draft("Before", body=words)) == ["SAF-06"]

    make_clinic_phone("+1 (303) 555-0142")

    assert stops(make_draft("After", body=words)) == []


def test_a_number_of_the_clinic_is_no_crisis_line():
    make_clinic_phone("303 555 0142")
    words = BODY + "<p>If you think about suicide, call us at 303 555 0142.</p>"

    draft = make_draft(body=words)

    assert [each.digits for each in look(draft).facts.crisis_lines] == []
    assert look(draft).facts.clinic_phones == ("3035550142",)


def test_a_number_that_was_switched_off_is_unknown_again():
    make_crisis_line()
    make_clinic_phone("303 555 0142", active=False)

    assert stops(make_draft(body=BODY + "<p>In a crisis you can call us at 303 555 0142.</p>")) == ["SAF-06"]


# ---- The database keeps it so ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", ["clinicservice", "clinicphone", "patientstory"])
def test_nothing_of_it_is_ever_deleted(table):
    make_service(), make_clinic_phone(), make_story(make_signed_off().article)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    for statement in (f"DELETE FROM articles_{table}", f"TRUNCATE articles_{table} CASCADE"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_database_lets_nobody_bring_back_what_was_taken_back_nor_move_a_story():
    story = make_story(make_live().article)
    other = make_live("Another").article
    for change in ({"article": other}, {"withdrawn_on": TODAY()}, {"withdrawn_on": None}):
        update = PatientStory.objects.filter(pk=story.pk).update
        if change == {"withdrawn_on": TODAY()}:
            assert update(**change) == 1
            continue
        with pytest.raises(IntegrityError), transaction.atomic():
            update(**change)


@pytest.mark.parametrize("wrong", [{"quote": "Me"}, {"paper": " "}, {"expires_on": "2001-01-01"}])
def test_a_record_that_says_too_little_is_refused(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_story(make_live().article, **wrong)
