from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy

from comments.enums import CommentStatus, Outcome, Reason
from comments.moves import MOVES, Move

SENTENCES = {
    Outcome.APPROVE: gettext_lazy("%(name)s approved this comment"),
    Outcome.REJECT: gettext_lazy("%(name)s rejected this comment"),
    Outcome.SPAM: gettext_lazy("%(name)s marked this comment as spam"),
    Outcome.SECOND_OPINION: gettext_lazy("%(name)s asked for a second opinion on this comment"),
    Outcome.NOT_A_CRISIS: gettext_lazy("%(name)s found no crisis in this comment"),
    Outcome.REMOVE: gettext_lazy("%(name)s took this comment down"),
    Outcome.KEEP: gettext_lazy("%(name)s looked at the reports and kept this comment up"),
    Outcome.RESTORE: gettext_lazy("%(name)s put this comment back in the queue"),
    Outcome.WITHDRAW: gettext_lazy("Its author withdrew this comment"),
    Outcome.CORRECT: gettext_lazy("Its author corrected this comment"),
    Outcome.APPEAL: gettext_lazy("Its author asked us to look at this comment again"),
}


def _allowed() -> Q:
    """Every move of the table, and nothing else."""
    return reduce(or_, (_allows(outcome, move) for outcome, move in MOVES.items()))


def _allows(outcome: Outcome, move: Move) -> Q:
    reason = Q(reason__in=Reason.values) if move.needs_reason else Q(reason="")
    steps = Q(outcome=outcome, from_status__in=sorted(move.starts), to_status=move.to)
    return steps & reason & Q(by__isnull=move.of_author)


class ModerationDecision(models.Model):
    """One act on one comment, by a moderator with its reason or (`by` is empty) by its author. Append-only; a later
    act is another row. The words of the comment are never in it.
    """

    comment = models.ForeignKey("comments.Comment", models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=16, choices=Outcome)
    reason = models.CharField(max_length=24, choices=Reason, blank=True)
    note = models.TextField(max_length=1000, blank=True)
    safe_for_others = models.BooleanField(default=False)  # what an approval of a crisis comment affirms
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="moderation_decisions")
    by_name = models.CharField(max_length=145, blank=True)
    at = models.DateTimeField(default=timezone.now)
    from_status = models.CharField(max_length=10, choices=CommentStatus)
    to_status = models.CharField(max_length=10, choices=CommentStatus)
    version = models.PositiveIntegerField()  # the comment's version that this decision made

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(name="one_decision_per_version", fields=["comment", "version"]),
            models.CheckConstraint(name="a_decision_is_a_move_of_the_table", condition=_allowed()),
        ]
        indexes = [
            models.Index(name="decisions_by_person", fields=["by", "-id"]),
            models.Index(name="decisions_by_time", fields=["at"]),
        ]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """What happened, for people: "Mia Torres approved this comment"."""
        return str(SENTENCES[Outcome(self.outcome)]) % {"name": self.by_name}

    @property
    def reason_sentence(self) -> str:
        """What the comment's author is told of the reason; empty where there is none."""
        if self.outcome == Outcome.SPAM:
            return Reason.SPAM.sentence
        if not self.reason:
            return ""
        was_up = self.from_status == CommentStatus.APPROVED
        return Reason(self.reason).sentence_of_removal if was_up else Reason(self.reason).sentence
