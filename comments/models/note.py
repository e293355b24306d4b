from django.conf import settings
from django.db import models
from django.utils import timezone

LONGEST_NOTE = 1_000


class ModeratorNote(models.Model):
    """What moderators tell each other about a comment. Its author and readers never see it."""

    comment = models.ForeignKey("comments.Comment", models.PROTECT, related_name="notes")
    text = models.TextField(max_length=LONGEST_NOTE, blank=True)  # empty once the comment has been erased
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Note on comment {self.comment_id}"
