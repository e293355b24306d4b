"""The database refuses by itself: every test here goes around the verbs, with raw SQL."""

import itertools
import json

import pytest
from django.db import IntegrityError, connection, transaction

from articles.checklists import record
from articles.domain.facts import compute_seal
from articles.enums import SignOffKind, Status
from articles.models import Revision
from articles.workflow import STEPS
from clinic_cms.roles import CLINICIAN, EDITOR
from tests.factories import (
    answers_for,
    make_credential,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_scheduled,
    make_signed_off,
    make_withdrawn,
)

pytestmark = pytest.mark.django_db


def run(sql: str, *parameters: object) -> None:
    """One statement in a transaction of its own, with what is checked at its end checked now."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(sql, parameters)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def refused(sql: str, *parameters: object) -> bool:
    try:
        run(sql, *parameters)
    except IntegrityError:
        return True
    return False


def make(status: Status) -> Revision:
    makers = {
        Status.DRAFT: make_draft,
        Status.IN_REVIEW: make_in_review,
        Status.SIGNED_OFF: make_signed_off,
        Status.SCHEDULED: make_scheduled,
        Status.PUBLISHED: make_live,
        Status.WITHDRAWN: make_withdrawn,
    }
    return makers[status]()


@pytest.mark.parametrize("column", ["title", "summary", "body", "interests", "disclaimer", "byline", "change_note"])
@pytest.mark.parametrize("status", [Status.IN_REVIEW, Status.SIGNED_OFF, Status.PUBLISHED, Status.WITHDRAWN])
def test_words_cannot_be_changed_once_they_have_left_draft(status, column):
    revision = make(status)

    assert refused(f"UPDATE articles_revision SET {column} = 'Take 5 mg' WHERE id = %s", revision.pk)


def test_the_words_of_a_draft_can_be_changed():
    revision = make_draft()

    assert not refused("UPDATE articles_revision SET title = 'New' WHERE id = %s", revision.pk)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE articles_reference SET title = 'Another' WHERE revision_id = %s",
        "DELETE FROM articles_reference WHERE revision_id = %s",
        "INSERT INTO articles_reference (revision_id, position, kind, authors, title, container, year, volume, issue,"
        " pages, doi, pmid, url) VALUES (%s, 9, 'book', '', 'T', '', '', '', '', '', '', '', '')",
    ],
)
def test_references_freeze_with_the_words(sql):
    revision = make_in_review()

    assert refused(sql, revision.pk)


MOVES = {(source, step.target) for step in STEPS.values() for source in step.sources}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (source, target)
        for source, target in itertools.product(
            [Status.DRAFT, Status.IN_REVIEW, Status.SIGNED_OFF, Status.SCHEDULED, Status.PUBLISHED, Status.WITHDRAWN],
            Status,
        )
        if source != target and (source, target) not in MOVES
    ],
)
def test_the_database_allows_no_move_that_the_table_does_not_have(source, target):
    revision = make(source)

    assert refused("UPDATE articles_revision SET status = %s WHERE id = %s", target, revision.pk)


def test_words_cannot_go_live_without_their_sign_offs():
    revision = make_in_review()
    run(
        "SET LOCAL session_replication_role = replica;"
        " UPDATE articles_revision SET status = 'signed_off' WHERE id = %s",
        revision.pk,
    )
    run("SET LOCAL session_replication_role = DEFAULT")

    assert refused(
        "WITH r AS (UPDATE articles_revision SET status = 'published', published_at = now() WHERE id = %s RETURNING *)"
        " UPDATE articles_article SET live_revision_id = r.id FROM r WHERE articles_article.id = r.article_id",
        revision.pk,
    )


def test_a_draft_cannot_be_made_the_live_revision():
    revision = make_draft()

    assert refused("UPDATE articles_article SET live_revision_id = %s WHERE id = %s", revision.pk, revision.article_id)


def test_live_words_cannot_be_taken_off_the_site_behind_the_workflows_back():
    revision = make_live()

    assert refused("UPDATE articles_article SET live_revision_id = NULL WHERE id = %s", revision.article_id)


def test_a_revision_cannot_be_inserted_already_ended():
    revision = make_live()

    assert refused(
        "INSERT INTO articles_revision SELECT (jsonb_populate_record(r, jsonb_build_object("
        "'id', r.id + 1000, 'number', 2, 'status', 'superseded', 'ended_at', now()))).* "
        "FROM articles_revision r WHERE r.id = %s",
        revision.pk,
    )


SIGN = (
    "INSERT INTO articles_signoff (review_id, kind, by_id, at, seal, signer_name, credential_title, credential_issuer,"
    " credential_id, answers, note) VALUES (%s, %s, %s, now(), %s, 'N', %s, %s, %s, %s, '')"
)


def answered(revision, kind, **other):
    sources = [(each.position, each.title) for each in revision.references.all()]
    return json.dumps(record(kind, answers_for(revision, kind, **other), sources))


def test_a_contributor_cannot_sign_off_even_by_raw_sql():
    revision = make_in_review()
    answers = answered(revision, SignOffKind.EDITORIAL)

    assert refused(SIGN, revision.review.pk, "editorial", revision.saved_by_id, revision.seal, "", "", None, answers)


def test_a_sign_off_of_other_words_is_refused():
    revision, signer = make_in_review(), make_person(EDITOR)
    answers = answered(revision, SignOffKind.EDITORIAL)

    forged = refused(SIGN, revision.review.pk, "editorial", signer.pk, "0" * 64, "", "", None, answers)
    honest = refused(SIGN, revision.review.pk, "editorial", signer.pk, revision.seal, "", "", None, answers)

    assert (forged, honest) == (True, False)


def test_a_clinical_sign_off_with_an_expired_or_borrowed_credential_is_refused():
    revision, clinician = make_in_review(), make_person(CLINICIAN)
    other = make_credential(make_person(CLINICIAN), title="RN")
    own, answers = clinician.credentials.get(), answered(revision, SignOffKind.CLINICAL)
    run("UPDATE clinic_cms_credential SET expires_on = current_date - 30 WHERE id = %s", own.pk)

    for credential in (own, other):
        parameters = (credential.title, credential.issuer, credential.pk, answers)
        assert refused(SIGN, revision.review.pk, "clinical", clinician.pk, revision.seal, *parameters)


@pytest.mark.parametrize(("spoil", "accepted"), [
    (lambda answers: answers, True),
    (lambda answers: {}, False),
    (lambda answers: [], False),
    (lambda answers: answers | {"version": None}, False),
    (lambda answers: answers | {"questions": []}, False),
    (lambda answers: answers | {"questions": [*answers["questions"], {"key": "new", "answer": "no"}]}, False),
    (lambda answers: answers | {"questions": [*answers["questions"], {"key": "new"}]}, False),
    (lambda answers: answers | {"references": []}, False),
    (lambda answers: answers | {"references": [{"position": 2, "verdict": "still_right"}]}, False),
    (lambda answers: answers | {"references": [{"position": 1, "verdict": "not_sure"}]}, False),
    (lambda answers: answers | {"interest": {"answer": "yes", "statement": "Shares."}}, False),
    (lambda answers: answers | {"interest": {}}, False),
])  # fmt: skip
def test_a_clinical_sign_off_has_its_whole_checklist_answered_even_by_raw_sql(spoil, accepted):
    revision, clinician = make_in_review(), make_person(CLINICIAN)
    credential = clinician.credentials.get()
    run("UPDATE clinic_cms_credential SET expires_on = NULL")
    answers = json.dumps(spoil(json.loads(answered(revision, SignOffKind.CLINICAL))))
    parameters = (revision.seal, credential.title, credential.issuer, credential.pk, answers)

    assert refused(SIGN, revision.review.pk, "clinical", clinician.pk, *parameters) == (not accepted)


@pytest.mark.parametrize(("statement", "accepted"), [("I own shares in a maker.", True), (" ", False)])
def test_an_editors_interest_is_stated_even_by_raw_sql(statement, accepted):
    revision, editor = make_in_review(), make_person(EDITOR)
    answers = answered(revision, SignOffKind.EDITORIAL, interest="yes", interest_statement=statement)
    parameters = (revision.seal, "", "", None, answers)

    assert refused(SIGN, revision.review.pk, "editorial", editor.pk, *parameters) == (not accepted)


def test_a_review_cannot_be_sealed_to_other_words():
    revision = make_draft()
    run(
        "INSERT INTO articles_review (revision_id, requested_by_id, requested_at, risk, editorial_needed,"
        " clinical_needed, whole_article, change_class, declared_class, class_reasons)"
        " VALUES (%s, %s, now(), 'standard', 1, 1, true, 'clinical', 'clinical', '[]')",
        revision.pk,
        revision.saved_by_id,
    )
    submit = (
        "INSERT INTO articles_transition (article_id, revision_id, action, from_status, to_status, by_name, at, note,"
        " notice, previous_hash, hash)"
        " SELECT article_id, id, 'submit', 'draft', 'in_review', 'N', now(), '', '', '', ''"
        " FROM articles_revision WHERE id = %s;"
        " UPDATE articles_revision SET status = 'in_review', seal = %s WHERE id = %s"
    )

    forged = refused(submit, revision.pk, "0" * 64, revision.pk)
    honest = refused(submit, revision.pk, compute_seal(revision), revision.pk)

    assert (forged, honest) == (True, False)


def test_a_transition_that_did_not_happen_is_refused():
    revision = make_live()

    assert refused(
        "INSERT INTO articles_transition (article_id, revision_id, action, from_status, to_status, by_name, at, note,"
        " notice, previous_hash, hash) SELECT article_id, id, 'withdraw', 'published', 'withdrawn', 'N', now(), '', '',"
        " '', '' FROM articles_revision WHERE id = %s",
        revision.pk,
    )


def test_a_status_without_its_transition_is_refused():
    revision = make_signed_off()

    assert refused("UPDATE articles_revision SET status = 'scheduled', publish_at = now() WHERE id = %s", revision.pk)


@pytest.mark.parametrize("table", ["transition", "signoff", "review", "contribution"])
@pytest.mark.parametrize(
    "sql", ["DELETE FROM articles_{0}", "UPDATE articles_{0} SET id = id", "TRUNCATE articles_{0} CASCADE"]
)
def test_records_are_append_only(table, sql):
    make_live()

    assert refused(sql.format(table))


@pytest.mark.parametrize(
    "table", ["articles_article", "articles_revision", "articles_topic", "clinic_cms_user", "clinic_cms_credential"]
)
@pytest.mark.parametrize("sql", ["DELETE FROM {0}", "TRUNCATE {0} CASCADE"])
def test_articles_words_and_people_are_never_deleted(table, sql):
    make_live()

    assert refused(sql.format(table))
