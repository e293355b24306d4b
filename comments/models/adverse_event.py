from django.conf import settings
from django.db import models
from django.utils import timezone

from comments.enums import AdverseEventState


class AdverseEvent(models.Model):
    """A side effect that a comment speaks of: which of the four elements are known, and what the clinic did.

    The four elements of a valid case: an identifiable reporter and patient, a suspect product, an event (ICH E2D).
    Append-only; the newest row of a comment counts.
    """

    comment = models.ForeignKey("comments.Comment", models.PROTECT, related_name="adverse_events")
    state = models.CharField(max_length=10, choices=AdverseEventState, default=AdverseEventState.NEW)
    reporter = models.BooleanField(default=False)
    patient = models.BooleanField(default=False)
    product = models.BooleanField(default=False)
    event = models.BooleanField(default=False)
    number = models.CharField(max_length=60, blank=True)  # where it was forwarded to knows it by this
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")  # empty: triage
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="what_was_forwarded_has_a_number",
                condition=~models.Q(state=AdverseEventState.FORWARDED, number=""),
            )
        ]

    def __str__(self) -> str:
        return f"Side effect in comment {self.comment_id}"
