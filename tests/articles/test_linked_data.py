"""What machines are told is in the words of schema.org, and ends no element."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pyld import jsonld

from articles.linked_data import PageFacts, PersonFacts, graph, script
from tests.schema_org import problems

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PAPER = {
    "type": "article-journal", "title": "Efficacy", "DOI": "10.1001/jama.2014.62", "PMID": "24740528", "page": "681-8",
    "author": [{"family": "Feder", "given": "Adriana"}, {"literal": "PTSD Group"}], "container-title": "JAMA",
    "volume": "71", "issue": "6", "issued": {"date-parts": [[2014, 6, 1]]},
}  # fmt: skip
PAGE = {"type": "webpage", "title": "PTSD", "URL": "https://www.nimh.nih.gov/ptsd", "publisher": "NIMH"}
BOOK = {"type": "book", "title": "Sleep", "ISBN": "9780306406157", "issued": {"date-parts": [[2020]]}}
FACTS = PageFacts(
    home="https://clinic.example/", clinic="Clinic", address="https://clinic.example/articles/sleep/",
    library="https://clinic.example/topics/sleep/", language="en", title="Sleep </script><b>", summary="How to sleep.",
    section="Sleep", version=3, words=812, image="https://clinic.example/articles/sleep/card-3.png",
    first_published=AT, published=AT, last_reviewed=date(2026, 11, 19), interests="None",
    author=PersonFacts("Maya Castellanos", "", "Health writer", "https://clinic.example/people/maya/"),
    clinical=[PersonFacts("Priya Nair", "Dr", "", "https://clinic.example/people/priya/", "MD")],
    editorial=[PersonFacts("Lena Osei")], references=[PAPER, PAGE, BOOK],
    corrections=[("50 mg", "5 mg", AT), ("Rarely", "Often", None)],
)  # fmt: skip


@pytest.mark.parametrize(
    "facts",
    [FACTS, replace(FACTS, last_reviewed=None, interests="", clinical=(), editorial=(), references=(), corrections=())],
)
def test_every_property_is_one_that_its_type_has(facts):
    assert problems(graph(facts)) == []


def test_the_checker_finds_what_goes_wrong_in_practice():
    wrong = graph(FACTS)
    page, article = wrong["@graph"][0], wrong["@graph"][1]
    article["lastReviewed"], article["wordCount"] = page["lastReviewed"], "812"
    page["medicalAudience"], page["datePublished"] = "Patient", "20 November 2026"
    article["author"] = {"@id": page["@id"]}

    assert len(problems(wrong)) == 5


def test_another_parser_reads_the_same_nodes():
    def local(url, options):
        return {"document": {"@context": {"@vocab": "https://schema.org/"}}, "documentUrl": url, "contextUrl": None}

    nodes = jsonld.expand(graph(FACTS), {"documentLoader": local})
    (article,) = [node for node in nodes if node["@type"] == ["https://schema.org/Article"]]

    assert len(nodes) == 7
    assert article["https://schema.org/headline"] == [{"@value": "Sleep </script><b>"}]
    assert article["https://schema.org/citation"][0]["@id"] == "https://doi.org/10.1001/jama.2014.62"
    assert article["https://schema.org/author"] == [{"@id": "https://clinic.example/people/maya/#person"}]


def test_nothing_in_it_ends_the_element():
    text = script({"name": "</script><!-- <script> & \u2028"})

    assert text == '{"name":"\\u003C/script\\u003E\\u003C!-- \\u003Cscript\\u003E \\u0026 \\u2028"}'
