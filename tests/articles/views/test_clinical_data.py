from datetime import timedelta

import pytest
import time_machine
from django.core.checks import run_checks
from django.utils import timezone

from articles.domain import clinical_data
from articles.models import CrisisResource, Drug, DrugUse
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.factories import make_crisis_line, make_person, make_use

pytestmark = pytest.mark.django_db

LINE = {
    "country": "US",
    "audience": "general",
    "language": "en",
    "name": "988 Suicide & Crisis Lifeline",
    "phone": "988",
    "hours": "24 hours a day",
    "source_url": "https://988lifeline.org/",
    "active": "on",
    "order": "1",
    "seen": "0",
}


@pytest.fixture
def publisher(client):
    person = make_person(PUBLISHER, name="robin")
    client.force_login(person)
    return person


def test_a_crisis_line_is_added_on_the_desk(client, publisher):
    response = client.post("/desk/crisis-lines/new/", LINE)

    line = CrisisResource.objects.get()
    assert (response.status_code, response["Location"]) == (302, "/desk/crisis-lines/")
    assert (line.name, line.phone, line.tel, line.active) == ("988 Suicide & Crisis Lifeline", "988", "988", True)


def test_a_line_that_nobody_can_reach_comes_back_with_what_was_typed(client, publisher):
    response = client.post("/desk/crisis-lines/new/", {**LINE, "phone": "", "hours": "In the mornings"})

    page = response.content.decode()
    assert (response.status_code, CrisisResource.objects.count()) == (422, 0)
    assert "Give at least one way to reach them" in page
    assert "In the mornings" in page


@pytest.mark.parametrize(
    "wrong", [{"phone": "call us"}, {"country": "us"}, {"source_url": ""}, {"chat_url": "nowhere"}]
)
def test_a_line_that_makes_no_sense_is_refused(client, publisher, wrong):
    assert client.post("/desk/crisis-lines/new/", {**LINE, **wrong}).status_code == 422


def test_checked_today_is_one_act(client, publisher):
    line = make_crisis_line()
    assert "Nobody here has checked it" in client.get(f"/desk/crisis-lines/{line.pk}/").content.decode()

    response = client.post(f"/desk/crisis-lines/{line.pk}/verify/", {"seen": clinical_data.seen_now(line)}, follow=True)

    page = response.content.decode()
    assert "Checked on " in page
    assert "by Robin" in page


def test_a_look_that_is_too_long_ago_warns_on_the_list_and_on_the_desk(client, publisher):
    line = make_crisis_line()
    with time_machine.travel(timezone.now() - timedelta(days=181), tick=False):
        clinical_data.verify(line, by=publisher, seen=clinical_data.seen_now(line))

    assert "more than 180 days ago" in client.get("/desk/crisis-lines/").content.decode()
    assert "1 crisis line<" in client.get("/desk/").content.decode()


def test_a_line_that_was_checked_warns_nowhere(client, publisher):
    line = make_crisis_line()
    clinical_data.verify(line, by=publisher, seen=clinical_data.seen_now(line))

    assert "180 days" not in client.get("/desk/crisis-lines/").content.decode()
    assert "Check with the source" not in client.get("/desk/").content.decode()


def test_a_clinic_without_a_line_of_its_country_is_told(client, publisher):
    make_crisis_line("Lifeline", country="AU")

    assert "There is no crisis line for US" in client.get("/desk/").content.decode()
    assert "There is no crisis line in use for US" in client.get("/desk/crisis-lines/").content.decode()


def test_whoever_cannot_mend_it_is_not_told(client):
    make_use()
    client.force_login(make_person(EDITOR))

    assert "Check with the source" not in client.get("/desk/").content.decode()


def test_a_clinician_is_told_of_the_medicines_alone(client):
    make_use()
    client.force_login(make_person(CLINICIAN))

    page = client.get("/desk/").content.decode()
    assert ("1 use of a medicine" in page, "crisis line" in page) == (True, False)


def test_the_deploy_says_what_nobody_keeps(publisher):
    def warned() -> list[str]:
        return [each.id for each in run_checks(databases=["default"]) if each.id.startswith("articles.")]

    assert warned() == ["articles.W001"]
    line = make_crisis_line()
    assert warned() == ["articles.W002"]
    clinical_data.verify(line, by=publisher, seen=clinical_data.seen_now(line))
    assert warned() == []


def test_a_medicine_with_its_uses_is_kept_on_the_desk(client, publisher):
    client.post("/desk/medicines/new/", {"name": "sertraline", "synonyms": "Zoloft", "schedule": "", "seen": "0"})
    client.post("/desk/conditions/new/", {"name": "depression", "synonyms": "MDD", "seen": "0"})
    drug = Drug.objects.get()
    label = "https://dailymed.nlm.nih.gov/dailymed/search.cfm?query=sertraline"
    use = {
        "drug": drug.pk,
        "condition": 1,
        "standing": "approved",
        "authority": "FDA",
        "source_url": label,
        "seen": "0",
    }
    page = client.get(f"/desk/medicines/{drug.pk}/uses/new/").content.decode()
    assert f'<option value="{drug.pk}" selected>' in page
    use["condition"] = page.partition(">depression<")[0].rpartition('value="')[2].partition('"')[0]

    response = client.post(f"/desk/medicines/{drug.pk}/uses/new/", use)

    assert (response.status_code, response["Location"]) == (302, f"/desk/medicines/{drug.pk}/")
    assert str(DrugUse.objects.get()) == "sertraline for depression: approved (FDA)"
    assert "depression" in client.get("/desk/medicines/").content.decode()


def test_one_use_is_kept_once_for_each_authority(client, publisher):
    use = make_use()
    again = {
        "drug": use.drug_id, "condition": use.condition_id, "standing": "approved", "authority": "FDA",
        "source_url": "https://www.fda.gov/", "seen": "0",
    }  # fmt: skip

    response = client.post(f"/desk/medicines/{use.drug_id}/uses/new/", again)

    assert (response.status_code, "is kept already" in response.content.decode()) == (422, True)


def test_the_same_medicine_is_not_kept_twice_whatever_its_case(client, publisher):
    make_use("ketamine")

    assert client.post("/desk/medicines/new/", {"name": "Ketamine", "schedule": "", "seen": "0"}).status_code == 422


def test_whoever_was_slower_gets_back_what_they_typed(client, publisher):
    line = make_crisis_line()
    seen = clinical_data.seen_now(line)
    clinical_data.keep(line, by=publisher, seen=seen, phone="989")

    response = client.post(f"/desk/crisis-lines/{line.pk}/", {**LINE, "hours": "At night", "seen": seen})

    assert (response.status_code, "Hours: At night" in response.content.decode()) == (409, True)


def test_a_record_says_what_became_of_it(client, publisher):
    line = make_crisis_line()
    clinical_data.keep(line, by=publisher, seen=clinical_data.seen_now(line), phone="989")

    page = client.get(f"/desk/crisis-lines/{line.pk}/").content.decode()
    assert "<del>988</del> <ins>989</ins>" in page


@pytest.mark.parametrize("address", ["medicines", "crisis-lines"])
@pytest.mark.parametrize("count", [1, 5])
def test_the_lists_cost_the_same_for_few_and_for_many(client, publisher, address, count, django_assert_num_queries):
    for number in range(count):
        make_use(f"medicine {number}", by=publisher)
        make_crisis_line(f"Line {number}", by=publisher)

    with django_assert_num_queries({"medicines": 10, "crisis-lines": 7}[address]):
        client.get(f"/desk/{address}/")
