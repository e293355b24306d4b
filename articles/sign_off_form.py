"""The short form of a sign-off: the checklist of its kind, each source one by one, an interest, a note."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import checklists
from articles.checklists import Sources, questions_of, reference_field
from articles.enums import Action, Answer, SignOffKind, Verdict
from articles.forms import StepForm

RULE_OUT = frozenset({Answer.NO.value, Verdict.SUPERSEDED.value, Verdict.NOT_SURE.value})


class SignOffForm(StepForm):
    """What one kind of sign-off asks about the sources it covers. Valid only when nothing stands against signing."""

    def __init__(
        self, kind: SignOffKind, sources: Sources, *args: Any, translates: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(Action.SIGN_OFF, *args, **kwargs)
        self.sign_off_kind, self.sources, self.translates = kind, sources, translates
        self.fields["checklist"] = forms.CharField(widget=forms.HiddenInput, initial=str(checklists.VERSION))
        for question in questions_of(kind, translates):
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

    def typed(self) -> list[str]:
        """What was answered and written, for a page that can't show the form again."""
        asked = [*self.questions(), *self.verdicts(), self["interest"]]
        written = [self.data.get(name, "").strip() for name in ("interest_statement", "note")]
        return [*(_line(field) for field in asked if _chosen(field)), *filter(None, written)]

    def asks_for_changes(self) -> str:
        """The answers that rule signing out, as the beginning of a note to the author; empty where there are none."""
        fields = [field for field in [*self.questions(), *self.verdicts()] if field.value() in RULE_OUT]
        return "\n".join(map(_line, fields))

    def unanswered(self) -> list[dict[str, str]]:
        """The questions without an answer, for the list of what is in the way."""
        return [told for told in self._told() if told["code"] == "required"]

    def ruling_out(self) -> list[dict[str, str]]:
        """The answers that stand against signing, for the same list."""
        return [told for told in self._told() if told["code"] != "required"]

    def _told(self) -> Iterator[dict[str, str]]:
        for field in self.visible_fields():
            for error in field.errors.as_data():
                first_id = f"{field.auto_id}_0" if field.use_fieldset else field.auto_id
                sentence = " ".join(map(str, error.messages))
                yield {"label": str(field.label), "first_id": first_id, "sentence": sentence, "code": error.code or ""}

    def questions(self) -> list[forms.BoundField]:
        return [self[question.key] for question in questions_of(self.sign_off_kind, self.translates)]

    def verdicts(self) -> list[forms.BoundField]:
        return [self[reference_field(position)] for position, _title in self.sources]

    def about_yourself(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in ("interest", "interest_statement", "note") if name in self.fields)

    def clean(self) -> dict[str, Any]:
        """As the verb wants it: the answers together, apart from what every step asks."""
        cleaned = super().clean() or {}
        step = {name: cleaned.pop(name, "") for name in ("seen", "kind", "note")}
        for field, sentence in checklists.objections(self.sign_off_kind, cleaned, self.sources, self.translates):
            if field not in self.errors:
                self.add_error(field, sentence)
        if "checklist" in self.errors:  # the form that comes back asks the questions of today
            self.data = {**{name: self.data.get(name) for name in self.data}, "checklist": str(checklists.VERSION)}
        return {**step, "answers": cleaned}


def _line(field: forms.BoundField) -> str:
    label = str(field.label)
    return f"{label} {_chosen(field)}" if label.endswith("?") else f"{label}: {_chosen(field)}"


def _chosen(field: forms.BoundField) -> str:
    """The label of what is chosen in a group of radio buttons."""
    choices: Any = field.field
    return str(dict(choices.choices).get(field.value(), ""))


def _asked(label: Any, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Please answer this.")},
    )
