"""Which comments readers saw at a moment that has passed, read off the moderators' decisions."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Case, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, NullIf

from articles.models import Article
from comments.domain.thread import Thread, threads_of
from comments.enums import CommentStatus
from comments.models import Comment, ModerationDecision


def visible_at(article: Article, at: datetime) -> QuerySet[Comment]:
    """The comments whose last decision by then had approved them, the newest first."""
    decisions = ModerationDecision.objects.filter(comment=OuterRef("pk"), at__lte=at).order_by("-version")
    return (
        Comment.objects.for_article(article)
        .select_related("parent")
        .annotate(then=Subquery(decisions.values("to_status")[:1]))
        .filter(then=CommentStatus.APPROVED)
        .order_by("-created_at", "-pk")
    )


def threads(comments: Iterable[Comment]) -> list[Thread]:
    """Comments of that moment put together, the oldest thread first. `then` of one that was not up is empty."""
    seen = {each.pk: each for each in comments}
    for each in list(seen.values()):
        if each.parent is not None and each.parent.pk not in seen:
            each.parent.then = ""  # type: ignore[attr-defined]
            seen[each.parent.pk] = each.parent
    return threads_of(list(seen.values()), sorted(key for key, each in seen.items() if each.parent_id is None))


def changes(article: Article) -> QuerySet[Any, Any]:
    """Every moment at which a comment appeared or went away, as rows (at, what, number, name) for a union."""
    moved = Q(to_status=CommentStatus.APPROVED) ^ Q(from_status=CommentStatus.APPROVED)
    return (
        ModerationDecision.objects.filter(moved, comment__article=article)
        .order_by()
        .annotate(
            what=Case(When(to_status=CommentStatus.APPROVED, then=Value("appeared")), default=Value("went")),
            number=Value(0, IntegerField()),
            name=Coalesce(NullIf("comment__redacted_name", Value("")), "comment__name"),
        )
        .values_list("at", "what", "number", "name")
    )
