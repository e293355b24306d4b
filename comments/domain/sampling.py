"""Which approvals somebody else looks at again: one in twenty, drawn by lot, so that nobody can tell which."""

import secrets
from typing import Final

from comments.enums import Kind, Outcome
from comments.models import ModerationDecision, SecondLook

ONE_IN: Final = 20


def perhaps(decision: ModerationDecision) -> SecondLook | None:
    """Draw the lot for a decision that was just made; only a moderator's approval of a reader's comment can win."""
    if decision.outcome != Outcome.APPROVE or decision.comment.kind != Kind.READER or secrets.randbelow(ONE_IN):
        return None
    return SecondLook.objects.create(decision=decision)
