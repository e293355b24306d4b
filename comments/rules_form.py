"""The form of the rules for comments, and the switches of one topic or article."""

from typing import Any, Final

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import Article, CrisisResource, Topic
from clinic_cms.shared.countries import country_name
from clinic_cms.shared.languages import language_name
from comments.domain.keeping_rules import FIELDS
from comments.domain.moderation import MODERATE
from comments.models import CommentRules

MODEL_BACKEND: Final = "django.contrib.auth.backends.ModelBackend"
ANSWERS: Final = {"": None, "yes": True, "no": False}
OTHERS: Final = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
IN_WORDS: Final = {
    "hours": _("When comments are read, in %(language)s"),
    "consent_text": _("What the box says in %(language)s"),
}
AS_BEFORE: Final = ("", _("As the topic or the site says"))


class RulesForm(forms.Form):
    """How the clinic takes comments; `seen` is the newest rules that the page showed."""

    hours = forms.CharField(
        label=_("When comments are read"),
        required=False,
        max_length=120,
        help_text=_("Readers see it above the form, such as: on weekdays from 9 to 17."),
    )
    country = forms.ChoiceField(
        label=_("Whose helplines are shown"),
        required=False,
        help_text=_("Countries whose crisis lines are on the desk's list."),
    )
    close_after_days = forms.IntegerField(
        label=_("Comments close after so many days"),
        required=False,
        min_value=1,
        max_value=3_650,
        help_text=_("Empty: they stay open."),
    )
    purge_after_days = forms.IntegerField(
        label=_("What was taken out is deleted for good after so many days"), min_value=1, max_value=365
    )
    newest_first = forms.BooleanField(label=_("Show the newest comment first"), required=False)
    show_links = forms.BooleanField(label=_("Make addresses in comments links"), required=False)
    allow_testimonials = forms.BooleanField(
        label=_("Allow praise and blame of the clinic's own treatment"),
        required=False,
        help_text=_("Some countries forbid it on a clinic's own pages."),
    )
    ask_consent = forms.BooleanField(label=_("Ask readers to tick a box before they post"), required=False)
    consent_text = forms.CharField(label=_("What the box says"), required=False, max_length=500)
    on_call = forms.ModelMultipleChoiceField(
        label=_("Who is told of a comment by somebody in crisis"),
        queryset=get_user_model().objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, held: CommentRules, data: Any = None) -> None:
        initial = {name: getattr(held, name) for name in FIELDS}
        people = [each.pk for each in held.on_call.all()] if held.pk else []
        super().__init__(
            data, initial={**initial, "on_call": people, "seen": held.pk or 0}, use_required_attribute=False
        )
        self._ask_in_other_languages(held)
        countries = CrisisResource.objects.filter(active=True).order_by("country").values_list("country", flat=True)
        codes = dict.fromkeys([*countries.distinct(), *filter(None, [held.country])])
        named = [(code, country_name(code)) for code in codes]
        self.fields["country"].choices = [("", _("The site's country")), *named]  # type: ignore[attr-defined]
        self.fields["on_call"].queryset = (  # type: ignore[attr-defined]
            get_user_model().objects.with_perm(MODERATE, backend=MODEL_BACKEND).order_by("full_name", "pk")
        )

    def _ask_in_other_languages(self, held: CommentRules) -> None:
        """What readers are told in words, once more for each language, right after its field."""
        asked = {}
        for name, field in self.fields.items():
            asked[name] = field
            for code in OTHERS if name in IN_WORDS else ():
                language = {"language": language_name(code)}
                asked[f"{name}_{code}"] = forms.CharField(
                    label=IN_WORDS[name] % language,
                    required=False,
                    max_length=getattr(field, "max_length", None),
                    widget=forms.TextInput(attrs={"lang": code}),
                    initial=held.translations.get(code, {}).get(name, ""),
                )
        self.fields = asked

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        said = {code: {name: cleaned.get(f"{name}_{code}", "") for name in IN_WORDS} for code in OTHERS}
        return {**cleaned, "translations": {code: words for code, words in said.items() if any(words.values())}}


class SwitchForm(forms.Form):
    """What one topic or one article says of its own comments."""

    topic = forms.ModelChoiceField(
        label=_("Topic"), queryset=Topic.objects.order_by("name"), required=False, empty_label=_("Choose a topic")
    )
    article = forms.SlugField(
        label=_("Or one article"),
        required=False,
        max_length=200,
        help_text=_("The last part of its address: for /articles/walking-and-mood/ it is walking-and-mood."),
    )
    closed = forms.ChoiceField(
        label=_("Comments"),
        required=False,
        choices=[AS_BEFORE, ("no", pgettext_lazy("comments", "Open")), ("yes", pgettext_lazy("comments", "Closed"))],
    )
    sensitive = forms.ChoiceField(
        label=_("A sensitive subject"), required=False, choices=[AS_BEFORE, ("yes", _("Yes")), ("no", _("No"))]
    )

    def clean_article(self) -> Article | None:
        slug = self.cleaned_data["article"]
        if not slug:
            return None
        found = Article.objects.filter(slug=slug).first()
        if found is None:
            raise forms.ValidationError(_("There is no article at this address."))
        return found

    def said(self) -> dict[str, Any]:
        found = self.cleaned_data
        return {
            "topic": found["topic"],
            "article": found["article"],
            "closed": ANSWERS[found["closed"]],
            "sensitive": ANSWERS[found["sensitive"]],
        }
