"""The form for another address of an article."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import Article


class AddressForm(forms.Form):
    """Filled with the address it has now; `seen` is the one the page was made from. What it may be, the verb says."""

    seen = forms.CharField(widget=forms.HiddenInput)
    slug = forms.CharField(
        label=_("New address"),
        help_text=_("The last part of it: small letters, digits and hyphens, such as living-with-migraine."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Enter the new address.")},
    )

    def __init__(self, article: Article, data: Any = None) -> None:
        super().__init__(data, initial={"seen": article.slug, "slug": article.slug})
