"""The two forms of the discussion: open a thread on words, and say something in one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clinic_cms.shared.refusal import Refusal

_WORDS: dict[str, Any] = {"widget": forms.Textarea(attrs={"rows": 3}), "required": False, "strip": False}


class ThreadForm(forms.Form):
    """Where a thread is anchored, and what is said. Too long is for the verb to refuse: a form would cut it."""

    quote = forms.CharField(
        label=_("The exact words"),
        help_text=_("Select them in the article, or copy them from it. Leave it empty to discuss the whole section."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        strip=False,
    )
    section = forms.ChoiceField(label=_("Section"), required=False)
    position = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=1_000_000)
    text = forms.CharField(label=_("What you want to say"), **_WORDS)

    def __init__(self, sections: list[tuple[str, str]], data: Any = None, *, by_hand: bool = False) -> None:
        """`by_hand`: on a page where words can't be chosen with the mouse."""
        super().__init__(data, auto_id="new-thread-%s")
        section: Any = self.fields["section"]
        section.choices = sections
        if by_hand:
            self.fields["quote"].help_text = _(
                "Copy them from the article. Leave it empty to speak of the whole section."
            )


def blame(form: forms.Form, refusal: Refusal) -> None:
    """Mark what a refusal is about on the form that comes back, with its sentence."""
    if refusal.field:
        form.add_error(refusal.field, refusal.reason)


class EntryForm(forms.Form):
    """What is said in a thread; `seen` is the last entry on the page, `on` the revision whose page it is."""

    text = forms.CharField(label=_("Your reply"), **_WORDS)
    seen = forms.IntegerField(widget=forms.HiddenInput)
    on = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, thread_pk: int, data: Any = None) -> None:
        super().__init__(data, auto_id=f"thread-{thread_pk}-%s")
