"""Two people saved the same draft: both texts side by side for the second one, and both put together on request."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import ModelChoiceField
from django.utils.translation import gettext_lazy as _

from articles.domain.drafts import BODY, draft_at, draft_from, saved_draft
from articles.forms import BaseReferenceFormSet, DraftForm, reference_forms
from articles.merging import Choice, Clash, Draft, Merged, merge
from articles.merging.marking import Marked, marked
from articles.models import Revision
from articles.picture_form import PictureField, named
from articles.richtext import TooLarge, bare_text, plain_text

CHOICE_LABELS = {
    Choice.MINE: _("Mine"),
    Choice.THEIRS: _("Theirs"),
    Choice.BOTH: _("Both, mine first"),
    Choice.TOGETHER: _("Both changes in one"),
}


@dataclass(frozen=True, slots=True)
class ShownClash:
    """A place that both changed, as the page asks about it."""

    number: int
    label: str
    mine: Marked
    theirs: Marked
    together: str
    choices: list[tuple[str, str, bool]]  # value, label, chosen


def describe_conflict(
    revision: Revision, reason: str, form: DraftForm, references: BaseReferenceFormSet, data: Mapping[str, str]
) -> dict[str, Any]:
    """The words as they are saved now, by field, with who saved them and when, beside the person's own, which the form
    keeps; and what stands in the way of putting both together, where it is known what both began with.
    """
    mine, theirs = _typed(form, references), saved_draft(revision)
    seen = data.get("began", "") or data.get("seen", "")
    base = draft_at(revision, seen)
    merged = _merged(base, mine, theirs, data) if base else None
    sides = _sides(form, theirs, mine)
    return {
        "reason": reason,
        "by": revision.saved_by.display_name,
        "at": revision.saved_at,
        "token": revision.state_token,
        "began": seen,
        "sides": [side for side in sides if side[1] != side[2]],
        "same": [label for label, their, own in sides if their == own],
        "merged": merged,
        "clashes": [_asked(form, clash, data) for clash in merged.clashes] if merged else [],
    }


def put_together(
    revision: Revision, form: DraftForm, references: BaseReferenceFormSet, data: Mapping[str, str]
) -> tuple[DraftForm, BaseReferenceFormSet, Merged] | None:
    """Forms with both texts in one, by the choices that were made; nothing is saved. None where the words have been
    saved again since the page was made, or where both cannot be put together.
    """
    base = draft_at(revision, data.get("began", ""))
    if base is None or data.get("seen") != revision.state_token:
        return None
    merged = _merged(base, _typed(form, references), saved_draft(revision), data)
    if merged is None:
        return None
    words = {**merged.draft.fields, BODY: merged.draft.body}
    return DraftForm(instance=revision, initial=words), reference_forms(revision, rows=merged.draft.sources), merged


def seen_and_now(revision: Revision, seen: str) -> list[tuple[str, str, str]]:
    """Each field that was saved since somebody looked at a draft: its label, what they saw, and what it is now."""
    base = draft_at(revision, seen)
    if base is None:
        return []
    rows = _sides(DraftForm(instance=revision), base, saved_draft(revision))
    return [row for row in rows if row[1] != row[2]]


def _merged(base: Draft, mine: Draft, theirs: Draft, data: Mapping[str, str]) -> Merged | None:
    chosen = {
        int(name.removeprefix("clash-")): Choice(value)
        for name, value in data.items()
        if name.startswith("clash-") and name[6:].isdecimal() and value in {each.value for each in Choice}
    }
    try:
        return merge(base, mine, theirs, chosen)
    except TooLarge:
        return None


def _typed(form: DraftForm, references: BaseReferenceFormSet) -> Draft:
    return draft_from(form.words(), references.in_order())


def _asked(form: DraftForm, clash: Clash, data: Mapping[str, str]) -> ShownClash:
    mine, theirs = _readable(form, clash, clash.mine), _readable(form, clash, clash.theirs)
    chosen = data.get(f"clash-{clash.number}", clash.usual.value)
    return ShownClash(
        clash.number,
        str(form.fields[clash.field].label),
        marked(mine, theirs),
        marked(theirs, mine),
        _readable(form, clash, clash.together),
        [(each.value, str(CHOICE_LABELS[each]), each.value == chosen) for each in clash.choices],
    )


def _readable(form: DraftForm, clash: Clash, text: str) -> str:
    if clash.field == BODY:
        return bare_text(text).strip()
    return _choice_name(form, clash.field, text)


def _shown(form: DraftForm, name: str, draft: Draft) -> str:
    if name == BODY:
        return plain_text(draft.body)
    return _choice_name(form, name, draft.fields.get(name, ""))


def _choice_name(form: DraftForm, name: str, value: str) -> str:
    """What a person reads of a field's value: the name of a row or of a choice, not its key."""
    field: Any = form.fields[name]
    if isinstance(field, PictureField):
        return named(value)
    if issubclass(type(field), ModelChoiceField):
        row = field.queryset.filter(pk=value).first() if value.isdecimal() else None
        return field.label_from_instance(row) if row else value
    return str(dict(getattr(field, "choices", ())).get(value, value))


def _sides(form: DraftForm, theirs: Draft, mine: Draft) -> list[tuple[str, str, str]]:
    """Each field's label, and what each of the two has in it."""
    shown = [(name, str(field.label)) for name, field in form.fields.items() if name in theirs.fields or name == BODY]
    rows = [(label, _shown(form, name, theirs), _shown(form, name, mine)) for name, label in shown]
    return [*rows, (str(_("References")), _titles(theirs), _titles(mine))]


def _titles(draft: Draft) -> str:
    return "\n".join(f"{place}. {each.get('title', '')}" for place, each in enumerate(draft.sources, 1))
