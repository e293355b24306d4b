import re

import pytest

from clinic_cms.roles import EDITOR
from tests.factories import make_person

pytestmark = pytest.mark.django_db

PASSWORD = "a-long-password-for-the-test"


@pytest.fixture
def person():
    person = make_person(EDITOR, name="sam")
    person.set_password(PASSWORD)
    person.save(update_fields=["password"])
    return person


def sign_in(client, login, password=PASSWORD, next_page=""):
    return client.post("/accounts/login/", {"login": login, "password": password, "next": next_page})


def errors(response):
    return re.findall(r'class="errorlist[^>]*>\s*<li[^>]*>([^<]*)', response.content.decode())


@pytest.mark.parametrize("login", ["sam", "sam@clinic.example", "Sam@Clinic.example"])
def test_a_person_signs_in_with_username_or_mail_address(client, person, login):
    response = sign_in(client, login)

    assert (response.status_code, response["Location"]) == (302, "/desk/")
    assert client.get("/desk/").status_code == 200


@pytest.mark.parametrize("login", ["{}", "{}@clinic.example"])
def test_a_refused_sign_in_does_not_say_whether_the_account_exists(client, person, login):
    known, unknown = (sign_in(client, login.format(name), "wrong") for name in ("sam", "nobody"))

    known_page, unknown_page = (
        re.sub(r'(value|nonce)="[^"]*"', "", answer.content.decode()) for answer in (known, unknown)
    )
    assert (known.status_code, known_page) == (unknown.status_code, unknown_page)
    assert client.get("/desk/").status_code == 302


def test_a_closed_account_cannot_sign_in(client, person):
    person.is_active = False
    person.save(update_fields=["is_active"])

    sign_in(client, "sam")

    assert client.get("/desk/")["Location"] == "/accounts/login/?next=/desk/"


def test_after_signing_in_people_are_where_they_wanted_to_be(client, person):
    wanted = client.get("/desk/articles/")["Location"]
    hidden = re.search(r'name="next"[^>]*value="([^"]*)"', client.get(wanted).content.decode())[1]

    assert sign_in(client, "sam", next_page=hidden)["Location"] == "/desk/articles/"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example", "//evil.example", "javascript:alert(1)", "/\\evil.example"]
)
def test_nobody_is_sent_to_another_site_after_signing_in(client, person, elsewhere):
    assert sign_in(client, "sam", next_page=elsewhere)["Location"] == "/desk/"


def test_signing_out_ends_the_session_and_asks_by_post(client, person):
    client.force_login(person)

    asked = client.get("/accounts/logout/")
    still_in = client.get("/desk/").status_code
    response = client.post("/accounts/logout/")

    assert (asked.status_code, still_in, response["Location"]) == (200, 200, "/")
    assert client.get("/desk/").status_code == 302


def test_nobody_signs_up(client):
    response = client.post("/accounts/signup/", {"email": "a@b.example", "username": "a", "password1": PASSWORD})

    assert response.status_code == 200
    assert not type(make_person()).objects.filter(username="a").exists()
