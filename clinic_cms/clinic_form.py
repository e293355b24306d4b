"""The form of what the clinic says of itself. `clinic_cms.keeping_clinic` saves it, never the form."""

from itertools import product
from typing import Any, Final, cast

from django import forms
from django.conf import settings
from django.forms import BoundField
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from articles.clinical_forms import RecordForm
from clinic_cms import opening_hours
from clinic_cms.look import Look
from clinic_cms.models import ClinicProfile
from clinic_cms.opening_hours import DAYS, WrongHours
from clinic_cms.palette import is_colour
from clinic_cms.shared.countries import EMERGENCY_NUMBERS, countries_by_name
from clinic_cms.shared.languages import language_name
from clinic_cms.shared.text import tidy

OTHERS: Final = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
TRANSLATED: Final = ("tagline", "hours_note")


def _also(name: str) -> tuple[str, ...]:
    """The fields for the same in other languages."""
    return tuple(f"{name}_{code}" for code in OTHERS)


# Each part of the form: its heading, what it is about, and its fields.
_PARTS: Final = (
    (_("Who you are"), "", ("name", "tagline", *_also("tagline"), "country", "emergency_number")),
    (_("How readers reach you"), "", ("address", "phone", "email")),
    (
        _("When you are open"),
        _("Such as 8:00-12:00, 13:00-17:00 or 9 am to 5 pm. An empty day is a day on which you are closed."),
        (*(f"hours_{day}" for day in DAYS), "hours_note", *_also("hours_note")),
    ),
    (
        _("Your logo"),
        _("A PNG, JPEG or WebP of 2 MB at most; wide rather than tall. Press “Show preview” to see it."),
        ("logo_file", "no_logo", "logo_dark_file", "no_logo_dark", "logo_has_name"),
    ),
    (_("Your colour"), "", ("brand", "own_dark", "brand_dark")),
    (
        _("What new articles say of their limits"),
        _(
            "Leave it empty for our words; the preview shows them. Your own say that it is general information and no "
            "advice, to talk with a professional, and what to call in an emergency."
        ),
        tuple(f"disclaimer_{code}" for code, _name in settings.LANGUAGES),
    ),
)
ACCEPTED: Final = "image/png,image/jpeg,image/webp,image/avif,image/gif"
MOST_WORDS: Final = 2000


class ColourInput(forms.TextInput):
    """A browser's own choice of colours: there is always one, so HTML does not let it be required."""

    input_type = "color"

    def use_required_attribute(self, initial: Any) -> bool:
        return False


