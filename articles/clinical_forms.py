"""The forms of the records that the clinic keeps up to date. `seen` is the last change the form was made from."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.domain.clinical_data import FIELDS
from articles.models import ClinicPhone, ClinicService, Condition, CrisisResource, Drug, DrugUse, PatientStory


class RecordForm(forms.ModelForm):
    """A record that is kept up to date; `articles.domain.clinical_data.keep` saves it, never the form."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0, required=False)

    def __init__(self, *args: Any, seen: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = seen

    def values(self) -> dict[str, Any]:
        """What `keep` wants."""
        return {**self.cleaned_data, "seen": self.cleaned_data.get("seen") or 0}

    def typed(self) -> list[str]:
        """What was written, for a page that can't show the form again."""
        return [f"{field.label}: {text}" for field in self.visible_fields() if (text := str(field.value() or ""))]


class DrugForm(RecordForm):
    class Meta:
        model = Drug
        fields = FIELDS[Drug]


class ConditionForm(RecordForm):
    class Meta:
        model = Condition
        fields = FIELDS[Condition]


class DrugUseForm(RecordForm):
    source_url = forms.URLField(
        label=_("Source"),
        max_length=500,
        assume_scheme="https",
        help_text=_("The label or the decision itself: the page where the authority says so."),
    )

    class Meta:
        model = DrugUse
        fields = FIELDS[DrugUse]
        help_texts = {"standing": _("“Approved” only if the authority's label names this condition.")}


class CrisisResourceForm(RecordForm):
    source_url = forms.URLField(label=_("Source"), max_length=500, assume_scheme="https")
    chat_url = forms.URLField(label=_("Chat"), max_length=500, assume_scheme="https", required=False)

    class Meta:
        model = CrisisResource
        fields = FIELDS[CrisisResource]
        help_texts = {
            "country": _("Articles show the lines of the clinic's own country."),
            "language": _("Of these words. Pages in another language show the lines told in it, where there are some."),
            "active": _("A line that has closed is switched off, not deleted: old words named it."),
            "sms_keyword": _("Only where a text message has to begin with a certain word."),
            "hours": _("As readers should read it, such as: 24 hours a day, 7 days a week"),
        }


class ClinicServiceForm(RecordForm):
    class Meta:
        model = ClinicService
        fields = FIELDS[ClinicService]
        help_texts = {"active": _("A service that has ended is switched off, not deleted: old words named it.")}


class ClinicPhoneForm(RecordForm):
    class Meta:
        model = ClinicPhone
        fields = FIELDS[ClinicPhone]


class PatientStoryForm(RecordForm):
    """The article is the one that the page is about, for ever."""

    class Meta:
        model = PatientStory
        fields = FIELDS[PatientStory][1:]
        widgets = {
            "quote": forms.Textarea(attrs={"rows": 4}),
            "valid_from": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "expires_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "withdrawn_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
