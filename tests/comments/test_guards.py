import pytest
from django.db import IntegrityError, connection

from comments.models import Comment
from tests.comment_factories import make_approved, make_comment

pytestmark = pytest.mark.django_db


def sql(statement: str, *values: object) -> None:
    """Run it, and everything that the database puts off until the end of a transaction, before it and after it."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(statement, values)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    "change",
    ["body = 'x'", "name = 'x'", "created_at = now()", "article_id = article_id + 1", "public_id = gen_random_uuid()"],
)
def test_what_a_reader_wrote_never_changes(change):
    comment = make_comment()

    with pytest.raises(IntegrityError, match="a reader's words never change"):
        sql(f"UPDATE comments_comment SET {change} WHERE id = %s", comment.pk)


def test_raw_sql_cannot_approve():
    comment = make_comment()

    with pytest.raises(IntegrityError, match="only a recorded decision moves a comment"):
        sql("UPDATE comments_comment SET status = 'approved', version = 2 WHERE id = %s", comment.pk)


def test_a_status_cannot_move_without_the_next_version():
    comment = make_comment()

    with pytest.raises(IntegrityError, match="each decision makes the next version"):
        sql("UPDATE comments_comment SET status = 'approved' WHERE id = %s", comment.pk)


def test_an_old_decision_does_not_count_twice():
    comment = make_approved()

    with pytest.raises(IntegrityError, match="only a recorded decision moves a comment"):
        sql("UPDATE comments_comment SET status = 'rejected', version = 3 WHERE id = %s", comment.pk)


@pytest.mark.parametrize(("status", "version"), [("approved", 1), ("rejected", 1), ("pending", 2)])
def test_a_comment_starts_pending(status, version):
    known = make_comment()

    with pytest.raises(IntegrityError, match="a comment starts pending"):
        Comment.objects.create(
            article=known.article, revision=known.revision, body="x", name="x", status=status, version=version
        )


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ({"body": " \n"}, "a_comment_has_words"),
        ({"name": "\t"}, "a_comment_has_words"),
        ({"body": "x" * 5001}, "a_comment_is_not_too_long"),
    ],
)
def test_blank_and_endless_comments_are_refused(words, rule):
    known = make_comment()

    with pytest.raises(IntegrityError, match=rule):
        Comment.objects.create(article=known.article, revision=known.revision, **{"body": "x", "name": "x", **words})


@pytest.mark.parametrize("table", ["comments_comment", "comments_moderationdecision"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_comments_and_decisions_are_kept(table, statement):
    make_approved()

    with pytest.raises(IntegrityError, match="is refused"):
        sql(statement.format(table))


@pytest.mark.parametrize("change", ["by_name = 'x'", "note = 'x'", "at = now()", "reason = 'spam'"])
def test_a_decision_is_kept_as_it_was_made(change):
    decision = make_approved().decisions.get()

    with pytest.raises(IntegrityError, match="this record is append-only"):
        sql(f"UPDATE comments_moderationdecision SET {change} WHERE id = %s", decision.pk)


def test_a_decision_that_was_not_carried_out_is_not_recorded():
    decision = make_approved().decisions.get()

    with pytest.raises(IntegrityError, match="a decision is recorded when it is carried out"):
        sql(
            "INSERT INTO comments_moderationdecision"
            " (comment_id, outcome, reason, note, by_id, by_name, at, from_status, to_status, version,"
            " safe_for_others)"
            " VALUES (%s, 'reject', 'spam', '', %s, 'x', now(), 'approved', 'rejected', 3, false)",
            decision.comment_id,
            decision.by_id,
        )
