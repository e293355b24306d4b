"""What moderators fill in."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.domain.bulk import BULK, MOST_AT_ONCE
from comments.domain.queue import Asked, Key
from comments.domain.replying import Reply
from comments.enums import Lane, Outcome, Reason
from comments.marking import SHORT
from comments.models.note import LONGEST_NOTE

ANY: Final = ("", _("Any"))
LANES: Final = {lane.slug: lane for lane in Lane}
WAITING: Final = {
    "1h": (timedelta(hours=1), _("An hour or more")),
    "1d": (timedelta(days=1), _("A day or more")),
    "3d": (timedelta(days=3), _("Three days or more")),
    "7d": (timedelta(days=7), _("A week or more")),
}
WAITING_LABELS: Final = [(key, label) for key, (_span, label) in WAITING.items()]


class QueueForm(forms.Form):
    """What a moderator wants to see of the queue, in the address. What cannot be read there counts as not asked."""

    q = forms.CharField(label=_("Words in the article's title, the name or the comment"), max_length=100)
    code = forms.ChoiceField(label=_("Why it was held"), choices=[ANY, *SHORT.items()])
    waiting = forms.ChoiceField(label=_("Waiting for"), choices=[ANY, *WAITING_LABELS])
    second = forms.BooleanField(label=_("A second opinion was asked for"))
    article = forms.IntegerField(min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)
    lane = forms.ChoiceField(choices=[ANY, *((slug, lane.label) for slug, lane in LANES.items())])

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="filter-%s")
        for field in self.fields.values():
            field.required = False
        self.fields["q"].widget.input_type = "search"

    def asked(self) -> Asked:
        self.is_valid()
        found = self.cleaned_data
        waiting = found.get("waiting")
        return Asked(
            lane=LANES.get(found.get("lane", "")),
            code=found.get("code", ""),
            article=found.get("article"),
            waiting=WAITING[waiting][0] if waiting else None,
            second_opinion=found.get("second", False),
            words=found.get("q", "").strip(),
        )


class DecisionForm(forms.Form):
    """What a moderator decides; `seen` is the comment's version on the page they looked at."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(choices=Outcome)
    reason = forms.ChoiceField(choices=[("", _("Choose a reason")), *Reason.choices], required=False)
    note = forms.CharField(required=False, max_length=LONGEST_NOTE)
    safe = forms.BooleanField(required=False)


class ReplyForm(forms.Form):
    """What the clinic says, whether it corrects the comment, and the ticks that go with words of somebody in crisis."""

    seen = forms.IntegerField()
    reply = forms.CharField(required=False, strip=False)
    corrects = forms.ChoiceField(choices=[("", ""), ("yes", "")], required=False)
    source_url = forms.URLField(required=False, max_length=500, assume_scheme="https")
    override = forms.CharField(required=False, max_length=1000)
    note = forms.CharField(required=False, max_length=LONGEST_NOTE)
    safe = forms.BooleanField(required=False)
    attached = forms.BooleanField(required=False)
    asks = forms.CharField(required=False)  # the page asked for the two ticks

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("asks") and not (cleaned.get("safe") and cleaned.get("attached")):
            self.add_error(None, _("Tick both: its words are safe for other readers, and your reply offers support."))
        return cleaned

    def reply_to_say(self) -> Reply:
        found = self.cleaned_data
        return Reply(found["reply"], found["corrects"] == "yes", found["source_url"], found["override"])

    def first_error(self) -> str:
        if "source_url" in self.errors:
            return str(_("The address of the source is not complete. It begins with https://"))
        return str(next(iter(self.errors.values()))[0])


class RedactionForm(forms.Form):
    """Which parts of a comment are taken out; `seen` and `after` say what of it the page knew."""

    seen = forms.IntegerField()
    after = forms.IntegerField()
    typed = forms.CharField(required=False, max_length=5_000, strip=False)
    kind = forms.CharField(required=False, max_length=24)
    name = forms.BooleanField(required=False)

    def parts(self) -> dict[str, Any]:
        found = self.cleaned_data
        keys = self.data.getlist("part") if hasattr(self.data, "getlist") else []
        return {
            "keys": keys[:200],
            "typed": found.get("typed", ""),
            "kind": found.get("kind", ""),
            "name": found.get("name", False),
        }


class BulkForm(forms.Form):
    """One act for several comments, each named with the version that the page showed."""

    outcome = forms.ChoiceField(choices=[(each.value, each.label) for each in BULK])
    reason = forms.ChoiceField(choices=[("", ""), *Reason.choices], required=False)

    def picked(self) -> dict[int, int]:
        pairs = self.data.getlist("pick") if hasattr(self.data, "getlist") else []
        found = [re.fullmatch(r"(\d{1,18}):(\d{1,9})", each, re.ASCII) for each in pairs[:MOST_AT_ONCE]]
        return {int(each[1]): int(each[2]) for each in found if each}


class WordingForm(forms.Form):
    """A canned reply: its title and its text."""

    title = forms.CharField(label=_("Title"), max_length=80, help_text=_("Only moderators see it."))
    text = forms.CharField(
        label=pgettext_lazy("noun", "Reply"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Say nothing that could confirm somebody's care."),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


def key_from(text: str) -> Key | None:
    """The place in the queue that an address names; None where it names none."""
    parts = text.split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdecimal() and len(part) < 19 for part in parts):
        return None
    lane, micros, pk = map(int, parts)
    if lane > max(Lane) or micros > 10**16:
        return None
    return (lane, datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros), pk)


def key_text(key: Key) -> str:
    """How an address names a place in the queue: no words, no name."""
    lane, moment, pk = key
    return f"{lane}.{(moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)}.{pk}"
