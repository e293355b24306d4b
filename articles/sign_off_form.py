"""The short form of a sign-off: the checklist of its kind, each source one by one, an interest, a note."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import checklists
from articles.checklists import QUESTIONS, Sources, reference_field
from articles.enums import Action, Answer, SignOffKind, Verdict
from articles.forms import StepForm


class SignOffForm(StepForm):
    """What one kind of sign-off asks about the sources it covers. Valid only when nothing stands against signing."""

    def __init__(self, kind: SignOffKind, sources: Sources, *args: Any, **kwargs: Any) -> None:
        super().__init__(Action.SIGN_OFF, *args, **kwargs)
        self.sign_off_kind, self.sources = kind, sources if kind == SignOffKind.CLINICAL else []
        self.fields["checklist"] = forms.CharField(widget=forms.HiddenInput, initial=str(checklists.VERSION))
        for question in QUESTIONS[kind]:
            self.fields[question.key] = _asked(question.text, [(each.value, each.label) for each in question.choices])
        for position, title in self.sources:
            label = _("%(position)d. %(title)s") % {"position": position, "title": title}
            self.fields[reference_field(position)] = _asked(label, Verdict.choices)
        self.fields["interest"] = _asked(
            checklists.INTEREST, [(Answer.NO, Answer.NO.label), (Answer.YES, Answer.YES.label)]
        )
        self.fields["interest"].help_text = _("Such as payment by a maker, shares, or research money.")
        if kind == SignOffKind.EDITORIAL:
            self.fields["interest_statement"] = forms.CharField(
                label=_("If yes, which"), max_length=checklists.LONGEST_STATEMENT, required=False
            )
        self.order_fields([name for name in self.fields if name != "note"] + ["note"])

    def questions(self) -> list[forms.BoundField]:
        return [self[question.key] for question in QUESTIONS[self.sign_off_kind]]

    def verdicts(self) -> list[forms.BoundField]:
        return [self[reference_field(position)] for position, _title in self.sources]

    def about_yourself(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in ("interest", "interest_statement", "note") if name in self.fields)

    def clean(self) -> dict[str, Any]:
        """As the verb wants it: the answers together, apart from what every step asks."""
        cleaned = super().clean() or {}
        step = {name: cleaned.pop(name, "") for name in ("seen", "kind", "note")}
        for field, sentence in checklists.objections(self.sign_off_kind, cleaned, self.sources):
            if field not in self.errors:
                self.add_error(field, sentence)
        return {**step, "answers": cleaned}


def _asked(label: Any, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Please answer this.")},
    )
