"""A source as one line of the list: the style of the American Medical Association, and nothing that could run."""

import re

import pytest

from articles import richtext
from articles.citing.ama import entry
from articles.citing.csl import cleaned

FEDER = {
    "type": "article-journal",
    "title": "Efficacy of Intravenous Ketamine",
    "author": [
        {"family": "Feder", "given": "Adriana"},
        {"family": "Kolk", "given": "Bessel A.", "non-dropping-particle": "van der"},
    ],
    "container-title": "JAMA Psychiatry",
    "issued": {"date-parts": [[2014, 6]]},
    "volume": "71",
    "issue": "6",
    "page": "681-688",
    "DOI": "10.1001/jamapsychiatry.2014.62",
    "PMID": "24740528",
}


def words(csl) -> str:
    return re.sub("<[^>]*>", "", entry(csl))


def test_an_article_of_a_journal():
    assert words(FEDER) == (
        "Feder A, van der Kolk BA. Efficacy of Intravenous Ketamine. JAMA Psychiatry. 2014;71(6):681-688."
        " doi:10.1001/jamapsychiatry.2014.62 PubMed 24740528"
    )


def test_its_identifiers_are_links():
    assert re.findall('href="([^"]*)"', entry(FEDER)) == [
        "https://doi.org/10.1001/jamapsychiatry.2014.62", "https://pubmed.ncbi.nlm.nih.gov/24740528/",
    ]  # fmt: skip


def test_a_doi_with_parentheses_is_a_link_as_a_whole():
    line = entry({**FEDER, "DOI": "10.1016/S0006-3223(99)00230-9"})

    assert '<a href="https://doi.org/10.1016/S0006-3223%2899%2900230-9">doi:10.1016/S0006-3223(99)00230-9</a>' in line


def test_an_agency_on_its_own_page_is_named_once():
    cdc = "Centers for Disease Control and Prevention"
    page = {
        "type": "webpage", "title": "Physical Activity Basics", "author": [{"literal": cdc}], "container-title": cdc,
        "URL": "https://www.cdc.gov/x/?a=1&b=2", "issued": {"date-parts": [[2024]]},
    }  # fmt: skip

    assert words(page) == f"{cdc}. Physical Activity Basics. 2024. https://www.cdc.gov/x/?a=1&amp;b=2"
    assert '<a href="https://www.cdc.gov/x/?a=1&amp;b=2">' in entry(page)


def test_a_book():
    book = {
        "type": "book", "title": "Trauma and Recovery", "author": [{"family": "Herman", "given": "Judith Lewis"}],
        "publisher": "Basic Books", "issued": {"date-parts": [[1992]]},
    }  # fmt: skip

    assert words(book) == "Herman JL. Trauma and Recovery. Basic Books; 1992."


def test_of_many_authors_three_are_named():
    many = {**FEDER, "author": [{"family": f"Name{number}", "given": "A B"} for number in range(9)]}

    assert words(many).startswith("Name0 AB, Name1 AB, Name2 AB, et al. Efficacy")


def test_a_source_without_an_author_begins_with_its_title():
    nobody = {name: value for name, value in FEDER.items() if name != "author"}

    assert words(nobody).startswith("Efficacy of Intravenous Ketamine. JAMA Psychiatry.")


def test_without_a_title_there_is_no_line():
    assert entry({"type": "webpage", "URL": "https://www.cdc.gov/"}) == ""


@pytest.mark.parametrize("hostile", [
    "<script>ran(1)</script>", '"><img src=x onerror=ran(1)>', "&lt;b&gt;", "\ue001b\ue002", "{{ 1 }}", "a" * 4_000,
    "<i>unclosed", "\x00\x01", "&" * 300,
])  # fmt: skip
def test_what_is_hostile_stands_there_as_text(hostile):
    line = entry({**FEDER, "title": f"Before {hostile} after", "container-title": hostile, "URL": "https://x.org/"})

    assert richtext.clean(line) == line
    assert set(re.findall(r"<(\w+)", line)) <= {"a", "em", "i", "strong"}


def test_a_source_that_was_pasted_is_a_line():
    assert words(cleaned({**FEDER, "title": "<i>Efficacy</i> of 10<sup>9</sup> <b>doses</b>"})).startswith(
        "Feder A, van der Kolk BA. Efficacy of 10⁹ doses. JAMA Psychiatry."
    )
