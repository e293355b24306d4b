"""What this site's own decisions taught about spam. No third party ever sees a comment."""

import logging
import threading
from datetime import timedelta
from typing import Final

from django.db import models, transaction
from django.utils import timezone

from comments import triage
from comments.enums import Outcome, Reason
from comments.models import ModerationDecision, SpamModel

MOST_LEARNED: Final = 5_000  # decisions of each kind, the newest
KEPT: Final = 3  # models
LEARN_EVERY: Final = timedelta(days=1)

logger = logging.getLogger(__name__)
_read: dict[tuple[int, float], "triage.SpamModel | None"] = {}  # what this process has read: one entry, the newest
_reading = threading.Lock()


def model_now() -> "triage.SpamModel | None":
    """The newest model, read once by each process; None while there is none, or where it can't be read."""
    newest = SpamModel.objects.values_list("pk", "learned_at").first()
    if newest is None:
        return None
    key = (newest[0], newest[1].timestamp())
    with _reading:
        if key not in _read:
            model = _from(newest[0])
            _read.clear()
            _read[key] = model
        return _read[key]


def learn_if_due() -> SpamModel | None:
    """A new model where the newest is a day old and there is something new to learn: what the clock asks for."""
    newest = SpamModel.objects.values_list("learned_at", flat=True).first()
    return None if newest and timezone.now() - newest < LEARN_EVERY else learn()


def learn() -> SpamModel | None:
    """Make a new model of the newest decisions: what was spam, and what was approved. Nothing where nothing is new.

    It takes seconds, in which no transaction is open.
    """
    newest = SpamModel.objects.values("last_decision").first()
    last = ModerationDecision.objects.values_list("pk", flat=True).first()
    if last is None or (newest and newest["last_decision"] == last):
        return None
    model = triage.SpamModel().learned([*_words(True), *_words(False)])
    with transaction.atomic():
        made = SpamModel.objects.create(counts=model.to_json(), learned_at=timezone.now(), last_decision=last)
        SpamModel.objects.filter(pk__lte=made.pk).exclude(pk__in=SpamModel.objects.values("pk")[:KEPT]).delete()
    return made


def _from(key: int) -> "triage.SpamModel | None":
    """A model that is broken, or of another version, is no reason to refuse a comment: it only orders the queue."""
    try:
        return triage.SpamModel.from_json(SpamModel.objects.values_list("counts", flat=True).get(pk=key))
    except (triage.BadModel, SpamModel.DoesNotExist) as problem:
        logger.error("spam_model_unreadable model=%s kind=%s", key, type(problem).__name__)
        return None


def _words(spam: bool) -> list[tuple[str, bool]]:
    decided = ModerationDecision.objects.filter(comment__erased_at__isnull=True)
    if spam:
        decided = decided.filter(outcome=Outcome.SPAM) | decided.filter(outcome=Outcome.REJECT, reason=Reason.SPAM)
    else:
        decided = decided.filter(outcome=Outcome.APPROVE)
    still = decided.filter(comment__version=models.F("version")).order_by("-pk")
    return [(body, spam) for body in still.values_list("comment__body", flat=True)[:MOST_LEARNED]]
