from datetime import date, datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import FollowUpKind, SignOffKind


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def open(self) -> Self:
        """Those that nobody has looked at again yet, or only an editor or only a clinician, the most urgent first."""
        return self.filter(~_confirmed(SignOffKind.EDITORIAL) | ~_confirmed(SignOffKind.CLINICAL)).order_by(
            "due_on", "pk"
        )

    def overdue(self, today: date) -> Self:
        return self.open().filter(due_on__lt=today)

    def closed(self) -> Self:
        """Those that an editor and a clinician have both looked at, the last opened first."""
        both = [_confirmed(SignOffKind.EDITORIAL), _confirmed(SignOffKind.CLINICAL)]
        return self.filter(*both).order_by("-pk")

    def missing(self, kind: SignOffKind) -> Self:
        return self.filter(~_confirmed(kind))

    def with_looks(self) -> Self:
        """With what a row of the list shows, in two queries for any number of rows."""
        return self.select_related("article", "revision", "opened_by", "source").prefetch_related("confirmations")


class FollowUp(models.Model):
    """That two people have to look again at what happened: an editor and a clinician. Append-only; it is closed when
    both have said what they found.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="follow_ups")
    revision = models.ForeignKey("articles.Revision", models.PROTECT, null=True, related_name="follow_ups")
    kind = models.CharField(max_length=12, choices=FollowUpKind)
    consent = models.ForeignKey(  # the one that ended, or the entry that took it back
        "articles.PictureConsent", models.PROTECT, null=True, related_name="follow_ups"
    )
    authorization = models.ForeignKey(  # the last entry about the one that ended or was taken back
        "articles.RecordChange", models.PROTECT, null=True, related_name="follow_ups"
    )
    opened_at = models.DateTimeField(default=timezone.now)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField()
    note = models.TextField(max_length=2000, blank=True)  # why, in the words of whoever opened it
    source = models.ForeignKey("articles.Source", models.PROTECT, null=True, related_name="follow_ups")
    notice = models.ForeignKey("articles.RetractionEntry", models.PROTECT, null=True, related_name="+")

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(name="one_follow_up_per_revision_and_consent", fields=["revision", "consent"]),
            models.UniqueConstraint(
                name="one_follow_up_per_revision_and_authorization", fields=["revision", "authorization"]
            ),
            models.CheckConstraint(
                name="only_a_follow_up_of_a_story_names_an_authorization",
                condition=Q(kind=FollowUpKind.STORY, authorization__isnull=False)
                | (~Q(kind=FollowUpKind.STORY) & Q(authorization__isnull=True)),
            ),
            models.CheckConstraint(name="a_follow_up_kind_is_known", condition=Q(kind__in=FollowUpKind.values)),
            models.CheckConstraint(
                name="only_a_follow_up_of_a_source_names_one",
                condition=Q(kind=FollowUpKind.SOURCE, source__isnull=False, notice__isnull=False)
                | (~Q(kind=FollowUpKind.SOURCE) & Q(source__isnull=True, notice__isnull=True)),
            ),
            models.UniqueConstraint(name="one_follow_up_per_article_and_notice", fields=["article", "notice"]),
        ]
        indexes = [models.Index(name="follow_ups_by_day", fields=["due_on", "id"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("desk:follow_up", args=[self.pk])

    @property
    def title(self) -> str:
        return self.revision.title if self.revision else self.article.slug

    @property
    def missing(self) -> list[SignOffKind]:
        """Who still has to look: editorial, clinical, both or nobody."""
        given = {each.kind for each in self.confirmations.all()}
        return [kind for kind in SignOffKind if kind not in given]

    @property
    def closed_at(self) -> datetime | None:
        """When the second of the two had said what they found; None while one is missing."""
        return None if self.missing else max(each.at for each in self.confirmations.all())

    @property
    def is_overdue(self) -> bool:
        return bool(self.missing) and self.due_on < timezone.localdate()


class Confirmation(models.Model):
    """What one person found who looked again. Append-only, and never by whoever opened the follow-up."""

    follow_up = models.ForeignKey(FollowUp, models.PROTECT, related_name="confirmations")
    kind = models.CharField(max_length=10, choices=SignOffKind)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=145)
    at = models.DateTimeField(default=timezone.now)
    note = models.TextField(max_length=2000)

    class Meta:
        verbose_name = _("confirmation")
        verbose_name_plural = _("confirmations")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="one_confirmation_of_each_kind", fields=["follow_up", "kind"]),
            models.UniqueConstraint(name="one_confirmation_per_person", fields=["follow_up", "by"]),
            models.CheckConstraint(name="a_confirmation_kind_is_known", condition=Q(kind__in=SignOffKind.values)),
            models.CheckConstraint(name="a_confirmation_says_what_was_found", condition=Q(note__regex=r"\S")),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} look by {self.by_name}"


def _confirmed(kind: SignOffKind) -> Exists:
    return Exists(Confirmation.objects.filter(follow_up=OuterRef("pk"), kind=kind))
