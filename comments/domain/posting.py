"""Taking in a reader's comment: always held, never twice."""

from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article
from clinic_cms.shared.refusal import Refusal
from comments.models import Comment

SAME_COMMENT = timedelta(minutes=10)


@transaction.atomic
def post_comment(article: Article, *, name: str, body: str) -> Comment:
    """Hold a comment for the moderators, under the words that are live now.

    The same words by the same name on the same article within ten minutes are the same comment: a double click, the
    back button, a retry after a time-out. Refuses when the article is not live any more.
    """
    revision_id = _live_revision_of(article)
    if revision_id is None:
        raise Refusal(_("This article has been taken down, so it takes no comments."))
    _one_at_a_time(article.pk, name, body)
    again = Comment.objects.for_article(article).filter(
        name=name, body=body, created_at__gte=timezone.now() - SAME_COMMENT
    )
    return again.first() or Comment.objects.create(article=article, revision_id=revision_id, name=name, body=body)


def _live_revision_of(article: Article) -> int | None:
    """What is live now and stays so until the transaction ends. The lock is shared: readers do not wait for readers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT live_revision_id FROM articles_article WHERE id = %s FOR SHARE", [article.pk])
        row: tuple[int | None] | None = cursor.fetchone()
    return row[0] if row else None


def _one_at_a_time(*parts: object) -> None:
    """Equal comments posted at the same moment wait for each other until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", ["\x1f".join(map(str, parts))])
