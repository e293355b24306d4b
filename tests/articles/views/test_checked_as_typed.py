"""The checks while somebody writes know the references as they are typed, and answer at once."""

import re
import time

import pytest

from articles.models import Reference, Revision, Source
from tests.articles.views.test_desk import rows
from tests.factories import BODY, make_draft

pytestmark = pytest.mark.django_db

FIGURE = '<p>About 6.8% of adults have PTSD<sup><a href="#ref-2">2</a></sup>.</p>'


@pytest.fixture
def draft(client):
    revision = make_draft()
    client.force_login(revision.saved_by)
    return revision


def found(client, draft, **typed) -> list[str]:
    """The rules that the panel names."""
    page = client.post(f"/desk/revisions/{draft.pk}/check/", {"body": BODY + FIGURE, **typed}).content.decode()
    return re.findall(r'finding__rule">([^<]*)<', page)


def a_second_row(**typed):
    second = {"kind": "journal_article", "title": "A survey of adults", "doi": "10.1001/jama.2024.1", "year": "2024"}
    second = {**second, "container": "JAMA", "authors": "Feder A", "ORDER": 2, **typed}
    return {**rows(), "references-TOTAL_FORMS": 2, **{f"references-1-{name}": text for name, text in second.items()}}


def test_a_figure_whose_source_was_just_typed_has_its_source(client, draft):
    without = found(client, draft)
    assert ("EVD-01" in without or "EVD-07" in without, "EVD-07" in found(client, draft, **rows())) == (True, True)

    with_it = found(client, draft, **a_second_row())

    assert [rule for rule in with_it if rule in ("EVD-01", "EVD-07")] == []


def test_a_source_that_was_just_taken_off_the_list_is_missed(client, draft):
    assert "EVD-07" not in found(client, draft, **a_second_row())

    assert "EVD-07" in found(client, draft, **a_second_row(DELETE="on"))


def test_what_is_wrong_with_a_typed_source_is_said(client, draft):
    assert "EVD-04" in found(client, draft, **a_second_row(doi="", title="A survey"))


def test_nothing_of_it_is_kept(client, draft):
    before = (list(Reference.objects.values()), list(Source.objects.values()), Revision.objects.values().get())

    found(client, draft, **a_second_row(), title="Another title")

    assert before == (list(Reference.objects.values()), list(Source.objects.values()), Revision.objects.values().get())


def test_a_list_that_cannot_be_read_leaves_the_saved_one(client, draft):
    saved = found(client, draft)

    for wrong in ({"references-TOTAL_FORMS": "many"}, a_second_row(url="javascript:alert(1)")):
        assert found(client, draft, **wrong) == saved


def test_the_title_and_the_summary_count_as_they_are_typed(client, draft):
    assert "CLM-01" in found(client, draft, title="Walking cures PTSD", body=BODY)
    assert "CLM-01" in found(client, draft, summary="Walking cures PTSD.", body=BODY)


def test_three_thousand_words_are_answered_within_a_second_of_work(client, draft):
    sentences = (
        "About {number}% of people who walked each day slept better than those who did not, a small trial found"
        '<sup><a href="#ref-1">1</a></sup>. Stop if it hurts, and talk with your doctor. '
    )
    words = "".join(f"<p>{sentences.format(number=number % 90 + 1) * 2}</p>" for number in range(56))
    assert 3_000 < len(re.sub("<[^>]*>", " ", words).split()) < 3_400
    found(client, draft, **rows())  # what is read once in the life of the process

    began = time.thread_time()
    response = client.post(f"/desk/revisions/{draft.pk}/check/", {"body": BODY + words, **rows()})
    took = time.thread_time() - began

    assert (response.status_code, "School grade" in response.content.decode()) == (200, True)
    assert took < 1, took
