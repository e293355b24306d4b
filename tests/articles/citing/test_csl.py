"""CSL-JSON: what others send down to what we use, and the columns of the desk there and back."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.citing.csl import TYPES, canonical, cleaned, fields_of, plain, with_fields

FEDER = {
    "type": "article-journal",
    "title": "Efficacy of Intravenous Ketamine",
    "author": [{"family": "Feder", "given": "Adriana"}, {"family": "Parides", "given": "Michael K."}],
    "container-title": "JAMA Psychiatry",
    "issued": {"date-parts": [[2014, 6]]},
    "volume": "71",
    "issue": "6",
    "page": "681-688",
    "DOI": "10.1001/jamapsychiatry.2014.62",
    "PMID": "24740528",
}


def test_what_is_clean_stays_as_it_is():
    assert cleaned(FEDER) == FEDER


def test_what_nobody_uses_goes():
    assert cleaned({**FEDER, "abstract": "Long.", "note": "x", "custom": {"a": 1}, "id": "feder2014"}) == FEDER


@pytest.mark.parametrize(("name", "said", "kept"), [
    ("PMID", "PMID: 24740528", "24740528"),
    ("PMID", "https://pubmed.ncbi.nlm.nih.gov/24740528/", "24740528"),
    ("PMID", 24740528, "24740528"),
    ("DOI", "https://doi.org/10.1016/S0006-3223(99)00230-9", "10.1016/S0006-3223(99)00230-9"),
    ("DOI", "doi:10.1016/S0006-3223(99)00230-9.", "10.1016/S0006-3223(99)00230-9"),
    ("ISBN", "ISBN-13: 978-0-306-40615-7", "9780306406157"),
    ("ISBN", ["0-306-40615-2"], "9780306406157"),
    ("URL", "HTTPS://WWW.CDC.gov/x?utm_source=mail", "https://www.cdc.gov/x"),
])  # fmt: skip
def test_identifiers_are_kept_bare_whatever_stood_around_them(name, said, kept):
    assert cleaned({"type": "book", "title": "A", name: said})[name] == kept


@pytest.mark.parametrize(("name", "said"), [
    ("DOI", "10.1001/"), ("PMID", "0"), ("PMID", "123456789"), ("ISBN", "978-0-306-40615-8"),
    ("URL", "javascript:alert(1)"), ("URL", "ftp://x.org/"), ("DOI", {"a": 1}), ("PMID", []),
])  # fmt: skip
def test_what_is_no_identifier_goes(name, said):
    assert name not in cleaned({"type": "book", "title": "A", name: said})


def test_an_address_that_is_an_identifier_becomes_it_also_where_the_other_one_was_wrong():
    csl = cleaned({"type": "book", "title": "A", "DOI": "wrong", "URL": "https://doi.org/10.1001/jama.2024.1"})

    assert (csl["DOI"], "URL" in csl) == ("10.1001/jama.2024.1", False)


@pytest.mark.parametrize(("given", "kind"), [
    ({"type": "poem", "container-title": "JAMA"}, "article-journal"), ({"ISBN": "9780306406157"}, "book"),
    ({"URL": "https://www.cdc.gov/"}, "webpage"), ({"type": ["book"]}, "article-journal"), ({}, "article-journal"),
])  # fmt: skip
def test_an_unknown_type_is_guessed_from_what_is_there(given, kind):
    if isinstance(given.get("type"), list):
        given = {"title": "A list is no type"}

    assert cleaned(given)["type"] == kind


@pytest.mark.parametrize(("issued", "parts"), [
    ({"date-parts": [["2014", "6", "3"]]}, [2014, 6, 3]), ({"date-parts": [[2014, 13, 40]]}, [2014]),
    ({"raw": "Spring 2014"}, [2014]), ({"literal": "circa 1998"}, [1998]),
])  # fmt: skip
def test_dates_are_kept_as_far_as_they_can_be(issued, parts):
    assert cleaned({"issued": issued})["issued"] == {"date-parts": [parts]}


@pytest.mark.parametrize("issued", [{"date-parts": [[99999]]}, {"date-parts": []}, {"raw": "soon"}, "2014", None, []])
def test_what_is_no_date_goes(issued):
    assert "issued" not in cleaned({"issued": issued})


def test_people_are_kept_with_a_name_and_nobody_without():
    given = [{"name": "WHO"}, {"given": "x"}, "y", None, {"family": "<b>Feder</b>", "given": 5}, {"literal": " "}]

    assert cleaned({"author": given})["author"] == [{"literal": "WHO"}, {"family": "Feder"}]
    assert len(cleaned({"author": [{"family": "A"}] * 5_000})["author"]) == 200


def test_raised_digits_stay_raised_and_markup_goes():
    text = plain("<i>In vivo</i> 10<sup>9</sup> H<sub>2</sub>O <script>ran(1)</script>\u202e&lt;b&gt;", 200)

    assert ("10⁹" in text, "H₂O" in text, "<script" in text, "\u202e" in text) == (True, True, False, False)


def test_a_long_title_is_cut_where_its_column_ends():
    title = cleaned({"title": "word " * 200})["title"]

    assert (len(title) <= 400, title[-1]) == (True, "…")


def test_the_columns_say_what_the_source_says():
    assert fields_of(FEDER) == {
        "kind": "journal_article",
        "authors": "Feder A, Parides MK",
        "container": "JAMA Psychiatry",
        "year": "2014",
        "url": "",
        "title": "Efficacy of Intravenous Ketamine",
        "volume": "71",
        "issue": "6",
        "pages": "681-688",
        "pmid": "24740528",
        "doi": "10.1001/jamapsychiatry.2014.62",
    }


def test_columns_that_nobody_changed_lose_nothing_that_they_cannot_say():
    assert with_fields(FEDER, fields_of(FEDER)) == FEDER


def test_a_changed_column_changes_its_variable_alone():
    changed = with_fields(FEDER, {**fields_of(FEDER), "year": "2015", "volume": ""})

    assert changed == {**{k: v for k, v in FEDER.items() if k != "volume"}, "issued": {"date-parts": [[2015]]}}


def test_a_book_has_a_publisher_where_an_article_has_a_journal():
    book = with_fields(None, {"kind": "book", "title": "Trauma and Recovery", "container": "Basic Books"})
    article = with_fields(None, {"kind": "journal_article", "title": "Ketamine", "container": "JAMA"})

    assert (book["publisher"], article["container-title"]) == ("Basic Books", "JAMA")


def test_the_day_it_was_looked_at_comes_and_goes_with_its_field():
    seen = with_fields(FEDER, {**fields_of(FEDER), "checked_on": date(2026, 3, 2)})

    assert seen["accessed"] == {"date-parts": [[2026, 3, 2]]}
    assert with_fields(seen, {**fields_of(FEDER), "checked_on": None}) == FEDER


def test_the_frozen_text_does_not_depend_on_the_order_of_its_parts():
    assert canonical(FEDER) == canonical(dict(reversed(FEDER.items())))
    assert json.loads(canonical(FEDER)) == FEDER


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from([*FEDER, "editor", "accessed", "ISBN", "URL", "language", "evil"])


@given(st.dictionaries(NAMES, JSON, max_size=6))
def test_whatever_is_sent_is_cleaned_and_cleaning_again_changes_nothing(given_):
    if not isinstance(given_.get("type", ""), str):
        given_["type"] = ""

    csl = cleaned(given_)

    assert csl["type"] in TYPES
    assert cleaned(csl) == csl
