import re

import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from clinic_cms.models import Credential, User
from clinic_cms.role_sync import sync_roles
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, MODERATOR
from clinic_cms.shared.refusal import Refusal
from tests.factories import make_credential, make_person

pytestmark = pytest.mark.django_db

PASSWORD = "a-long-password-for-the-test"


@pytest.fixture
def administrator(client):
    sync_roles()
    client.force_login(make_person(ADMINISTRATOR, name="boss"))
    return client


def details(**typed):
    usual = {"full_name": "Ana Lim", "email": "ana@clinic.example", "username": "ana", "roles": [EDITOR]}
    return {"language": "en", **usual, **typed}


def roles_of(person):
    return set(person.groups.values_list("name", flat=True))


def test_an_administrator_adds_a_person_with_roles(administrator):
    response = administrator.post("/desk/people/new/", details(roles=[EDITOR, MODERATOR]))

    person = User.objects.get(username="ana")
    assert (response.status_code, response["Location"]) == (302, f"/desk/people/{person.pk}/")
    assert (person.full_name, person.slug, roles_of(person)) == ("Ana Lim", "ana-lim", {EDITOR, MODERATOR})
    assert (person.is_active, person.has_usable_password()) == (True, False)


@pytest.mark.parametrize("wrong", [
    {"full_name": ""}, {"email": "nowhere"}, {"email": ""}, {"email": "boss@clinic.example"}, {"username": "boss"},
    {"slug": "boss"}, {"full_name": "Boss"}, {"roles": ["emperor"]},
])  # fmt: skip
def test_wrong_details_are_refused_and_nobody_is_added(administrator, wrong):
    response = administrator.post("/desk/people/new/", details(**wrong))

    assert (response.status_code, User.objects.count()) == (422, 1)


@pytest.mark.parametrize(("language", "status"), [("es", 302), ("fr", 422), ("", 422)])
def test_an_administrator_says_in_which_language_a_person_is_told_of_things(administrator, language, status):
    response = administrator.post("/desk/people/new/", details(language=language))

    chosen = list(User.objects.filter(username="ana").values_list("language", flat=True))
    assert (response.status_code, chosen) == (status, [language] if status == 302 else [])


def test_a_role_is_said_in_each_language_that_readers_find_it_in(administrator):
    administrator.post("/desk/people/new/", details(job_title="Nurse", job_title_es="Enfermera"))

    person = User.objects.get(username="ana")
    assert [person.job_title_in(language) for language in ("en", "es", "fr")] == ["Nurse", "Enfermera", "Nurse"]
    page = administrator.get(f"/desk/people/{person.pk}/").content.decode()
    assert re.search(r'<input [^>]*name="job_title_es"[^>]*>', page)[0].count('value="Enfermera"') == 1


def test_a_role_that_was_emptied_in_one_language_is_said_as_in_the_clinics_own(administrator):
    person = make_person(EDITOR, job_title="Nurse", translations={"es": {"job_title": "Enfermera"}})

    administrator.post(f"/desk/people/{person.pk}/", details(job_title="Nurse", job_title_es="", is_active="on"))

    person.refresh_from_db()
    assert person.job_title_in("es") == "Nurse"


def test_an_invitation_leads_to_a_page_in_the_persons_language(administrator):
    person = make_person(EDITOR, language="es")

    page = administrator.post(f"/desk/people/{person.pk}/invite/").content.decode()

    assert re.search(r'<input id="invitation-url"[^>]*value="https?://[^/]+(/\S+/key/)', page)[1] == (
        "/es/accounts/password/reset/key/"
    )


@pytest.mark.parametrize("language", ["", "Spanish", "es_MX"])
def test_the_database_keeps_codes_of_languages_alone(language):
    with pytest.raises(IntegrityError):
        make_person(language=language)


def test_a_mail_address_is_one_persons_however_it_is_written(administrator):
    response = administrator.post("/desk/people/new/", details(email="BOSS@clinic.example"))

    assert (response.status_code, User.objects.count()) == (422, 1)


def test_a_name_without_latin_letters_makes_no_address(administrator):
    administrator.post("/desk/people/new/", details(full_name="李娜"))

    assert User.objects.get(username="ana").slug is None


def test_roles_are_given_and_taken_away(administrator):
    person = make_person(EDITOR, name="ana")

    administrator.post(f"/desk/people/{person.pk}/", details(roles=[CLINICIAN], is_active="on"))

    assert roles_of(person) == {CLINICIAN}


@pytest.mark.parametrize(
    ("prefix", "told"), [("", "Editor, Privacy officer"), ("/es", "Editor, Responsable de privacidad")]
)
def test_the_list_names_roles_as_people_do(administrator, prefix, told):
    make_person(EDITOR, name="ana").groups.add(Group.objects.get(name="privacy_officer"))

    page = administrator.get(f"{prefix}/desk/people/").content.decode()

    assert " ".join(re.search(r"ana</td>.*?>([^<]*)</td>", page, re.DOTALL)[1].split()) == told


