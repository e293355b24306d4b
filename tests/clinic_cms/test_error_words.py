"""A form that is sent empty says what to do."""

import pytest
from django import forms

from articles.models import Topic


class Everything(forms.Form):
    words = forms.CharField()
    choice = forms.ChoiceField(choices=[("a", "A")])
    choices = forms.MultipleChoiceField(choices=[("a", "A")])
    topic = forms.ModelChoiceField(Topic.objects.none())
    day = forms.DateField()
    moment = forms.DateTimeField()
    number = forms.IntegerField()
    agreed = forms.BooleanField()
    file = forms.FileField()


SAID = {
    "words": "Fill this in.",
    "choice": "Choose one of these.",
    "choices": "Choose at least one of these.",
    "topic": "Choose one of these.",
    "day": "Give a date.",
    "moment": "Give a day and a time.",
    "number": "Give a number.",
    "agreed": "Tick this box.",
    "file": "Choose a file.",
}


def test_an_empty_field_says_what_to_do():
    assert Everything({}).errors == {name: [sentence] for name, sentence in SAID.items()}


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        (forms.DateField, "soon", "Write the date like this: 2026-11-30."),
        (forms.IntegerField, "a few", "Write a whole number."),
    ],
)
def test_what_cannot_be_read_is_shown_how_to_write_it(field: type[forms.Field], typed: str, sentence: str):
    with pytest.raises(forms.ValidationError) as refused:
        field().clean(typed)

    assert refused.value.messages == [sentence]
