"""What this site's own decisions taught about spam. No third party ever sees a comment."""

from typing import Final

from django.db import models, transaction
from django.utils import timezone

from comments import triage
from comments.enums import Outcome, Reason
from comments.models import ModerationDecision, SpamModel

MOST_LEARNED: Final = 5_000  # decisions of each kind, the newest
KEPT: Final = 3  # models


def model_now() -> "triage.SpamModel | None":
    """The newest model; None while there is none."""
    newest = SpamModel.objects.first()
    return triage.SpamModel.from_json(newest.counts) if newest else None


@transaction.atomic
def learn() -> SpamModel | None:
    """Make a new model of the newest decisions: what was spam, and what was approved. Nothing where nothing is new."""
    newest, last = SpamModel.objects.first(), ModerationDecision.objects.first()
    if last is None or (newest and newest.last_decision == last.pk):
        return None
    model = triage.SpamModel().learned([*_words(True), *_words(False)])
    made = SpamModel.objects.create(counts=model.to_json(), learned_at=timezone.now(), last_decision=last.pk)
    SpamModel.objects.filter(pk__lte=made.pk).exclude(pk__in=SpamModel.objects.values("pk")[:KEPT]).delete()
    return made


def _words(spam: bool) -> list[tuple[str, bool]]:
    decided = ModerationDecision.objects.filter(comment__erased_at__isnull=True)
    if spam:
        decided = decided.filter(outcome=Outcome.SPAM) | decided.filter(outcome=Outcome.REJECT, reason=Reason.SPAM)
    else:
        decided = decided.filter(outcome=Outcome.APPROVE)
    still = decided.filter(comment__version=models.F("version")).order_by("-pk")
    return [(body, spam) for body in still.values_list("comment__body", flat=True)[:MOST_LEARNED]]
