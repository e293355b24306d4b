"""Who is writing in a draft right now, and the words a save replaced."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.workflow import WRITING_LASTS


class WriterQuerySet(models.QuerySet["Writer"]):
    def running(self, now: datetime) -> Self:
        """Seen lately, by people whose accounts are open; whoever went away or was shut out counts for nothing."""
        return self.filter(seen_at__gt=now - WRITING_LASTS, person__is_active=True)


class Writer(models.Model):
    """That a person has a draft open. It runs out by itself. Who leads has the edit lease: the others are told, and
    nobody else submits or discards the draft while that person has words in it that are not saved.
    """

    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="writers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(null=True)  # the last change that is not saved
    leads_since = models.DateTimeField(null=True)
    taken_over_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = WriterQuerySet.as_manager()

    class Meta:
        verbose_name = _("writer")
        verbose_name_plural = _("writers")
        ordering = ["opened_at", "pk"]
        constraints = [
            models.UniqueConstraint(name="one_writer_per_person_and_revision", fields=["revision", "person"]),
            models.UniqueConstraint(
                name="one_lease_per_revision", fields=["revision"], condition=Q(leads_since__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} writes {self.revision}"


class ReplacedWords(models.Model):
    """The words of a draft as they were before a save replaced them: what a late save is put together with. Kept as
    long as the draft is one; its revision keeps what comes after.
    """

    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="replaced_words")
    words_version = models.PositiveIntegerField()
    words = models.JSONField(encoder=DjangoJSONEncoder)
    references = models.JSONField(encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("replaced words")
        verbose_name_plural = _("replaced words")
        constraints = [
            models.UniqueConstraint(name="words_are_replaced_once", fields=["revision", "words_version"]),
        ]

    def __str__(self) -> str:
        return f"{self.revision}, words {self.words_version}"
