"""RIS as EndNote, Zotero, PubMed and publishers export it, and as it arrives broken."""

import pytest

from articles.citing import ris
from articles.citing.csl import cleaned

BERMAN = """TY  - JOUR
AU  - Berman, Robert M.
AU  - van der Kolk, Bessel
AU  - World Health Organization
TI  - Antidepressant effects of ketamine in depressed patients
JO  - Biological Psychiatry
VL  - 47
IS  - 4
SP  - 351
EP  - 354
PY  - 2000/02/15
DO  - 10.1016/S0006-3223(99)00230-9
UR  - https://www.sciencedirect.com/science/article/pii/S0006322399002309
DB  - PubMed
AN  - PMID: 10686270
ER  -
"""


def read(record: str):
    return cleaned(ris.read(record))


def test_an_article_is_read_with_everything_that_a_list_of_references_shows():
    assert read(BERMAN) == {
        "type": "article-journal",
        "title": "Antidepressant effects of ketamine in depressed patients",
        "author": [
            {"family": "Berman", "given": "Robert M."},
            {"family": "van der Kolk", "given": "Bessel"},
            {"literal": "World Health Organization"},
        ],
        "container-title": "Biological Psychiatry",
        "volume": "47",
        "issue": "4",
        "page": "351-354",
        "issued": {"date-parts": [[2000, 2, 15]]},
        "DOI": "10.1016/S0006-3223(99)00230-9",
        "PMID": "10686270",
        "URL": "https://www.sciencedirect.com/science/article/pii/S0006322399002309",
    }


@pytest.mark.parametrize("change", [
    ("  - ", " - "), ("\n", "\r\n"), ("ER  -\n", ""), ("JO  - ", "T2  - "), ("JO  - ", "JF  - "),
    ("TI  - ", "T1  - "), ("PY  - 2000/02/15", "Y1  - 2000/02/15"),
])  # fmt: skip
def test_the_ways_that_programs_write_it_mean_the_same(change):
    assert read(BERMAN.replace(*change)) == read(BERMAN)


@pytest.mark.parametrize(("kind", "type_"), [
    ("JOUR", "article-journal"), ("BOOK", "book"), ("CHAP", "chapter"), ("RPRT", "report"), ("WEB", "webpage"),
    ("THES", "thesis"), ("NONE", "article-journal"),
])  # fmt: skip
def test_each_type_is_a_kind_of_source(kind, type_):
    assert read(f"TY  - {kind}\nTI  - Something\nER  - ")["type"] == type_


def test_a_book_has_an_isbn_and_a_journal_an_issn():
    book = read("TY  - BOOK\nTI  - Trauma and recovery\nSN  - 0-306-40615-2\nER  - ")
    journal = read("TY  - JOUR\nTI  - Something\nSN  - 2168-622X\nER  - ")

    assert (book["ISBN"], journal["ISSN"], "ISSN" in book, "ISBN" in journal) == (
        "9780306406157", "2168-622X", False, False,
    )  # fmt: skip


def test_one_page_is_no_range():
    assert read("TY  - JOUR\nTI  - A\nSP  - e12\nER  - ")["page"] == "e12"
    assert read("TY  - JOUR\nTI  - A\nSP  - 12\nEP  - 12\nER  - ")["page"] == "12"


def test_an_address_that_is_a_doi_is_the_doi():
    csl = read("TY  - JOUR\nTI  - A\nUR  - https://doi.org/10.1016/S0006-3223(99)00230-9\nER  - ")

    assert (csl["DOI"], "URL" in csl) == ("10.1016/S0006-3223(99)00230-9", False)


def test_fifty_records_are_fifty_and_what_stands_before_them_is_none():
    text = "Exported from somewhere\n\n" + BERMAN * 50

    records = ris.records(text)

    assert len(records) == 50
    assert {read(record)["PMID"] for record in records} == {"10686270"}


def test_a_record_without_an_end_does_not_swallow_the_next_one():
    first, second = ris.records("TY  - JOUR\nTI  - Cut off\n" + BERMAN)

    assert (read(first)["title"], read(second)["volume"]) == ("Cut off", "47")


@pytest.mark.parametrize("record", ["", "TI  - No type", "TY  - JOUR\nER  - \nTY  - JOUR\nER  - "])
def test_what_is_not_one_record_says_so(record):
    with pytest.raises(ValueError, match="not"):
        ris.read(record)


def test_lines_that_are_none_of_its_own_harm_nothing():
    assert read(BERMAN.replace("VL  - 47", "<<<<<<< HEAD\nXX  - what\nVL  - 47"))["volume"] == "47"


def test_html_in_a_title_is_no_html_any_more():
    csl = read("TY  - BOOK\nTI  - A book <img src=x onerror=ran(1)>&lt;b&gt;\nER  - ")

    assert csl["title"].startswith("A book")
    assert "<img" not in csl["title"]
