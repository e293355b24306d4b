"""What the page sends while somebody types: which window, made from which words, and every field as it stands."""

import json
import re
from typing import Any, Final
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from articles.domain.autosaving import Typed, Window

FILLED_FROM: Final = re.compile(r"(?P<window>[0-9a-f-]{32,36}):(?P<count>\d{1,10})", re.ASCII)
SEEN: Final = re.compile(r"^[a-z_]+\.(?P<version>\d{1,9})(\.|$)", re.ASCII)
MOST_COUNTED: Final = 2_147_483_647


class AutosaveForm(forms.Form):
    """`typed` is a list of [name, value] as JSON; empty where nothing is unsaved any more."""

    person = forms.IntegerField()
    window = forms.UUIDField()
    filled_from = forms.CharField(required=False)
    seen = forms.RegexField(SEEN)
    count = forms.IntegerField(min_value=0, max_value=MOST_COUNTED)
    typed = forms.CharField(required=False, strip=False)

    def clean_typed(self) -> Typed | None:
        text = self.cleaned_data["typed"]
        if not text:
            return None
        try:
            typed = json.loads(text)
        except (ValueError, RecursionError) as problem:
            raise ValidationError("not JSON") from problem
        if not isinstance(typed, list) or not all(_is_pair(each) for each in typed):
            raise ValidationError("not a list of names and values")
        return [(name, value) for name, value in typed]

    def here(self) -> Window:
        return Window(self.cleaned_data["window"], filled_from(self.cleaned_data["filled_from"]))

    def words_version(self) -> int:
        return version_in(self.cleaned_data["seen"])


def version_in(seen: str) -> int:
    """The words' version in a state that a form was made from; 0, which no draft has, where it does not say."""
    found = SEEN.match(seen)
    return int(found["version"]) if found else 0


def filled_from(value: str) -> tuple[UUID, int] | None:
    """The window and count in a hidden field; None where there is nothing that can be read."""
    found = FILLED_FROM.fullmatch(value)
    try:
        return (UUID(found["window"]), int(found["count"])) if found else None
    except ValueError:
        return None


def window_of(data: Any) -> Window | None:
    """The window that a form was sent from; None where it does not say."""
    try:
        return Window(UUID(data.get("window", "")), filled_from(data.get("filled_from", "")))
    except ValueError:
        return None


def _is_pair(each: object) -> bool:
    return isinstance(each, list) and len(each) == 2 and all(isinstance(part, str) for part in each)
