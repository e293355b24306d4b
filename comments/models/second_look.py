from django.conf import settings
from django.db import models
from django.db.models import Q


class SecondLook(models.Model):
    """An approval that another moderator looks at without knowing what the first one decided."""

    decision = models.OneToOneField("comments.ModerationDecision", models.PROTECT, related_name="second_look")
    agreed = models.BooleanField(null=True)  # empty: not looked at yet
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(name="open_second_looks", fields=["id"], condition=Q(agreed__isnull=True))]

    def __str__(self) -> str:
        return f"Second look at decision {self.decision_id}"
