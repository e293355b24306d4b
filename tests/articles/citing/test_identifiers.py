import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.citing.identifiers import Identifier, doi_key, identify, looks_like_isbn

BERMAN = Identifier("DOI", "10.1016/S0006-3223(99)00230-9")
FEDER = Identifier("PMID", "24740528")
BOOK = Identifier("ISBN", "9780306406157")


@pytest.mark.parametrize(("pasted", "found"), [
    ("10.1016/S0006-3223(99)00230-9", BERMAN),
    ("  10.1016/S0006-3223(99)00230-9.  ", BERMAN),
    ("doi:10.1016/S0006-3223(99)00230-9", BERMAN),
    ("DOI: 10.1016/S0006-3223(99)00230-9;", BERMAN),
    ("(10.1016/S0006-3223(99)00230-9)", BERMAN),
    ("https://doi.org/10.1016/S0006-3223(99)00230-9", BERMAN),
    ("(https://doi.org/10.1016/S0006-3223(99)00230-9).", BERMAN),
    ("http://dx.doi.org/10.1016/S0006-3223%2899%2900230-9", BERMAN),
    ("https://doi.org/10.1016/S0006-3223(99)00230-9?utm_source=mail", BERMAN),
    ("https://www.tandfonline.com/doi/full/10.1080/20008066.2023.2299124",
     Identifier("DOI", "10.1080/20008066.2023.2299124")),
    ("24740528", FEDER),
    ("PMID: 24740528", FEDER),
    ("PMID 24740528.", FEDER),
    ("pmid:24740528", FEDER),
    ("PubMed ID: 24740528", FEDER),
    ("https://pubmed.ncbi.nlm.nih.gov/24740528/", FEDER),
    ("https://pubmed.ncbi.nlm.nih.gov/24740528/?from=x", FEDER),
    ("https://www.ncbi.nlm.nih.gov/pubmed/24740528", FEDER),
    ("978-0-306-40615-7", BOOK),
    ("ISBN 0-306-40615-2", BOOK),
    ("ISBN-13: 978 0 306 40615 7", BOOK),
    ("HTTPS://WWW.CDC.gov/Physical?a=1&utm_source=x#top", Identifier("URL", "https://www.cdc.gov/Physical?a=1")),
    ("https://www.cdc.gov", Identifier("URL", "https://www.cdc.gov/")),
])  # fmt: skip
def test_what_people_paste_is_understood(pasted, found):
    assert identify(pasted) == found


@pytest.mark.parametrize("pasted", [
    "", " ", "10.1001/", "10.12/x", "PMID: 0", "PMID: 123456789", "978-0-306-40615-8", "ISBN 1234567890",
    "javascript:alert(1)", "ftp://x.org/a", "http://localhost/", "https://exa mple.org/", "two words", "123456789",
    "https://[", "\u0661\u0662\u0663",
])  # fmt: skip
def test_what_names_nothing_is_said_to(pasted):
    assert identify(pasted) is None


def test_upper_and_lower_case_are_the_same_doi():
    assert doi_key("10.1001/JAMA.2024.1") == doi_key("https://doi.org/10.1001/jama.2024.1") == "10.1001/jama.2024.1"


@pytest.mark.parametrize(("text", "meant"), [
    ("978-0-306-40615-8", True), ("ISBN 1234567890", True), ("24740528", False), ("A book", False),
])  # fmt: skip
def test_a_wrong_isbn_is_known_from_other_numbers(text, meant):
    assert looks_like_isbn(text) is meant


@given(st.text(max_size=300))
def test_whatever_is_pasted_never_breaks(text):
    found = identify(text)

    assert found is None or identify(found.value) == found
