"""A moment ahead, as a person writes it: in the clinic's time, with daylight saving told and asked about."""

from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.moments import (
    FURTHEST,
    changes_words,
    hour_words,
    offset_words,
    readings,
    reason_against_gap,
    reason_against_moment,
    reason_to_choose,
    zone_words,
)

INPUT: Final = "%Y-%m-%dT%H:%M"
DAY: Final = timedelta(days=1)


class WrittenMomentField(forms.DateTimeField):
    """A date and a time of day as a clock on the wall shows them; which moment that is, the form finds out."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=INPUT)

    def to_python(self, value: Any) -> Any:
        with timezone.override(UTC):  # every time of day exists there, and exists once
            written = super().to_python(value)
        return written and written.replace(tzinfo=None)


class MomentForm(forms.Form):
    """Asks for a moment in the clinic's time. One that does not exist is refused with the two nearest; where a time
    comes twice, the form comes back and asks which one. Whatever was typed stays.
    """

    moment = WrittenMomentField(label=_("Goes live at"))
    which = forms.TypedChoiceField(label=_("Which one"), coerce=int, empty_value=None, widget=forms.RadioSelect)

    def ask_for_the_moment(self) -> None:
        """Name the zone and what its clocks will do; ask which of two moments only where there are two."""
        now, zone = timezone.now(), timezone.get_current_timezone()
        self.fields["moment"].help_text = f"{zone_words(now, zone)}. {changes_words(now, zone)}".strip()
        earliest, latest = (timezone.localtime(each).strftime(INPUT) for each in (now, now + FURTHEST))
        self.fields["moment"].widget.attrs |= {"min": earliest, "max": latest}
        self.moments = self._moments(now, zone)
        if len(self.moments) < 2:
            del self.fields["which"]
            return
        which: Any = self.fields["which"]
        words = (gettext("first (%(time)s)"), gettext("second (%(time)s)"))
        times = [f"{hour_words(each)}, {offset_words(each)}" for each in self.moments]
        which.choices = [(number, words[number] % {"time": time}) for number, time in enumerate(times)]
        which.error_messages["required"] = reason_to_choose(self.moments)

    def clean(self) -> dict[str, Any]:
        """With the moment itself in the place of what was written."""
        cleaned = super().clean() or {}
        which, written = cleaned.pop("which", None), cleaned.get("moment")
        if written is None or "which" in self.errors:
            return cleaned
        if not self.moments:
            self.add_error("moment", reason_against_gap(written, timezone.get_current_timezone()))
            return cleaned
        moment = self.moments[which or 0]
        reason = reason_against_moment(moment, timezone.now())
        if reason:
            self.add_error("moment", reason)
        return {**cleaned, "moment": moment}

    def _moments(self, now: datetime, zone: tzinfo) -> list[datetime]:
        """What was written, as moments; far away from today without asking a calendar that may not reach there."""
        try:
            written = self.fields["moment"].clean(self.data.get(self.add_prefix("moment")))
        except ValidationError:
            return [now]
        here = timezone.localtime(now).replace(tzinfo=None)
        if written < here - DAY:
            return [now - DAY]
        if written > here + FURTHEST + DAY:
            return [now + FURTHEST + DAY]
        return readings(written, zone)


class PlanForm(MomentForm):
    """When live words come down by themselves, why, and what readers are told. `seen` is the plan that was shown."""

    seen = forms.CharField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("Why"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Please say why. The note is kept for ever.")},
    )
    notice = forms.CharField(
        label=_("What readers are told"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["moment"].label = _("Comes down at")
        self.ask_for_the_moment()
