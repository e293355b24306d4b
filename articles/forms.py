"""The desk's forms: the draft (the only place CKEditor lives), its references, and what a step asks for."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.domain.change_facts import CLINICAL_ERROR
from articles.domain.drafting import BRIEF, LEAD
from articles.editor import ArticleEditor
from articles.enums import Action, ArticleKind, ChangeClass, SignOffKind
from articles.models import Revision, Topic
from articles.moment_form import MomentForm
from articles.picture_form import PictureField, named
from articles.reference_forms import BaseReferenceFormSet as BaseReferenceFormSet
from articles.reference_forms import ReferenceForm as ReferenceForm
from articles.reference_forms import reference_forms as reference_forms
from articles.workflow import STEPS, WRITE


def kind_choices() -> list[tuple[str, str]]:
    """Each kind of article, as a label begins."""
    return [(kind.value, str(capfirst(kind.label))) for kind in ArticleKind]


class StartForm(forms.Form):
    """What an article needs to begin: a title, a topic and its kind, which gives it its sections; unless it starts with
    the words of another one. The brief may come later, but before the first review.
    """

    title = forms.CharField(label=_("Title"), max_length=160, help_text=_("You can change it until it is signed off."))
    topic = forms.ModelChoiceField(Topic.objects.all(), label=_("Topic"), empty_label=_("Choose a topic"))
    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        required=False,
        initial=settings.LANGUAGE_CODE,
        help_text=_("It keeps its language. A translation of a live article begins on that article's own page."),
    )
    kind = forms.ChoiceField(
        label=_("What is it about?"),
        choices=kind_choices,
        widget=forms.RadioSelect,
        help_text=_("It starts with the sections that articles of this kind have. You can change all of them."),
    )
    audience = forms.CharField(label=_("Who will read it?"), max_length=200, required=False)
    need = forms.CharField(
        label=_("What do they need to know or do?"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    main_message = forms.CharField(
        label=_("What is the main message?"),
        max_length=300,
        required=False,
        help_text=_("One sentence. These three are the brief: for colleagues, and asked for before the first review."),
    )

    def __init__(self, *args: Any, copy: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if copy:
            del self.fields["kind"], self.fields["language"]

    def clean_language(self) -> str:
        return self.cleaned_data["language"] or settings.LANGUAGE_CODE


class DraftForm(forms.ModelForm):
    """The words of a draft. `seen` is the state the form was made from, so that a stale save is refused."""

    seen = forms.CharField(widget=forms.HiddenInput)
    lead_picture = PictureField(
        label=_("Lead picture"),
        required=False,
        help_text=_("Its address in the library of pictures. It stands above the words, and on the article's card."),
    )
    body = forms.CharField(label=_("Words"), widget=ArticleEditor(), required=False)

    class Meta:
        model = Revision
        fields = (
            "title", "summary", "topic", "author", "body", "interests", "change_note",
            "kind", "audience", "need", "main_message", "ai_assistance",
            "correction_said", "correction_says", *LEAD,
        )  # fmt: skip
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2}),  # a long title is seen whole; it is one line all the same
            "summary": forms.Textarea(attrs={"rows": 3}),
            "interests": forms.Textarea(attrs={"rows": 2}),
            "need": forms.Textarea(attrs={"rows": 2}),
            "correction_said": forms.Textarea(attrs={"rows": 2}),
            "correction_says": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "summary": _("One or two sentences that say what a reader will learn. Shown in lists and search results."),
            "author": _("The person readers see as the author. Authors can't sign off their own words."),
            "interests": _(
                "Anything that could sway us, such as a treatment this clinic sells. Write “None” if nothing."
            ),
            "change_note": _("One line for your colleagues. Readers don't see it."),
            "kind": _("Decides which sections it should have, and which checks apply."),
            "audience": _("Who will read it. With the next two this is the brief: for colleagues, not for readers."),
            "need": _("What these readers need to know or do."),
            "main_message": _("One sentence that they should take away."),
            "ai_assistance": _("Whatever it did, a clinician reads every word anew before they go live."),
            "correction_said": _("Only if readers were told something wrong. It stands under the article for ever."),
            "lead_alt": _("For who cannot see it: what the picture tells, in one sentence."),
            "lead_decorative": _("It tells nothing that the words don't say. Then leave the line above empty."),
            "lead_caption": _("Below the picture, with its maker: “Photo: Ana Ruiz, CC BY.” Signed off too."),
            "correction_says": _("Both halves are public, and are signed off with the words."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        may_write = Q(is_active=True, groups__permissions__codename=WRITE.partition(".")[2])
        writers = get_user_model().objects.filter(may_write | Q(pk=self.instance.author_id)).distinct()
        fields: dict[str, Any] = self.fields  # a field of a model choice has more than forms.Field
        fields["author"].queryset = writers.order_by("full_name")
        fields["author"].label_from_instance = lambda person: person.display_name
        fields["topic"].empty_label = None
        self.initial["lead_picture"] = named(self.initial.get("lead_picture"))
        self.initial["lead_decorative"] = fields["lead_decorative"].to_python(self.initial.get("lead_decorative"))
        fields["seen"].initial = self.instance.state_token
        if not self.instance.article.revisions.filter(published_at__isnull=False).exists():
            del fields["correction_said"], fields["correction_says"]

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def words(self) -> dict[str, Any]:
        """What was typed. A form that does not ask for the brief leaves it alone."""
        asked = [name for name in self.Meta.fields if name in self.fields]
        return {name: self.cleaned_data[name] for name in asked if name not in BRIEF or name in self.data}


class StepForm(MomentForm):
    """What one step asks of the person who takes it: always what they saw, and a note; the rest by action."""

    seen = forms.CharField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=SignOffKind, widget=forms.HiddenInput)
    change_class = forms.ChoiceField(
        label=_("What kind of change is this?"),
        choices=[
            (ChangeClass.TYPO, _("Typo: only slips of spelling or punctuation")),
            (ChangeClass.EDITORIAL, _("Editorial: other words, the same advice")),
            (ChangeClass.CLINICAL, _("Clinical: what we advise, claim, number or cite")),
            (CLINICAL_ERROR, _("Clinical error: readers were told something wrong, and the correction says what")),
        ],
        widget=forms.RadioSelect,
        help_text=_(
            "The words are checked too: a changed number, medicine, “not”, link or source always counts as clinical."
        ),
        error_messages={"required": _("Say what kind of change this is.")},
    )
    whole_article = forms.BooleanField(
        label=_("Reviewers check the whole article, not only what changed"),
        help_text=_("Only a review of the whole article moves the date readers see as “last reviewed”."),
        required=False,
        initial=True,
    )
    notice = forms.CharField(
        label=_("What readers are told"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    note = forms.CharField(label=_("Note"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    ASKS = {
        Action.SUBMIT: ("change_class", "whole_article", "note"),
        Action.SIGN_OFF: ("kind", "note"),
        Action.SCHEDULE: ("moment", "which"),
        Action.UNSCHEDULE: (),
        Action.PUBLISH: (),
        Action.WITHDRAW: ("note", "notice"),
    }

    def __init__(self, action: Action, *args: Any, is_update: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {"seen", *self.ASKS.get(action, ("note",))}
        if not is_update:  # a new article has nothing to compare with: all of it is reviewed
            asked -= {"change_class", "whole_article"}
        for name in set(self.fields) - asked:
            del self.fields[name]
        if "note" in self.fields and STEPS[action].note_required:
            self.fields["note"].required = True
            self.fields["note"].label = _("Why")
            self.fields["note"].error_messages["required"] = _("Please say why. The note is kept for ever.")
        if action == Action.WITHDRAW:
            self.fields["note"].help_text = _("For your colleagues. Readers don't see it.")
            self.fields["notice"].help_text = _("Stands under “We took this article down on” and today's date.")
        if "moment" in self.fields:
            self.ask_for_the_moment()

    def typed(self) -> list[str]:
        """What was written, for a page that can't show the form again."""
        return [text for name in ("note", "notice") if (text := self.data.get(name, "").strip())]
