"""The rows of a draft's references in its form."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import Reference, Revision
from articles.models.source import new_key


class SourceKeyField(forms.CharField):
    """Which source a row cites. A row that has nothing but the key it was given is empty."""

    def __init__(self) -> None:
        super().__init__(required=False, max_length=10, widget=forms.HiddenInput, initial=new_key)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class ReferenceForm(forms.ModelForm):
    source = SourceKeyField()
    title = forms.CharField(label=_("Title"), max_length=400, required=False)
    url = forms.URLField(label=_("Web address"), required=False, max_length=500, assume_scheme="https")
    checked_on = forms.DateField(
        label=_("Evidence checked on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    class Meta:
        model = Reference
        fields = (
            "kind", "authors", "title", "container", "year", "volume", "issue", "pages",
            "doi", "pmid", "url", "checked_on", "study_type", "participants", "population", "funding",
        )  # fmt: skip
        widgets = {"participants": forms.NumberInput(attrs={"min": 0})}

    def clean(self) -> dict[str, Any]:
        """An identifier is enough to keep a row: the rest can be filled in later."""
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(name) or name in self.errors for name in ("title", "doi", "pmid", "url")):
            self.add_error("title", _("Give a title, or a DOI, PubMed number or web address."))
        return cleaned

    def row(self) -> dict[str, Any]:
        """What `save_draft` wants of a row; empty where it says nothing."""
        known = any(self.cleaned_data.get(name) for name in ("title", "doi", "pmid", "url"))
        return {name: self.cleaned_data.get(name) for name in ("source", *self.Meta.fields)} if known else {}


class BaseReferenceFormSet(forms.BaseFormSet):
    """The list as the editor sees it. Rows are known by their place, not by a key: each save replaces the whole list,
    and a row that somebody else has replaced meanwhile is a conflict to be told, not an invalid choice.
    """

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["ORDER"].widget = forms.NumberInput(attrs={"min": 1})
        form.fields["ORDER"].label = _("Place in the list")

    def in_order(self) -> list[dict[str, Any]]:
        """The references that stay, in the order the editor gave them, as `save_draft` wants them."""
        return [row for form in self.ordered_forms if (row := form.row())]


_ReferenceFormSet = forms.formset_factory(
    ReferenceForm, formset=BaseReferenceFormSet, extra=2, can_delete=True, can_order=True, max_num=200
)


def reference_forms(
    revision: Revision, data: Any = None, rows: Sequence[Mapping[str, Any]] | None = None
) -> BaseReferenceFormSet:
    """The forms for a draft's references as they are saved, or for other `rows`, with empty ones for more; bound to
    `data` where given.
    """
    if rows is None:
        rows = [
            {
                "source": reference.source.key if reference.source else new_key(),
                "flag": reference.source.get_status_display()
                if reference.source and reference.source.is_flagged
                else "",
                **{name: getattr(reference, name) for name in ReferenceForm.Meta.fields},
            }
            for reference in revision.references.as_listed()
        ]
    return cast(BaseReferenceFormSet, _ReferenceFormSet(data, initial=list(rows), prefix="references"))
