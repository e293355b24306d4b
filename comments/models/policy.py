from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language


def _here() -> str:
    return get_language() or settings.LANGUAGE_CODE


class CommentRules(models.Model):
    """How the clinic takes comments, from a moment on. Append-only; the newest row counts (`comments.domain.rules`)."""

    country = models.CharField(max_length=2, blank=True)  # whose helplines are shown; empty: the site's country
    hours = models.CharField(max_length=120, blank=True)  # when comments are read, in words
    ask_consent = models.BooleanField(default=False)
    consent_text = models.CharField(max_length=500, blank=True)
    # Those words in the site's other languages, by their codes: {"es": {"hours": …, "consent_text": …}}.
    translations = models.JSONField(default=dict, blank=True)
    allow_testimonials = models.BooleanField(default=False)
    show_links = models.BooleanField(default=False)
    newest_first = models.BooleanField(default=False)
    close_after_days = models.PositiveSmallIntegerField(null=True)
    purge_after_days = models.PositiveSmallIntegerField(default=30)
    on_call = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Comment rules from {self.at}"

    @property
    def hours_here(self) -> str:
        """When comments are read, in the language of the page that is being made, or else as it was typed."""
        return self._said().get("hours") or self.hours

    @property
    def hours_language(self) -> str:
        """The language of that."""
        return _here() if self._said().get("hours") else settings.LANGUAGE_CODE

    @property
    def consent_text_here(self) -> str:
        """What the box says, in the same way."""
        return self._said().get("consent_text") or self.consent_text

    def _said(self) -> dict[str, str]:
        said: dict[str, str] = self.translations.get(_here(), {})
        return said


class CommentSwitch(models.Model):
    """Whether one topic or one article takes comments, and whether it is a sensitive one. Append-only; the newest row
    of a topic or an article counts. Empty means: as the site (or the topic) says.
    """

    topic = models.ForeignKey("articles.Topic", models.PROTECT, null=True, related_name="+")
    article = models.ForeignKey("articles.Article", models.PROTECT, null=True, related_name="+")
    closed = models.BooleanField(null=True)
    sensitive = models.BooleanField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="a_switch_is_for_a_topic_or_an_article",
                condition=Q(topic__isnull=True, article__isnull=False) | Q(topic__isnull=False, article__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"Comments on {self.topic or self.article}"
