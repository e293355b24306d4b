from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.revision import Revision

_OPEN = Q(done_at__isnull=True, cancelled_at__isnull=True)


class PlannedWithdrawalQuerySet(models.QuerySet["PlannedWithdrawal"]):
    def open(self) -> Self:
        """The plans that neither came about nor were cancelled: at most one of each article."""
        return self.filter(_OPEN)

    def ended(self) -> Self:
        """The plans that came about or were cancelled, the last one first."""
        return self.exclude(_OPEN).order_by("-pk")

    def due(self, now: datetime) -> Self:
        """Open plans whose moment has come, the oldest moment first."""
        return self.open().filter(at__lte=now).order_by("at", "pk")

    def with_words(self) -> Self:
        """With the live revision's title and topic, and who planned it."""
        return self.select_related("article__live_revision__topic", "planned_by", "cancelled_by")

    def titled(self) -> "models.QuerySet[Any, Any]":
        """Each with the title and the page of the words it is about: the live ones, or else the newest."""
        newest = Revision.objects.filter(article=OuterRef("article")).order_by("-number")
        return self.annotate(
            title=Coalesce("article__live_revision__title", Subquery(newest.values("title")[:1])),
            revision=Coalesce("article__live_revision", Subquery(newest.values("pk")[:1])),
        ).values("pk", "at", "failure", "title", "revision")


class PlannedWithdrawal(models.Model):
    """The moment an article's live words come down by themselves, whichever words are live then. Kept for ever."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="planned_withdrawals")
    at = models.DateTimeField(_("comes down at"))
    reason = models.TextField(_("why"), max_length=2000)
    notice = models.TextField(_("what readers are told"), max_length=2000, blank=True)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="planned_withdrawals")
    planned_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    failure = models.TextField(blank=True)
    attempts = models.PositiveIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)

    objects = PlannedWithdrawalQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(name="one_planned_withdrawal_per_article", fields=["article"], condition=_OPEN),
            models.CheckConstraint(
                name="a_plan_ends_once", condition=Q(done_at__isnull=True) | Q(cancelled_at__isnull=True)
            ),
            models.CheckConstraint(
                name="a_cancelled_plan_says_who",
                condition=Q(cancelled_at__isnull=True, cancelled_by__isnull=True)
                | Q(cancelled_at__isnull=False, cancelled_by__isnull=False),
            ),
            models.CheckConstraint(name="a_plan_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(name="a_plan_is_made_ahead", condition=Q(at__gt=F("planned_at"))),
        ]
        indexes = [models.Index(name="planned_withdrawals", fields=["at"], condition=_OPEN)]

    def __str__(self) -> str:
        return f"{self.article} comes down at {self.at}"

    @property
    def shown_on(self) -> Revision:
        """The revision on whose page the plan is looked after: the live one, or else the newest."""
        return self.article.live_revision or self.article.revisions.latest("number")


class FailedAttempt(models.Model):
    """That the clock could not do what was due, and why. One row for each new reason; append-only, so that what went
    wrong can be read after it was put right.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="failed_attempts")
    revision = models.ForeignKey("articles.Revision", models.PROTECT, null=True, related_name="failed_attempts")
    plan = models.ForeignKey(PlannedWithdrawal, models.PROTECT, null=True, related_name="failed_attempts")
    due_at = models.DateTimeField()
    at = models.DateTimeField(default=timezone.now)
    reason = models.TextField()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="an_attempt_is_of_one_thing",
                condition=Q(revision__isnull=False, plan__isnull=True) | Q(revision__isnull=True, plan__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article}: {self.reason}"
