"""The forms of the library: one source, and what is pasted or given as a file."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from articles.citing import pasted
from articles.domain.library import fields_of_source
from articles.forms import ReferenceForm
from articles.models import Reference, Source


class SourceForm(ReferenceForm):
    """What the library says of a source. `seen` is the version it was made from, so that a stale save is refused."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    peer_reviewed = forms.NullBooleanField(label=_("Peer reviewed"), required=False)
    checked_on = None  # type: ignore[assignment]  # of an article's reference, not of the library
    source = None  # type: ignore[assignment]

    class Meta(ReferenceForm.Meta):
        model = Reference
        fields = tuple(  # type: ignore[assignment]
            name for name in ReferenceForm.Meta.fields if name != "checked_on"
        )

    @classmethod
    def of(cls, source: Source, data: Any = None) -> "SourceForm":
        known = {"seen": source.version, "peer_reviewed": source.peer_reviewed}
        return cls(data, initial={**fields_of_source(source), **known})

    def changed(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in (*self.Meta.fields, "peer_reviewed")}


class PasteForm(forms.Form):
    """One box takes everything: identifiers, BibTeX, RIS, CSL-JSON; or a file of them."""

    text = forms.CharField(
        label=_("Paste sources"),
        required=False,
        strip=False,
        max_length=pasted.MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=_("DOIs, PubMed numbers, ISBNs or web addresses, one a line; or BibTeX, RIS or CSL-JSON."),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        help_text=_("As your reference manager exports it: .bib, .ris, .nbib or .json."),
        widget=forms.FileInput(attrs={"accept": ".bib,.ris,.json,.txt,.nbib"}),
    )

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["file"]
        if file and (file.size or 0) > pasted.MOST_CHARACTERS:
            raise forms.ValidationError(_("The file is larger than one megabyte. Please export a part of it."))
        return file

    def found(self) -> pasted.Pasted:
        """What was read, of the box and of the file."""
        file, typed = self.cleaned_data.get("file"), self.cleaned_data.get("text") or ""
        return pasted.read(f"{typed}\n{file.read().decode('utf-8', 'replace')}" if file else typed)
