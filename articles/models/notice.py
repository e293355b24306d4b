from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clinic_cms.shared.languages import in_language, language_of


class NoticeQuerySet(models.QuerySet["Notice"]):
    def waiting(self) -> Self:
        """Not mailed yet, and not given up."""
        return self.filter(sent_at__isnull=True, gave_up_at__isnull=True)

    def undeliverable(self) -> Self:
        """Dead letters: the mail server refused them again and again."""
        return self.filter(gave_up_at__isnull=False)


class Notice(models.Model):
    """What one person is told about one event: listed on the desk, and mailed at once or with the day's digest.

    It names the article and what happened, with the note of whoever did it; never the words of a draft or a comment.
    Its words are in the language that the person read when it was made.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="notices")
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="notices")
    event = models.CharField(max_length=80)
    heading = models.CharField(max_length=200)
    sentence = models.TextField(max_length=1000)
    note = models.TextField(blank=True, max_length=2000)
    path = models.CharField(max_length=200)
    created_at = models.DateTimeField(default=timezone.now)
    queued_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=200, blank=True)  # the kind of the last error, never what was in the mail
    gave_up_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(name="one_notice_per_person_and_event", fields=["person", "event"]),
            models.CheckConstraint(
                name="a_notice_that_was_sent_was_not_given_up", condition=Q(sent_at=None) | Q(gave_up_at=None)
            ),
        ]
        indexes = [
            models.Index(name="notices_by_person", fields=["person", "-id"]),
            models.Index(name="notices_for_a_digest", fields=["created_at"], condition=Q(queued_at=None, sent_at=None)),
            models.Index(name="dead_letters", fields=["gave_up_at"], condition=Q(gave_up_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.heading

    @property
    def language(self) -> str:
        """That of its words: where it leads says it."""
        return language_of(self.path)

    @property
    def path_here(self) -> str:
        """Where it leads, in the language of the page that is being made."""
        return in_language(self.path, get_language() or settings.LANGUAGE_CODE)


class Follow(models.Model):
    """That a person asked to be told about everything that happens to an article."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="follows")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="follows")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_follow_per_person_and_article", fields=["article", "person"]),
        ]

    def __str__(self) -> str:
        return f"{self.person} follows {self.article}"
