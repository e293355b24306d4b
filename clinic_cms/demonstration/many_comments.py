"""As many comments as a site collects in years of floods, for measuring; only in a database that is thrown away."""

from dataclasses import dataclass
from typing import Final

from django.db import connection, transaction

from clinic_cms.shared.refusal import Refusal

THROWN_AWAY: Final = ("test_", "bench_")
_COMMENTS: Final = """
INSERT INTO comments_comment (article_id, revision_id, public_id, body, name, status, lane, version, created_at, kind,
  corrects, source_url, redacted_body, redacted_name, role, notice_version, parent_id)
SELECT coalesce(many.id, live.id), live.live_revision_id, gen_random_uuid(),
  'Comment ' || n || ': ' || repeat('words that somebody wrote about it, ', 4 + n %% 9), 'Reader ' || n %% 5000,
  %(status)s, CASE WHEN %(status)s = 'pending' THEN (ARRAY[1, 2, 3, 5, 5, 5, 5, 5, 6, 6])[1 + n %% 10] END,
  CASE WHEN %(status)s = 'pending' THEN 1 ELSE 2 END,
  now() - interval '1 hour' - n * (%(days)s * interval '1 day') / %(number)s,
  'reader', false, '', '', '', '', 0, NULL
FROM generate_series(1, %(number)s) n
CROSS JOIN (SELECT id, live_revision_id FROM articles_article WHERE live_revision_id IS NOT NULL AND site_page IS NULL
            ORDER BY id LIMIT 1) live
LEFT JOIN articles_article many ON %(status)s <> 'pending' AND %(articles)s > 0
  AND many.slug = 'many-' || n %% greatest(%(articles)s, 1)
"""
_DECISIONS: Final = """
INSERT INTO comments_moderationdecision (comment_id, outcome, reason, note, safe_for_others, by_id, by_name, at,
  from_status, to_status, version)
SELECT c.id, %(outcome)s, %(reason)s, '', false, (SELECT min(id) FROM clinic_cms_user), 'A moderator',
  c.created_at + interval '30 minutes', 'pending', c.status, 2
FROM comments_comment c WHERE c.status = %(status)s AND c.name LIKE 'Reader %%'
  AND NOT EXISTS (SELECT FROM comments_moderationdecision d WHERE d.comment_id = c.id) ORDER BY c.id
"""
_SIGNALS: Final = """
INSERT INTO comments_signal (comment_id, code, detail, source, start, "end")
SELECT id, CASE lane WHEN 1 THEN 'crisis' WHEN 2 THEN 'adverse_event' WHEN 3 THEN 'personal_data' ELSE 'spam' END,
  CASE lane WHEN 1 THEN 'self' ELSE '' END, 'body', 0, 7
FROM comments_comment c WHERE lane IN (1, 2, 3, 6)
  AND NOT EXISTS (SELECT FROM comments_signal s WHERE s.comment_id = c.id)
"""


@dataclass(frozen=True, slots=True)
class Many:
    """How many comments of each status. What waits stands under one live article; the others are spread over so many
    `articles` that are not live, or stand there too where that is 0.
    """

    spam: int = 0
    approved: int = 0
    rejected: int = 0
    pending: int = 0
    articles: int = 200

    def without(self, others: "Many") -> "Many":
        return Many(
            self.spam - others.spam,
            self.approved - others.approved,
            self.rejected - others.rejected,
            self.pending - others.pending,
        )


def of(number: int) -> Many:
    """A site's mix: nine in ten are spam, two in a thousand wait."""
    return Many(
        spam=number * 9 // 10, approved=number * 85 // 1000, rejected=number * 13 // 1000, pending=number // 500
    )


def fill(many: Many) -> None:
    """Add so many comments past the guards and checks. Refuses in every database that is not thrown away afterwards.

    Needs one live article, one person, and an account that may switch triggers off. What is there already is kept.
    """
    name = str(connection.settings_dict["NAME"])
    if not name.startswith(THROWN_AWAY):
        raise Refusal(f"The database {name} is somebody's. Many comments are made in a throw-away one only.")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0; SET LOCAL session_replication_role = replica")
        cursor.execute(
            "INSERT INTO articles_article (slug, created_at) SELECT 'many-' || n, now()"
            " FROM generate_series(0, %s) n ON CONFLICT DO NOTHING",
            [many.articles - 1],
        )
        for status, outcome, reason, number, days in (
            ("spam", "spam", "", many.spam, 60),
            ("approved", "approve", "", many.approved, 1_000),
            ("rejected", "reject", "off_topic", many.rejected, 400),
            ("pending", "", "", many.pending, 7),
        ):
            parts: dict[str, str | int] = {"status": status, "outcome": outcome, "reason": reason}
            parts |= {"number": number, "days": days, "articles": many.articles}
            if number:
                cursor.execute(_COMMENTS, parts)
            if number and outcome:
                cursor.execute(_DECISIONS, parts)
        cursor.execute(_SIGNALS)
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
