"""Versions of a draft that people keep under a name, and bringing earlier words back into a draft."""

from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.db.models import Field
from django.utils.translation import gettext as _

from articles.comparison import Words
from articles.domain import drafting
from articles.domain.compared import words_with
from articles.models import NamedVersion, Reference, Revision
from clinic_cms.shared.refusal import Refusal
from clinic_cms.shared.text import tidy

if TYPE_CHECKING:
    from clinic_cms.models import User

LONGEST_NAME: Final = 120
# What belongs to one revision: another one that gets its words back keeps its own.
OF_ONE_REVISION: Final = ("change_note", *drafting.CORRECTION)


@transaction.atomic
def keep_version(revision: Revision, *, by: "User", seen: str, name: str) -> NamedVersion:
    """Keep the saved words of a draft under a name. Refuses who may not write, frozen words, a stale page, no name."""
    fresh = drafting.lock_to_write(revision, by=by, seen=seen)
    name = " ".join(tidy(name[: LONGEST_NAME * 10]).split())
    if not name:
        raise Refusal(_("Give the version a name, such as “Before the cuts”."))
    if len(name) > LONGEST_NAME:
        raise Refusal(_("Use at most %(most)s characters for the name.") % {"most": LONGEST_NAME})
    return _keep(fresh, by, name)


@transaction.atomic
def save_and_keep(revision: Revision, *, by: "User", name: str, **saving: Any) -> NamedVersion:
    """Save a draft (`drafting.save_draft` takes the same) and keep the version: both, or neither and the refusal."""
    saved = drafting.save_draft(revision, by=by, **saving)
    return keep_version(saved, by=by, seen=saved.state_token, name=name)


@transaction.atomic
def restore_version(version: NamedVersion, *, into: Revision, by: "User", seen: str) -> Revision:
    """Bring the words of a kept version back into an open draft of its article. See `restore_revision`."""
    words, references = _words_in(version), _references_in(version)
    if version.revision_id != into.pk:
        words = {field: value for field, value in words.items() if field not in OF_ONE_REVISION}
    draft = _draft_for(version.revision, into=into, by=by, seen=seen)
    return _restore(draft, by, words, references, _("Before “%(name)s” was restored") % {"name": version.name})


@transaction.atomic
def restore_revision(source: Revision, *, into: Revision, by: "User", seen: str) -> Revision:
    """Bring the words of an earlier revision back into an open draft of the same article, and record the contributor.

    The words before are kept as a version by themselves, and what people typed and did not save stays theirs. Refuses
    like `save_draft`: who may not write, frozen words, a stale page.
    """
    if source.pk == into.pk:
        raise Refusal(_("These are the words of this very draft."))
    draft = _draft_for(source, into=into, by=by, seen=seen)
    words = {field: getattr(source, field) for field in drafting.WORDS if field not in OF_ONE_REVISION}
    references = [
        {field: getattr(each, field) for field in drafting.REFERENCE_FIELDS} for each in source.references.as_listed()
    ]
    name = _("Before revision %(number)s was restored") % {"number": source.number}
    return _restore(draft, by, words, references, name)


def words_of_version(version: NamedVersion) -> Words:
    """A kept version as the comparison takes it."""
    revision, words = Revision.objects.with_people().get(pk=version.revision_id), _words_in(version)
    revision.byline = drafting.byline_of(words.get("author", revision.author), revision.article.language)
    return words_with(revision, words, _references_in(version))


def _draft_for(source: Revision, *, into: Revision, by: "User", seen: str) -> Revision:
    if source.article_id != into.article_id:
        raise Refusal(_("These words belong to another article."))
    return drafting.lock_to_write(into, by=by, seen=seen)


def _restore(draft: Revision, by: "User", words: dict[str, Any], references: list[Any], name: str) -> Revision:
    _keep(draft, by, name[:LONGEST_NAME], by_itself=True)
    drafting.write(draft, by=by, words=words, references=references)
    return draft


def _keep(draft: Revision, by: "User", name: str, *, by_itself: bool = False) -> NamedVersion:
    return NamedVersion.objects.create(
        revision=draft,
        name=name,
        by_itself=by_itself,
        words_version=draft.words_version,
        words={field: _column(Revision, field).value_from_object(draft) for field in drafting.WORDS},
        references=[_fields_of(reference) for reference in draft.references.order_by("position")],
        by=by,
    )


def _words_in(version: NamedVersion) -> dict[str, Any]:
    """The words as `drafting.write` takes them."""
    return _taken_back(Revision, {name: version.words[name] for name in drafting.WORDS if name in version.words})


def _references_in(version: NamedVersion) -> list[dict[str, Any]]:
    known = drafting.REFERENCE_FIELDS
    return [_taken_back(Reference, {name: each[name] for name in known if name in each}) for each in version.references]


def _taken_back(model: type[Any], kept: dict[str, Any]) -> dict[str, Any]:
    """Values as the model's fields hold them: what was kept as a key is the thing again."""
    values = {}
    for name, value in kept.items():
        column = _column(model, name)
        related = column.related_model
        values[name] = related._base_manager.filter(pk=value).first() if related else column.to_python(value)
    return values


def _fields_of(reference: Reference) -> dict[str, Any]:
    return {name: _column(Reference, name).value_from_object(reference) for name in drafting.REFERENCE_FIELDS}


def _column(model: type[Any], name: str) -> Field[Any, Any]:
    return model._meta.get_field(name)
