"""What the library of pictures asks for."""

import re
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _

from articles.enums import Licence
from articles.models import Picture, PictureConsent
from articles.picture_address import RANDOM

MOST_AT_ONCE: Final = 5


class Pictures(forms.ClearableFileInput):
    allow_multiple_selected = True


class PicturesField(forms.FileField):
    """One or more files, none of them looked at yet."""

    widget = Pictures(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif,image/gif"})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if len(files) > MOST_AT_ONCE:
            raise forms.ValidationError(_("Choose five pictures at most; the others can follow."))
        return [super(PicturesField, self).clean(each, initial) for each in files or [None]]


class UploadForm(forms.Form):
    pictures = PicturesField(
        label=_("Add pictures"),
        help_text=_("JPEG, PNG, WebP or AVIF, up to 15 MB each. Where and when a photo was taken is removed."),
        error_messages={
            "required": _("Choose at least one picture."),
            "empty": _("The file is empty. Choose another one."),
        },
    )


class _Slider(forms.NumberInput):
    """It always has a value, so HTML does not let it be required."""

    input_type = "range"

    def use_required_attribute(self, initial: Any) -> bool:
        return False


class DescribeForm(forms.ModelForm):
    """What the library says about a picture. The focal point is set by two sliders, which every keyboard can move."""

    class Meta:
        model = Picture
        fields = ("alt", "people", "licence", "credit", "focal_x", "focal_y")
        slider = {"min": 0, "max": 100, "step": 5}
        widgets = {
            "alt": forms.Textarea(attrs={"rows": 2}),
            "focal_x": _Slider(attrs=slider),
            "focal_y": _Slider(attrs=slider),
        }
        labels = {
            "alt": _("What it shows, for who cannot see it"),
            "people": _("Who can be seen"),
            "licence": _("By what right we show it"),
            "credit": _("Maker or agency to be named"),
            "focal_x": _("Most important point: from the left"),
            "focal_y": _("Most important point: from the top"),
        }
        help_texts = {
            "alt": _("One sentence. An article may use its own words, or say that the picture only decorates."),
            "people": _("A patient's picture needs a consent that holds. A model's needs “Posed by a model” below it."),
            "focal_y": _("Where a picture has to be cut, such as on a card, this point stays in view."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("focal_x", "focal_y"):
            self.fields[name].validators.append(MaxValueValidator(100))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        licence, credit = cleaned.get("licence"), (cleaned.get("credit") or "").strip()
        if licence and not credit and Licence(licence).needs_credit:
            self.add_error("credit", _("This licence asks us to name somebody. Who made the picture, or which agency?"))
        return cleaned


class ConsentForm(forms.ModelForm):
    """That a patient agreed: where the form is, what it allows, from when until when."""

    class Meta:
        model = PictureConsent
        fields = ("held_by", "scope", "given_on", "expires_on", "note")
        day = {"type": "date"}
        widgets = {
            "given_on": forms.DateInput(attrs=day, format="%Y-%m-%d"),
            "expires_on": forms.DateInput(attrs=day, format="%Y-%m-%d"),
        }
        help_texts = {
            "held_by": _("A place, not the patient's name: “Records office, folder 2026/114”."),
            "scope": _("For example “this website, for patient information”."),
            "expires_on": _("After this day no article with the picture can go live, and live ones are looked at."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("held_by", "scope", "given_on", "expires_on"):
            self.fields[name].required = True


def named(key: object) -> str:
    """The address of a picture by its key in the database, as a draft that is put together of two holds it."""
    text = "" if key is None else str(key)
    picture = Picture.objects.filter(pk=text).first() if text.isdecimal() and len(text) < 19 else None
    return picture.address if picture else ""


class PictureField(forms.CharField):
    """A picture by its address or its code, as the library shows it."""

    default_error_messages = {"unknown": _("No picture has this address. Copy it from the library of pictures.")}

    def to_python(self, value: Any) -> Any:
        typed = (super().to_python(value) or "").strip()
        if not typed:
            return None
        found = re.search(RANDOM, typed) if len(typed) < 300 else None
        picture = Picture.objects.kept().filter(token=found[0]).first() if found else None
        if picture is None:
            raise forms.ValidationError(self.error_messages["unknown"], code="unknown")
        return picture

    def prepare_value(self, value: Any) -> Any:
        return value.address if isinstance(value, Picture) else value
