"""A comment's words in pieces, those that a detector found marked with what it found. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from comments.triage import Signal

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# What stands beside the marked words, so that nothing is told by colour alone.
SHORT: Final[dict[str, "_StrPromise"]] = {
    "crisis": _("crisis"),
    "abuse": _("abuse"),
    "unsafe_detail": _("unsafe detail"),
    "personal_data": _("personal detail"),
    "adverse_event": _("side effect"),
    "advice_request": _("asks for advice"),
    "drug_selling": _("selling medicines"),
    "misinformation": _("false claim?"),
    "testimonial": _("about the clinic"),
    "link": _("link"),
    "spam": _("advertising"),
    "check_failed": _("check failed"),
}
OF_ALL: Final = frozenset({"spam", "check_failed"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row, and what was found in them; empty where nothing was."""

    words: str
    found: str = ""


def pieces(text: str, signals: Iterable[Signal]) -> list[Piece]:
    """The whole text in order. What speaks of the text as a whole marks nothing; places out of range are left out."""
    marked = [
        each
        for each in signals
        if 0 <= each.start < each.end <= len(text)
        and not (each.code in OF_ALL and (each.start, each.end) == (0, len(text)))
    ]
    edges = sorted({0, len(text), *(each.start for each in marked), *(each.end for each in marked)})
    found = [
        Piece(text[start:end], _labels(each for each in marked if each.start <= start and end <= each.end))
        for start, end in pairwise(edges)
    ]
    return _joined(found)


def _labels(signals: Iterable[Signal]) -> str:
    return ", ".join(dict.fromkeys(str(SHORT.get(each.code, each.code)) for each in signals))


def _joined(found: list[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in found:
        if joined and joined[-1].found == piece.found:
            joined[-1] = Piece(joined[-1].words + piece.words, piece.found)
        else:
            joined.append(piece)
    return joined
