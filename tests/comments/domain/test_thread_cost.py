"""What a page of threads costs where a flood has been, asked of PostgreSQL's planner itself."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments.domain.thread import discussion
from tests.comment_factories import make_approved, make_reply

MANY = """
INSERT INTO comments_comment (article_id, revision_id, kind, corrects, source_url, public_id, body, name, redacted_body,
    redacted_name, role, status, version, notice_version, created_at)
SELECT %s, %s, 'reader', false, '', gen_random_uuid(), 'Buy', 'n', '', '', '', %s, 1, 0, now()
FROM generate_series(1, 10000)
"""


@pytest.mark.django_db(transaction=True)
def test_a_page_costs_what_is_up_there_however_much_lies_beside_it():
    comment = make_approved()
    article = comment.article
    make_reply(comment)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # past the guards, by the thousand
        cursor.execute(MANY, [article.pk, comment.revision_id, "spam"])
        cursor.execute(MANY, [article.pk + 1, comment.revision_id, "approved"])
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("VACUUM ANALYZE comments_comment")
        with CaptureQueriesContext(connection) as queries:
            discussion(article)
        cursor.execute(f"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) {queries[-1]['sql']}")
        plan = "\n".join(row[0] for row in cursor.fetchall())

    assert re.findall(r"Seq Scan on comments_comment\b|Rows Removed by Filter: \d{3,}", plan) == []
    assert set(re.findall(r"approved_comments|comments_by_age|comments_comment_article_id", plan)) == {
        "approved_comments"
    }
