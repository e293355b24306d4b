import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.domain.facts import compute_seal
from articles.models import Reference, Revision
from articles.seal import EVIDENCE, REFERENCE, WORDS, digest
from tests.factories import make_draft

TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=40)
SAME = dict.fromkeys(WORDS, "")
SOURCE = dict.fromkeys(REFERENCE, "")


@pytest.mark.parametrize("name", WORDS)
def test_a_change_to_any_word_changes_the_seal(name):
    assert digest(SAME, []) != digest({**SAME, name: "5 mg"}, [])


@pytest.mark.parametrize("name", REFERENCE)
def test_a_change_to_any_part_of_a_reference_changes_the_seal(name):
    assert digest(SAME, [SOURCE]) != digest(SAME, [{**SOURCE, name: "2"}])


@pytest.mark.parametrize("name", EVIDENCE)
def test_what_is_known_of_a_source_is_sealed_where_there_is_some(name):
    assert digest(SAME, [{**SOURCE, name: "2"}]) != digest(SAME, [SOURCE]) == digest(SAME, [{**SOURCE, name: ""}])


def test_moving_words_from_one_field_to_the_next_changes_the_seal():
    assert digest({**SAME, "title": "ab", "summary": "c"}, []) != digest({**SAME, "title": "a", "summary": "bc"}, [])


def test_the_order_of_references_is_sealed():
    first, second = {**SOURCE, "title": "A"}, {**SOURCE, "title": "B"}

    assert digest(SAME, [first, second]) != digest(SAME, [second, first])


@pytest.mark.django_db
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(title=TEXT, body=TEXT, source=TEXT)
def test_the_database_computes_the_same_seal(draft_to_seal, title, body, source):
    Revision.objects.filter(pk=draft_to_seal.pk).update(title=title, body=body)
    known = {"title": source, "csl": body, "entry": title, "funding": source[:9], "participants": len(source) or None}
    Reference.objects.filter(revision=draft_to_seal).update(**known)

    with connection.cursor() as cursor:
        cursor.execute("SELECT articles_digest(%s)", [draft_to_seal.pk])
        assert cursor.fetchone() == (compute_seal(draft_to_seal),)


@pytest.fixture
def draft_to_seal(db):
    return make_draft()
