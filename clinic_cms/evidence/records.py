"""An article's records as plain values, whatever columns their tables have: what a pack holds as JSON."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Prefetch

from articles.domain.drafting import BRIEF
from articles.domain.facts import texts_of, words_of
from articles.models import Article, Reference, Review, Revision, SignOff, Transition
from articles.seal import CORRECTION, LEAD, WORDS
from clinic_cms.evidence.further import further_records
from clinic_cms.evidence.rows import plain, row
from clinic_cms.profile import clinic
from comments.enums import CommentStatus
from comments.models import Comment, ModerationDecision

# The topic stands among the words; a draft's own notes are of no use to anybody who proves what was live.
_NOT_AMONG_FACTS = frozenset({*WORDS, *CORRECTION, *LEAD, *BRIEF, "topic_id", "schedule_failure"})
# Of readers only what is named here leaves the house, whatever is kept about a comment later.
_COMMENT = ("id", "revision_id", "status", "version", "created_at")
_AS_SHOWN = {"name": "shown_name", "body": "shown_body"}  # without what was taken out of them
_DECISION = ("id", "outcome", "reason", "by_id", "by_name", "at", "from_status", "to_status", "version")


@dataclass(frozen=True, slots=True)
class History:
    """Everything that is on record about one article, read in a few queries however much it is."""

    article: Article
    clinic: str
    revisions: list[Revision]
    reviews: list[Review]
    transitions: list[Transition]
    comments: list[Comment]
    further: dict[str, list[dict[str, Any]]]

    @property
    def once_live(self) -> list[Revision]:
        return [revision for revision in self.revisions if revision.published_at]


@transaction.atomic
def history(article: Article) -> History:
    """Read under the article's lock, so that no step is taken between one table and the next."""
    locked = Article.objects.locked().get(pk=article.pk)
    revisions = locked.revisions.select_related("topic", "author", "lead_picture").order_by("number")
    reviews = Review.objects.filter(revision__article=locked).select_related("revision").defer("revision__body")
    sign_offs, decisions = SignOff.objects.order_by("pk"), ModerationDecision.objects.order_by("pk")
    comments = Comment.objects.for_article(locked).prefetch_related(Prefetch("decisions", decisions))
    return History(
        article=locked,
        clinic=clinic().name,
        revisions=list(revisions.prefetch_related(Prefetch("references", Reference.objects.order_by("position")))),
        reviews=list(reviews.order_by("revision__number").prefetch_related(Prefetch("sign_offs", sign_offs))),
        transitions=list(Transition.objects.filter(article=locked).order_by("pk")),
        comments=list(comments.order_by("created_at", "pk")),
        further=further_records(locked),
    )


def article_record(known: History) -> dict[str, Any]:
    """The article and all its revisions; words only of those that readers have seen."""
    return {
        "id": known.article.pk,
        "slug": known.article.slug,
        "address": known.article.get_absolute_url(),
        "clinic": known.clinic,
        "created_at": plain(known.article.created_at),
        "revisions": [_revision(revision) for revision in known.revisions],
    }


def review_records(known: History) -> list[dict[str, Any]]:
    """Every review with its sign-offs: names and credentials as they were, answers as they were given."""
    return [{**row(review), "sign_offs": [row(each) for each in review.sign_offs.all()]} for review in known.reviews]


def transition_records(known: History) -> list[dict[str, Any]]:
    """Every step with the seal it was about, in the order of the chain."""
    seals = {revision.pk: revision.seal for revision in known.revisions}
    return [{**row(each), "seal": seals[each.revision_id]} for each in known.transitions]


def comment_records(known: History) -> list[dict[str, Any]]:
    """What moderators decided and when; a reader's words and name only where readers see them now."""
    return [
        {
            **{name: plain(getattr(comment, _AS_SHOWN.get(name, name))) for name in _comment_columns(comment)},
            "decisions": [{name: plain(getattr(each, name)) for name in _DECISION} for each in comment.decisions.all()],
        }
        for comment in known.comments
    ]


def _comment_columns(comment: Comment) -> tuple[str, ...]:
    return (*_COMMENT, "name", "body") if comment.status == CommentStatus.APPROVED else _COMMENT


def _revision(revision: Revision) -> dict[str, Any]:
    live = revision.published_at is not None
    return {
        **row(revision, _NOT_AMONG_FACTS),
        "topic_name": revision.topic.name,
        "words": words_of(revision) if live else None,
        "brief": {name: getattr(revision, name) for name in BRIEF} if live else None,
        "references": [texts_of(each) for each in revision.references.all()] if live else [],
    }
