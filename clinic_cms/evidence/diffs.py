"""What changed between two revisions that were live one after the other, as a page of the pack shows it."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from articles.comparison import Words, compare
from articles.comparison.comparing import BlockChange, Fate, FieldChange
from articles.comparison.pieces import Mark, Piece
from articles.domain.compared import words_from
from articles.domain.facts import words_of
from articles.models import Revision


def difference(old: Revision, new: Revision) -> dict[str, Any]:
    """Every change of words, formatting, links, references and numbers; what stayed is counted, not repeated."""
    before, after = _words(old), _words(new)
    found = compare(before.beside(after), after)
    return {
        "old": old,
        "new": new,
        "numbers": found.numbers,
        "fields": [{"label": _label(each.name), "parts": list(_parts(each))} for each in found.fields if each.changed],
        "references": [each for each in found.references if each.changed],
        "coarse": found.coarse,
        "changed": found.changed,
    }


def _words(revision: Revision) -> Words:
    return words_from(words_of(revision), revision.topic.name, revision.references.all())


def _parts(field: FieldChange) -> Iterator[dict[str, Any]]:
    for same, run in groupby(field.blocks, lambda block: block.fate is Fate.SAME):
        blocks = list(run)
        if same:
            yield {"unchanged": len(blocks)}
            continue
        for block in blocks:
            yield {"what": _what(block), "pieces": [_piece(each) for each in block.pieces]}


def _what(block: BlockChange) -> str:
    kinds = {
        Fate.CHANGED: _("Changed"),
        Fate.INSERTED: _("Added"),
        Fate.DELETED: _("Taken out"),
        Fate.MOVED: _("Moved here"),
        Fate.LEFT: _("Moved away"),
        Fate.SAME: "",
    }
    before, after = (" > ".join(side.names) if side else "" for side in (block.old, block.new))
    built = f"{before} → {after}" if block.rebuilt else after or before
    return f"{kinds[block.fate]} ({built})" if built else kinds[block.fate]


def _piece(piece: Piece) -> dict[str, str]:
    return {"mark": piece.mark.value, "text": piece.text, "note": " ".join(_looks(piece))}


def _looks(piece: Piece) -> Iterator[str]:
    """What cannot be seen in the characters: how they look, where they lead, what a picture is."""
    for name in ("marks", "href", "title", "src", "alt"):
        before, after = (_said(getattr(side, name)) if side else "" for side in (piece.old, piece.new))
        if piece.mark is Mark.RESTYLED and before != after:
            yield f"[{name}: {before or '∅'} → {after or '∅'}]"
        elif piece.mark in (Mark.INSERTED, Mark.DELETED) and name != "marks" and (before or after):
            yield f"[{name}: {before or after}]"


def _said(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _label(name: str) -> str:
    return {
        "title": _("Title"),
        "topic": _("Topic"),
        "byline": _("Written by"),
        "summary": _("Summary"),
        "lead": _("Lead picture"),
        "body": _("Words"),
        "correction_said": _("Correction: the article said"),
        "correction_says": _("Correction: it says now"),
        "disclaimer": _("Disclaimer"),
        "interests": _("Conflicts of interest"),
    }[name]
