"""What readers see beneath an article: its comments in threads, one page of them, and the rules they are taken by.

All of it comes with one query, so that an article page costs the same for one comment and for thousands.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, Case, CharField, Count, F, Min, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, JSONObject, NullIf

from articles.models import Article, CrisisResource
from clinic_cms.profile import clinic
from comments.domain.helplines import country_of, emergency_number, helplines
from comments.domain.rules import new_clinics_rules, says_open, says_sensitive, switches_for
from comments.enums import CommentStatus
from comments.models import Comment, CommentRules, CommentSwitch

PER_PAGE: Final = 50  # threads, each with all of its replies
_COMMENT: Final = ("id", "parent_id", "kind", "corrects", "source_url", "status", "created_at", "erased_at")
_LINE: Final = ("name", "phone", "then", "sms_number", "sms_keyword", "chat_url", "hours", "country")


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with what was said to it: corrections first, then the rest as they came. Where the comment itself is
    not up any more, it is a tombstone without words.
    """

    root: Comment
    corrections: list[Comment]
    replies: list[Comment]

    @property
    def is_tombstone(self) -> bool:
        return self.root.status != CommentStatus.APPROVED


@dataclass(frozen=True, slots=True)
class Discussion:
    """One page of an article's threads; `number` counts every comment that is up, on all pages."""

    rules: CommentRules
    is_open: bool
    is_sensitive: bool
    lines: list[CrisisResource]
    emergency: str
    number: int
    threads: list[Thread]
    page: int
    pages: int
    newest_first: bool

    def find(self, pk: int) -> Comment | None:
        """A comment of this page that can be replied to."""
        up = (each.root for each in self.threads if not each.is_tombstone)
        return next((root for root in up if root.pk == pk), None)


def discussion(article: Article, *, page: int = 1, newest_first: bool | None = None) -> Discussion:
    """The threads of a live article as readers see them now; a page beyond the last one is the last one.

    `newest_first=None` orders them as the clinic's rules say.
    """
    row = _row(article, page, newest_first)
    pages = max(1, -(-row["thread_count"] // PER_PAGE))
    if page > pages:
        return discussion(article, page=pages, newest_first=newest_first)
    rules = CommentRules(**row["rules"][0]) if row["rules"] else new_clinics_rules()
    switches = [CommentSwitch(**each) for each in row["switches"]]
    live = article.live_revision
    return Discussion(
        rules=rules,
        is_open=says_open(switches, rules, live_since=live.published_at if live else None),
        is_sensitive=says_sensitive(switches),
        lines=[CrisisResource(**each) for each in row["lines"]],
        emergency=emergency_number(country_of(rules)),
        number=row["number"],
        threads=threads_of([_comment(each) for each in (*row["first"], *row["replies"])], row["order"]),
        page=page,
        pages=pages,
        newest_first=rules.newest_first if newest_first is None else newest_first,
    )


def place_of(comment: Comment) -> int:
    """On which page of its article's threads, in the usual order, readers find a comment."""
    root = comment.parent_id or comment.pk
    roots = _roots(comment.article_id)
    newest = CommentRules.objects.values_list("newest_first", flat=True).first()
    before = roots.filter(place__gt=root) if newest else roots.filter(place__lt=root)
    return before.count() // PER_PAGE + 1


def is_on_the_page(comment: Comment) -> bool:
    """Whether readers find it there: with its words, or as a tombstone above what was said to it."""
    return _up(comment.article_id).filter(Q(pk=comment.pk) | Q(parent=comment.pk)).exists()


def threads_of(comments: list[Comment], order: list[int]) -> list[Thread]:
    """The comments put together, the threads in the order of these keys of their first comments."""
    by_key = {each.pk: each for each in comments if each.parent_id is None}
    replies: dict[int, list[Comment]] = {key: [] for key in by_key}
    for each in sorted(comments, key=lambda each: (each.created_at, each.pk)):
        if each.parent_id is not None:
            replies[each.parent_id].append(each)
    return [
        Thread(
            by_key[key],
            [each for each in replies[key] if each.corrects],
            [each for each in replies[key] if not each.corrects],
        )
        for key in order
    ]


def _row(article: Article, page: int, newest_first: bool | None) -> dict[str, Any]:
    roots, newest_rules = _roots(article.pk), CommentRules.objects.order_by("-pk")[:1]
    if newest_first is None:
        newest = Coalesce(Subquery(newest_rules.values("newest_first")), Value(False))
        order = Case(When(Q(newest), then=-F("place")), default=F("place"), output_field=BigIntegerField())
        ordered = roots.order_by(order)
    else:
        ordered = roots.order_by("-place" if newest_first else "place")
    keys = ordered.values("place")[(page - 1) * PER_PAGE : page * PER_PAGE]
    first, replies = Comment.objects.filter(pk__in=keys), _up(article.pk).filter(parent__in=keys)
    words = JSONObject(**_named(_COMMENT), **_words())
    country = Coalesce(NullIf(Subquery(newest_rules.values("country")), Value("")), Value(clinic().country))
    topic = article.live_revision.topic_id if article.live_revision else None
    counted = _up(article.pk).order_by().values("article")
    everything = Article.objects.filter(pk=article.pk).values(
        rules=ArraySubquery(newest_rules.values(json=JSONObject(**_named(_RULES)))),
        switches=ArraySubquery(switches_for(article, topic).values(json=JSONObject(**_named(_SWITCH)))),
        lines=ArraySubquery(helplines(country).values(json=JSONObject(**_named(_LINE)))),
        first=ArraySubquery(first.values(json=words)),
        replies=ArraySubquery(replies.values(json=words)),
        order=ArraySubquery(keys),
        number=Coalesce(Subquery(counted.values(n=Count("pk"))), Value(0)),
        thread_count=Coalesce(Subquery(counted.values(n=Count(_ROOT, distinct=True))), Value(0)),
    )
    return dict(everything.get())


def _up(article_pk: int) -> QuerySet[Comment]:
    return Comment.objects.approved().filter(article=article_pk)


def _roots(article_pk: int) -> QuerySet[Any, Any]:
    """Each thread that has something to show, by the key of its first comment."""
    return _up(article_pk).values(root=_ROOT).annotate(place=Min(_ROOT))


def _words() -> dict[str, Any]:
    """What readers see of the words: nothing of a comment that is not up, and never what was taken out."""
    return {
        name: Case(
            When(status=CommentStatus.APPROVED, then=Coalesce(NullIf(F(f"redacted_{name}"), Value("")), F(name))),
            default=Value(""),
            output_field=CharField(),
        )
        for name in ("body", "name")
    } | {"role": F("role")}


def _comment(row: dict[str, Any]) -> Comment:
    return Comment(**{**row, "created_at": datetime.fromisoformat(row["created_at"])})


def _named(names: tuple[str, ...]) -> dict[str, Any]:
    return {name: F(name) for name in names}


_ROOT: Final = Coalesce("parent_id", "pk", output_field=BigIntegerField())
_SWITCH: Final = ("id", "topic_id", "article_id", "closed", "sensitive")
_RULES: Final = (
    *("id", "country", "hours", "ask_consent", "consent_text", "allow_testimonials", "show_links", "newest_first"),
    *("close_after_days", "purge_after_days", "translations"),
)
