"""Which act takes a comment from where to where, and whose act it is: the whole of moderation as one table. Pure."""

from dataclasses import dataclass
from typing import Final

from comments.enums import CommentStatus, Outcome

PENDING, APPROVED, REJECTED = CommentStatus.PENDING, CommentStatus.APPROVED, CommentStatus.REJECTED
SPAM, REMOVED, WITHDRAWN = CommentStatus.SPAM, CommentStatus.REMOVED, CommentStatus.WITHDRAWN


@dataclass(frozen=True, slots=True)
class Move:
    """Where an act may start, where it leads, whether its author takes it, and whether it must say why."""

    starts: frozenset[CommentStatus]
    to: CommentStatus
    of_author: bool = False
    needs_reason: bool = False


MOVES: Final[dict[Outcome, Move]] = {
    Outcome.APPROVE: Move(frozenset({PENDING, REJECTED, SPAM, REMOVED}), APPROVED),
    Outcome.REJECT: Move(frozenset({PENDING, APPROVED, SPAM}), REJECTED, needs_reason=True),
    Outcome.SPAM: Move(frozenset({PENDING, REJECTED}), SPAM),
    Outcome.SECOND_OPINION: Move(frozenset({PENDING}), PENDING),
    Outcome.NOT_A_CRISIS: Move(frozenset({PENDING}), PENDING),
    Outcome.REMOVE: Move(frozenset({APPROVED}), REMOVED, needs_reason=True),
    Outcome.KEEP: Move(frozenset({APPROVED}), APPROVED),
    Outcome.RESTORE: Move(frozenset({APPROVED, REJECTED, SPAM, REMOVED}), PENDING),
    Outcome.WITHDRAW: Move(frozenset(CommentStatus) - {WITHDRAWN}, WITHDRAWN, of_author=True),
    Outcome.CORRECT: Move(frozenset({PENDING}), PENDING, of_author=True),
    Outcome.APPEAL: Move(frozenset({REJECTED, REMOVED, SPAM}), PENDING, of_author=True),
}
MODERATORS: Final = tuple(outcome for outcome, move in MOVES.items() if not move.of_author)
AUTHORS: Final = tuple(outcome for outcome, move in MOVES.items() if move.of_author)


def possible(status: CommentStatus) -> tuple[Outcome, ...]:
    """What a moderator can do with a comment that stands there."""
    return tuple(outcome for outcome in MODERATORS if status in MOVES[outcome].starts)
