"""Review dates cannot be moved behind the reviewers' backs: every test here goes around the verbs, with raw SQL."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from articles.domain import drafting, reviewing
from articles.domain.check_runs import keep_run
from articles.domain.facts import compute_seal
from articles.enums import CheckOccasion
from articles.models import ReviewReminder
from tests.articles.test_guards import refused, run
from tests.factories import give_sign_offs, make_draft, make_live, make_person, make_signed_off, make_update

pytestmark = pytest.mark.django_db

GO_LIVE = (
    "WITH ended AS (UPDATE articles_revision SET status = 'superseded', ended_at = clock_timestamp()"
    " WHERE article_id = %(article)s AND status = 'published')"
    " SELECT 1; UPDATE articles_revision SET status = 'published', published_at = clock_timestamp(),"
    " last_reviewed_on = {reviewed}, next_review_due = {due} WHERE id = %(revision)s;"
    " UPDATE articles_article SET live_revision_id = %(revision)s WHERE id = %(article)s;"
    " INSERT INTO articles_transition (article_id, revision_id, action, from_status, to_status, by_name, at, note,"
    " notice, previous_hash, hash)"
    " SELECT article_id, id, 'supersede', 'published', 'superseded', '', now(), '', '', '', '' FROM articles_revision"
    " WHERE article_id = %(article)s AND status = 'superseded'"
    " UNION ALL SELECT article_id, id, 'publish', 'signed_off', 'published', '', now(), '', '', '', ''"
    " FROM articles_revision WHERE id = %(revision)s"
)


def goes_live(revision, *, reviewed="current_date", due="current_date + 700") -> bool:
    """Whether the database lets signed-off words go live with these dates, given as SQL."""
    names = {"article": revision.article_id, "revision": revision.pk}
    keep_run(revision, CheckOccasion.GOING_LIVE)  # without it they don't go live with any dates
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            keep_run(revision, CheckOccasion.GOING_LIVE)  # without it the guard of the checks would refuse first
            cursor.execute(GO_LIVE.format(reviewed=reviewed, due=due), names)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError:
        return False
    return True


def signed_edit():
    live = make_live()
    draft = make_update(live, summary="Newer words.")
    submitted = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token, whole_article=False)
    return live, give_sign_offs(submitted)


def test_words_reviewed_as_a_whole_go_live_with_dates_that_follow_from_it():
    assert goes_live(make_signed_off())


@pytest.mark.parametrize(
    ("reviewed", "due"),
    [
        ("current_date", "current_date + interval '36 months' + interval '1 day'"),
        ("current_date", "current_date"),
        ("current_date", "NULL"),
        ("NULL", "current_date + 700"),
        ("current_date - 30", "current_date + 700"),
        ("current_date + 30", "current_date + 700"),
    ],
)
def test_no_other_dates_go_live(reviewed, due):
    assert not goes_live(make_signed_off(), reviewed=reviewed, due=due)


def test_the_longest_interval_goes_live():
    assert goes_live(make_signed_off(), due="current_date + interval '36 months'")


def test_an_edit_goes_live_with_the_dates_before_it():
    live, edit = signed_edit()

    assert goes_live(edit, reviewed=f"date '{live.last_reviewed_on}'", due=f"date '{live.next_review_due}'")


@pytest.mark.parametrize("moved", ["last_reviewed_on", "next_review_due"])
def test_an_edit_cannot_move_a_date(moved):
    live, edit = signed_edit()
    shown = {name: getattr(live, name) for name in ("last_reviewed_on", "next_review_due")}
    shown[moved] += timedelta(days=1)

    assert not goes_live(edit, reviewed=f"date '{shown['last_reviewed_on']}'", due=f"date '{shown['next_review_due']}'")


@pytest.mark.parametrize("column", ["last_reviewed_on", "next_review_due"])
def test_the_dates_of_words_cannot_be_changed_afterwards(column):
    live = make_live()

    assert refused(f"UPDATE articles_revision SET {column} = {column} + 1 WHERE id = %s", live.pk)


@pytest.mark.parametrize("column", ["last_reviewed_on", "next_review_due"])
def test_a_draft_has_no_review_dates(column):
    draft = make_draft()

    assert refused(f"UPDATE articles_revision SET {column} = current_date WHERE id = %s", draft.pk)


def test_the_step_that_takes_words_down_cannot_change_their_dates():
    live = make_live()

    assert refused(
        "UPDATE articles_revision SET status = 'withdrawn', ended_at = now(), next_review_due = current_date"
        " WHERE id = %s",
        live.pk,
    )


@pytest.mark.parametrize("changed", [False, True])
def test_a_review_without_change_is_of_the_words_that_are_live(changed):
    live, editor = make_live(), make_person("editor")
    draft = drafting.start_revision(live.article, by=editor)
    if changed:
        draft = drafting.save_draft(draft, by=editor, seen=draft.state_token, words={"summary": "One word more."})
    run(
        "INSERT INTO articles_review (revision_id, requested_by_id, requested_at, risk, editorial_needed,"
        " clinical_needed, whole_article, without_change, change_class, declared_class, class_reasons)"
        " VALUES (%s, %s, now(), 'standard', 1, 1, true, true, 'clinical', 'clinical', '[]')",
        draft.pk,
        editor.pk,
    )

    assert (
        refused(
            "WITH moved AS (UPDATE articles_revision SET status = 'in_review', seal = %s WHERE id = %s RETURNING *)"
            " INSERT INTO articles_transition (article_id, revision_id, action, from_status, to_status, by_name, at,"
            " note, notice, previous_hash, hash)"
            " SELECT article_id, id, 'submit', 'draft', 'in_review', '', now(), '', '', '', '' FROM moved",
            compute_seal(draft),
            draft.pk,
        )
        is changed
    )


def test_a_review_without_change_is_of_the_whole_article():
    live, editor = make_live(), make_person("editor")
    draft = drafting.start_revision(live.article, by=editor)

    assert refused(
        "INSERT INTO articles_review (revision_id, requested_by_id, requested_at, risk, editorial_needed,"
        " clinical_needed, whole_article, without_change, change_class, declared_class, class_reasons)"
        " VALUES (%s, %s, now(), 'standard', 1, 1, false, true, 'clinical', 'clinical', '[]')",
        draft.pk,
        editor.pk,
    )


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE articles_reviewreminder SET step = 0",
        "UPDATE articles_reviewreminder SET passed_over = true",
        "DELETE FROM articles_reviewreminder",
        "TRUNCATE articles_reviewreminder",
        "INSERT INTO articles_reviewreminder (article_id, revision_id, due_on, step, passed_over, at)"
        " SELECT article_id, revision_id, due_on, step, passed_over, at FROM articles_reviewreminder",
        "INSERT INTO articles_reviewreminder (article_id, revision_id, due_on, step, passed_over, at)"
        " SELECT article_id, revision_id, due_on + 1, step, passed_over, at FROM articles_reviewreminder",
        "INSERT INTO articles_reviewreminder (article_id, revision_id, due_on, step, passed_over, at)"
        " SELECT article_id, revision_id, due_on, 7, passed_over, at FROM articles_reviewreminder",
    ],
)
def test_reminders_are_kept_as_they_were_sent(sql):
    live = make_live()
    ReviewReminder.objects.create(article=live.article, revision=live, due_on=live.next_review_due, step=-60)

    assert refused(sql)


def test_nobody_is_reminded_of_a_draft():
    draft = make_draft()

    assert refused(
        "INSERT INTO articles_reviewreminder (article_id, revision_id, due_on, step, passed_over, at)"
        " VALUES (%s, %s, current_date, 0, false, now())",
        draft.article_id,
        draft.pk,
    )
