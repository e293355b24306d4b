"""BibTeX as people export it, as people break it, and as nobody should send it."""

import logging.handlers

import pytest

from articles.citing import bibtex
from articles.citing.csl import cleaned

FEDER = r"""@article{feder2014,
  title   = {Efficacy of Intravenous Ketamine for Treatment of Chronic {PTSD}: A Randomized Clinical Trial},
  author  = {Feder, Adriana and Parides, Michael K. and Murrough, James W. and others},
  journal = {JAMA Psychiatry},
  volume  = 71,
  number  = {6},
  pages   = {681--688},
  year    = 2014,
  month   = jun,
  doi     = {10.1001/jamapsychiatry.2014.62},
  pmid    = {PMID: 24740528}
}"""


def read(record: str):
    return cleaned(bibtex.read(record))


def authors(line: str):
    return read(f"@book{{x, title = {{A book}}, author = {{{line}}}}}").get("author")


def test_an_article_is_read_with_everything_that_a_list_of_references_shows():
    assert read(FEDER) == {
        "type": "article-journal",
        "title": "Efficacy of Intravenous Ketamine for Treatment of Chronic PTSD: A Randomized Clinical Trial",
        "author": [
            {"family": "Feder", "given": "Adriana"},
            {"family": "Parides", "given": "Michael K."},
            {"family": "Murrough", "given": "James W."},
            {"literal": "et al"},
        ],
        "container-title": "JAMA Psychiatry",
        "volume": "71",
        "issue": "6",
        "page": "681-688",
        "issued": {"date-parts": [[2014, 6]]},
        "DOI": "10.1001/jamapsychiatry.2014.62",
        "PMID": "24740528",
    }


@pytest.mark.parametrize(("written", "name"), [
    ("Feder, Adriana", {"family": "Feder", "given": "Adriana"}),
    ("Adriana Feder", {"family": "Feder", "given": "Adriana"}),
    ("van der Kolk, Bessel A.", {"family": "van der Kolk", "given": "Bessel A."}),
    ("{van der Kolk}, Bessel A.", {"family": "van der Kolk", "given": "Bessel A."}),
    ("Ludwig van Beethoven", {"family": "van Beethoven", "given": "Ludwig"}),
    ("Ana de la Cruz", {"family": "de la Cruz", "given": "Ana"}),
    ("King, Jr, Martin Luther", {"family": "King", "given": "Martin Luther", "suffix": "Jr"}),
    ("{World Health Organization}", {"literal": "World Health Organization"}),
    ("{American Psychiatric Association and Friends}", {"literal": "American Psychiatric Association and Friends"}),
    (r"M{\"u}ller, J{\"o}rg", {"family": "Müller", "given": "Jörg"}),
    (r"Garc{\'\i}a, Jos{\'e}", {"family": "García", "given": "José"}),
])  # fmt: skip
def test_names_are_read_as_bibtex_means_them(written, name):
    assert authors(written) == [name]


@pytest.mark.parametrize(("kind", "type_"), [
    ("article", "article-journal"), ("book", "book"), ("inbook", "chapter"), ("techreport", "report"),
    ("online", "webpage"), ("PhdThesis", "thesis"), ("misc", "article-journal"),
])  # fmt: skip
def test_each_kind_of_entry_is_a_kind_of_source(kind, type_):
    assert read(f"@{kind}{{x, title = {{Something}}}}")["type"] == type_


@pytest.mark.parametrize(("said", "parts"), [
    ("date = {2014-06-03}", [2014, 6, 3]), ("date = {2014}", [2014]), ("year = {2014}, month = {6}", [2014, 6]),
    ("year = {c. 2014}", [2014]), ("year = {2014}, month = {13}", [2014]),
])  # fmt: skip
def test_dates_are_read_in_each_of_the_ways_they_are_written(said, parts):
    assert read(f"@article{{x, title = {{Dated}}, {said}}}")["issued"] == {"date-parts": [parts]}


@pytest.mark.parametrize("said", ["year = {forthcoming}", "date = {soon}", "year = {99999}"])
def test_what_is_no_year_is_none(said):
    assert "issued" not in read(f"@article{{x, title = {{Undated}}, {said}}}")


def test_the_number_of_pubmed_may_stand_as_an_eprint():
    assert read("@article{x, title = {A}, eprint = {24740528}, eprinttype = {pubmed}}")["PMID"] == "24740528"


def test_fifty_entries_are_fifty_records_and_what_is_no_source_is_none():
    text = "@string{jama = {JAMA}}\n@comment{mine}\n" + "\n".join(
        FEDER.replace("feder2014", f"feder{number}") for number in range(50)
    )

    records = bibtex.records(text)

    assert len(records) == 50
    assert {read(record)["DOI"] for record in records} == {"10.1001/jamapsychiatry.2014.62"}


def test_a_broken_entry_does_not_swallow_the_next_one():
    broken, whole = bibtex.records("@article{broken, title = {No end\n" + FEDER)

    assert read(whole)["volume"] == "71"
    with pytest.raises(ValueError, match="not one entry"):
        bibtex.read(broken)


@pytest.mark.parametrize("record", ["@article{", "@article{x", "@article", ""])
def test_what_is_no_entry_says_so(record):
    with pytest.raises(ValueError, match="not one entry"):
        bibtex.read(record)


def test_html_in_a_title_is_no_html_any_more():
    title = read('@book{x, title = {<b onclick="ran(1)">Bold</b> <script>ran(2)</script> & 10<sup>9</sup>}}')["title"]

    assert ("<" in title, title.startswith("Bold"), title.endswith("10⁹")) == (False, True, True)


def test_no_words_of_a_broken_entry_reach_the_log():
    heard = logging.handlers.BufferingHandler(100)
    logging.getLogger().addHandler(heard)
    try:
        with pytest.raises(ValueError, match="not one entry"):
            bibtex.read("@article{a secret of somebody, title = {No end")
    finally:
        logging.getLogger().removeHandler(heard)

    assert heard.buffer == []
