import pytest

from clinic_cms.roles import MODERATOR
from comments.domain.second_looks import look
from comments.models import SecondLook
from tests.comment_factories import make_second_look
from tests.factories import make_person

pytestmark = pytest.mark.django_db

HERE = "http://testserver"


@pytest.fixture
def moderator(client):
    person = make_person(MODERATOR)
    client.force_login(person)
    return person


def answer(client, second, headers=None, **fields):
    return client.post(f"/desk/comments/second-looks/{second.pk}/", {"show": "", **fields}, headers=headers)


def make_answered() -> SecondLook:
    return look(make_second_look(), by=make_person(MODERATOR, full_name="Mia Torres"), would_show=True)


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        (f"{HERE}/desk/comments/?after=7", "/desk/comments/?after=7"),
        (f"{HERE}/articles/walking/", "/desk/"),
        ("https://evil.example/desk/comments/", "/desk/"),
        ("//evil.example/desk/", "/desk/"),
        ("", "/desk/"),
    ],
)
def test_a_refusal_leads_back_to_the_desk_page_it_came_from_and_nowhere_else(client, moderator, referer, back):
    response = answer(client, make_second_look(), {"Referer": referer})

    assert (response.status_code, response["Location"]) == (302, back)


def test_a_refusal_says_why_and_keeps_what_was_typed(client, moderator):
    response = answer(client, make_second_look(), {"Referer": f"{HERE}/desk/comments/"}, note="Looks odd")

    page = client.get(response["Location"]).content.decode()
    assert page.count("Say whether you would show it.") == 1
    assert page.count("You wrote: Looks odd") == 1


def test_a_conflict_is_a_page_of_its_own_with_what_was_typed(client, moderator):
    response = answer(client, make_answered(), show="no", note="Looks odd")

    assert response.status_code == 409
    assert response.content.decode().count("Somebody else has looked at this one already. Nothing was changed.") == 1
    assert response.content.decode().count("Looks odd") == 1


@pytest.mark.parametrize(("make", "status"), [(make_answered, 409), (make_second_look, 200)])
def test_a_part_of_a_page_is_told_to_reload_where_it_stands(client, moderator, make, status):
    headers = {"HX-Request": "true", "Referer": f"{HERE}/desk/comments/"}

    response = answer(client, make(), headers, show="no" if status == 409 else "")

    assert (response.status_code, response["HX-Redirect"]) == (status, "/desk/comments/")
