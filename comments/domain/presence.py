"""Which comment each moderator has before them, told to the others while it is true. It tells; it locks nobody out."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from comments.domain.moderation import refuse_unless_moderator
from comments.domain.queue import LOOKING_COUNTS
from comments.models import Comment, Looking, ModerationDecision

if TYPE_CHECKING:
    from clinic_cms.models import User


def looks_at(comment: int | None, *, by: "User") -> None:
    """Say that a person has this comment before them, or none. An unknown number is none."""
    refuse_unless_moderator(by)
    if comment is None or not Comment.objects.filter(pk=comment).exists():
        Looking.objects.filter(person=by).delete()
        return
    Looking.objects.update_or_create(person=by, defaults={"comment_id": comment, "at": timezone.now()})


def others_looking(comments: Iterable[int], *, by: "User") -> dict[int, str]:
    """Of these comments those that somebody else has before them, each with a sentence that says who."""
    now = timezone.now() - LOOKING_COUNTS
    looks = Looking.objects.filter(comment__in=comments, at__gt=now).exclude(person=by).select_related("person")
    names: dict[int, list[str]] = {}
    for look in looks.order_by("pk"):
        names.setdefault(look.comment_id, []).append(look.person.display_name)
    return {comment: sentence(who) for comment, who in names.items()}


def sentence(names: list[str]) -> str:
    """Who is looking, in words; empty for nobody."""
    if not names:
        return ""
    if len(names) == 1:
        return _("%(name)s is looking") % {"name": names[0]}
    return _("%(names)s are looking") % {"names": ", ".join(names)}


def decided_since(seen: dict[int, int]) -> dict[int, ModerationDecision]:
    """Of comments with the version a page shows, those that moved on, each with what happened last."""
    newest = ModerationDecision.objects.filter(comment__in=seen).order_by("comment", "-version").distinct("comment")
    return {each.comment_id: each for each in newest if each.version > seen[each.comment_id]}
