from datetime import timedelta

import pytest
from django.utils import timezone

from articles.domain import clinical_data, publishing, reviewing
from articles.models import ClinicPhone, ClinicService, PatientStory
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.clinic_records import make_clinic_phone, make_service, make_story
from tests.factories import BODY, give_sign_offs, make_draft, make_live, make_person

pytestmark = pytest.mark.django_db

QUOTE = "I could not sleep. My nights are mine again."
STORY = {"quote": QUOTE, "paper": "Folder 12", "valid_from": "2026-01-02", "expires_on": "2030-01-02", "seen": "0"}


@pytest.fixture
def publisher(client):
    person = make_person(PUBLISHER, name="robin")
    client.force_login(person)
    return person


def test_a_service_is_added_and_changed_on_the_desk(client, publisher):
    service = {
        "name": "ketamine infusions",
        "synonyms": "infusion therapy",
        "sentence": "This clinic offers ketamine infusions.",
        "active": "on",
        "seen": "0",
    }
    response = client.post("/desk/services/new/", service)

    kept = ClinicService.objects.get()
    assert (response.status_code, response["Location"]) == (302, "/desk/services/")
    assert (kept.names, kept.active) == (("ketamine infusions", "infusion therapy"), True)

    changed = {**service, "sentence": "We offer ketamine infusions.", "seen": clinical_data.seen_now(kept)}
    client.post(f"/desk/services/{kept.pk}/", changed)

    assert "<ins>We offer ketamine infusions.</ins>" in client.get(f"/desk/services/{kept.pk}/").content.decode()
    assert "We offer ketamine infusions." in client.get("/desk/services/").content.decode()


def test_a_service_without_its_sentence_comes_back(client, publisher):
    wrong = {"name": "guided walks", "sentence": " ", "active": "on", "seen": "0"}

    assert (client.post("/desk/services/new/", wrong).status_code, ClinicService.objects.count()) == (422, 0)


def test_the_same_service_is_not_kept_twice_whatever_its_case(client, publisher):
    make_service("guided walks")
    again = {"name": "Guided Walks", "sentence": "We offer guided walks.", "active": "on", "seen": "0"}

    assert client.post("/desk/services/new/", again).status_code == 422


def test_a_telephone_number_is_added_on_the_desk(client, publisher):
    number = {"label": "Front desk", "number": "+1 (303) 555-0142", "active": "on", "seen": "0"}

    response = client.post("/desk/clinic-phones/new/", number)

    assert (response.status_code, ClinicPhone.objects.get().digits) == (302, "13035550142")
    assert "+1 (303) 555-0142" in client.get("/desk/services/").content.decode()


@pytest.mark.parametrize("wrong", ["", "call us", "12", "1" * 16, "303 555 0142 and 9"])
def test_what_is_no_telephone_number_comes_back(client, publisher, wrong):
    number = {"label": "Front desk", "number": wrong, "active": "on", "seen": "0"}

    assert (client.post("/desk/clinic-phones/new/", number).status_code, ClinicPhone.objects.count()) == (422, 0)


def test_a_clinician_records_a_story_from_the_page_of_the_article(client):
    draft = make_draft()
    client.force_login(make_person(CLINICIAN))
    page = client.get(f"/desk/revisions/{draft.pk}/").content.decode()
    assert f'href="/desk/stories/?article={draft.article_id}"' in page
    assert (
        f'href="/desk/articles/{draft.article_id}/stories/new/"'
        in client.get(f"/desk/stories/?article={draft.article_id}").content.decode()
    )

    response = client.post(f"/desk/articles/{draft.article_id}/stories/new/", STORY)

    story = PatientStory.objects.get()
    assert (response.status_code, story.article, story.quote, story.paper) == (302, draft.article, QUOTE, "Folder 12")
    assert "Holds until 2 January 2030" in client.get("/desk/stories/").content.decode()


