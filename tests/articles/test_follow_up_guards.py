"""Follow-ups and findings stay as they were written, whoever asks: with raw SQL."""

import pytest

from articles.domain.follow_ups import confirm
from articles.enums import SignOffKind
from clinic_cms.roles import EDITOR
from tests.articles.test_guards import refused
from tests.factories import make_person, make_withdrawn

pytestmark = pytest.mark.django_db
LOOK = (
    "INSERT INTO articles_confirmation (follow_up_id, kind, by_id, by_name, at, note)"
    " VALUES (%s, 'editorial', %s, 'N', now(), %s)"
)


@pytest.fixture
def follow_up(db):
    return make_withdrawn().follow_ups.get()


@pytest.mark.parametrize("table", ["followup", "confirmation"])
@pytest.mark.parametrize(
    "sql", ["DELETE FROM articles_{0}", "UPDATE articles_{0} SET note = 'Fine.'", "TRUNCATE articles_{0} CASCADE"]
)
def test_follow_ups_and_findings_are_append_only(follow_up, table, sql):
    confirm(follow_up, SignOffKind.EDITORIAL, by=make_person(EDITOR), note="Seen.")

    assert refused(sql.format(table))


@pytest.mark.parametrize(("note", "accepted"), [("Seen.", True), (" \n", False)])
def test_a_finding_says_something(follow_up, note, accepted):
    assert refused(LOOK, follow_up.pk, make_person(EDITOR).pk, note) == (not accepted)


def test_whoever_opened_it_cannot_close_it_even_by_raw_sql(follow_up):
    assert refused(LOOK, follow_up.pk, follow_up.opened_by_id, "Seen.")


def test_a_half_is_closed_once(follow_up):
    confirm(follow_up, SignOffKind.EDITORIAL, by=make_person(EDITOR), note="Seen.")

    assert refused(LOOK, follow_up.pk, make_person(EDITOR).pk, "Seen again.")