class ClinicForm(RecordForm):
    country = forms.ChoiceField(
        label=_("Country"),
        choices=lambda: [("", _("Choose the country")), *countries_by_name()],
        help_text=_("Articles show the crisis lines of this country, and what people call there in an emergency."),
    )

    logo_file = forms.FileField(label=_("Logo"), required=False, widget=forms.FileInput(attrs={"accept": ACCEPTED}))
    no_logo = forms.BooleanField(label=_("Show no logo"), required=False)
    logo_dark_file = forms.FileField(
        label=_("Logo for dark screens"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=_("Without one, yours stands on white there."),
    )
    no_logo_dark = forms.BooleanField(label=_("Show no other logo on dark screens"), required=False)
    brand = forms.CharField(
        label=_("Your colour"),
        widget=ColourInput(),
        help_text=_("For buttons, links and the line at the top. The preview shows how well it can be read."),
    )
    own_dark = forms.BooleanField(label=_("Choose the colour for dark screens ourselves"), required=False)
    brand_dark = forms.CharField(
        label=_("Your colour on dark screens"),
        required=False,
        widget=ColourInput(),
        help_text=_("Counts where the box above is ticked. Otherwise we make your colour as light as it needs to be."),
    )

    class Meta:
        model = ClinicProfile
        fields = (
            "name", "tagline", "country", "emergency_number", "address", "phone", "email", "hours_note",
            "logo", "logo_dark", "logo_has_name",
        )  # fmt: skip
        widgets = {
            "logo": forms.HiddenInput,
            "logo_dark": forms.HiddenInput,
            "address": forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
            "phone": forms.TextInput(attrs={"inputmode": "tel"}),
            "emergency_number": forms.TextInput(attrs={"inputmode": "tel"}),
        }
        help_texts = {
            "address": _("As it stands on an envelope, without your name."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sensible: dict[str, Any] = {}
        self._begin_with_the_look()
        self._ask_for_hours()
        for name, code in product(TRANSLATED, OTHERS):
            self.fields[f"{name}_{code}"] = self._in_another_language(name, code)
        self._ask_for_disclaimers()
        known = ", ".join(sorted(set(EMERGENCY_NUMBERS.values())))
        self.fields["emergency_number"].help_text = _(
            "Leave it empty where it is one of those we know (%(numbers)s, by the country)."
        ) % {"numbers": known}

    def _begin_with_the_look(self) -> None:
        look = Look.of(self.instance.brand, self.instance.brand_dark)
        for name in ("logo", "logo_dark"):
            if not (getattr(self.instance, name) or self.data.get(name)):
                del self.fields[f"no_{name}"]  # there is none that could go
        self.initial = {
            **self.initial,
            "brand": look.brand,
            "own_dark": bool(self.instance.brand_dark),
            "brand_dark": look.dark,
        }

    def _ask_for_hours(self) -> None:
        for number, day in enumerate(DAYS):
            self.fields[f"hours_{day}"] = forms.CharField(
                label=WEEKDAYS[number],
                required=False,
                max_length=opening_hours.MOST_TYPED,
                initial=opening_hours.typed(self.instance.hours.get(day, ())),
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )

    def _ask_for_disclaimers(self) -> None:
        for code, name in settings.LANGUAGES:
            self.fields[f"disclaimer_{code}"] = forms.CharField(
                label=name,
                required=False,
                max_length=MOST_WORDS,
                initial=self.instance.disclaimers.get(code, ""),
                widget=forms.Textarea(attrs={"rows": 6, "lang": code}),
            )

    def sensible(self) -> dict[str, Any]:
        """Of what was typed that which makes sense, for the preview; nothing where nothing was."""
        return self._sensible if self.is_bound and self.errors is not None else {}

    def parts(self) -> list[tuple[str, str, list[BoundField]]]:
        """The fields under their headings."""
        return [
            (str(heading), str(hint), [self[name] for name in names if name in self.fields])
            for heading, hint, names in _PARTS
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, value in cleaned.items():
            if isinstance(value, str):
                cleaned[name] = tidy(value)
        cleaned["hours"] = {}
        for day in DAYS:
            if spans := self._spans(day, str(cleaned.pop(f"hours_{day}", ""))):
                cleaned["hours"][day] = [list(span) for span in spans]
        for name in ("logo", "logo_dark"):
            if cleaned.pop(f"no_{name}", False):
                cleaned[name] = None
            cleaned.pop(f"{name}_file", None)
        if not cleaned.pop("own_dark", False):
            cleaned["brand_dark"] = ""
        cleaned["translations"] = _taken_out(cleaned)
        words = {code: cleaned.pop(f"disclaimer_{code}", "") for code, _name in settings.LANGUAGES}
        cleaned["disclaimers"] = {code: said for code, said in words.items() if said}
        self._sensible = dict(cleaned)
        return cleaned

    def clean_brand(self) -> str:
        return self._colour("brand")

    def clean_brand_dark(self) -> str:
        return self._colour("brand_dark")

    def _in_another_language(self, name: str, code: str) -> forms.CharField:
        own = cast(forms.CharField, self.fields[name])
        told = {"field": own.label, "language": language_name(code)}
        return forms.CharField(
            label=_("%(field)s, in %(language)s") % told,
            required=False,
            max_length=own.max_length,
            initial=self.instance.translations.get(code, {}).get(name, ""),
            widget=forms.TextInput(attrs={"lang": code}),
        )

    def _colour(self, name: str) -> str:
        typed = str(self.cleaned_data[name]).strip().lower()
        if typed and not is_colour(typed):
            raise forms.ValidationError(_("Write a colour as # and six digits, such as #0f4a41."))
        return typed

    def _spans(self, day: str, typed: str) -> list[opening_hours.Span]:
        try:
            return opening_hours.parse(typed)
        except WrongHours as wrong:
            self.add_error(f"hours_{day}", str(wrong))
            return []


def _taken_out(cleaned: dict[str, Any]) -> dict[str, dict[str, str]]:
    """What was typed in other languages, by their codes; an empty field says nothing."""
    said = {code: {name: cleaned.pop(f"{name}_{code}", "") for name in TRANSLATED} for code in OTHERS}
    said = {code: {name: words for name, words in each.items() if words} for code, each in said.items()}
    return {code: each for code, each in said.items() if each}
