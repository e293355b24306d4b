from django.conf import settings
from django.db import models
from django.utils import timezone


class Redaction(models.Model):
    """Parts of a comment that were taken out, where they stood and what stands there now. Append-only; no words.

    `spans` is a list of [source, start, end, label], counted in the author's words.
    """

    comment = models.ForeignKey("comments.Comment", models.PROTECT, related_name="redactions")
    spans = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Redaction of comment {self.comment_id}"


class OriginalView(models.Model):
    """Somebody looked at the words behind a redaction. Append-only."""

    comment = models.ForeignKey("comments.Comment", models.PROTECT, related_name="original_views")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"A look at the original of comment {self.comment_id}"
