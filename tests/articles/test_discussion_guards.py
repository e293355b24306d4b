"""The database keeps the promises about threads by itself: every test here goes around the verbs."""

import json

import pytest

from articles.checklists import record
from articles.domain import discussing
from articles.enums import SignOffKind
from articles.models import Revision, ThreadEntry
from clinic_cms.models import User
from clinic_cms.roles import CLINICIAN, EDITOR
from tests.articles.test_guards import refused
from tests.factories import (
    answers_for,
    give_sign_offs,
    make_in_review,
    make_person,
    make_resolved_thread,
    make_thread,
)

pytestmark = pytest.mark.django_db

ENTRY = (
    "INSERT INTO articles_threadentry (thread_id, kind, by_id, by_name, by_role, at, text)"
    " VALUES (%s, %s, %s, 'Somebody', '', now(), 'Because.')"
)
THREAD = (
    "INSERT INTO articles_thread (article_id, revision_id, section, whole_section, quote, prefix, suffix,"
    " opened_by_name, opened_at) VALUES (%s, %s, '', true, 'All', '', '', %s, now())"
)
SIGN = (
    "INSERT INTO articles_signoff (review_id, kind, by_id, at, seal, signer_name, credential_title, credential_issuer,"
    " note, answers) SELECT id, 'editorial', %s, now(), %s, 'X', '', '', '', %s FROM articles_review"
    " WHERE revision_id = %s"
)


def sign_by_hand(revision: Revision, editor: User) -> bool:
    """Whether the database refuses an editorial sign-off with nothing else against it."""
    answers = record(SignOffKind.EDITORIAL, answers_for(revision, SignOffKind.EDITORIAL), [])
    return refused(SIGN, editor.pk, revision.seal, json.dumps(answers), revision.pk)


def test_no_sign_off_is_inserted_while_a_thread_is_open():
    revision, editor, doctor = make_in_review(), make_person(EDITOR), make_person(CLINICIAN)
    thread = make_thread(revision, by=doctor)

    assert sign_by_hand(revision, editor)
    discussing.resolve(thread, by=doctor, seen=thread.entries.get().pk)
    assert not sign_by_hand(revision, editor)


@pytest.mark.parametrize("table", ["articles_thread", "articles_threadentry"])
@pytest.mark.parametrize("sql", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_threads_and_entries_are_never_changed_or_deleted(table, sql):
    make_thread(make_in_review())

    assert refused(sql.format(table))


def test_nothing_is_opened_about_words_that_are_signed_off():
    revision = make_in_review()
    thread = make_resolved_thread(revision)
    give_sign_offs(revision)

    assert refused(ENTRY, thread.pk, "reopen", make_person(CLINICIAN).pk)
    assert refused(THREAD, revision.article_id, revision.pk, "Somebody")


def test_a_thread_is_about_words_of_its_own_article_and_names_who_opened_it():
    revision, other = make_in_review(), make_in_review("Other")

    assert refused(THREAD, revision.article_id, other.pk, "Somebody")
    assert refused(THREAD, revision.article_id, revision.pk, "")
    assert refused(THREAD, revision.article_id, revision.pk, "Somebody without an account or a link")


def test_only_an_open_thread_is_resolved_and_only_a_resolved_one_reopened():
    revision, doctor = make_in_review(), make_person(CLINICIAN)
    open_one, resolved = make_thread(revision), make_resolved_thread(revision)

    assert refused(ENTRY, open_one.pk, "reopen", doctor.pk)
    assert refused(ENTRY, resolved.pk, "resolve", doctor.pk)
    assert not refused(ENTRY, open_one.pk, "resolve", doctor.pk)
    assert not refused(ENTRY, resolved.pk, "reopen", doctor.pk)


def test_who_changed_the_words_does_not_resolve_what_others_said():
    revision = make_in_review()
    thread = make_thread(revision)

    assert refused(ENTRY, thread.pk, "resolve", revision.saved_by_id)
    assert refused(ENTRY, thread.pk, "resolve", None)
    assert not refused(ENTRY, thread.pk, "comment", revision.saved_by_id)


def test_who_opened_a_thread_resolves_it_even_having_changed_the_words():
    revision = make_in_review()
    thread = make_thread(revision, by=revision.saved_by)

    assert not refused(ENTRY, thread.pk, "resolve", revision.saved_by_id)


def test_an_entry_of_another_kind_or_without_words_is_refused():
    thread, doctor = make_thread(make_in_review()), make_person(CLINICIAN)

    assert refused(ENTRY, thread.pk, "delete", doctor.pk)
    assert refused(ENTRY.replace("'Because.'", "''"), thread.pk, "comment", doctor.pk)
    assert ThreadEntry.objects.count() == 1
