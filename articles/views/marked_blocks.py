"""Blocks and their words as the comparison page wants them, with every change said in words."""

from typing import Any

from django.utils.translation import gettext as _

from articles.blocks import NAMES
from articles.comparison.comparing import BlockChange, Fate
from articles.comparison.pieces import Mark, Piece, changed_links
from articles.comparison.reading import IMAGE, Block, Style

SHOWN_SPACES = str.maketrans({" ": "␣", "\u00a0": "⍽", "\n": "↵\n"})
LONGEST_STUB = 90


class Numbering:
    """Gives every change its number and its anchor, in reading order."""

    def __init__(self) -> None:
        self.count = 0

    def next(self, changed: bool, otherwise: str = "") -> dict[str, Any]:
        if not changed:
            return {"number": 0, "anchor": otherwise}
        self.count += 1
        return {"number": self.count, "anchor": f"change-{self.count}"}


def block_values(change: BlockChange, at: int, numbering: Numbering) -> dict[str, Any]:
    """One block with its marked pieces, its label and what changed about it as a whole."""
    side = change.new or change.old or Block((), "", ())
    return {
        "at": at,
        "fate": change.fate.value,
        "kind": side.kind or "p",
        "label": kind_label(side),
        "depth": min(sum(name in ("ul", "ol", "dl") for name in side.names), 4),
        "box": _box(side),
        "pieces": _pieces(change.pieces) if change.fate is not Fate.LEFT else [],
        "stub": _stub(side.text) if change.fate is Fate.LEFT else "",
        "badge": _badge(change),
        "notes": _notes(change),
        "move": change.move,
        **numbering.next(change.fate is not Fate.SAME),
    }


def kind_label(block: Block) -> str:
    """What kind of block it is, for who cannot see it."""
    names = block.names
    kind = block.kind
    if kind in ("h2", "h3", "h4"):
        return _("Heading %(level)s") % {"level": kind[1]}
    if "li" in names:
        listed = next((name for name in reversed(names) if name in ("ul", "ol")), "ul")
        return _("Numbered list item") if listed == "ol" else _("List item")
    labels = {
        "td": _("Table cell"),
        "th": _("Table heading cell"),
        "caption": _("Table caption"),
        "dt": _("Term"),
        "dd": _("Explanation"),
        "blockquote": _("Quotation"),
        "figure": _("Picture"),
        "figcaption": _("Caption"),
        "hr": _("Line across"),
    }
    quoted = labels["blockquote"] if "blockquote" in names else ""
    return labels.get(kind, "") or quoted or _("Paragraph")


def _box(block: Block) -> str:
    """The name of the box around a block, as editors know it."""
    classes = {
        name for element in block.path for key, value in element.attributes if key == "class" for name in value.split()
    }
    return next((str(label) for name, label in NAMES.items() if name in classes), "")


def _badge(change: BlockChange) -> str:
    return {
        Fate.SAME: "",
        Fate.CHANGED: _("Changed"),
        Fate.INSERTED: _("Added"),
        Fate.DELETED: _("Removed"),
        Fate.MOVED: _("Moved here"),
        Fate.LEFT: _("Moved away"),
    }[change.fate]


def _notes(change: BlockChange) -> list[str]:
    """What changed about the block itself, in sentences."""
    notes = []
    if change.rebuilt and change.old and change.new:
        old, new = kind_label(change.old), kind_label(change.new)
        if old != new:
            notes.append(_("%(old)s became %(new)s.") % {"old": old, "new": new.lower()})
        before, after = _box(change.old), _box(change.new)
        if before != after:
            notes.append(_("Box: %(old)s became %(new)s.") % {"old": before or _("none"), "new": after or _("none")})
        if not notes:
            notes.append(_("Its place in the layout changed: another list, table, language or direction."))
    elif change.regrouped:
        notes.append(_("It no longer stands in the same list, row or box as the words before it."))
    return notes


def _stub(text: str) -> str:
    return text if len(text) <= LONGEST_STUB else f"{text[:LONGEST_STUB].rstrip()}…"


def _pieces(pieces: tuple[Piece, ...]) -> list[dict[str, Any]]:
    shown, links = [], changed_links(pieces)
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        old, new = piece.old or Style(), piece.new or Style()
        style = old if piece.mark is Mark.DELETED else new
        ends_link = after is None or _link(after) != _link(piece)
        shown.append(
            {
                "mark": piece.mark.value,
                "text": _text(piece, style),
                "strong": "strong" in style.marks,
                "em": "em" in style.marks,
                "raised": "sup" in style.marks,
                "lowered": "sub" in style.marks,
                "link": bool(style.href),
                "notes": _looks(piece, old, new) if piece.mark is Mark.RESTYLED else [],
                "targets": _targets(piece.mark, old.href, new.href, links) if ends_link else None,
            }
        )
    return shown


def _link(piece: Piece) -> tuple[str, str, bool]:
    return (piece.old or Style()).href, (piece.new or Style()).href, piece.mark is Mark.SAME


def _targets(mark: Mark, old: str, new: str, links: frozenset[str]) -> dict[str, str] | None:
    """Where a link led and leads, if that is news."""
    if mark is Mark.SAME or old == new or not {old, new} & links:
        return None
    return {"old": old, "new": new}


def _text(piece: Piece, style: Style) -> str:
    text = piece.text.replace(IMAGE, "▣ " + (_("picture: %(alt)s") % {"alt": style.alt or _("no text")}))
    return text.translate(SHOWN_SPACES) if piece.mark is not Mark.SAME and not text.strip() else text


def _looks(piece: Piece, old: Style, new: Style) -> list[str]:
    """What looks different, in words: "was bold, is italic"."""
    names = {"strong": _("bold"), "em": _("italic"), "sub": _("lowered"), "sup": _("raised"), "abbr": _("short form")}
    was = [names[mark] for mark in old.marks if mark in names and mark not in new.marks]
    now = [names[mark] for mark in new.marks if mark in names and mark not in old.marks]
    notes = []
    if was or now:
        plain = _("plain")
        notes.append(_("was %(old)s, is %(new)s") % {"old": ", ".join(was) or plain, "new": ", ".join(now) or plain})
    if old.alt != new.alt:
        values = {"old": old.alt or _("no text"), "new": new.alt or _("no text")}
        notes.append(_("text for the picture: “%(old)s” became “%(new)s”") % values)
    if old.src != new.src:
        notes.append(_("picture: %(old)s became %(new)s") % {"old": old.src, "new": new.src})
    if old.title != new.title:
        values = {"old": old.title or _("nothing"), "new": new.title or _("nothing")}
        notes.append(_("stands for: %(old)s became %(new)s") % values)
    return notes
