"""Which comments readers saw at a moment that has passed, read off the moderators' decisions."""

from datetime import datetime
from typing import Any

from django.db.models import F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value

from articles.models import Article
from comments.enums import CommentStatus
from comments.models import Comment, ModerationDecision


def visible_at(article: Article, at: datetime) -> QuerySet[Comment]:
    """The comments whose last decision by then had approved them, the newest first."""
    decisions = ModerationDecision.objects.filter(comment=OuterRef("pk"), at__lte=at).order_by("-version")
    return (
        Comment.objects.for_article(article)
        .annotate(then=Subquery(decisions.values("to_status")[:1]))
        .filter(then=CommentStatus.APPROVED)
        .order_by("-created_at", "-pk")
    )


def changes(article: Article) -> QuerySet[Any, Any]:
    """Every moment at which a comment appeared or went away, as rows (at, what, number, name) for a union."""
    moved = Q(to_status=CommentStatus.APPROVED) ^ Q(from_status=CommentStatus.APPROVED)
    return (
        ModerationDecision.objects.filter(moved, comment__article=article)
        .order_by()
        .annotate(what=F("to_status"), number=Value(0, IntegerField()), name=F("comment__name"))
        .values_list("at", "what", "number", "name")
    )
