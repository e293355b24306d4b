"""The comment form, as readers know it: a comment, then a name, both required, nothing else asked."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article
from clinic_cms.shared.text import lines, showable, tidy
from comments import tokens
from comments.enums import Outcome, Reason
from comments.models.comment import LONGEST_NAME, MOST_CHARACTERS

NO_COMMENT = gettext_lazy("Please enter your comment!")
NO_NAME = gettext_lazy("Please enter your name here")


class CommentForm(forms.Form):
    """Plain text only; too long is refused, never cut. `status` is the answer's HTTP status when it is not valid."""

    comment = forms.CharField(
        label=gettext_lazy("Comment"),
        strip=False,
        error_messages={"required": NO_COMMENT},
        widget=forms.Textarea(attrs={"rows": 6, "aria-required": "true"}),
    )
    name = forms.CharField(
        label=gettext_lazy("Name"),
        strip=False,
        error_messages={"required": NO_NAME},
        widget=forms.TextInput(attrs={"autocomplete": "name", "aria-required": "true"}),
    )
    token = forms.CharField(required=False, widget=forms.HiddenInput)
    website = forms.CharField(
        label=gettext_lazy("Website"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, article: Article, data: Any = None, *, from_elsewhere: bool = False) -> None:
        token = tokens.issue(article.pk, timezone.now())
        typed = None if data is None else {name: showable(data.get(name, "")) for name in self.base_fields}
        super().__init__(typed, initial={"token": token}, use_required_attribute=False, auto_id="comment-form-%s")
        self.article, self.from_elsewhere, self.status, self.fresh_token = article, from_elsewhere, 422, token

    def clean_comment(self) -> str:
        return _tidied(self.cleaned_data["comment"], MOST_CHARACTERS, str(NO_COMMENT))

    def clean_name(self) -> str:
        return " ".join(_tidied(self.cleaned_data["name"], LONGEST_NAME, str(NO_NAME)).split())

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError(_("Leave the field “Website” empty."), code="trap")
        return ""

    def clean(self) -> dict[str, Any]:
        """The token and the sender come last, so that a person reads about their own fields too."""
        cleaned: dict[str, Any] = super().clean() or {}
        try:
            tokens.check(cleaned.get("token", ""), self.article.pk, timezone.now())
        except tokens.Expired:
            self.add_error(
                None,
                _("This page was open for a long time. Your text is still here. Press Post comment again."),
            )
        except tokens.Forged:
            self._refuse_sender()
        if self.from_elsewhere:
            self._refuse_sender()
        return cleaned

    def _refuse_sender(self) -> None:
        self.status = 403
        self.add_error(
            None, _("We could not tell that this came from our page. Your text is still here: post it again.")
        )


class DecisionForm(forms.Form):
    """What a moderator decides; `seen` is the comment's version on the page they looked at."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(choices=Outcome)
    reason = forms.ChoiceField(choices=[("", gettext_lazy("Choose a reason")), *Reason.choices], required=False)
    note = forms.CharField(required=False, max_length=1000)


def _tidied(text: str, longest: int, if_empty: str) -> str:
    """Length first: nothing is ever normalised, searched or stored before it is known to be short enough.

    A line end counts once, as it does for who wrote it, though the browser sends two characters.
    """
    text = lines(text)
    if len(text) > longest:
        raise ValidationError(
            _("This is %(length)s characters long. The most is %(most)s; nothing was cut.")
            % {"length": f"{len(text):,}", "most": f"{longest:,}"},
            code="too_long",
        )
    tidy_text = tidy(text)
    if not tidy_text:
        raise ValidationError(if_empty, code="required")
    return tidy_text
