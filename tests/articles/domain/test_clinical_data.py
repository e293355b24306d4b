from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.domain import clinical_data
from articles.domain.seeding import seed_clinical_data
from articles.enums import RecordAct, Standing
from articles.models import Condition, CrisisResource, Drug, DrugUse, RecordChange
from clinic_cms.roles import CLINICIAN, EDITOR, MODERATOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.factories import make_crisis_line, make_person, make_use

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return make_person(PUBLISHER, name="robin")


def test_what_is_added_is_written_down_with_who_added_it(publisher):
    line = make_crisis_line(by=publisher)

    [change] = clinical_data.changes_of(line)
    assert (change.act, change.by, change.by_name, change.before["phone"], change.after["phone"]) == (
        RecordAct.ADD, publisher, "Robin", "", "988",
    )  # fmt: skip


def test_a_change_says_what_was_and_what_is_and_nothing_else(publisher):
    line = make_crisis_line(by=publisher)

    line = clinical_data.keep(line, by=publisher, seen=clinical_data.seen_now(line), hours="By day", phone="988")

    change = clinical_data.changes_of(line).first()
    assert change.lines == [("hours", "24 hours a day, 7 days a week", "By day")]


def test_saving_it_as_it_is_changes_nothing(publisher):
    line = make_crisis_line(by=publisher)

    clinical_data.keep(line, by=publisher, seen=clinical_data.seen_now(line), phone="988")

    assert clinical_data.changes_of(line).count() == 1


def test_verifying_says_who_looked_and_when(publisher):
    line = make_crisis_line(by=publisher)
    assert (line.verified_on, line.is_stale) == (None, True)

    line = clinical_data.verify(line, by=publisher, seen=clinical_data.seen_now(line))

    assert (line.verified_on, line.verified_by, line.is_stale) == (timezone.localdate(), publisher, False)
    assert [each.act for each in clinical_data.changes_of(line)] == [RecordAct.VERIFY, RecordAct.ADD]


@pytest.mark.parametrize(("days", "is_stale"), [(180, False), (181, True)])
def test_a_look_at_the_source_holds_for_180_days(publisher, days, is_stale):
    line = make_crisis_line(by=publisher)
    with time_machine.travel(timezone.now() - timedelta(days=days), tick=False):
        line = clinical_data.verify(line, by=publisher, seen=clinical_data.seen_now(line))

    stale = CrisisResource.objects.stale(timezone.localdate()).exists()
    assert (line.is_stale, stale) == (is_stale, is_stale)


def test_a_changed_number_has_to_be_checked_again_but_not_a_changed_place(publisher):
    line = make_crisis_line(by=publisher)
    line = clinical_data.verify(line, by=publisher, seen=clinical_data.seen_now(line))

    line = clinical_data.keep(line, by=publisher, seen=clinical_data.seen_now(line), order=3)
    assert line.verified_on == timezone.localdate()

    line = clinical_data.keep(line, by=publisher, seen=clinical_data.seen_now(line), phone="989")
    assert (line.verified_on, line.verified_by) == (None, None)


def test_whoever_was_slower_is_told_and_changes_nothing(publisher):
    line = make_crisis_line(by=publisher)
    seen = clinical_data.seen_now(line)
    clinical_data.keep(line, by=publisher, seen=seen, phone="989")

    with pytest.raises(StaleRefusal, match=r"^Robin changed it while you had it open\. Nothing was changed"):
        clinical_data.keep(line, by=make_person(PUBLISHER), seen=seen, phone="111")
    with pytest.raises(StaleRefusal):
        clinical_data.verify(line, by=make_person(PUBLISHER), seen=seen)

    line.refresh_from_db()
    assert line.phone == "989"


@pytest.mark.parametrize("role", [EDITOR, CLINICIAN, MODERATOR])
def test_only_publishers_and_administrators_keep_the_crisis_lines(role):
    with pytest.raises(Refusal, match="Only a publisher or an administrator can keep the crisis lines"):
        make_crisis_line(by=make_person(role))


def test_clinicians_keep_the_medicines_and_editors_do_not():
    assert make_use(by=make_person(CLINICIAN)).pk

    with pytest.raises(Refusal, match="Only a clinician, a publisher or an administrator can keep the medicines"):
        make_use("sertraline", by=make_person(EDITOR))


def test_somebody_whose_account_is_closed_keeps_nothing():
    with pytest.raises(Refusal):
        make_crisis_line(by=make_person(PUBLISHER, is_active=False))


def test_a_medicine_goes_by_all_its_names():
    drug = Drug(name="ketamine", synonyms="Ketalar ,  ketamine   hydrochloride,")

    assert drug.names == ("ketamine", "Ketalar", "ketamine hydrochloride")


# ---- The database keeps it so ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", ["drug", "condition", "druguse", "crisisresource", "recordchange"])
def test_nothing_of_it_is_ever_deleted(table):
    make_use()
    make_crisis_line()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what is pending would stand in the way of emptying a table

    for statement in (f"DELETE FROM articles_{table}", f"TRUNCATE articles_{table} CASCADE"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_a_change_is_never_rewritten():
    make_crisis_line()

    with pytest.raises(IntegrityError), transaction.atomic():
        RecordChange.objects.update(by_name="Somebody else")


def test_a_line_that_nobody_can_reach_is_refused(publisher):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_crisis_line(by=publisher, phone="", sms_number="", chat_url="")


# ---- What a new clinic begins with -----------------------------------------------------------------------------------


def test_a_new_clinic_begins_with_lines_and_medicines_that_nobody_has_checked_yet():
    seed_clinical_data()

    assert sorted(set(CrisisResource.objects.values_list("country", flat=True))) == ["AU", "CA", "GB", "NZ", "US"]
    assert (
        list(CrisisResource.objects.exclude(verified_on=None)) == list(DrugUse.objects.exclude(verified_on=None)) == []
    )
    assert set(RecordChange.objects.values_list("act", "by", "by_name")) == {("add", None, "The software")}


def test_every_seeded_record_names_a_source():
    seed_clinical_data()

    sources = [
        *CrisisResource.objects.values_list("source_url", flat=True),
        *DrugUse.objects.values_list("source_url", flat=True),
    ]
    assert [source for source in sources if not source.startswith("https://")] == []


def test_ketamine_is_approved_for_anesthesia_alone():
    """The FDA says that it is not approved for the treatment of any psychiatric disorder."""
    seed_clinical_data()

    approved = DrugUse.objects.filter(drug__name="ketamine", standing=Standing.APPROVED)
    assert [use.condition.name for use in approved] == ["general anesthesia"]


def test_seeding_again_adds_nothing_and_touches_nothing(publisher):
    seed_clinical_data()
    line = CrisisResource.objects.filter(country="US").first()
    clinical_data.keep(line, by=publisher, seen=clinical_data.seen_now(line), active=False)
    before = (CrisisResource.objects.count(), Drug.objects.count(), Condition.objects.count(), DrugUse.objects.count())

    told = seed_clinical_data()

    after = (CrisisResource.objects.count(), Drug.objects.count(), Condition.objects.count(), DrugUse.objects.count())
    line.refresh_from_db()
    assert (told, after, line.active) == ("0 crisis lines and 0 medicines added", before, False)


def test_a_clinic_that_keeps_its_own_medicines_gets_none(publisher):
    clinical_data.keep(Drug(), by=publisher, name="metformin")

    assert seed_clinical_data() == "9 crisis lines and 0 medicines added"
