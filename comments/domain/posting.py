"""Taking in a reader's comment: always held, never twice, and looked at by every detector before a person does."""

from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Revision
from clinic_cms.shared.refusal import Refusal
from comments.domain import triaging
from comments.domain.rules import is_open
from comments.enums import CommentStatus
from comments.models import Comment

SAME_COMMENT = timedelta(minutes=10)
NO_PARENT = gettext_lazy("The comment you reply to is not here any more. You can still post yours by itself.")


class NotLive(Refusal):
    """The article is not up any more."""


class Closed(Refusal):
    """The article takes no comments any more."""


@transaction.atomic
def post_comment(
    article: Article, *, name: str, body: str, parent: Comment | None = None, notice_version: int = 0
) -> Comment:
    """Hold a comment for the moderators, under the words that are live now, with what the detectors found in it.

    The same words by the same name in the same place within ten minutes are the same comment: a double click, the
    back button, a retry after a time-out. Refuses when the article is not live any more (NotLive) or takes no comments
    (Closed), and a reply to a comment that readers do not see, or that is a reply itself.
    """
    revision_id = _live_revision_of(article)
    if revision_id is None:
        raise NotLive(_("This article has been taken down, so it takes no comments."))
    _one_at_a_time(article.pk, name, body)
    again = Comment.objects.for_article(article).filter(
        parent=parent, name=name, body=body, created_at__gte=timezone.now() - SAME_COMMENT
    )
    known = again.first()
    if known:
        return known
    _refuse_unless_open(article, revision_id)
    if parent is not None:
        _refuse_unless_answerable(parent, article)
    comment = Comment(
        article=article, revision_id=revision_id, parent=parent, name=name, body=body, notice_version=notice_version
    )
    return triaging.taken_in(comment)


def _refuse_unless_open(article: Article, revision_id: int) -> None:
    topic, since = Revision.objects.values_list("topic_id", "published_at").get(pk=revision_id)
    if not is_open(article, topic, live_since=since):
        raise Closed(_("Comments are closed. Your text was not posted; it is still here, so that you can keep it."))


def _refuse_unless_answerable(parent: Comment, article: Article) -> None:
    """Its status stays what it is until the transaction ends; readers who answer do not wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT status, article_id, parent_id IS NOT NULL FROM comments_comment WHERE id = %s FOR SHARE",
            [parent.pk],
        )
        if cursor.fetchone() != (CommentStatus.APPROVED.value, article.pk, False):
            raise Refusal(str(NO_PARENT))


def _live_revision_of(article: Article) -> int | None:
    """What is live now and stays so until the transaction ends. The lock is shared: readers do not wait for readers.
    Pages about the site take no comments.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT live_revision_id FROM articles_article WHERE id = %s AND site_page IS NULL FOR SHARE", [article.pk]
        )
        row: tuple[int | None] | None = cursor.fetchone()
    return row[0] if row else None


def _one_at_a_time(*parts: object) -> None:
    """Equal comments posted at the same moment wait for each other until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", ["\x1f".join(map(str, parts))])
