"""The form of what the clinic says of itself. `clinic_cms.keeping_clinic` saves it, never the form."""

from typing import Any, Final

from django import forms
from django.conf import settings
from django.forms import BoundField
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from articles.clinical_forms import RecordForm
from clinic_cms import opening_hours
from clinic_cms.models import ClinicProfile
from clinic_cms.opening_hours import DAYS, WrongHours
from clinic_cms.shared.countries import COUNTRIES, EMERGENCY_NUMBERS
from clinic_cms.shared.text import tidy

_PARTS: Final = (
    (_("Who you are"), ("name", "tagline", "country", "emergency_number")),
    (_("How readers reach you"), ("address", "phone", "email")),
    (_("When you are open"), (*(f"hours_{day}" for day in DAYS), "hours_note")),
    (_("What new articles say of their limits"), tuple(f"disclaimer_{code}" for code, _name in settings.LANGUAGES)),
)
_OWN_WORDS: Final = _(
    "Leave it empty for our words; the preview shows them. Your own say that it is general information and no advice, "
    "to talk with a professional, and what to call in an emergency."
)
MOST_WORDS: Final = 2000


class ClinicForm(RecordForm):
    country = forms.ChoiceField(
        label=_("Country"),
        choices=[("", _("Choose the country")), *COUNTRIES.items()],
        help_text=_("Articles show the crisis lines of this country, and what people call there in an emergency."),
    )

    class Meta:
        model = ClinicProfile
        fields = (
            "name", "tagline", "country", "emergency_number", "address", "phone", "email", "hours_note",
        )  # fmt: skip
        widgets = {
            "address": forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
            "phone": forms.TextInput(attrs={"inputmode": "tel"}),
            "emergency_number": forms.TextInput(attrs={"inputmode": "tel"}),
        }
        help_texts = {
            "address": _("As it stands on an envelope, without your name."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, day in enumerate(DAYS):
            self.fields[f"hours_{day}"] = forms.CharField(
                label=WEEKDAYS[number],
                required=False,
                max_length=opening_hours.MOST_TYPED,
                initial=opening_hours.typed(self.instance.hours.get(day, ())),
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )
        for code, name in settings.LANGUAGES:
            self.fields[f"disclaimer_{code}"] = forms.CharField(
                label=name,
                required=False,
                max_length=MOST_WORDS,
                initial=self.instance.disclaimers.get(code, ""),
                widget=forms.Textarea(attrs={"rows": 6, "lang": code}),
                help_text=_OWN_WORDS,
            )
        known = ", ".join(sorted(set(EMERGENCY_NUMBERS.values())))
        self.fields["emergency_number"].help_text = _(
            "Leave it empty where it is one of those we know (%(numbers)s, by the country)."
        ) % {"numbers": known}

    def parts(self) -> list[tuple[str, list[BoundField]]]:
        """The fields under their headings."""
        return [(str(heading), [self[name] for name in names if name in self.fields]) for heading, names in _PARTS]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, value in cleaned.items():
            if isinstance(value, str):
                cleaned[name] = tidy(value)
        cleaned["hours"] = {}
        for day in DAYS:
            if spans := self._spans(day, str(cleaned.pop(f"hours_{day}", ""))):
                cleaned["hours"][day] = [list(span) for span in spans]
        words = {code: cleaned.pop(f"disclaimer_{code}", "") for code, _name in settings.LANGUAGES}
        cleaned["disclaimers"] = {code: said for code, said in words.items() if said}
        return cleaned

    def _spans(self, day: str, typed: str) -> list[opening_hours.Span]:
        try:
            return opening_hours.parse(typed)
        except WrongHours as wrong:
            self.add_error(f"hours_{day}", str(wrong))
            return []
