import re
from collections import Counter
from datetime import date

import pytest
from babel.messages import Catalog
from babel.messages.mofile import read_mo
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format

from clinic_cms.clinic_form import ClinicForm
from clinic_cms.models import User
from clinic_cms.people_forms import PersonForm
from clinic_cms.roles import EDITOR
from clinic_cms.shared.languages import in_language, in_the_language_of, language_of, quoted, said_to, without_language
from comments.domain.rules import new_clinics_rules
from comments.rules_form import RulesForm
from tests import catalogue
from tests.factories import make_person

OTHERS = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{[\w.!:]*\}")
TAG = re.compile(r"</?[a-z][^>]*>")


def a_page(path: str, **headers: str):
    return Client().get(path, headers=headers)


def language_in(response) -> str:
    return re.search(r'<html lang="([^"]+)" dir="ltr">', response.content.decode())[1]


@pytest.mark.django_db
class TestTheLanguageOfAPage:
    @pytest.mark.parametrize(
        ("path", "language"), [("/", "en"), ("/es/", "es"), ("/articles/", "en"), ("/es/articles/", "es")]
    )
    def test_is_the_one_that_its_address_names(self, path, language):
        assert language_in(a_page(path)) == language

    def test_is_told_to_caches_and_readers_of_headers(self):
        assert [a_page(path)["Content-Language"] for path in ("/", "/es/")] == ["en", "es"]

    def test_does_not_follow_what_the_browser_prefers(self):
        asked = a_page("/", **{"accept-language": "es", "cookie": "django_language=es"})
        assert language_in(asked) == "en"

    def test_so_that_caches_keep_one_page_for_everybody(self):
        assert [a_page(path)["Vary"] for path in ("/", "/es/")] == ["Accept-Encoding", "Accept-Encoding"]

    def test_is_also_that_of_a_page_which_is_not_there(self):
        missing = a_page("/es/nada/")
        assert (missing.status_code, language_in(missing)) == (404, "es")

    @pytest.mark.parametrize(
        "path", ["/en/", "/en/articles/", "/fr/", "/es/robots.txt", "/es/healthz", "/es/sitemap.xml"]
    )
    def test_has_one_address_and_no_other(self, path):
        assert a_page(path).status_code == 404

    def test_stays_when_somebody_signs_in(self):
        person = make_person(EDITOR, name="ines")
        person.set_password("a-long-password-for-the-test")
        person.save(update_fields=["password"])
        client = Client()
        assert client.get("/es/desk/")["Location"] == "/es/accounts/login/?next=/es/desk/"
        typed = {"login": "ines", "password": "a-long-password-for-the-test", "next": "/es/desk/"}
        assert client.post("/es/accounts/login/", typed)["Location"] == "/es/desk/"
        assert language_in(client.get("/es/desk/")) == "es"

    def test_is_no_way_around_what_robots_are_asked_to_leave_alone(self):
        lines = a_page("/robots.txt").content.decode().splitlines()
        assert [line for line in lines if line.endswith("/desk/")] == ["Disallow: /desk/", "Disallow: /es/desk/"]


class TestAPath:
    @pytest.mark.parametrize(
        ("path", "plain", "language"),
        [
            ("/", "/", "en"),
            ("/es/", "/", "es"),
            ("/es", "/", "es"),
            ("/es/articles/x/", "/articles/x/", "es"),
            ("/articles/es/", "/articles/es/", "en"),
            ("/essays/", "/essays/", "en"),
            ("/fr/articles/", "/fr/articles/", "en"),
        ],
    )
    def test_has_a_language_and_a_place_without_one(self, path, plain, language):
        assert (without_language(path), language_of(path)) == (plain, language)

    def test_leads_to_the_same_page_in_another_language(self):
        assert in_language("/articles/", "es") == "/es/articles/"
        assert in_language("/es/articles/", "en") == "/articles/"
        assert in_language("/es/articles/", "es") == "/es/articles/"

    def test_is_made_for_the_language_somebody_reads(self):
        with translation.override("es"):
            assert (reverse("desk:home"), reverse("robots")) == ("/es/desk/", "/robots.txt")

    @override_settings(PICTURE_UPLOAD_MAX_SIZE=80_000_000)
    def test_of_the_desk_takes_as_much_in_every_language(self, client):
        client.cookies[settings.SESSION_COOKIE_NAME] = "x"
        sizes = {"content_type": "text/plain", "data": "x" * (settings.MOST_BYTES + 1)}
        answers = [client.post(path + settings.PICTURE_UPLOAD_PATH, **sizes).status_code for path in ("", "/es", "/fr")]
        assert answers == [302, 302, 413]


