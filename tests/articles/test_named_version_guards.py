"""Versions that somebody kept stay as they were, whoever asks: with raw SQL."""

import pytest

from articles.domain import keeping
from tests.articles.test_guards import refused
from tests.factories import make_draft, make_in_review

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM articles_namedversion",
        "UPDATE articles_namedversion SET words = '{}'",
        "TRUNCATE articles_namedversion",
    ],
)
def test_kept_versions_are_append_only(sql):
    draft = make_draft()
    keeping.keep_version(draft, by=draft.saved_by, seen=draft.state_token, name="Before the cuts")

    assert refused(sql)


@pytest.mark.parametrize(("make", "accepted"), [(make_draft, True), (make_in_review, False)])
def test_a_version_is_kept_of_a_draft_only(make, accepted):
    revision = make()
    sql = (
        "INSERT INTO articles_namedversion"
        ' (revision_id, name, by_itself, words_version, words, "references", by_id, at)'
        " VALUES (%s, 'N', false, 1, '{}', '[]', %s, now())"
    )

    assert refused(sql, revision.pk, revision.saved_by_id) == (not accepted)
