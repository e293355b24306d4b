"""The checks' records, tried past the code: by raw SQL, as a bug or a forger would."""

import json

import pytest
from django.db import IntegrityError, connection, transaction

from articles.domain.checking import look
from articles.models import CheckRun, FindingOverride
from clinic_cms.roles import CLINICIAN, EDITOR
from tests.factories import BODY, let_stand, make_draft, make_in_review, make_live, make_person, make_signed_off

pytestmark = pytest.mark.django_db
CLAIM = "<p>Walking cures low mood.</p>"


def refused(sql: str, *parameters: object) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        done(sql, *parameters)


def done(sql: str, *parameters: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize("table", ["checkrun", "findingoverride"])
def test_runs_and_overrides_are_append_only(table):
    make_in_review(body=BODY + CLAIM, let_stand=True)

    refused(f"UPDATE articles_{table} SET at = now()")
    refused(f"DELETE FROM articles_{table}")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    refused(f"TRUNCATE articles_{table} CASCADE")


def insert_run(revision, *, seal: str, findings: list) -> str:
    return (
        "INSERT INTO articles_checkrun (revision_id, occasion, seal, checked, engine_version, ruleset_version, at,"
        f" milliseconds, cut_short, findings) VALUES ({revision.pk}, 'going_live', '{seal}', '', '', '', now(), 1,"
        f" false, '{json.dumps(findings)}')"
    )


def test_a_run_over_other_words_is_refused():
    refused(insert_run(make_signed_off(), seal="0" * 64, findings=[]))


def publish_by_hand(revision) -> str:
    return (
        f"UPDATE articles_revision SET status = 'published', published_at = now() WHERE id = {revision.pk};"
        f"UPDATE articles_article SET live_revision_id = {revision.pk} WHERE id = {revision.article_id};"
    )


def test_no_words_go_live_whose_last_run_was_not_for_that():
    refused(publish_by_hand(make_signed_off()))


def test_no_words_go_live_with_a_finding_that_stands_open():
    revision = make_signed_off()
    finding = {
        "rule": "CLM-01",
        "severity": "block",
        "fingerprint": "f" * 32,
        "overridable": True,
        "override": {"id": 1},
    }

    refused(insert_run(revision, seal=revision.seal, findings=[finding]) + ";" + publish_by_hand(revision))


def forged(**changes: object) -> None:
    """An override as the verb writes it, but for what is changed."""
    draft = let_stand(make_draft(body=BODY + CLAIM))
    given = FindingOverride.objects.get()
    fields = {field.attname: getattr(given, field.attname) for field in FindingOverride._meta.concrete_fields}
    fields |= {"id": given.pk + 1, "revision_id": draft.pk, **changes}
    names = ", ".join(fields)
    refused(
        f"INSERT INTO articles_findingoverride ({names}) VALUES ({', '.join(['%s'] * len(fields))})", *fields.values()
    )


@pytest.mark.parametrize(
    "rule", ["SAF-01", "SAF-02", "SAF-03", "SAF-06", "CLM-03", "CLM-04", "DRG-01", "GOV-02", "CHK-01"]
)
def test_the_rules_that_nobody_overrides_are_not_overridden_by_hand(rule):
    forged(rule=rule)


def test_an_override_has_a_reason():
    forged(reason="")


def test_an_override_has_its_own_persons_credential():
    forged(credential_title="Professor of everything")


def test_an_editor_overrides_nothing():
    forged(by_id=make_person(EDITOR).pk)


def test_whoever_wrote_the_words_overrides_nothing_in_them():
    doctor = make_person(CLINICIAN)
    doctor.groups.add(make_person(EDITOR).groups.get())
    own = make_draft("Own words", body=BODY + CLAIM, by=doctor)
    credential = doctor.credentials.get()

    forged(revision_id=own.pk, by_id=doctor.pk, credential_id=credential.pk)


def test_nothing_is_overridden_in_words_that_readers_see():
    forged(revision_id=make_live("Live").pk)


def test_the_database_and_the_code_agree_on_what_stands():
    revision = make_signed_off(body=BODY + CLAIM, let_stand=True)
    [finding] = [each for each in look(revision).findings if each.severity == "block"]

    with connection.cursor() as cursor:
        cursor.execute("SELECT articles_is_overridden(%s, %s)", [revision.pk, finding.fingerprint])
        assert cursor.fetchone() == (True,)
        cursor.execute("SELECT articles_is_overridden(%s, %s)", [revision.pk, "0" * 32])
        assert cursor.fetchone() == (False,)
        cursor.execute("SELECT articles_is_checked(%s, 'submit')", [revision.pk])
        assert cursor.fetchone() == (True,)
    assert CheckRun.objects.filter(revision=revision).count() == 3
