import pytest

from clinic_cms.roles import ADMINISTRATOR, EDITOR, MODERATOR
from comments.models import CrisisAlert
from tests.comment_factories import make_comment
from tests.comments.domain.test_floods import CRISIS
from tests.factories import make_person

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/comments/alerts/"


def test_somebody_says_that_they_have_it_and_everybody_can_read_it(client):
    make_comment(f"{CRISIS} kanarienvogel", name="Kanarienvogel")
    client.force_login(make_person(MODERATOR, "mia"))

    before = client.get(ADDRESS).content.decode()
    answer = client.post(ADDRESS, {"seen": CrisisAlert.objects.get().pk}, follow=True).content.decode()

    assert before.count("I have it") == 1
    assert before.count("1 comment may come from somebody in crisis, and waits for a person.") == 1
    assert (answer.count("I have it"), answer.count("Mia has had it since")) == (0, 1)
    assert answer.count('href="/desk/comments/?lane=crisis"') == 1
    assert (before + answer).lower().count("kanarienvogel") == 0


def test_who_is_slower_reads_who_has_it(client):
    make_comment(CRISIS)
    seen = CrisisAlert.objects.get().pk
    client.force_login(make_person(MODERATOR, "mia"))
    client.post(ADDRESS, {"seen": seen})
    client.force_login(make_person(MODERATOR, "noah"))

    html = client.post(ADDRESS, {"seen": seen}, follow=True, headers={"Referer": f"http://testserver{ADDRESS}"})

    assert html.content.decode().count("Mia has had it since") == 2  # as a refusal, and as how it stands


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 30, "²"])
def test_a_number_that_is_none_answers_nothing(client, seen):
    make_comment(CRISIS)
    client.force_login(make_person(MODERATOR))

    assert client.post(ADDRESS, {"seen": seen}).status_code == 302
    assert CrisisAlert.objects.get().acknowledged_at is None


def test_an_administrator_can_take_it_on_but_is_not_led_to_the_words(client):
    make_comment(CRISIS)
    client.force_login(make_person(ADMINISTRATOR))

    html = client.get(ADDRESS).content.decode()

    assert (html.count("I have it"), html.count("?lane=crisis")) == (1, 0)
    assert html.count("once you have it, call a moderator") == 1


def test_who_neither_moderates_nor_keeps_the_rules_is_refused(client):
    client.force_login(make_person(EDITOR))

    assert client.get(ADDRESS).status_code == 403


def test_the_page_says_when_nothing_waits(client):
    client.force_login(make_person(MODERATOR))

    html = client.get(ADDRESS).content.decode()

    assert html.count("No comment of somebody who may be in crisis waits.") == 1
    assert html.count("There has been none.") == 1


def test_the_page_costs_the_same_for_many_alerts(client, django_assert_num_queries):
    comment = make_comment(CRISIS)
    client.force_login(make_person(MODERATOR))
    client.get(ADDRESS)
    for _each in range(30):
        CrisisAlert.objects.create(number=1, sent_at=comment.created_at)

    with django_assert_num_queries(8):
        client.get(ADDRESS)


@pytest.mark.parametrize(("role", "times"), [(MODERATOR, 1), (ADMINISTRATOR, 1), (EDITOR, 0)])
def test_the_desk_opens_with_an_alert_that_nobody_has(client, role, times):
    make_comment(CRISIS)
    client.force_login(make_person(role))

    before = client.get("/desk/").content.decode()
    CrisisAlert.objects.update(acknowledged_at=CrisisAlert.objects.get().sent_at)
    after = client.get("/desk/").content.decode()

    assert (before.count("Somebody may be in crisis"), after.count("Somebody may be in crisis")) == (times, 0)
    assert before.count(f'href="{ADDRESS}"') == times