def test_what_was_wrong_changes_no_roles(administrator):
    person = make_person(EDITOR, name="ana")

    response = administrator.post(f"/desk/people/{person.pk}/", details(roles=[], email="", is_active="on"))

    assert (response.status_code, roles_of(person)) == (422, {EDITOR})


def test_closing_an_account_ends_a_session_at_once(administrator):
    person, theirs = make_person(EDITOR, name="ana"), Client()
    theirs.force_login(person)
    before = theirs.get("/desk/articles/").status_code

    administrator.post(f"/desk/people/{person.pk}/", details())

    after = theirs.get("/desk/articles/")
    assert (before, after.status_code, after["Location"]) == (200, 302, "/accounts/login/?next=/desk/articles/")
    assert not User.objects.get(pk=person.pk).has_perm("articles.read_unpublished")


def test_a_credential_counts_only_after_somebody_else_has_verified_it(administrator):
    person, today = make_person(EDITOR), timezone.localdate()
    recorded = {"title": "MD", "issuer": "Colorado Medical Board", "number": "7", "expires_on": "2099-01-01"}

    administrator.post(f"/desk/people/{person.pk}/credentials/", recorded)
    before = Credential.objects.valid_on(today).count()
    administrator.post(f"/desk/people/{person.pk}/credentials/{person.credentials.get().pk}/verify/")

    credential = Credential.objects.valid_on(today).get()
    assert (before, credential.verified_by.username, credential.verified_on) == (0, "boss", today)


def test_a_credential_without_its_issuer_is_refused(administrator):
    person = make_person(EDITOR)

    response = administrator.post(f"/desk/people/{person.pk}/credentials/", {"title": "MD", "issuer": ""})

    assert (response.status_code, Credential.objects.count()) == (422, 0)


def test_nobody_verifies_their_own_credential(administrator):
    boss = User.objects.get(username="boss")
    credential = make_credential(boss, verified_on=None)

    response = administrator.post(f"/desk/people/{boss.pk}/credentials/{credential.pk}/verify/", follow=True)

    credential.refresh_from_db()
    sentence = "Nobody can verify their own credential. Ask another administrator."
    assert (credential.verified_on, response.content.decode().count(sentence)) == (None, 1)


def test_the_database_refuses_an_own_verification_too():
    person = make_person(EDITOR)

    with pytest.raises(IntegrityError, match="a_credential_is_verified_by_somebody_else"), transaction.atomic():
        make_credential(person, verified_by=person)


def test_a_credential_is_verified_under_its_own_person_only(administrator):
    credential = make_credential(make_person(EDITOR), verified_on=None)

    response = administrator.post(f"/desk/people/{make_person(EDITOR).pk}/credentials/{credential.pk}/verify/")

    assert response.status_code == 404


def invitation(client, person):
    html = client.post(f"/desk/people/{person.pk}/invite/").content.decode()
    return re.search(r"https?://[^/\"]+(/accounts/password/reset/key/[^<\"\s]+)", html)[1]


def choose(client, address):
    form = client.get(address, follow=True)
    chosen = {"password1": PASSWORD, "password2": PASSWORD}
    return client.post(form.request["PATH_INFO"], chosen), form


def test_an_invitation_lets_a_person_choose_a_password_and_sign_in(administrator):
    person, theirs = make_person(EDITOR, name="ana"), Client()
    person.set_unusable_password()
    person.save()

    choose(theirs, invitation(administrator, person))
    theirs.post("/accounts/login/", {"login": "ana", "password": PASSWORD})

    assert theirs.get("/desk/").status_code == 200


def test_an_invitation_works_once(administrator):
    person = make_person(EDITOR, name="ana")
    address = invitation(administrator, person)
    choose(Client(), address)
    person.refresh_from_db()
    first = person.password

    choose(Client(), address)

    person.refresh_from_db()
    assert (person.password == first, person.check_password(PASSWORD)) == (True, True)


def test_a_closed_account_is_not_invited(administrator):
    person = make_person(EDITOR, is_active=False)

    assert administrator.post(f"/desk/people/{person.pk}/invite/").status_code == 404


def test_an_invitation_made_before_the_account_was_closed_opens_nothing(administrator):
    person, theirs = make_person(EDITOR, name="ana"), Client()
    address = invitation(administrator, person)
    User.objects.filter(pk=person.pk).update(is_active=False)

    choose(theirs, address)
    theirs.post("/accounts/login/", {"login": "ana", "password": PASSWORD})

    assert theirs.get("/desk/").status_code == 302


def test_people_are_never_deleted():
    person = make_person(EDITOR)

    with pytest.raises(Refusal) as refused:
        person.delete()

    assert refused.value.reason == "People are never deleted. Close the account instead."
    assert User.objects.count() == 1


def test_the_database_keeps_people_too():
    person = make_person()

    with (
        pytest.raises(DatabaseError, match="DELETE on clinic_cms_user is refused"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM clinic_cms_user WHERE id = %s", [person.pk])

    assert User.objects.get() == person


def test_the_database_knows_that_two_spellings_of_an_address_are_one():
    make_person(EDITOR, email="boss@clinic.example")

    with pytest.raises(IntegrityError), transaction.atomic():
        make_person(EDITOR, email="BOSS@clinic.example")
