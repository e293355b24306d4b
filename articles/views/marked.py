"""A comparison as its page wants it: plain values, which the template escapes; nothing here is markup."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.change_class import floor_of
from articles.comparison import Comparison, Words, compare
from articles.comparison.comparing import FIELDS, BlockChange, Fate, FieldChange
from articles.comparison.numbers import NumberChange
from articles.comparison.references import ReferenceChange
from articles.domain.compared import pair_of
from articles.enums import ReferenceKind
from articles.models import Reference, Revision
from articles.source_enums import StudyType
from articles.views.marked_blocks import Numbering, block_values


def marked_page(old: Revision, new: Revision) -> dict[str, Any]:
    """Everything the comparison of two revisions shows."""
    return marked_words(*pair_of(old, new))


def marked_words(before: Words, after: Words) -> dict[str, Any]:
    """The same for words that are no revision."""
    found = compare(before, after)
    numbering = Numbering()
    fields = [_field(found.field(name), numbering) for name in FIELDS]
    references = [_reference(each, numbering) for each in found.references]
    anchors = {(field["name"], block["at"]): block["anchor"] for field in fields for block in field["all"]}
    return {
        "changed": found.changed,
        "coarse": found.coarse,
        "unseen": found.unseen and not found.changed,
        "summary": _summary(found),
        "floor": floor_of(found, before, after) if found.changed else None,
        "numbers": [_number(each, anchors) for each in found.numbers],
        "fields": fields,
        "references": references,
        "changes": numbering.count,
    }


def _label(name: str) -> str:
    return {
        "title": _("Title"),
        "topic": _("Topic"),
        "byline": _("Byline"),
        "summary": _("Summary"),
        "lead": _("Lead picture"),
        "body": _("Words"),
        "correction_said": _("Correction: the article said"),
        "correction_says": _("Correction: it says now"),
        "disclaimer": _("Disclaimer"),
        "interests": _("Conflicts of interest"),
    }[name]


def _field(field: FieldChange, numbering: Numbering) -> dict[str, Any]:
    blocks = [block_values(block, at, numbering) for at, block in enumerate(field.blocks)]
    return {
        "name": field.name,
        "label": _label(field.name),
        "changed": field.changed,
        "all": blocks,
        "parts": list(_parts(field.blocks, blocks)),
    }


def _parts(changes: Iterable[BlockChange], blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Single blocks, and the rows of tables as one part each."""
    row, rows = 0, []
    for change in changes:
        side = change.new or change.old
        cell = side is not None and side.kind in ("td", "th")
        starts = not cell or (side is not None and side.shared < len(side.path) - 1)
        row += starts
        rows.append((row, cell))
    for (_row, cell), part in groupby(zip(rows, blocks, strict=True), key=lambda each: each[0]):
        yield {"is_row": cell, "blocks": [block for _at, block in part]}


def _reference(each: ReferenceChange, numbering: Numbering) -> dict[str, Any]:
    fate = "same"
    if each.changed:
        fate = "deleted" if not each.new_position else "inserted" if not each.old_position else "changed"
    fields = [(_field_name(name), _shown(name, old), _shown(name, new)) for name, old, new in each.fields]
    return {
        "position": each.new_position or each.old_position,
        "title": each.title,
        "fate": fate,
        "fields": fields,
        "moved": each.moved,
        "old_position": each.old_position,
        "new_position": each.new_position,
        **numbering.next(each.changed, f"reference-{each.new_position}"),
    }


def _field_name(name: str) -> str:
    return str(getattr(Reference._meta.get_field(name), "verbose_name", name))


def _shown(name: str, value: str) -> str:
    named = {"kind": ReferenceKind, "study_type": StudyType}.get(name)
    return str(named(value).label) if named and value in named.values else value


def _number(change: NumberChange, anchors: dict[tuple[str, int], str]) -> dict[str, Any]:
    sight = change.new or change.old
    return {
        "old": change.old.text if change.old else "",
        "new": change.new.text if change.new else "",
        "before": sight.before if sight else "",
        "after": sight.after if sight else "",
        "where": change.heading if change.field == "body" else _label(change.field),
        "anchor": anchors[change.field, change.block],
    }


def _summary(found: Comparison) -> list[str]:
    """What changed, counted, in a few short sentences; nothing where nothing did."""
    fates = [block.fate for field in found.fields for block in field.blocks]
    counts = {fate: fates.count(fate) for fate in Fate}
    changed, came, went = counts[Fate.CHANGED], counts[Fate.INSERTED], counts[Fate.DELETED]
    moved, cited = counts[Fate.MOVED], sum(each.changed for each in found.references)
    sentences = [
        (changed, ngettext("%(n)d passage changed.", "%(n)d passages changed.", changed)),
        (came, ngettext("%(n)d passage was added.", "%(n)d passages were added.", came)),
        (went, ngettext("%(n)d passage was removed.", "%(n)d passages were removed.", went)),
        (moved, ngettext("%(n)d passage was moved.", "%(n)d passages were moved.", moved)),
        (cited, ngettext("%(n)d reference changed.", "%(n)d references changed.", cited)),
    ]
    return [sentence % {"n": count} for count, sentence in sentences if count]
