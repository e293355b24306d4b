from django.db import models
from django.db.models import Q
from django.utils import timezone

from comments.enums import ReportReason


class Report(models.Model):
    """A reader says that a comment should be looked at. Nobody's name or address is kept; `closed_by` is the act that
    answered it.
    """

    comment = models.ForeignKey("comments.Comment", models.PROTECT, related_name="reports")
    reason = models.CharField(max_length=16, choices=ReportReason)
    at = models.DateTimeField(default=timezone.now)
    closed_by = models.ForeignKey("comments.ModerationDecision", models.PROTECT, null=True, related_name="closes")

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(name="open_reports", fields=["comment"], condition=Q(closed_by__isnull=True))]

    def __str__(self) -> str:
        return f"Report of comment {self.comment_id}"
