import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from comments.enums import CommentStatus

MOST_CHARACTERS = 5_000
LONGEST_NAME = 60


class CommentQuerySet(models.QuerySet["Comment"]):
    def approved(self) -> Self:
        """What readers may see; nothing else feeds a public page."""
        return self.filter(status=CommentStatus.APPROVED)

    def waiting(self) -> Self:
        """What a moderator has to decide, the longest wait first."""
        return self.filter(status=CommentStatus.PENDING).order_by("created_at", "pk")

    def for_article(self, article: Article) -> Self:
        return self.filter(article=article)


class Comment(models.Model):
    """A reader's plain-text remark on an article. Its status moves only through `comments.domain.moderation.decide`."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="comments")
    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="+")  # the words it is about
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.TextField(_("comment"), max_length=MOST_CHARACTERS)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    status = models.CharField(max_length=10, choices=CommentStatus, default=CommentStatus.PENDING)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        permissions = [("moderate_comments", "Can approve and reject comments")]
        constraints = [
            models.CheckConstraint(name="a_comment_status_is_known", condition=Q(status__in=CommentStatus.values)),
            models.CheckConstraint(name="a_comment_has_words", condition=Q(body__regex=r"\S", name__regex=r"\S")),
            models.CheckConstraint(
                name="a_comment_is_not_too_long", condition=LessThanOrEqual(Length("body"), MOST_CHARACTERS)
            ),
        ]
        indexes = [
            models.Index(name="waiting_comments", fields=["created_at", "id"], condition=Q(status="pending")),
            models.Index(
                name="approved_comments", fields=["article", "created_at", "id"], condition=Q(status="approved")
            ),
        ]

    def __str__(self) -> str:
        return f"Comment {self.pk}"
