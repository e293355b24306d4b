"""What people paste, whichever it is: each entry read or said why not, and nothing that takes long."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.citing.pasted import MOST_ENTRIES, Entry, read, summary
from tests.articles.citing.test_bibtex import FEDER
from tests.articles.citing.test_ris import BERMAN


def found(text: str) -> list[tuple[str, str]]:
    """The identifier of each entry, or what is wrong with it."""
    return [_named(each) for each in read(text).entries]


def _named(entry: Entry) -> tuple[str, str]:
    if entry.problems or not entry.csl:
        return "problem", entry.problems[0]
    return next((name, entry.csl[name]) for name in ("DOI", "PMID", "ISBN", "URL") if name in entry.csl)


def test_identifiers_are_read_line_by_line():
    text = "10.1016/S0006-3223(99)00230-9\r\n• PMID: 24740528\n\n978-0-306-40615-7;\nhttps://www.cdc.gov/x"

    assert found(text) == [
        ("DOI", "10.1016/S0006-3223(99)00230-9"), ("PMID", "24740528"), ("ISBN", "9780306406157"),
        ("URL", "https://www.cdc.gov/x"),
    ]  # fmt: skip


def test_several_on_a_line_are_several():
    assert found("10.1001/jama.2024.1, 10.1001/jama.2024.2; PMID 24740528") == [
        ("DOI", "10.1001/jama.2024.1"), ("DOI", "10.1001/jama.2024.2"), ("PMID", "24740528"),
    ]  # fmt: skip


@pytest.mark.parametrize(("line", "why"), [
    ("10.1001/", "This DOI is not whole. A DOI looks like 10.1001/jama.2024.1."),
    ("doi: nothing", "This DOI is not whole. A DOI looks like 10.1001/jama.2024.1."),
    ("978-0-306-40615-8", "This ISBN has a wrong check digit. Please compare it with the book."),
    ("PMID: 0", "A PubMed number has one to eight digits."),
    ("pubmed 123456789", "A PubMed number has one to eight digits."),
    ("javascript:alert(1)", "This is no DOI, PubMed number, ISBN or web address."),
])  # fmt: skip
def test_a_line_that_names_nothing_is_told_why(line, why):
    assert found(line) == [("problem", why)]


def test_fifty_entries_of_bibtex_are_fifty_sources():
    read_now = read("\n".join(FEDER.replace("2014.62", f"2014.{number}") for number in range(50)))

    assert (len(read_now.usable), summary(read_now)) == (50, "50 sources were read.")
    assert {entry.missing for entry in read_now.entries} == {()}


def test_fifty_records_of_ris_are_fifty_sources():
    read_now = read(BERMAN * 50)

    assert (len(read_now.usable), {entry.csl["PMID"] for entry in read_now.usable}) == (50, {"10686270"})


def test_csl_json_is_read_alone_in_a_list_or_as_items():
    item = {"type": "book", "title": "Trauma and Recovery", "DOI": "10.1001/jama.2024.1"}

    for whole in (item, [item], {"items": [item]}, [item, "what", None]):
        assert found(json.dumps(whole)) == [("DOI", "10.1001/jama.2024.1")]


def test_of_two_entries_the_broken_one_is_said_and_the_other_is_read():
    broken, whole = read("@article{broken, title = {No end\n" + FEDER).entries

    assert (broken.problems, broken.csl) == (("This entry is not whole BibTeX.",), None)
    assert (whole.problems, whole.csl["volume"]) == ((), "71")


def test_an_identifier_that_is_none_is_said_and_the_entry_is_not_used():
    [entry] = read(FEDER.replace("10.1001/jamapsychiatry.2014.62", "10.1/x")).entries

    assert (entry.problems, read(FEDER).refused) == (("“10.1/x” is no DOI.",), [])


def test_what_a_person_still_has_to_fill_in_is_named():
    assert [each.missing for each in read("10.1001/jama.2024.1\nhttps://www.cdc.gov/x").entries] == [
        ("title", "year", "authors", "journal"), ("title", "year"),
    ]  # fmt: skip


def test_a_file_may_begin_with_its_mark():
    assert len(read("\ufeff" + BERMAN).usable) == 1


@pytest.mark.parametrize(("text", "sentence"), [
    ("", "Paste a DOI"), (" \n ", "Paste a DOI"), ("x" * 1_000_001, "more than a million characters"),
    ("10.1001/jama.2024.1\n" * 201, "That is 201 sources, and 200 is the most at once."),
    (BERMAN * 201, "That is 201 sources"), (f"{FEDER}\n" * 201, "That is 201 sources"),
])  # fmt: skip
def test_what_cannot_be_read_at_all_is_one_sentence(text, sentence):
    assert sentence in read(text).problem
    assert MOST_ENTRIES == 200


@pytest.mark.parametrize("hostile", [
    "{" * 1_000_000, "}" * 1_000_000, "[" * 1_000_000, "@article{" * 100_000, "@article{\n" * 90_000,
    "@article{x, title={" + "{" * 900_000, "@article{a, title={" + "}" * 900_000,
    "@article{a, author={" + " " * 900_000 + "}}", "@article{a, author={" + "a and " * 150_000 + "}}",
    "@article{a, author={" + "{" * 400_000 + "}" * 400_000 + "}}",
    "TY  - JOUR\n" * 90_000, "TY  - JOUR\n" + "AU  - x\n" * 100_000, "TY  - JOUR\nTI  - " + "<" * 900_000,
    "\\" * 1_000_000, "10." * 300_000, '{"title": "' + "<b>" * 300_000 + '"}', "<" * 1_000_000, "doi" * 300_000,
], ids=range(18))  # fmt: skip
def test_a_million_hostile_characters_are_answered_soon(hostile):
    began = time.thread_time()
    read_now = read(hostile)
    took = time.thread_time() - began

    assert (bool(read_now.problem) or len(read_now.entries) <= MOST_ENTRIES, took < 5) == (True, True), took


@given(st.text(max_size=300) | st.text(alphabet='@{}[]",=- \nTYERarticle10./', max_size=200))
def test_whatever_is_pasted_never_breaks(text):
    for entry in read(text).entries:
        assert entry.csl is not None or entry.problems
