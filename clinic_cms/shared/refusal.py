"""A refusal: the one sentence that says why not, made where the rule lives and shown wherever somebody asks."""


class Refusal(Exception):
    """Raised by a verb that will not act; `reason` is the sentence a person reads, already translated."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class StaleRefusal(Refusal):
    """Refused because somebody else acted first; the sentence names who and when."""
