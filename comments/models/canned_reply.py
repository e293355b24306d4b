from django.conf import settings
from django.db import models
from django.utils import timezone


class CannedReply(models.Model):
    """A wording that the clinic has agreed on for answering comments. Its text is the newest version's."""

    key = models.SlugField(unique=True)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key


class CannedReplyVersion(models.Model):
    """One wording of a canned reply. Append-only."""

    reply = models.ForeignKey(CannedReply, models.PROTECT, related_name="versions")
    title = models.CharField(max_length=80)
    text = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")  # empty: ours
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title
