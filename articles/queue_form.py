"""The forms of the review queue: what to list, and to whom to give a sign-off."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.domain.pool import candidates, qualified, standing_assignments
from articles.domain.review_list import MINE, OVERDUE, SIGNABLE, STATES, THIS_WEEK, Wanted
from articles.enums import Risk, SignOffKind, Status
from articles.models import Assignment, Review, Topic

SHOW = [("", _("Everything")), (MINE, _("Yours")), (SIGNABLE, _("You can sign"))]
DUE = [("", _("At any time")), (OVERDUE, _("Overdue")), (THIS_WEEK, _("This week"))]
SORTS = [
    ("due", _("Soonest due first")),
    ("-due", _("Latest due first")),
    ("since", _("Longest wait first")),
    ("-since", _("Shortest wait first")),
    ("title", _("Title, A to Z")),
    ("-title", _("Title, Z to A")),
    ("topic", _("Topic, A to Z")),
    ("-topic", _("Topic, Z to A")),
    ("-risk", _("High risk first")),
    ("risk", _("High risk last")),
]


class QueueForm(forms.Form):
    """What to list. It is sent with GET, so that an address shows the same to everybody who opens it."""

    show = forms.ChoiceField(label=_("Show"), choices=SHOW, required=False)
    state = forms.ChoiceField(
        label=_("State"), choices=[(state.value, state.label.capitalize()) for state in STATES], required=False
    )
    kind = forms.ChoiceField(
        label=_("Still needs"), choices=[("", _("Any sign-off")), *SignOffKind.choices], required=False
    )
    topic = forms.ModelChoiceField(
        Topic.objects.all(), label=_("Topic"), to_field_name="slug", empty_label=_("Every topic"), required=False
    )
    person = forms.ModelChoiceField(
        get_user_model()._default_manager.none(), label=_("Waits for"), empty_label=_("Anybody"), required=False
    )
    risk = forms.ChoiceField(label=_("Risk"), choices=[("", _("Any risk")), *Risk.choices], required=False)
    due = forms.ChoiceField(label=_("Due"), choices=DUE, required=False)
    sort = forms.ChoiceField(label=_("Order"), choices=SORTS, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        may_sign = (Q(pk__in=qualified(kind, today).order_by().values("pk")) for kind in SignOffKind)
        fields: dict[str, Any] = self.fields  # a field of a model choice has more than forms.Field
        fields["person"].queryset = (
            get_user_model()._default_manager.filter(next(may_sign) | next(may_sign)).order_by("full_name", "pk")
        )


def wanted_in(query: QueryDict) -> Wanted:
    """What an address asks for; a value that means nothing is left out, as if it were not there."""
    form = QueueForm(query)
    form.is_valid()
    return Wanted(**{name: value for name, value in form.cleaned_data.items() if value})


def form_for(wanted: Wanted) -> QueueForm:
    return QueueForm(initial={name: getattr(wanted, name) for name in QueueForm.base_fields})


def address(wanted: Wanted, **changes: str) -> str:
    """The query of the page that shows this, with some values changed; what goes without saying is left out."""
    usual = {"state": Status.IN_REVIEW.value, "sort": "due"}
    values = {name: getattr(wanted, name) for name in QueueForm.base_fields}
    values |= {"topic": getattr(wanted.topic, "slug", ""), "person": getattr(wanted.person, "pk", "")} | changes
    return urlencode({name: value for name, value in values.items() if value and value != usual.get(name)})


class AssignForm(forms.Form):
    """To whom a sign-off is given, and why; `instead_of` is whom it waited for when the page was made."""

    kind = forms.ChoiceField(choices=SignOffKind, widget=forms.HiddenInput)
    instead_of = forms.ModelChoiceField(Assignment.objects.none(), widget=forms.HiddenInput, required=False)
    to = forms.ModelChoiceField(
        get_user_model()._default_manager.none(), label=_("Give it to"), empty_label=_("Choose a person")
    )
    note = forms.CharField(
        label=_("Why"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Please say why. The reason is kept with the article for ever.")},
    )

    def __init__(self, review: Review, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["instead_of"].queryset = Assignment.objects.filter(review=review)
        kind = self.data.get("kind") or self.initial.get("kind")
        if kind in SignOffKind.values:
            asked = standing_assignments().filter(review=review).values("person")
            fields["to"].queryset = candidates(review, SignOffKind(kind)).exclude(pk__in=asked)

    def people(self) -> Any:
        """To whom it can be given."""
        fields: dict[str, Any] = self.fields
        return fields["to"].queryset
