"""The clinic's library of sources: every source once, whoever cites it. Its CSL-JSON is the truth."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.citing import identifiers
from articles.citing.csl import FIELDS, Csl, fields_of, with_fields
from articles.citing.markers import KEY
from articles.domain.retractions import apply_notices
from articles.models import Source
from articles.models.source import KNOWN_BY, new_key
from articles.workflow import WRITE
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User

EVIDENCE: Final = ("study_type", "participants", "population", "funding")
_KNOWN_AS: Final = {"doi": "DOI", "pmid": "PMID", "isbn": "ISBN", "url": "URL"}


@dataclass(slots=True)
class Shelf:
    """Sources at hand, by what they are known by; read in one query for any number of rows."""

    by_key: dict[str, Source] = field(default_factory=dict)
    by_name: dict[tuple[str, str], Source] = field(default_factory=dict)

    def put(self, source: Source) -> None:
        self.by_key[source.key] = source
        for name in KNOWN_BY:
            if value := getattr(source, name):
                self.by_name[name, value] = source

    def named(self, names: Mapping[str, str]) -> Source | None:
        """The source with one of these names; a web address counts only for what has no better name."""
        better = any(names.get(name) for name in ("doi", "pmid", "isbn"))
        asked = [name for name in KNOWN_BY if names.get(name) and not (better and name == "url")]
        return next((found for name in asked if (found := self.by_name.get((name, names[name])))), None)


def shelf(keys: Iterable[str], names: Iterable[Mapping[str, str]]) -> Shelf:
    """Whatever of these the library has."""
    wanted: dict[str, set[str]] = {name: set() for name in KNOWN_BY}
    for each in names:
        for name in KNOWN_BY:
            wanted[name] |= {each[name]} if each.get(name) else set()
    asked = Q(key__in=[key for key in keys if KEY.fullmatch(key)])
    for name, values in wanted.items():
        asked |= Q(**{f"{name}__in": sorted(values)}) if values else Q()
    found = Shelf()
    for source in Source.objects.filter(asked):
        found.put(source)
    return found


def names_of(csl: Csl) -> dict[str, str]:
    """What the source is known by, as it is compared. An address that is only the page of its DOI is no name."""
    names = {
        "doi": identifiers.doi_key(csl.get("DOI", "")),
        "pmid": identifiers.pmid(csl.get("PMID", "")),
        "isbn": identifiers.isbn(csl.get("ISBN", "")),
        "url": identifiers.web_address(csl.get("URL", "")),
    }
    return names | ({"url": ""} if names["doi"] or names["pmid"] or names["isbn"] else {})


def fields_of_source(source: Source) -> dict[str, Any]:
    """The columns of a reference that cites it, as the library says them today."""
    return {**fields_of(source.csl), "kind": source.kind, **{name: getattr(source, name) for name in EVIDENCE}}


def filled(source: Source, csl: Csl, *, kind: str, evidence: Mapping[str, Any], by: "User | None") -> Source:
    """The source with this CSL-JSON and what is known of its evidence, its columns read off; not stored yet."""
    known = fields_of(csl)
    source.csl, source.kind, source.title = csl, kind, known["title"]
    for name, value in names_of(csl).items():
        setattr(source, name, value)
    for name in EVIDENCE:
        if name in evidence:
            setattr(source, name, evidence[name])
    told = [known[name] for name in ("title", "authors", "container", "year", "doi", "pmid", "url")]
    source.search = " ".join([*told, source.isbn, source.key])
    source.changed_by, source.changed_at = by, timezone.now()
    return source


def new_source(
    csl: Csl, *, kind: str, by: "User | None", key: str = "", evidence: Mapping[str, Any] | None = None
) -> Source:
    """A source that is not in the library yet; `key` is the one that markers know it by already."""
    source = Source(key=key if KEY.fullmatch(key) else new_key(), added_by=by)
    return filled(source, csl, kind=kind, evidence=evidence or {}, by=by)


def add_all(sources: list[Source]) -> Shelf:
    """Put new sources into the library. Where somebody else was faster, theirs is found on the shelf instead."""
    Source.objects.bulk_create(sources, ignore_conflicts=True)
    found = shelf([each.key for each in sources], [names_of(each.csl) for each in sources])
    apply_notices(found.by_key.values())
    return found


def correct(source: Source, changed: Mapping[str, Any], *, by: "User") -> Source:
    """Change what the library says of a source; what articles said of it stays as it was.

    Refuses an identifier that another source has.
    """
    with transaction.atomic():
        fresh = Source.objects.select_for_update().get(pk=source.pk)
        csl = with_fields(fresh.csl, {name: changed[name] for name in FIELDS if name in changed})
        filled(fresh, csl, kind=changed.get("kind", fresh.kind), evidence=changed, by=by)
        _refuse_taken(fresh)
        fresh.version += 1
        try:
            with transaction.atomic():
                fresh.save()
        except IntegrityError as problem:
            raise Refusal(
                _("Another source in the library was given this identifier just now. Please save again.")
            ) from problem
        apply_notices([fresh])
    return fresh


@transaction.atomic
def edit(source: Source, changed: Mapping[str, Any], *, by: "User", seen: int) -> Source:
    """The same from the library's own page. Refuses who may not write, and a form that somebody else has overtaken."""
    if not by.is_active or not by.has_perm(WRITE):
        raise Refusal(_("Only an editor can change the library."))
    fresh = Source.objects.select_for_update(of=("self",)).select_related("changed_by").get(pk=source.pk)
    if fresh.version != seen:
        name = fresh.changed_by.display_name if fresh.changed_by else _("Somebody")
        raise Refusal(_("%(name)s has changed this source meanwhile. Look at it again, then save.") % {"name": name})
    fresh = correct(fresh, changed, by=by)
    if "peer_reviewed" in changed:
        fresh.peer_reviewed = changed["peer_reviewed"]
        fresh.save(update_fields=["peer_reviewed"])
    return fresh


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an import: the sources that are new, and those that the library had already."""

    new: list[Source]
    known: list[Source]


@transaction.atomic
def add(found: Iterable[Csl], *, by: "User") -> Added:
    """Put sources into the library that were read from a file or pasted; each once. Refuses who may not write."""
    if not by.is_active or not by.has_perm(WRITE):
        raise Refusal(_("Only an editor can add to the library."))
    read = list(found)
    here = shelf([], [names_of(csl) for csl in read])
    known: dict[str, Source] = {}
    new: list[Source] = []
    for csl in read:
        if source := here.named(names_of(csl)):
            known[source.key] = source
            continue
        new.append(new_source(csl, kind=fields_of(csl)["kind"], by=by))
        here.put(new[-1])
    fresh = {source.key for source in new}
    after = add_all(new)
    return Added(
        [after.by_key[key] for key in fresh if key in after.by_key],
        [source for key, source in known.items() if key not in fresh],
    )


def _refuse_taken(source: Source) -> None:
    for name in KNOWN_BY:
        value = getattr(source, name)
        other = Source.objects.exclude(pk=source.pk).filter(**{name: value}).first() if value else None
        if other:
            raise Refusal(
                _("“%(title)s” in the library has this %(what)s already. Cite that one instead.")
                % {"title": other, "what": _KNOWN_AS[name]}
            )
