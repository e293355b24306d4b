"""The list of references of a draft: rows become library sources, markers are renumbered, the list follows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from django.db.models import DateField, IntegerField

from articles.citing import ama, markers
from articles.citing.csl import FIELDS, canonical, with_fields
from articles.domain.library import EVIDENCE, Shelf, add_all, correct, fields_of_source, names_of, new_source, shelf
from articles.models import Reference, Revision, Source

if TYPE_CHECKING:
    from clinic_cms.models import User

ROW: Final = (*FIELDS, "checked_on", *EVIDENCE)
REFERENCE_FIELDS: Final = (*ROW, "source")  # what people say of a reference; its CSL-JSON and its line follow from them


@dataclass(slots=True)
class _Row:
    """One line of the list as it was given, and what became of it."""

    fields: dict[str, Any]
    key: str
    names: dict[str, str]
    source: Source | None = None
    before: Reference | None = None
    new: bool = field(default=False)


def copy_references(source: Revision, to: Revision) -> None:
    """The same list, exactly as it was said there."""
    own = ("id", "revision", "position")
    columns = [each.attname for each in Reference._meta.concrete_fields if each.name not in own]
    Reference.objects.bulk_create(
        Reference(revision=to, position=each.position, **{name: getattr(each, name) for name in columns})
        for each in source.references.order_by("position")
    )


def cite(revision: Revision, rows: Iterable[Mapping[str, Any]] | None, *, body: str, by: "User") -> str:
    """Replace a draft's list by `rows`, in the order in which the words first cite them; gives the words renumbered.

    Each row names its source by its key (`source`), by a DOI, PubMed number or web address, or is a new one. What
    a person changed in a row changes the library too; what they did not change stays as this draft said it. Sources
    that only a pasted marker names come in from the library; one that was taken off the list does not come back.
    None keeps the list, and renumbers.
    """
    saved = list(revision.references.as_listed())
    given = [_row(each) for each in rows] if rows is not None else [_row_of(each) for each in saved]
    gone = {each.source.key for each in saved if each.source}
    wanted = [key for key in markers.unlisted(body, [row.key for row in given]) if key not in gone]
    here = shelf([*(row.key for row in given), *wanted], [row.names for row in given])
    same = _settle(given, saved, here, revision, by)
    listed = {row.source.key for row in given if row.source}
    came = [here.by_key[key] for key in wanted if key in here.by_key and key not in same and key not in listed]
    lines = given + [_Row(fields_of_source(source), source.key, {}, source) for source in came]
    keys = [row.source.key if row.source else row.key for row in lines]
    numbered = markers.renumber(body, keys, typed=len(given), same=same)
    revision.references.all().delete()
    Reference.objects.bulk_create(
        _reference(revision, position, lines[place]) for position, place in enumerate(numbered.order, start=1)
    )
    return numbered.html


def as_typed(revision: Revision, rows: Iterable[Mapping[str, Any]], *, body: str) -> tuple[str, list[Reference]]:
    """The words and the list as `cite` would make them, for a look: only reads, and nothing is saved."""
    given = [_row(each) for each in rows]
    gone = set(revision.references.exclude(source=None).values_list("source__key", flat=True))
    wanted = [key for key in markers.unlisted(body, [row.key for row in given]) if key not in gone]
    here = shelf([*(row.key for row in given), *wanted], [row.names for row in given])
    same: dict[str, str] = {}
    for row in given:
        row.source = here.named(row.names) or here.by_key.get(row.key)
        same |= {row.key: row.source.key} if row.source and row.key else {}
    listed = {row.source.key for row in given if row.source}
    came = [here.by_key[key] for key in wanted if key in here.by_key and key not in listed]
    lines = given + [_Row(fields_of_source(source), source.key, {}, source) for source in came]
    keys = [row.source.key if row.source else row.key for row in lines]
    numbered = markers.renumber(body, keys, typed=len(given), same=same)
    return numbered.html, [_reference(None, at, lines[place]) for at, place in enumerate(numbered.order, start=1)]


def _row(given: Mapping[str, Any]) -> _Row:
    fields = {name: given.get(name) for name in ROW}
    fields |= {name: fields[name] or "" for name in ROW if name not in ("checked_on", "participants")}
    fields["kind"] = fields["kind"] or Reference._meta.get_field("kind").default
    fields["checked_on"] = DateField().to_python(fields["checked_on"] or None)
    fields["participants"] = IntegerField().to_python(fields["participants"])
    source = given.get("source") or ""
    return _Row(fields, source.key if isinstance(source, Source) else str(source), names_of(with_fields(None, fields)))


def _row_of(saved: Reference) -> _Row:
    row = _row({name: getattr(saved, name) for name in ROW})
    row.key = saved.source.key if saved.source else ""
    return row


def _settle(rows: list[_Row], saved: list[Reference], here: Shelf, revision: Revision, by: "User") -> dict[str, str]:
    """Find or make the source of every row. Gives the keys that stand for another source by now."""
    same: dict[str, str] = {}
    before = {each.source_id: each for each in saved if each.source_id}
    nameless = {each.title.casefold(): each.source for each in saved if each.source and not _named(each.source)}
    for row in rows:
        row.source = _found(row, here, nameless, revision)
        if row.source is None:
            taken = row.key in here.by_key
            row.source = new_source(
                with_fields(None, row.fields | {"checked_on": None}),
                kind=row.fields["kind"], by=by, key="" if taken else row.key, evidence=row.fields,
            )  # fmt: skip
            here.put(row.source)
        row.new = row.source.pk is None  # also where an earlier row of the list made it
        row.before = before.get(row.source.pk) if row.source.pk else None
    _store_new(rows, here)
    for row in rows:
        source = row.source
        if source and row.key and source.key != row.key:
            same[row.key] = source.key
        if source and not row.new and (changed := _changed(row, source)):
            row.source = correct(source, changed, by=by)
            here.put(row.source)
    return same


def _store_new(rows: list[_Row], here: Shelf) -> None:
    """Add what is new; who saved the same source a moment earlier has made it already."""
    made = [row for row in rows if row.new and row.source]
    if not made:
        return
    stored = add_all(list({row.source.key: row.source for row in made if row.source}.values()))
    for row in made:
        row.source = stored.by_key.get(row.source.key) or stored.named(row.names) if row.source else None
        if row.source:
            here.put(row.source)


def _found(row: _Row, here: Shelf, nameless: dict[str, Source], revision: Revision) -> Source | None:
    named, keyed = here.named(row.names), here.by_key.get(row.key)
    if named or not keyed:
        return named or (nameless.get(str(row.fields["title"]).casefold()) if not row.key and not _any(row) else None)
    another = any(row.names[name] and getattr(keyed, name) not in ("", row.names[name]) for name in ("doi", "pmid"))
    return None if another and keyed.pk and _cited_elsewhere(keyed, revision) else keyed


def _any(row: _Row) -> bool:
    return any(row.names.values())


def _named(source: Source) -> bool:
    return bool(source.doi or source.pmid or source.isbn or source.url)


def _cited_elsewhere(source: Source, revision: Revision) -> bool:
    return source.references.exclude(revision__article=revision.article_id).exists()


def _changed(row: _Row, source: Source) -> dict[str, Any]:
    """What the library learns from a row: what was changed in it, or, of a source that is new to this article, only
    what the library did not know.
    """
    library = fields_of_source(source)
    if row.before is None:
        return {name: row.fields[name] for name in library if row.fields[name] and not library[name]}
    return {
        name: row.fields[name]
        for name in library
        if row.fields[name] != getattr(row.before, name) and row.fields[name] != library[name]
    }


def _reference(revision: Revision | None, position: int, row: _Row) -> Reference:
    """The row as it is kept; the fields that were left empty come from the library where they are new here."""
    source = row.source
    if source and row.before is None:
        library = fields_of_source(source)
        row.fields |= {name: library[name] for name in library if not row.fields[name]}
    csl = with_fields(source.csl if source else None, row.fields)
    text = canonical(csl)
    kept = row.before is not None and row.before.csl == text and bool(row.before.entry)
    entry = row.before.entry if kept and row.before else ama.entry(csl)
    return Reference(revision=revision, position=position, source=source, csl=text, entry=entry, **row.fields)
