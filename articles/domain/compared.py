"""Gathers what a comparison needs from the database."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from articles.comparison import Words
from articles.domain import facts
from articles.domain.citing import as_typed
from articles.models import Article, Reference, Revision
from articles.pictures import lead_figure
from articles.seal import LEAD, TRANSLATED

MOST_CHOICES = 200


def words_of(revision: Revision) -> Words:
    """All that readers are shown of a revision: one query for its references, and one for its topic if not fetched."""
    references = revision.references.order_by("position")
    return words_from(facts.words_of(revision), revision.topic.name, references)


def words_from(words: Mapping[str, str], topic: str, references: Iterable[Reference]) -> Words:
    """Words as they are sealed, as they are compared: the topic by its name, the lead picture as it is shown. What they
    translate is no word of theirs.
    """
    values = {name: value for name, value in words.items() if name not in (*LEAD, *TRANSLATED)}
    lead = lead_figure(*(words[name] for name in LEAD))
    return Words(
        **{**values, "topic": topic, "lead": lead},
        references=tuple(tuple(facts.texts_of(each).items()) for each in references),
    )


def pair_of(old: Revision, new: Revision) -> tuple[Words, Words]:
    """The words of two revisions, ready to be compared."""
    before, after = words_of(old), words_of(new)
    return (before.beside(after) if old.published_at else before), after


def words_with(
    revision: Revision, words: Mapping[str, Any], references: Iterable[Mapping[str, Any]] | None = None
) -> Words:
    """What readers would be shown of a revision if these words, in the shape `save_draft` takes, stood in it.

    Nothing is saved: `revision` is an instance of one's own, which carries the words from here on.
    """
    for name, value in words.items():
        setattr(revision, name, value)
    if references is None:
        return words_of(revision)
    revision.body, listed = as_typed(revision, references, body=revision.body)
    return words_from(facts.words_of(revision), revision.topic.name, listed)


def choices(article: Article) -> list[Revision]:
    """The revisions one can choose from, the newest first, without their words."""
    revisions = article.revisions.select_related("saved_by").defer("body", "disclaimer", "interests")
    return list(revisions.order_by("-number")[:MOST_CHOICES])


def usual_pair(article: Article, revisions: Sequence[Revision], new: int | None) -> tuple[int | None, int | None]:
    """Which two to compare if nobody said: the newest with what readers see now, or with the one before it."""
    new = new or (revisions[0].pk if revisions else None)
    if article.live_revision_id not in (None, new):
        return article.live_revision_id, new
    numbers = {each.pk: each.number for each in revisions}
    earlier = [each.pk for each in revisions if new in numbers and each.number < numbers[new]]
    return (earlier[0] if earlier else None), new
