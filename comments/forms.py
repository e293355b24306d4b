"""The forms that moderators fill in."""

from django import forms
from django.utils.translation import gettext_lazy

from comments.enums import Outcome, Reason


class DecisionForm(forms.Form):
    """What a moderator decides; `seen` is the comment's version on the page they looked at."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(choices=Outcome)
    reason = forms.ChoiceField(choices=[("", gettext_lazy("Choose a reason")), *Reason.choices], required=False)
    note = forms.CharField(required=False, max_length=1000)
