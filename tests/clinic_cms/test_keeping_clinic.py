"""The clinic is set up by those who may, one at a time; every change is on record, and nothing of it is deleted."""

import threading

import pytest
from django.db import DatabaseError, IntegrityError, connection, connections, transaction

from articles.models import shown_change
from clinic_cms.keeping_clinic import as_it_is, keep_clinic, seen_now
from clinic_cms.models import ClinicChange, ClinicProfile
from clinic_cms.profile import clinic
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, MODERATOR, PRIVACY_OFFICER, PUBLISHER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.clinics import set_up
from tests.factories import make_crisis_line, make_draft, make_person

pytestmark = pytest.mark.django_db
OWN_WORDS = (
    "This is general information and not medical advice. Talk with a pharmacist or nurse. In an emergency, call 999."
)


def test_before_anybody_sets_it_up_it_is_as_the_settings_say():
    assert (clinic().name, clinic().country, clinic().emergency_number) == ("Alder Street Clinic", "US", "911")
    assert (as_it_is().name, as_it_is().country, ClinicProfile.objects.count()) == ("Alder Street Clinic", "US", 0)


def test_what_is_set_up_wins_over_the_settings(settings):
    set_up(name="Harbor Clinic", country="GB")

    settings.CLINIC_NAME = "Another"
    assert (clinic().name, clinic().country, clinic().emergency_number) == ("Harbor Clinic", "GB", "999")


@pytest.mark.parametrize("role", [PUBLISHER, ADMINISTRATOR])
def test_a_publisher_and_an_administrator_set_it_up(role):
    set_up(by=make_person(role), name="Harbor Clinic")

    assert clinic().name == "Harbor Clinic"


@pytest.mark.parametrize("role", [EDITOR, CLINICIAN, MODERATOR, PRIVACY_OFFICER])
def test_nobody_else_does(role):
    with pytest.raises(Refusal, match="Only a publisher or an administrator"):
        set_up(by=make_person(role), name="Harbor Clinic")

    assert ClinicProfile.objects.count() == 0


def test_who_has_left_does_not_either():
    with pytest.raises(Refusal):
        set_up(by=make_person(PUBLISHER, is_active=False), name="Harbor Clinic")


def test_the_first_time_all_of_it_is_on_record_and_then_what_changed():
    robin = make_person(PUBLISHER, "robin")
    set_up(by=robin, name="Harbor Clinic", country="GB", hours={"mon": [["08:00", "12:00"]]})
    set_up(by=robin, name="Harbour Clinic", logo_has_name=True)

    changed, added = ClinicChange.objects.all()
    assert (added.act, added.by, added.after) == (
        "add", robin, {"name": "Harbor Clinic", "country": "GB", "hours": "mon 08:00-12:00"},
    )  # fmt: skip
    assert (changed.act, changed.before, changed.after) == (
        "change",
        {"name": "Harbor Clinic", "logo_has_name": ""},
        {"name": "Harbour Clinic", "logo_has_name": "yes"},
    )
    assert changed.lines[0] == ("name", "Harbor Clinic", "Harbour Clinic")


def test_what_is_as_it_was_is_no_change():
    set_up(name="Harbor Clinic")
    version = shown_change.seen()

    set_up(name="Harbor Clinic")

    assert (ClinicChange.objects.count(), shown_change.seen()) == (1, version)


def test_every_page_that_readers_see_is_made_anew_after_a_change():
    version = shown_change.seen()
    set_up(name="Harbor Clinic")
    first = shown_change.seen()
    set_up(phone="(303) 555-0100")

    assert len({version, first, shown_change.seen()}) == 3


def test_who_was_slower_is_told_and_changes_nothing():
    seen = seen_now()
    set_up(name="Harbor Clinic", by=make_person(PUBLISHER, "robin"))

    with pytest.raises(StaleRefusal, match="Robin added it while you had it open"):
        keep_clinic(by=make_person(PUBLISHER), seen=seen, name="Another")

    assert clinic().name == "Harbor Clinic"


@pytest.mark.django_db(transaction=True)
def test_of_two_who_set_it_up_at_the_same_moment_one_is_told():
    people, outcomes, ready = [make_person(PUBLISHER), make_person(ADMINISTRATOR)], [], threading.Barrier(2)

    def save(person):
        ready.wait(10)
        try:
            keep_clinic(by=person, seen=0, name=f"The clinic of {person.username}")
            outcomes.append("saved")
        except StaleRefusal:
            outcomes.append("told")
        connections.close_all()

    threads = [threading.Thread(target=save, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert (sorted(outcomes), ClinicProfile.objects.count(), ClinicChange.objects.count()) == (["saved", "told"], 1, 1)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"name": " "}, "A clinic has a name"),
        ({"country": "XX"}, "Choose the country"),
        ({"disclaimers": {"en": "Call us."}}, "general information; that it is not medical advice"),
    ],
)
def test_what_makes_no_sense_is_refused_and_leaves_nothing(wrong, told):
    with pytest.raises(Refusal, match=told) as refused:
        set_up(**wrong)

    field = next(iter(wrong)).replace("disclaimers", "disclaimer_en")
    assert (refused.value.field, ClinicProfile.objects.count()) == (field, 0)


def test_new_words_start_with_the_clinics_own_disclaimer():
    set_up(disclaimers={"en": OWN_WORDS})

    assert make_draft().disclaimer == OWN_WORDS


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "call 911. If you are thinking about suicide or are in distress, call or text 988, at any hour."),
        ({"country": "FR"}, "call 112. If you are thinking about suicide or are in distress, call it too, or a"),
        ({"country": "KE"}, "call your local emergency number. If you"),
        ({"country": "KE", "emergency_number": "999"}, "call 999. If you"),
    ],
)  # fmt: skip
def test_our_disclaimer_follows_the_country(values, told):
    set_up(**values)

    assert told in make_draft().disclaimer


def test_our_disclaimer_names_the_line_that_the_clinic_keeps():
    make_crisis_line("Samaritans", country="GB", phone="116 123", sms_number="", chat_url="")
    set_up(country="GB")

    assert make_draft().disclaimer.endswith(
        "In an emergency, call 999. If you are thinking about suicide or are in distress, call 116 123 (Samaritans)."
    )


def test_there_is_one_clinic():
    set_up(name="Harbor Clinic")

    with pytest.raises(IntegrityError), transaction.atomic():
        ClinicProfile.objects.create(id=2, name="Another", country="US")


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM clinic_cms_clinicprofile",
        "DELETE FROM clinic_cms_clinicchange",
        "UPDATE clinic_cms_clinicchange SET by_name = 'Somebody else'",
        "UPDATE clinic_cms_clinicprofile SET brand = 'red'",
        "UPDATE clinic_cms_clinicprofile SET country = 'us'",
        "UPDATE clinic_cms_clinicprofile SET name = ' '",
    ],
)
def test_the_database_refuses_what_the_desk_would(statement):
    set_up(name="Harbor Clinic")

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
