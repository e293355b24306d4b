"""Personal details that somebody is about to make public: pointed out once, before anything is kept."""

from dataclasses import dataclass

from comments import triage
from comments.domain.triaging import facts
from comments.enums import Lane


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the words; `what` says which personal detail they are, and is empty for all the others."""

    text: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Nudge:
    """The words that were typed, in pieces, and the same words without the personal ones."""

    body: list[Piece]
    name: list[Piece]
    body_without: str
    name_without: str

    @property
    def parts(self) -> list[Piece]:
        """Each personal detail once, the name's first."""
        return list(dict.fromkeys(piece for piece in (*self.name, *self.body) if piece.what))


def nudge(body: str, name: str) -> Nudge | None:
    """What in these words could tell who somebody is or where to find them; None where nothing does.

    Nor are words sent back that somebody may have written in a crisis: they are taken in and held, help comes first,
    and a moderator takes the details out.
    """
    known = facts()
    in_body = triage.personal_parts(body, facts=known)
    # whoever writes may say their own name; a name in the words is somebody else's
    in_name = [each for each in triage.personal_parts(name, facts=known) if each.detail != "third_person"]
    if not (in_body or in_name) or triage.lane_of(triage.inspect(body, name=name, facts=known)) == Lane.CRISIS:
        return None
    return Nudge(
        body=_pieces(body, in_body),
        name=_pieces(name, in_name),
        body_without=triage.without(body, in_body),
        name_without=triage.without(name, in_name).strip(),
    )


def _pieces(text: str, parts: list[triage.Signal]) -> list[Piece]:
    pieces, at = [], 0
    for part in parts:
        pieces += [Piece(text[at : part.start]), Piece(text[part.start : part.end], triage.sentence(part))]
        at = part.end
    return [piece for piece in [*pieces, Piece(text[at:])] if piece.text]
