"""The forms around previews: sharing one, confirming an address, giving advice."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.domain.sharing import DAYS, MOST_DAYS
from articles.enums import AdviceVerdict, PreviewKind, Status
from articles.models import PreviewLink, Revision


class ShareForm(forms.ModelForm):
    """Who may read one revision, and for how long. Drafts are shown to colleagues only."""

    days = forms.IntegerField(label=_("Days the link works"), initial=DAYS, min_value=1, max_value=MOST_DAYS)

    class Meta:
        model = PreviewLink
        fields = ("kind", "name", "profession", "email", "question")
        widgets = {"kind": forms.RadioSelect, "question": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "email": _("The link is sent here, and so is the code that opens it."),
            "question": _("Goes into the mail. Leave out what the mail should not carry."),
        }

    def __init__(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [PreviewKind.COLLEAGUE] if revision.status == Status.DRAFT else list(PreviewKind)
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        fields["kind"].initial = kinds[0]


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        help_text=_("Six digits, from the newest mail."),
    )


class AdviceForm(forms.Form):
    """What an outside expert says: a verdict, their words, and their interests."""

    verdict = forms.ChoiceField(label=_("Your answer"), choices=AdviceVerdict, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("What should change, and why"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    interests = forms.CharField(
        label=_("Your interests"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Anything that could sway you, such as a product you are paid for. Write “None” if nothing."),
        error_messages={"required": _("Please state your interests. If you have none, write “None”.")},
    )
