"""What a form says when something is missing or wrong, for every form of the site: what to do, not what a field is.

Django says "This field is required." of a box, a list and a date alike. A form that knows better still says its own.
"""

from typing import Any, Final

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

REQUIRED: Final[dict[Any, Any]] = {
    forms.Field: _("Fill this in."),
    forms.BooleanField: _("Tick this box."),
    forms.ChoiceField: _("Choose one of these."),
    forms.ModelChoiceField: _("Choose one of these."),
    forms.MultipleChoiceField: _("Choose at least one of these."),
    forms.ModelMultipleChoiceField: _("Choose at least one of these."),
    forms.DateField: _("Give a date."),
    forms.TimeField: _("Give a time."),
    forms.DateTimeField: _("Give a day and a time."),
    forms.IntegerField: _("Give a number."),
    forms.FileField: _("Choose a file."),
}


def say_what_to_do() -> None:
    """Put these words in place of Django's own, in forms and in what a model itself refuses."""
    for field, sentence in REQUIRED.items():
        field.default_error_messages = {**field.__dict__.get("default_error_messages", {}), "required": sentence}
    forms.DateField.default_error_messages["invalid"] = _("Write the date like this: 2026-11-30.")
    forms.IntegerField.default_error_messages["invalid"] = _("Write a whole number.")
    models.Field.default_error_messages = {
        **models.Field.default_error_messages,
        "blank": _("Fill this in."),
        "null": _("Fill this in."),
    }
