"""In which lane a comment waits. A lane sets the order of the queue, never the comment's fate."""

from collections.abc import Iterable
from typing import Final

from comments.enums import Lane
from comments.triage.signal import Signal

# What is over, or denied, is said on the card; it does not call somebody out of bed.
_NOT_PRESSING: Final = frozenset({"past", "denied"})
_SPAM: Final = frozenset({"drug_selling", "spam"})


def lane_of(signals: Iterable[Signal]) -> Lane:
    """The lane that a comment's words put it in: the most pressing of its signals', where only advertising is last.

    A detector that failed makes a comment routine, even where it looks like advertising: nobody knows what it missed.
    """
    found = list(signals)
    codes = {signal.code for signal in found}
    if any(signal.code == "crisis" and signal.detail not in _NOT_PRESSING for signal in found):
        return Lane.CRISIS
    if "adverse_event" in codes:
        return Lane.ADVERSE_EVENT
    if "personal_data" in codes and not codes & _SPAM:
        return Lane.PRIVACY
    if codes & _SPAM and not codes & {"check_failed", "crisis"}:
        return Lane.LIKELY_SPAM
    return Lane.PRIVACY if "personal_data" in codes else Lane.ROUTINE
