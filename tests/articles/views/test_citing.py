import json

import pytest

from articles.models import Source
from clinic_cms.roles import EDITOR
from tests.articles.citing.test_crossref import DOI, Stand, crossref
from tests.articles.views.test_desk import words
from tests.articles.views.test_sources import BIBTEX, FEDER, RIS
from tests.factories import make_draft, make_person
from tests.notice_queue import run_the_queue

pytestmark = pytest.mark.django_db
__all__ = ["crossref"]


@pytest.fixture
def draft(client):
    revision = make_draft(references=[FEDER])
    client.force_login(revision.saved_by)
    return revision


def read(client, text):
    return json.loads(client.post("/desk/sources/read/", {"text": text}).content)


def listed(revision):
    return list(revision.references.order_by("position").values_list("title", flat=True))


def row_of(reference):
    names = ["kind", "authors", "title", "container", "year", "doi"]
    row = {f"references-0-{name}": getattr(reference, name) for name in names}
    return {**row, "references-0-source": reference.source.key, "references-0-ORDER": 1}


def test_what_was_pasted_comes_back_as_rows_with_what_is_missing_or_wrong(client, draft):
    answer = read(client, f"doi:{DOI}\nPMID: 24740528\n10.1001/")

    assert [entry["values"].get("doi", "") for entry in answer["entries"]] == [DOI, "", ""]
    assert [entry["values"].get("pmid", "") for entry in answer["entries"]] == ["", "24740528", ""]
    assert answer["entries"][0]["missing"] == ["title", "year", "authors", "journal"]
    assert [entry["problems"] for entry in answer["entries"]][1:] == [
        [], ["This DOI is not whole. A DOI looks like 10.1001/jama.2024.1."],
    ]  # fmt: skip
    assert answer["left"] == "10.1001/"


def test_what_the_library_has_is_given_as_the_library_has_it(client, draft):
    [entry] = read(client, "https://doi.org/10.1001/J.1")["entries"]

    assert (entry["values"]["source"], entry["values"]["title"]) == (Source.objects.get().key, FEDER["title"])
    assert entry["missing"] == []


@pytest.mark.parametrize("text", [RIS, BIBTEX])
def test_fifty_at_once(client, draft, text):
    assert len(read(client, text)["entries"]) == 50


def test_without_scripts_the_rows_come_with_the_page_and_nothing_typed_is_lost(client, draft):
    rows = row_of(draft.references.as_listed()[0])
    counted = {"references-TOTAL_FORMS": 1, "references-INITIAL_FORMS": 1}
    typed = words(draft, summary="Typed.", **rows, **counted, pasted=f"{DOI}\n10.1001/", add_pasted="1")

    page = client.post(f"/desk/revisions/{draft.pk}/edit/", typed).content.decode()

    assert page.count(f'value="{DOI}"') == 1
    assert page.count("This DOI is not whole.") == 1
    assert ("Typed." in page, ">10.1001/</textarea>" in page) == (True, True)
    assert listed(draft) == [FEDER["title"]]


def test_what_was_left_in_the_box_is_not_lost_by_saving(client, draft):
    counted = {"references-TOTAL_FORMS": 1, "references-INITIAL_FORMS": 1}
    typed = words(draft, **row_of(draft.references.as_listed()[0]), **counted, pasted=DOI)

    response = client.post(f"/desk/revisions/{draft.pk}/edit/", typed)

    assert response.status_code == 200
    assert response.content.decode().count(f'value="{DOI}"') == 1


def test_the_library_is_searched_for_who_writes(client, draft):
    [found] = json.loads(client.get("/desk/sources/find/?q=ketamine").content)["sources"]

    assert (found["title"], found["line"]) == (FEDER["title"], "Feder A · 2014")


def test_crossref_is_asked_and_only_whoever_asked_gets_the_answer(client, draft, settings, crossref):
    settings.CROSSREF_LOOKUPS, settings.CROSSREF_URL, settings.CROSSREF_SECONDS = True, crossref.base, 1
    [entry] = read(client, DOI)["entries"]
    run_the_queue()

    answer = json.loads(client.get(f"/desk/sources/lookups/?id={entry['lookup']}").content)
    client.force_login(make_person(EDITOR))
    other = client.get(f"/desk/sources/lookups/?id={entry['lookup']}")

    assert Stand.asked != []
    assert (answer["state"], answer["values"]["container"]) == ("found", "Biological Psychiatry")
    assert other.status_code == 404
