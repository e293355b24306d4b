"""One act for several comments: first what it would do to each, then what it did. Each stands for itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db import transaction

from clinic_cms.shared.refusal import Refusal
from comments.domain.moderation import Verdict, check, decide
from comments.enums import Outcome
from comments.models import Comment

if TYPE_CHECKING:
    from clinic_cms.models import User

MOST_AT_ONCE: Final = 100
BULK: Final = (Outcome.APPROVE, Outcome.REJECT, Outcome.SPAM, Outcome.SECOND_OPINION)


@dataclass(frozen=True, slots=True)
class Each:
    """One comment, the version that the moderator saw, and why it is left alone; empty where it is not."""

    comment: Comment
    seen: int
    refusal: str = ""


def foreseen(picked: Mapping[int, int], verdict: Verdict, *, by: "User") -> list[Each]:
    """What the act would do to each comment (`picked` maps its number to the version seen), and changes nothing."""
    return [Each(each, picked[each.pk], _why_not(each, verdict, by, picked[each.pk])) for each in _of(picked)]


def carried_out(picked: Mapping[int, int], verdict: Verdict, *, by: "User") -> list[Each]:
    """Decide each by itself: what is refused for one stops none of the others."""
    return [Each(each, picked[each.pk], _decided(each, verdict, by, picked[each.pk])) for each in _of(picked)]


def _of(picked: Mapping[int, int]) -> list[Comment]:
    numbers = list(picked)[:MOST_AT_ONCE]
    comments = Comment.objects.filter(pk__in=numbers).select_related("revision", "parent").defer("revision__body")
    return list(comments.order_by("lane", "created_at", "pk"))


def _why_not(comment: Comment, verdict: Verdict, by: "User", seen: int) -> str:
    try:
        check(comment, verdict, by=by, seen=seen)
    except Refusal as refusal:
        return refusal.reason
    return ""


def _decided(comment: Comment, verdict: Verdict, by: "User", seen: int) -> str:
    try:
        with transaction.atomic():
            decide(comment, verdict.outcome, by=by, seen=seen, reason=verdict.reason, note=verdict.note)
    except Refusal as refusal:
        return refusal.reason
    return ""
