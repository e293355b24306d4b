from django.conf import settings
from django.db import models
from django.utils import timezone


class GuardOverride(models.Model):
    """A privacy officer published a reply that the guard had held, and said why. Append-only."""

    reply = models.OneToOneField("comments.Comment", models.PROTECT, related_name="guard_override")
    reason = models.TextField(max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"Override for comment {self.reply_id}"
