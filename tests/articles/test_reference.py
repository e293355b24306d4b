import pytest

from articles.models import Reference

ANYWHERE = {"doi": "10.1001/a<b>.2024", "pmid": "24740528", "url": "https://www.cdc.gov/x/"}


@pytest.mark.parametrize(("known", "address"), [
    (ANYWHERE, "https://doi.org/10.1001/a%3Cb%3E.2024"),
    (ANYWHERE | {"doi": ""}, "https://pubmed.ncbi.nlm.nih.gov/24740528/"),
    (ANYWHERE | {"doi": "", "pmid": ""}, "https://www.cdc.gov/x/"),
    ({}, ""),
])  # fmt: skip
def test_a_source_is_opened_where_it_stays_longest(known, address):
    assert Reference(title="A trial", **known).address == address
