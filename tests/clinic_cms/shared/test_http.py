import pytest

from clinic_cms.roles import MODERATOR
from tests.comment_factories import make_approved, make_comment
from tests.factories import make_person

pytestmark = pytest.mark.django_db

HERE = "http://testserver"


@pytest.fixture
def moderator(client):
    person = make_person(MODERATOR)
    client.force_login(person)
    return person


def decide(client, comment, headers=None, **fields):
    data = {"outcome": "reject", "seen": comment.version, "reason": "", **fields}
    return client.post(f"/desk/comments/{comment.pk}/decide/", data, headers=headers)


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
    response = decide(client, make_comment(), {"Referer": referer})

    assert (response.status_code, response["Location"]) == (302, back)


def test_a_refusal_says_why_and_keeps_what_was_typed(client, moderator):
    response = decide(client, make_comment(), {"Referer": f"{HERE}/desk/comments/"}, note="Looks odd")

    page = client.get(response["Location"]).content.decode()
    assert page.count("Choose a reason. The comment&#x27;s author reads it.") == 1
    assert page.count("You wrote: Looks odd") == 1


def test_a_conflict_is_a_page_of_its_own_with_what_was_typed(client, moderator):
    comment = make_approved(by=moderator)

    response = decide(client, comment, seen=1, reason="spam", note="Looks odd")

    assert response.status_code == 409
    assert response.content.decode().count(f"{moderator.display_name} approved this comment") == 1
    assert response.content.decode().count("Looks odd") == 1


@pytest.mark.parametrize(("seen", "status"), [(1, 409), (2, 200)])
def test_a_part_of_a_page_is_told_to_reload_where_it_stands(client, moderator, seen, status):
    headers = {"HX-Request": "true", "Referer": f"{HERE}/desk/comments/"}

    response = decide(client, make_approved(by=moderator), headers, seen=seen, outcome="approve")

    assert (response.status_code, response["HX-Redirect"]) == (status, "/desk/comments/")