def test_an_editor_is_not_shown_the_way_there(client):
    draft = make_draft()
    client.force_login(make_person(EDITOR))

    assert "/desk/stories/" not in client.get(f"/desk/revisions/{draft.pk}/").content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"quote": "Me"}, {"paper": ""}, {"expires_on": "2025-12-31"}, {"expires_on": ""}, {"withdrawn_on": "2999-01-01"}],
)
def test_a_story_that_makes_no_sense_comes_back_with_what_was_typed(client, publisher, wrong):
    live = make_live()

    response = client.post(f"/desk/articles/{live.article_id}/stories/new/", {**STORY, **wrong})

    assert (response.status_code, PatientStory.objects.count()) == (422, 0)
    assert (wrong.get("paper", "Folder 12")) in response.content.decode()


def test_the_article_of_a_story_can_not_be_chosen_by_a_hand_made_form(client, publisher):
    live, other = make_live(), make_live("Another")

    client.post(f"/desk/articles/{live.article_id}/stories/new/", {**STORY, "article": other.article_id})

    assert PatientStory.objects.get().article == live.article


def test_whoever_was_slower_gets_back_what_they_typed(client, publisher):
    story = make_story(make_live().article)
    seen = clinical_data.seen_now(story)
    clinical_data.keep(story, by=publisher, seen=seen, paper="Folder 13")

    response = client.post(f"/desk/stories/{story.pk}/", {**STORY, "paper": "Folder 14", "seen": seen})

    assert (response.status_code, "Folder 14" in response.content.decode()) == (409, True)


def test_a_story_that_was_taken_back_says_so_and_stays_as_it_is(client, publisher):
    story = make_story(make_live().article)
    back = {**STORY, "withdrawn_on": timezone.localdate().isoformat(), "seen": clinical_data.seen_now(story)}
    assert client.post(f"/desk/stories/{story.pk}/", back).status_code == 302
    assert "Taken back on" in client.get("/desk/stories/").content.decode()

    response = client.post(
        f"/desk/stories/{story.pk}/", {**STORY, "withdrawn_on": "", "seen": clinical_data.seen_now(story)}
    )

    story.refresh_from_db()
    assert (response.status_code, story.withdrawn_on) == (422, timezone.localdate())


def test_the_desk_names_a_live_article_that_shows_what_was_taken_back(client):
    draft = make_draft("Sleeping well", body=f"{BODY}<blockquote><p>{QUOTE}</p></blockquote>")
    story = make_story(draft.article, QUOTE)
    signed = give_sign_offs(reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token))
    publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)
    doctor = make_person(CLINICIAN)
    client.force_login(doctor)
    assert "Take these words down" not in client.get("/desk/").content.decode()

    clinical_data.keep(story, by=doctor, seen=clinical_data.seen_now(story), withdrawn_on=timezone.localdate())

    page = client.get("/desk/").content.decode()
    assert ("Take these words down" in page, "Sleeping well" in page) == (True, True)
    client.force_login(make_person(EDITOR))
    assert "Take these words down" not in client.get("/desk/").content.decode()


@pytest.mark.parametrize("address", ["services", "stories"])
@pytest.mark.parametrize("count", [1, 5])
def test_the_lists_cost_the_same_for_few_and_for_many(client, publisher, address, count, django_assert_num_queries):
    article = make_draft().article
    for number in range(count):
        make_service(f"service {number}", by=publisher)
        make_clinic_phone(f"303 555 014{number}", by=publisher)
        make_story(article, f"My nights are mine again, {number}.", by=publisher)

    with django_assert_num_queries({"services": 8, "stories": 8}[address]):
        client.get(f"/desk/{address}/")


def test_an_old_story_is_told_from_one_that_holds(client, publisher):
    today = timezone.localdate()
    make_story(make_live().article, valid_from=today - timedelta(days=9), expires_on=today - timedelta(days=1))

    assert "Does not hold today" in client.get("/desk/stories/").content.decode()


@pytest.mark.parametrize("asked", ["?article=0", "?article=x", "?article=99999999999999999999", "?page=zz"])
def test_an_address_that_means_nothing_shows_them_all(client, publisher, asked):
    assert client.get(f"/desk/stories/{asked}").status_code == 200
