"""Weighs one stretch of replaced words: a mended typo, other wording, or other advice. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.utils.translation import gettext as _

from articles.clinical_words import WITH_MEANING, are_opposed, has_meaning
from articles.comparison.pieces import Mark, Pieces
from articles.comparison.quantities import is_unit
from articles.enums import ChangeClass
from articles.medicines import is_medicine
from articles.spelling import is_garbled, is_known, is_misspelling_of

WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SIGNS: Final = re.compile(r"[<>≤≥±≈~%‰°×=^+µ]")
_SENTENCE_ENDS: Final = re.compile(r"(?:\A|[.!?:]\s*|\n)\Z")

MOST_WEIGHED: Final = 60  # words of one stretch; a longer one is other wording anyway

Weight = tuple[ChangeClass, str]  # and the sentence that says why; no sentence where there is nothing to explain


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words that went and words that came in one place, and what stands around them."""

    gone: str
    come: str
    before: str
    after: str


def hunks(pieces: Pieces) -> Iterator[Hunk]:
    """Every stretch of words that were replaced, added or taken out."""
    runs = [
        (changed, list(run))
        for changed, run in groupby(pieces, lambda each: each.mark in (Mark.INSERTED, Mark.DELETED))
    ]
    for at, (changed, run) in enumerate(runs):
        if changed:
            gone = "".join(each.text for each in run if each.mark is Mark.DELETED)
            come = "".join(each.text for each in run if each.mark is Mark.INSERTED)
            before = "".join(each.text for each in runs[at - 1][1]) if at else ""
            after = "".join(each.text for each in runs[at + 1][1]) if at + 1 < len(runs) else ""
            yield Hunk(gone, come, before, after)


def weigh(hunk: Hunk) -> Weight:
    """What this change is at least."""
    gone, come = WORD.findall(hunk.gone), WORD.findall(hunk.come)
    return _clinical(hunk, gone, come) or _typo(hunk, gone, come) or (ChangeClass.EDITORIAL, became(hunk))


def weigh_whole(text: str) -> str:
    """Why a block that came, went or moved is clinical, or "" where nothing in it says so."""
    for word in WORD.findall(text):
        if is_medicine(word):
            return _("“%(word)s” is the name of a medicine.") % {"word": word}
        if has_meaning(word) or word[0].isdigit() or is_unit(word):
            return _("It says “%(word)s”.") % {"word": word}
    return _("It says “%(word)s”.") % {"word": _SIGNS.findall(text)[0]} if _SIGNS.search(text) else ""


def became(hunk: Hunk) -> str:
    gone, come = _short(hunk.gone), _short(hunk.come)
    if gone and come:
        return _("“%(old)s” became “%(new)s”.") % {"old": gone, "new": come}
    if gone:
        return _("“%(old)s” was removed.") % {"old": gone}
    return _("“%(new)s” was added.") % {"new": come} if come else _("The spaces changed.")


def _clinical(hunk: Hunk, gone: list[str], come: list[str]) -> Weight | None:
    words = [*gone, *come]
    if any(is_medicine(word) for word in words):
        return ChangeClass.CLINICAL, _("The name of a medicine: %(change)s") % {"change": became(hunk)}
    if any(char.isdigit() for char in hunk.gone + hunk.come) or _SIGNS.search(hunk.gone + hunk.come):
        return ChangeClass.CLINICAL, _("A number or a sign: %(change)s") % {"change": became(hunk)}
    if any(is_unit(word) for word in words):
        return ChangeClass.CLINICAL, _("A unit: %(change)s") % {"change": became(hunk)}
    only_case = [each.lower() for each in gone] == [each.lower() for each in come]
    if not only_case and any(has_meaning(word) for word in words):
        return ChangeClass.CLINICAL, _("A word that turns advice: %(change)s") % {"change": became(hunk)}
    if len(words) <= MOST_WEIGHED and any(are_opposed(old, new) for old in gone for new in come):
        return ChangeClass.CLINICAL, _("A word for its opposite: %(change)s") % {"change": became(hunk)}
    if any(is_garbled(word, WITH_MEANING) for word in words[:MOST_WEIGHED]):
        return ChangeClass.CLINICAL, _("A misspelt word that turns advice: %(change)s") % {"change": became(hunk)}
    return None


def _typo(hunk: Hunk, gone: list[str], come: list[str]) -> Weight | None:
    mended = len(gone) == len(come) and all(
        _is_mended(old, new, _begins(hunk, at)) for at, (old, new) in enumerate(zip(gone, come, strict=True))
    )
    if not mended or not _sign_is_harmless(hunk):
        return None
    return ChangeClass.TYPO, became(hunk)


def _is_mended(old: str, new: str, begins: bool) -> bool:
    if old == new:
        return True
    if old.lower() == new.lower():
        return old[1:] == new[1:] or (is_known(old) and len(old) > 3)
    a_name = old[0].isupper() and not begins
    return not a_name and old[1:].islower() and is_misspelling_of(old, new)


def _begins(hunk: Hunk, at: int) -> bool:
    """Whether the word at that place begins a sentence; what begins one has a capital without being a name."""
    return at == 0 and bool(_SENTENCE_ENDS.search(hunk.before.rstrip(" ") or ""))


def _sign_is_harmless(hunk: Hunk) -> bool:
    """Whether the signs and spaces of the change stand neither between digits nor beside a word that turns advice."""
    if WORD.sub("", hunk.gone) == WORD.sub("", hunk.come):
        return True
    last, following = hunk.before[-1:], hunk.after[:1]
    if last.isdigit() and following.isdigit():
        return False
    beside = [*WORD.findall(hunk.before[-40:])[-1:], *WORD.findall(hunk.after[:40])[:1]]
    return not any(has_meaning(word) for word in beside)


def _short(text: str, most: int = 80) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most].rstrip()}…"
