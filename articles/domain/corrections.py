"""Public corrections: what an article said, and what it says now. They are words of a revision, signed off with the
rest, and public for ever once it has been live.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from articles.models import Article, Revision


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction; `at` is when it went live, None while its words are not live yet."""

    said: str
    says: str
    at: datetime | None


def corrections_of(article: Article, at: datetime | None = None) -> list[Correction]:
    """What readers find under an article, the newest first; at a moment that has passed, what they found then."""
    published = _published(article.revisions.all())
    if at is not None:
        published = published.filter(published_at__lte=at)
    rows = published.values("correction_said", "correction_says", "published_at")
    return told_once(
        {"said": r["correction_said"], "says": r["correction_says"], "at": r["published_at"]} for r in rows
    )


def corrections_with(revision: Revision) -> list[Correction]:
    """The same as readers will find it once these words are live."""
    earlier = corrections_of(revision.article)
    if not revision.correction_said or revision.published_at:
        return earlier
    own = Correction(revision.correction_said, revision.correction_says, None)
    return earlier if any((each.said, each.says) == (own.said, own.says) for each in earlier) else [own, *earlier]


def in_a_query_of_articles() -> QuerySet[Any, Any]:
    """For an array inside a query of articles: said, says and at of each correction, the oldest first."""
    rows = _published(Revision.objects.filter(article=OuterRef("pk")))
    return rows.values(json=JSONObject(said=F("correction_said"), says=F("correction_says"), at=F("published_at")))


def told_once(rows: Iterable[Mapping[str, Any]]) -> list[Correction]:
    """Rows, the oldest first, as corrections, the newest first. A review without change brings the same correction
    live again: it is told with the moment of the first.
    """
    found: dict[tuple[str, str], Correction] = {}
    for row in rows:
        at = datetime.fromisoformat(row["at"]) if isinstance(row["at"], str) else row["at"]
        found.setdefault((row["said"], row["says"]), Correction(row["said"], row["says"], at))
    return list(reversed(found.values()))


def _published(revisions: QuerySet[Revision]) -> QuerySet[Revision]:
    return revisions.filter(published_at__isnull=False).exclude(correction_said="").order_by("published_at", "number")
