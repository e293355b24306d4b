"""What a page of threads costs where floods have been, asked of PostgreSQL's planner itself."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clinic_cms.profile import asked_once
from comments.domain.thread import discussion
from tests.comment_factories import make_approved, make_reply

MANY = """
INSERT INTO comments_comment (article_id, revision_id, kind, corrects, source_url, public_id, body, name, redacted_body,
    redacted_name, role, status, version, notice_version, created_at)
SELECT %s + number %% 20, %s, 'reader', false, '', gen_random_uuid(), 'Buy', 'n', '', '', '', %s, 1, 0, now()
FROM generate_series(1, %s) AS number
"""


@pytest.mark.django_db(transaction=True)
def test_a_page_reads_what_is_up_and_not_the_spam_beside_it():
    comment = make_approved()
    make_reply(comment)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # past the guards, by the thousand
        cursor.execute(MANY, [comment.article_id, comment.revision_id, "spam", 36_000])
        cursor.execute(MANY, [comment.article_id, comment.revision_id, "approved", 2_000])
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("VACUUM ANALYZE comments_comment")
        with asked_once(), CaptureQueriesContext(connection) as queries:
            discussion(comment.article)
        cursor.execute(f"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) {queries[-1]['sql']}")
        plan = "\n".join(row[0] for row in cursor.fetchall())

    assert re.findall(r"Seq Scan on comments_comment\b.*|Rows Removed by Filter: \d{3,}", plan) == []
    assert plan.count("approved_comments") >= 4
