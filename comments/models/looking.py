from django.conf import settings
from django.db import models
from django.utils import timezone


class Looking(models.Model):
    """Which comment a moderator has before them now; it counts for a minute."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    comment = models.ForeignKey("comments.Comment", models.CASCADE, related_name="looked_at_by")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.person} looks at comment {self.comment_id}"
