import re

import pytest
from allauth.account.adapter import get_adapter
from allauth.core import context as allauth_context

from articles.domain.delivery import choose_language
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


@pytest.mark.parametrize(("page", "language", "desk"), [
    ("/accounts/login/", "es", "/es/desk/"), ("/es/accounts/login/", "es", "/es/desk/"),
    ("/es/accounts/login/", "en", "/desk/"),
])  # fmt: skip
def test_signing_in_leads_to_the_desk_in_the_persons_language(client, person, page, language, desk):
    choose_language(person, language)

    assert client.post(page, {"login": "sam", "password": PASSWORD})["Location"] == desk


def test_where_somebody_wanted_to_be_stays_in_the_language_of_its_address(client, person):
    choose_language(person, "es")

    assert sign_in(client, "sam", next_page="/desk/articles/")["Location"] == "/desk/articles/"


def test_mail_about_a_password_is_in_the_language_of_whoever_has_the_account(client, person, mailoutbox):
    choose_language(person, "es")

    client.post("/accounts/password/reset/", {"email": person.email})

    [message] = mailoutbox
    [address] = re.findall(r"https?://[^/]+(/\S+/key/)\S+", message.body)
    assert (message.subject.endswith("restablecer contraseña"), message.body.count("Haga clic")) == (True, 1)
    assert address == "/es/accounts/password/reset/key/"
    chosen = client.get(re.search(r"https?://[^/]+(/\S+)", message.body)[1], follow=True)
    assert chosen.content.decode().count('<html lang="es"') == 1


def test_mail_about_a_second_step_is_in_the_language_of_whoever_has_the_account(rf, person, mailoutbox, settings):
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    choose_language(person, "es")
    person.refresh_from_db()

    with allauth_context.request_context(rf.get("/accounts/2fa/")):
        get_adapter().send_notification_mail("mfa/email/totp_activated", person, email=person.email)

    assert [message.body.count("Dirección IP") for message in mailoutbox] == [1]


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


def test_a_new_password_for_an_address_that_nobody_has_writes_to_nobody_and_tells_nothing(client, mailoutbox):
    known = make_person("editor").email
    answers = [client.post("/accounts/password/reset/", {"email": each}) for each in (known, "nobody@clinic.example")]

    assert [mail.to for mail in mailoutbox] == [[known]]
    assert [(each.status_code, each["Location"]) for each in answers] == [(302, "/accounts/password/reset/done/")] * 2