class TestWhatPeopleAreTold:
    def test_is_made_once_in_each_language_that_they_read(self):
        readers = [User(language=language) for language in ("es", "en", "es")]
        made = []
        said = said_to(readers, lambda: made.append(translation.get_language()) or translation.gettext("Notices"))
        assert (said, made) == ({"es": "Avisos", "en": "Notices"}, ["es", "en"])

    def test_is_in_the_clinics_language_where_the_site_does_not_speak_theirs(self):
        with translation.override("es"), in_the_language_of(User(language="fr")):
            assert translation.get_language() == settings.LANGUAGE_CODE

    def test_leaves_the_language_of_the_page_as_it_was(self):
        with translation.override("es"):
            said_to([User(language="en")], lambda: "")
            assert translation.get_language() == "es"


class TestDays:
    @pytest.mark.parametrize(
        ("language", "day", "month"),
        [("en", "5 November 2026", "November 2026"), ("es", "5 de noviembre de 2026", "noviembre de 2026")],
    )
    def test_are_written_as_the_language_writes_them(self, language, day, month):
        told = date(2026, 11, 5)
        with translation.override(language):
            assert (date_format(told, "DATE_FORMAT"), date_format(told, "YEAR_MONTH_FORMAT")) == (day, month)


@pytest.fixture(scope="module")
def said() -> Catalog:
    return catalogue.gathered()


@pytest.mark.parametrize("language", OTHERS)
class TestTheWordsOfALanguage:
    def test_are_complete(self, language):
        assert catalogue.missing(catalogue.catalogue(language)) == []

    def test_are_those_that_the_site_says_now(self, language, said):
        assert keys(catalogue.catalogue(language)) == keys(said)

    def test_are_compiled(self, language):
        with catalogue.compiled(language).open("rb") as file:
            compiled = read_mo(file)
        written = catalogue.catalogue(language)
        assert texts(compiled) == texts(written)

    def test_keep_every_place_that_is_filled_in_and_every_tag(self, language):
        wrong = [
            each.id
            for each in catalogue.catalogue(language)
            if each.id
            and not all(
                fits(each, said) for said in ([each.string] if isinstance(each.string, str) else each.string[1:])
            )
        ]
        assert wrong == []


def key(message) -> tuple:
    return message.context, message.id if isinstance(message.id, str) else tuple(message.id)


def texts(catalog: Catalog) -> dict[tuple, tuple[str, ...]]:
    return {
        key(each): (each.string,) if isinstance(each.string, str) else tuple(each.string) for each in catalog if each.id
    }


def keys(catalog: Catalog) -> set[tuple]:
    return {key(each) for each in catalog if each.id}


def fits(message, translated: str) -> bool:
    original = message.id if isinstance(message.id, str) else message.id[1]
    return set(PLACE.findall(original)) == set(PLACE.findall(translated)) and Counter(TAG.findall(original)) == Counter(
        TAG.findall(translated)
    )


class TestALanguageThatIsReadFromTheRight:
    def test_turns_the_page_around(self):
        with translation.override("ar"):
            page = render_to_string("404.html", {"no_site_pages": True})
        assert re.search(r"<html [^>]+>", page)[0] == '<html lang="ar" dir="rtl">'

    def test_finds_no_left_and_right_in_the_stylesheets(self):
        """Only where a script measured a place on the screen."""
        sheets = [path for app in catalogue.APPS for path in (catalogue.ROOT / app / "static").rglob("*.css")]
        found = [line.strip() for path in sheets for line in path.read_text(encoding="utf-8").splitlines()]
        sided = re.compile(
            r"(?:margin|padding|border)-(?:left|right)|(?:text-align|float): (?:left|right)|[ ;{](?:left|right):"
        )
        assert len(sheets) > 3
        assert [line for line in found if sided.search(line) and "var(--left)" not in line] == []


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "told"), [("en", "in Spanish"), ("es", "en español")])
def test_a_language_is_called_within_a_sentence_as_the_language_of_the_page_has_it(language, told):
    with translation.override(language):
        forms = {"tagline": ClinicForm(), "hours": RulesForm(new_clinics_rules()), "job_title": PersonForm()}
        labels = [str(form.fields[f"{name}_es"].label) for name, form in forms.items()]
        assert [label[-len(told) :] for label in labels] == [told] * 3


@pytest.mark.parametrize(("language", "told"), [("en", "“Sleep”"), ("es", "«Sleep»")])
def test_somebodys_words_stand_between_the_quotation_marks_of_the_page(language, told):
    with translation.override(language):
        assert quoted("Sleep") == told
