"""The countries are called as the language of the page calls them."""

import pytest
from babel import Locale
from django.utils import translation

from clinic_cms.shared.countries import COUNTRIES, countries_by_name, country_name


@pytest.mark.parametrize(("language", "name"), [("en", "Spain"), ("es", "España"), ("fr", "Spain")])
def test_a_country_has_a_name_in_the_language_of_the_page(language, name):
    with translation.override(language):
        assert country_name("ES") == name


def test_one_that_nobody_knows_is_called_by_its_code():
    assert country_name("XX") == "XX"


def test_they_stand_in_the_order_of_their_names_whatever_their_accents():
    with translation.override("es"):
        names = [name for _code, name in countries_by_name()]
    assert (names[0], names[-1], len(names)) == ("Afganistán", "Zimbabue", len(COUNTRIES))
    assert names.index("Emiratos Árabes Unidos") < names.index("Eritrea") < names.index("España")


@pytest.mark.parametrize(("language", "locale"), [("en", "en"), ("es", "es_419")])
def test_the_names_are_those_of_unicode(language, locale):
    known = Locale.parse(locale).territories
    with translation.override(language):
        assert {code: country_name(code) for code in COUNTRIES} == {
            code: known[code].replace("’", "'").replace("\xa0", " ") for code in COUNTRIES
        }
