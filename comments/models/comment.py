import uuid
from datetime import datetime, timedelta
from typing import Final, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from comments.enums import CommentStatus, Kind, Lane

MOST_CHARACTERS: Final = 5_000
LONGEST_NAME: Final = 60
CORRECTABLE: Final = timedelta(minutes=15)


class CommentQuerySet(models.QuerySet["Comment"]):
    def approved(self) -> Self:
        """What readers may see; nothing else feeds a public page."""
        return self.filter(status=CommentStatus.APPROVED)

    def queued(self) -> Self:
        """What a moderator has to look at: the most urgent lane first, in a lane the longest wait first."""
        return self.filter(lane__isnull=False).order_by("lane", "created_at", "pk")

    def for_article(self, article: Article) -> Self:
        return self.filter(article=article)


class Comment(models.Model):
    """A reader's plain-text remark on an article, a reply to one, or what the clinic says to it.

    Its status moves only through `comments.domain.moderation.decide` and `comments.domain.author`, and each move is a
    ModerationDecision. `lane` is set while somebody has to look at it: always while it is pending, and while an
    approved one has open reports. `body` and `name` are the author's words; readers see `shown_body`, `shown_name`.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="comments")
    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="+")  # the words it is about
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="replies")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.READER)
    corrects = models.BooleanField(default=False)  # an official reply that sets right what stands above it
    source_url = models.URLField(max_length=500, blank=True)  # what a correction rests on
    said_by = models.ForeignKey("clinic_cms.User", models.PROTECT, null=True, related_name="+")  # an official reply
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.TextField(_("comment"), max_length=MOST_CHARACTERS)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    redacted_body = models.TextField(blank=True)
    redacted_name = models.CharField(max_length=LONGEST_NAME, blank=True)
    role = models.CharField(max_length=200, blank=True)  # of who speaks for the clinic: job title and credential
    status = models.CharField(max_length=10, choices=CommentStatus, default=CommentStatus.PENDING)
    lane = models.PositiveSmallIntegerField(choices=Lane, null=True, default=Lane.ROUTINE)
    version = models.PositiveIntegerField(default=1)
    notice_version = models.PositiveIntegerField(default=0)  # of the notice that its author ticked; 0: none was asked
    created_at = models.DateTimeField(default=timezone.now)
    erased_at = models.DateTimeField(null=True)
    original_purged_at = models.DateTimeField(null=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        permissions = [
            ("moderate_comments", "Can approve and reject comments"),
            ("reply_officially", "Can answer a comment for the clinic"),
            ("view_original", "Can see what was redacted out of a comment"),
            ("override_reply_guard", "Can publish a reply that the guard holds"),
            ("keep_comment_rules", "Can change where and when comments are taken"),
        ]
        constraints = [
            models.CheckConstraint(name="a_comment_status_is_known", condition=Q(status__in=CommentStatus.values)),
            models.CheckConstraint(
                name="a_comment_has_words",
                condition=Q(erased_at__isnull=True, body__regex=r"\S", name__regex=r"\S")
                | Q(
                    erased_at__isnull=False,
                    body="",
                    name="",
                    redacted_body="",
                    redacted_name="",
                    status__in=["withdrawn", "rejected", "spam", "removed"],
                ),
            ),
            models.CheckConstraint(
                name="a_comment_is_not_too_long", condition=LessThanOrEqual(Length("body"), MOST_CHARACTERS)
            ),
            models.CheckConstraint(
                name="a_waiting_comment_stands_in_a_lane",
                condition=Q(status="pending", lane__isnull=False)
                | Q(status="approved")
                | Q(status__in=["rejected", "spam", "removed", "withdrawn"], lane__isnull=True),
            ),
            models.CheckConstraint(
                name="the_clinic_speaks_by_name",
                condition=Q(kind="reader", said_by__isnull=True, corrects=False, role="")
                | Q(kind="official", said_by__isnull=False, parent__isnull=False),
            ),
        ]
        indexes = [
            models.Index(name="queued_comments", fields=["lane", "created_at", "id"], condition=Q(lane__isnull=False)),
            models.Index(
                name="approved_threads",
                fields=["article", "created_at", "id"],
                condition=Q(status="approved", parent__isnull=True),
            ),
            models.Index(
                name="approved_replies",
                fields=["article", "parent", "created_at", "id"],
                condition=Q(status="approved", parent__isnull=False),
            ),
            models.Index(name="approved_comments", fields=["article", "parent", "id"], condition=Q(status="approved")),
            models.Index(name="comments_of_an_article", fields=["article", "created_at"]),  # the same words again?
            models.Index(name="comments_by_time", fields=["created_at"], condition=Q(kind="reader")),
            models.Index(name="waiting_spam", fields=["article"], condition=Q(lane=Lane.LIKELY_SPAM)),
            models.Index(
                name="words_to_purge",
                fields=["created_at", "id"],
                condition=Q(erased_at__isnull=True, status__in=["rejected", "spam", "withdrawn"]),
            ),
            models.Index(
                name="originals_to_purge",
                fields=["id"],
                condition=~Q(redacted_body="", redacted_name="") & Q(original_purged_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"Comment {self.pk}"

    @property
    def shown_body(self) -> str:
        """The words as anybody but its author and a privacy officer sees them."""
        return self.redacted_body or self.body

    @property
    def shown_name(self) -> str:
        return self.redacted_name or self.name

    @property
    def is_official(self) -> bool:
        return self.kind == Kind.OFFICIAL

    def correctable_until(self) -> datetime:
        """Until when its author can still change the words, if nobody has decided it."""
        return self.created_at + CORRECTABLE
