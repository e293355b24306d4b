"""Earlier versions of a live article: the words readers saw before, at an address of their own."""

from dataclasses import dataclass

from django.db.models import Max, OuterRef, Prefetch, Subquery

from articles.enums import Status
from articles.models import Article, Revision, SignOff


@dataclass(frozen=True, slots=True)
class Version:
    """Words that were live from `published_at` to `ended_at`. Those that were withdrawn, and all before them, are
    listed and not shown: they may be harmful still.
    """

    revision: Revision
    is_live: bool
    is_open: bool


def versions_of(article: Article) -> list[Version]:
    """Everything that was live, the newest first, without the words."""
    signed = Prefetch("review__sign_offs", SignOff.objects.order_by("kind", "pk"))
    once_live = article.revisions.filter(published_at__isnull=False).select_related("review").prefetch_related(signed)
    closed_until = _last_withdrawn(article)
    return [
        Version(each, each.pk == article.live_revision_id, each.number > closed_until)
        for each in once_live.defer("body", "disclaimer").order_by("-number")
    ]


def version(article: Article, number: int) -> Version | None:
    """One of them with its words, or None where that number was never live."""
    once_live = article.revisions.filter(published_at__isnull=False).select_related("topic", "author", "lead_picture")
    found = once_live.filter(number=number).first()
    if found is None:
        return None
    return Version(found, found.pk == article.live_revision_id, number > _last_withdrawn(article))


def first_published() -> Subquery:
    """For a query of articles: when words of each were live for the first time."""
    once_live = Revision.objects.filter(article=OuterRef("pk"), published_at__isnull=False)
    return Subquery(once_live.order_by("published_at").values("published_at")[:1])


def _last_withdrawn(article: Article) -> int:
    withdrawn = article.revisions.filter(status=Status.WITHDRAWN)
    return withdrawn.aggregate(number=Max("number"))["number"] or 0
