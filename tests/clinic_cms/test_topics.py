import pytest

from articles.enums import Risk, SignOffKind
from articles.models import Topic
from clinic_cms.roles import PUBLISHER
from tests.factories import make_in_review, make_person, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client):
    client.force_login(make_person(PUBLISHER))
    return client


def test_a_topic_is_added_and_its_address_made_from_its_name(publisher):
    response = publisher.post("/desk/topics/new/", {"name": "Sleep & rest", "description": "Nights.", "risk": "high"})

    topic = Topic.objects.get()
    assert (response.status_code, response["Location"]) == (302, "/desk/topics/")
    assert (topic.slug, topic.description, topic.risk) == ("sleep-rest", "Nights.", Risk.HIGH)


def test_a_new_name_keeps_the_address(publisher):
    topic = make_topic(name="Sleep")

    publisher.post(f"/desk/topics/{topic.pk}/", {"name": "Nights", "description": "", "risk": "standard"})

    assert Topic.objects.values_list("name", "slug").get() == ("Nights", "sleep")


@pytest.mark.parametrize("name", ["Sleep", "sleep!", "", "…"])
def test_a_name_that_makes_no_address_of_its_own_is_refused(publisher, name):
    make_topic(name="Sleep")

    response = publisher.post("/desk/topics/new/", {"name": name, "description": "", "risk": "standard"})

    assert (response.status_code, Topic.objects.count()) == (422, 1)


def test_a_topic_is_not_renamed_to_another_ones_name(publisher):
    make_topic(name="Sleep")
    topic = make_topic(name="Feet")

    response = publisher.post(f"/desk/topics/{topic.pk}/", {"name": "Sleep", "description": "", "risk": "standard"})

    topic.refresh_from_db()
    assert (response.status_code, topic.name) == (422, "Feet")


def test_a_higher_risk_counts_from_the_next_submission(publisher):
    topic = make_topic()
    before = make_in_review("Before", topic=topic)

    publisher.post(f"/desk/topics/{topic.pk}/", {"name": topic.name, "description": "", "risk": "high"})

    topic.refresh_from_db()
    after = make_in_review("After", topic=topic)
    asked = [revision.review.missing()[SignOffKind.CLINICAL] for revision in (before, after)]
    assert asked == [1, 2]


def test_a_topic_says_how_long_a_review_holds_or_leaves_it_to_its_risk(publisher):
    topic = make_topic()
    words = {"name": topic.name, "description": "", "risk": "high"}

    for months in ("6", ""):
        publisher.post(f"/desk/topics/{topic.pk}/", {**words, "review_months": months})
        topic.refresh_from_db()
        assert (topic.review_months, topic.months_between_reviews) == ((6, 6) if months else (None, 12))


@pytest.mark.parametrize("months", ["0", "37", "-1", "1.5", "soon"])
def test_a_review_holds_for_a_month_at_least_and_36_at_most(publisher, months):
    words = {"name": "Sleep", "description": "", "risk": "standard", "review_months": months}

    response = publisher.post("/desk/topics/new/", words)

    assert (response.status_code, Topic.objects.count()) == (422, 0)


def test_the_list_says_how_often_the_articles_of_a_topic_are_reviewed(publisher):
    make_topic("high", "Medicines")

    assert "12 months" in publisher.get("/desk/topics/").content.decode()
