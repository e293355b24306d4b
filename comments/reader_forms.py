"""The forms that readers fill in: a comment and a name, the same once more to correct them, and a report."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article
from clinic_cms.shared.text import lines, showable, tidy
from comments import tokens
from comments.domain.feedback import PROBLEMS
from comments.domain.helplines import crisis_in, help_for
from comments.domain.nudging import Nudge, nudge
from comments.domain.rules import rules
from comments.enums import ReportReason
from comments.models import CommentRules
from comments.models.comment import LONGEST_NAME, MOST_CHARACTERS

NO_COMMENT = gettext_lazy("Please enter your comment!")
NO_NAME = gettext_lazy("Please enter your name here")
REMOVE, KEEP = "remove", "keep"  # what is to become of personal details: the two buttons of the nudge


class WordsForm(forms.Form):
    """A comment and a name, plain text only; too long is refused, never cut.

    Words with personal details come back once: `nudge` says which, and the reader takes them out or keeps them.
    `status` is the answer's HTTP status when the form is not valid.
    """

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
    personal = forms.CharField(required=False)  # the name of the nudge's buttons; anything else says nothing

    def __init__(self, data: Any = None, *, from_elsewhere: bool = False, **options: Any) -> None:
        typed = None if data is None else {name: showable(data.get(name, "")) for name in self.base_fields}
        super().__init__(typed, use_required_attribute=False, auto_id="comment-form-%s", **options)
        self.from_elsewhere, self.status = from_elsewhere, 422
        self.nudge: Nudge | None = None

    def clean_comment(self) -> str:
        return _tidied(self.cleaned_data["comment"], MOST_CHARACTERS, str(NO_COMMENT))

    def clean_name(self) -> str:
        return " ".join(_tidied(self.cleaned_data["name"], LONGEST_NAME, str(NO_NAME)).split())

    def clean(self) -> dict[str, Any]:
        """The sender and the words as a whole come last, so that a person reads about their own fields too."""
        cleaned: dict[str, Any] = super().clean() or {}
        if self.from_elsewhere:
            self.refuse_sender()
        if not self.errors and cleaned["personal"] != KEEP:
            self._point_out(cleaned)
        return cleaned

    @cached_property
    def crisis(self) -> set[str]:
        """What the words say of a crisis where the form comes back: nobody in one waits for its errors."""
        words = str(self.data.get("comment", ""))[:MOST_CHARACTERS]
        return crisis_in(words) if self.is_bound and self.errors else set()

    @property
    def help_for(self) -> str:
        return help_for(self.crisis)

    def refuse_sender(self) -> None:
        if self.status == 403:
            return
        self.status = 403
        self.add_error(
            None, _("We could not tell that this came from our page. Your text is still here: post it again.")
        )

    def refuse(self, reason: str, *, conflict: bool = True) -> None:
        """A verb refused what this form asked for: its sentence stands above the words, which stay. It is a conflict
        where something has happened since the page was made.
        """
        if conflict:
            self.status = 409
        self.add_error(None, reason)

    def _point_out(self, cleaned: dict[str, Any]) -> None:
        found = nudge(cleaned["comment"], cleaned["name"])
        if found is None and cleaned["personal"] != REMOVE:
            return
        if found is not None and cleaned["personal"] == REMOVE:
            self.data = {**self.data, "comment": found.body_without, "name": found.name_without}
        if cleaned["personal"] == REMOVE:
            removed = _("We took these parts out. Read your comment once more, then post it.")
            none_left = _("There are no such parts in it now. Read your comment once more, then post it.")
            self.add_error(None, removed if found else none_left)
        else:
            self.nudge = found
            self.add_error(None, _("It has personal details in it, and everybody could read them."))


class CommentForm(WordsForm):
    """What stands under an article. It carries a signed token, the comment it replies to, and a tick where the clinic's
    rules ask for one; `website` is a trap that people do not see.
    """

    token = forms.CharField(required=False, widget=forms.HiddenInput)
    reply = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)
    website = forms.CharField(
        label=gettext_lazy("Website"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    consent = forms.CharField(required=False)

    def __init__(self, article: Article, data: Any = None, *, site: CommentRules | None = None, **options: Any) -> None:
        token = tokens.issue(article.pk, timezone.now())
        super().__init__(data, initial={"token": token, **options.pop("initial", {})}, **options)
        self.article, self.fresh_token, self.site = article, token, site or rules()
        if self.site.ask_consent:
            self.fields["consent"] = _consent(self.site)
        else:
            del self.fields["consent"]

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError(_("Leave the field “Website” empty."), code="trap")
        return ""

    def clean_consent(self) -> int:
        """The rules that were ticked: those of now, or earlier ones with the same words."""
        ticked = self.cleaned_data["consent"]
        if ticked == str(self.site.pk):
            return self.site.pk
        known = (
            CommentRules.objects.filter(pk=ticked, ask_consent=True) if ticked.isdecimal() and len(ticked) < 19 else ()
        )
        if any(each.consent_text_here == self.site.consent_text_here for each in known):
            return int(ticked)
        raise ValidationError(_("Please read this and tick the box. Without it we can't take your comment."))

    def clean(self) -> dict[str, Any]:
        try:
            tokens.check(self.cleaned_data.get("token", ""), self.article.pk, timezone.now())
        except tokens.Expired:
            self.add_error(
                None,
                _("This page was open for a long time. Your text is still here. Press Post comment again."),
            )
        except tokens.Forged:
            self.refuse_sender()
        return super().clean()

    def shown_again(self) -> None:
        """Make the form ready to be posted once more, as it was typed, with a fresh token."""
        self.data = {**self.data, "token": self.fresh_token}


class CorrectionForm(WordsForm):
    """Other words for a comment that waits; `seen` is its version on the page that the author had."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class ReportForm(forms.Form):
    """Why a comment should be looked at."""

    reason = forms.ChoiceField(
        label=gettext_lazy("What is wrong with it?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what is wrong with it.")},
    )


class FeedbackForm(forms.Form):
    """What is wrong with a page, and where. `website` is a trap that people do not see."""

    verdict = forms.ChoiceField(
        label=gettext_lazy("What is wrong with this page?"),
        choices=[(each.value, each.label) for each in PROBLEMS],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what is wrong with it.")},
    )
    words = forms.CharField(
        label=gettext_lazy("Which part, and what should it say?"),
        help_text=gettext_lazy(
            "Nothing about yourself, please: we can't answer, and we can't advise about your health."
        ),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    website = forms.CharField(required=False)

    def __init__(self, data: Any = None) -> None:
        typed = None if data is None else {name: showable(data.get(name, "")) for name in self.base_fields}
        super().__init__(typed, use_required_attribute=False)


class Checkbox(forms.CheckboxInput):
    """A tick box that carries a number: that of the rules whose words stand beside it."""

    def __init__(self, number: int) -> None:
        super().__init__(attrs={"aria-required": "true"}, check_test=bool)
        self.number = number

    def format_value(self, value: Any) -> str:
        return str(self.number)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:  # type: ignore[override]
        return str(data.get(name, ""))


def _consent(site: CommentRules) -> forms.CharField:
    words = site.consent_text_here or _(
        "I have read that my comment will be public, and that it is not for emergencies."
    )
    return forms.CharField(required=False, label=words, widget=Checkbox(site.pk))


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
