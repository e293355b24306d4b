"""What waits for the moderators: counted per lane, narrowed, and read page by page at a cost that never grows."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import connection
from django.db.models import Exists, F, OuterRef, Prefetch, Q, TextField, Value
from django.db.models.fields.tuple_lookups import TupleGreaterThan
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone

from comments.enums import Lane, Outcome
from comments.models import Comment, Looking, ModerationDecision, ModeratorNote, Report, Signal
from comments.models.comment import CommentQuerySet

PER_PAGE: Final = 20
MOST_COUNTED: Final = 999
MOST_LOOKED_AT: Final = 2_000  # by one search; the next page goes on behind them
# The order is what makes the index do it: without, a planner that expects many reads the whole table to find none.
COUNTS: Final = """
SELECT lane, (SELECT count(*) FROM (
  SELECT FROM comments_comment c WHERE c.lane = asked.lane ORDER BY c.created_at, c.id LIMIT %s) AS few)
FROM unnest(%s::smallint[]) AS asked (lane)
"""
LOOKING_COUNTS: Final = timedelta(minutes=1)

Key = tuple[int, datetime, int]  # lane, moment, number: where a comment stands in the queue


@dataclass(frozen=True, slots=True)
class Asked:
    """What part of the queue a moderator wants to see; nothing in it means all."""

    lane: Lane | None = None
    code: str = ""
    article: int | None = None
    waiting: timedelta | None = None  # at least so long
    second_opinion: bool = False
    words: str = ""

    @property
    def narrows(self) -> bool:
        """Whether more than a lane is asked for, so that comments have to be looked at to be found."""
        return bool(self.code or self.article or self.waiting or self.second_opinion or self.words)


@dataclass(frozen=True, slots=True)
class Page:
    """Some comments in the order of the queue, and where the next page begins; `searched` tells that there are more
    behind MOST_LOOKED_AT comments that a search did not look at.
    """

    comments: list[Comment]
    following: Key | None
    searched: bool = False


def counts() -> dict[Lane, int]:
    """How many wait in each lane, in one query that stops counting right after MOST_COUNTED."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTS, [MOST_COUNTED + 1, [lane.value for lane in Lane]])
        return {Lane(lane): count for lane, count in cursor.fetchall()}


def page(asked: Asked, *, after: Key | None = None, size: int = PER_PAGE) -> Page:
    """The comments behind `after` that fit what was asked, with everything their cards show."""
    queue = Comment.objects.queued()
    if asked.lane is not None:
        queue = queue.filter(lane=asked.lane)
    if after is not None:
        queue = behind(queue, after)
    if not asked.narrows:
        found = list(with_cards(queue)[: size + 1])
        return Page(found[:size], key_of(found[size - 1]) if len(found) > size else None)
    looked_at = queue.values("pk")[:MOST_LOOKED_AT]
    found = list(with_cards(_narrowed(Comment.objects.queued().filter(pk__in=looked_at), asked))[: size + 1])
    if len(found) > size:
        return Page(found[:size], key_of(found[size - 1]))
    last = next(iter(queue.only("lane", "created_at")[MOST_LOOKED_AT - 1 : MOST_LOOKED_AT]), None)
    return Page(found, key_of(last) if last else None, searched=last is not None)


def behind(comments: CommentQuerySet, key: Key) -> CommentQuerySet:
    """Those that stand behind a place: one comparison of rows, which the index of the queue answers."""
    return comments.filter(TupleGreaterThan((F("lane"), F("created_at"), F("pk")), key))


def with_cards(comments: CommentQuerySet) -> CommentQuerySet:
    """The same comments with what a card tells of them, in as many queries for one as for a page."""
    now = timezone.now()
    return (
        comments.select_related("article", "revision", "parent")
        .only(
            *(field.name for field in Comment._meta.concrete_fields),
            "article__slug",
            "revision__title",
            "revision__number",
            "revision__published_at",
            *(f"parent__{name}" for name in ("name", "body", "redacted_name", "redacted_body", "status", "erased_at")),
        )
        .prefetch_related(
            "signals",
            "decisions",
            Prefetch("replies", Comment.objects.approved().filter(said_by__isnull=False), to_attr="answers"),
            Prefetch("notes", ModeratorNote.objects.select_related("by")),
            Prefetch("reports", Report.objects.order_by("pk")),
            Prefetch("looked_at_by", Looking.objects.filter(at__gt=now - LOOKING_COUNTS).select_related("person")),
        )
    )


def key_of(comment: Comment) -> Key:
    return (comment.lane or 0, comment.created_at, comment.pk)


def _narrowed(comments: CommentQuerySet, asked: Asked) -> CommentQuerySet:
    if asked.code:
        comments = comments.filter(Exists(Signal.objects.filter(comment=OuterRef("pk"), code=asked.code)))
    if asked.article:
        comments = comments.filter(article=asked.article)
    if asked.waiting:
        comments = comments.filter(created_at__lte=timezone.now() - asked.waiting)
    if asked.second_opinion:
        newest = ModerationDecision.objects.filter(comment=OuterRef("pk"), version=OuterRef("version"))
        comments = comments.filter(Exists(newest.filter(outcome=Outcome.SECOND_OPINION)))
    if asked.words:
        # What was taken out of a comment must not be found by guessing it.
        shown = Coalesce(NullIf("redacted_body", Value("")), "body", output_field=TextField())
        name = Coalesce(NullIf("redacted_name", Value("")), "name", output_field=TextField())
        comments = comments.annotate(words_shown=shown, name_shown=name).filter(
            Q(words_shown__icontains=asked.words)
            | Q(name_shown__icontains=asked.words)
            | Q(revision__title__icontains=asked.words)
        )
    return comments
