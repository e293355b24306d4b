"""How the clinic takes comments: the newest rules of the site, and what a topic or an article says of its own."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Q, QuerySet
from django.utils import timezone

from articles.models import Article
from clinic_cms.profile import clinic
from comments.models import CommentRules, CommentSwitch

KEEP_RULES: Final = "comments.keep_comment_rules"


def rules() -> CommentRules:
    """The rules that hold now; those of a new clinic before anybody has changed them."""
    return CommentRules.objects.first() or new_clinics_rules()


def new_clinics_rules() -> CommentRules:
    """What holds before anybody has said anything."""
    return CommentRules(country=clinic().country)


def testimonials_allowed() -> bool:
    return rules().allow_testimonials


def is_open(article: Article, topic_id: int, *, live_since: datetime | None) -> bool:
    """Whether readers can comment: the article's own switch, else its topic's, else the site's number of days."""
    return says_open(list(switches_for(article, topic_id)), rules(), live_since=live_since)


def is_sensitive(article: Article, topic_id: int) -> bool:
    """Whether comments here are kept from search engines' excerpts and from lists of the latest ones."""
    return says_sensitive(list(switches_for(article, topic_id)))


def switches_for(article: Article, topic_id: int | None) -> QuerySet[CommentSwitch]:
    """What was ever said of the article or of its topic, the newest first."""
    return CommentSwitch.objects.filter(Q(article=article) | Q(topic=topic_id, topic__isnull=False))


def says_open(switches: Sequence[CommentSwitch], site: CommentRules, *, live_since: datetime | None) -> bool:
    """The same as `is_open`, of what has been fetched already."""
    closed = _said(switches, "closed")
    if closed is not None:
        return not closed
    days = site.close_after_days
    return days is None or live_since is None or timezone.now() - live_since < timedelta(days=days)


def says_sensitive(switches: Sequence[CommentSwitch]) -> bool:
    """The same as `is_sensitive`, of what has been fetched already."""
    return bool(_said(switches, "sensitive"))


def _said(switches: Sequence[CommentSwitch], name: str) -> bool | None:
    """The article's newest word, else the topic's. A newest row that says nothing takes back what was said before."""
    newest_first = sorted(switches, key=lambda each: -each.pk)
    own = next((each for each in newest_first if each.article_id is not None), None)
    topic = next((each for each in newest_first if each.article_id is None), None)
    words: list[bool | None] = [getattr(each, name) for each in (own, topic) if each is not None]
    return next((word for word in words if word is not None), None)
