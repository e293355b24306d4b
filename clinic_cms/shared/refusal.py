"""A refusal: the one sentence that says why not, made where the rule lives and shown wherever somebody asks."""


class Refusal(Exception):
    """Raised by a verb that will not act; `reason` is the sentence a person reads, already translated. `field` names
    what they filled in and should look at again, where it is about that.
    """

    def __init__(self, reason: str, field: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field


class StaleRefusal(Refusal):
    """Refused because somebody else acted first; the sentence names who and when."""
