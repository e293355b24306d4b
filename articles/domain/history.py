"""Proves that history was not bent: walks every article's chain of Transitions."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from articles.chain import FIRST, link, microseconds
from articles.models import Article, Transition


@dataclass(frozen=True, slots=True)
class Break:
    """The first Transition of an article at which its chain does not hold."""

    article: str
    transition_id: int
    why: str


def broken_chains() -> Iterator[Break]:
    """The first break of every article that has one, in the order of the articles. Reads, changes nothing.

    Also finds a row that was taken off the end: the article then stands where no Transition has led it. Each article is
    read under its lock, so that a step that is taken meanwhile is not mistaken for a bend.
    """
    for pk in Article.objects.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            found = _first_break(Article.objects.locked().get(pk=pk))
        if found:
            yield found


def _first_break(article: Article) -> Break | None:
    previous, last_status = FIRST, {}
    transitions = Transition.objects.filter(article=article).order_by("pk").select_related("revision")
    for transition in transitions:
        if transition.previous_hash != previous:
            return Break(article.slug, transition.pk, "it does not follow the one before it")
        if transition.hash != link(previous, parts_of(transition)):
            return Break(article.slug, transition.pk, "it was changed")
        previous, last_status[transition.revision_id] = transition.hash, transition.to_status
    for revision in article.revisions.defer("body").order_by("pk"):
        if last_status.get(revision.pk, "draft") != revision.status:
            last = transitions.last()
            return Break(article.slug, last.pk if last else 0, "what came after it was taken out")
    return None


def parts_of(transition: Transition) -> tuple[object, ...]:
    """What a Transition's hash is made over, in the order the database takes it."""
    return (
        transition.article_id,
        transition.revision_id,
        transition.revision.seal,
        transition.action,
        transition.from_status,
        transition.to_status,
        transition.by_id,
        transition.by_name,
        microseconds(transition.at),
        transition.note,
        transition.notice,
    )
