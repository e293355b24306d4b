"""What the public page of an article was at a moment that has passed, read off the records alone."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import CharField, F, QuerySet, Value

from articles.enums import Action, SignOffKind, Status
from articles.models import Article, Reference, Revision, SignOff, Transition


@dataclass(frozen=True, slots=True)
class Shown:
    """The page at one moment: the words of `revision`, or the notice of `withdrawal`, or (both None) nothing yet."""

    at: datetime
    revision: Revision | None = None
    withdrawal: Transition | None = None
    since: datetime | None = None  # from then on the page was like this ...
    until: datetime | None = None  # ... and from then on it was not; None where it still is
    references: list[Reference] = field(default_factory=list)
    reviewers: list[dict[str, Any]] = field(default_factory=list)


def shown_at(article: Article, at: datetime) -> Shown:
    """What readers found at the article's address at that moment. Words count from the microsecond they went live, and
    no longer in the microsecond they ended.
    """
    once_live = article.revisions.filter(published_at__isnull=False)
    later = once_live.filter(published_at__gt=at).order_by("published_at").values_list("published_at", flat=True)
    last = (
        once_live.filter(published_at__lte=at)
        .select_related("topic", "author", "lead_picture")
        .order_by("-published_at", "-number")
    )
    revision = last.first()
    if revision is None:
        return Shown(at, until=later.first())
    if revision.ended_at is None or revision.ended_at > at:
        references = list(revision.references.as_listed())
        reviewers = reviewers_of(revision, at)
        return Shown(at, revision, None, revision.published_at, revision.ended_at, references, reviewers)
    withdrawal = revision.transitions.filter(action=Action.WITHDRAW).select_related("revision__topic").first()
    return Shown(at, None, withdrawal, since=revision.ended_at, until=later.first())


def reviewers_of(revision: Revision, at: datetime) -> list[dict[str, Any]]:
    """Who had signed these words off by then, as the public page names them: clinical first, names as they were."""
    sign_offs = SignOff.objects.filter(review__revision=revision, at__lte=at).order_by("pk")
    return [
        {
            "kind": each.kind,
            "name": each.signer_name,
            "credential": each.credential_title,
            "issuer": each.credential_issuer,
        }
        for each in sorted(sign_offs, key=lambda each: each.kind != SignOffKind.CLINICAL)
    ]


def changes(article: Article) -> list[QuerySet[Any, Any]]:
    """Every moment at which the page's words changed, as rows (at, what, number, name) for one union. Words that were
    replaced ended in the very microsecond in which the newer ones went live, so that moment is told once.
    """
    live = article.revisions.order_by().filter(published_at__isnull=False)
    ended = live.filter(status=Status.WITHDRAWN)
    return [_rows(live, "published", F("published_at")), _rows(ended, "withdrawn", F("ended_at"))]


def _rows(revisions: Any, what: str, at: F) -> Any:
    named = revisions.annotate(at=at, what=Value(what, CharField()), name=Value("", CharField()))
    return named.values_list("at", "what", "number", "name")
