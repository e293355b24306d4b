from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.enums import CommentStatus, Outcome, Reason


class ModerationDecision(models.Model):
    """One moderator's verdict on one comment, with its reason. Append-only; a later verdict is another row."""

    comment = models.ForeignKey("comments.Comment", models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=10, choices=Outcome)
    reason = models.CharField(max_length=24, choices=Reason, blank=True)
    note = models.TextField(max_length=1000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="moderation_decisions")
    by_name = models.CharField(max_length=145)
    at = models.DateTimeField(default=timezone.now)
    from_status = models.CharField(max_length=10, choices=CommentStatus)
    to_status = models.CharField(max_length=10, choices=CommentStatus)
    version = models.PositiveIntegerField()  # the comment's version that this decision made

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(name="one_decision_per_version", fields=["comment", "version"]),
            models.CheckConstraint(
                name="a_rejection_has_a_reason",
                condition=Q(outcome=Outcome.APPROVE, to_status=CommentStatus.APPROVED, reason="")
                | Q(outcome=Outcome.REJECT, to_status=CommentStatus.REJECTED, reason__in=Reason.values),
            ),
        ]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """What happened, for people: "Mia Torres approved this comment"."""
        if self.outcome == Outcome.APPROVE:
            return _("%(name)s approved this comment") % {"name": self.by_name}
        return _("%(name)s rejected this comment") % {"name": self.by_name}

    @property
    def reason_sentence(self) -> str:
        """What the comment's author is told of the reason; empty where there is none."""
        return Reason(self.reason).sentence if self.reason else ""
