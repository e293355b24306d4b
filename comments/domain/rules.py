"""How the clinic takes comments: the newest rules of the site, and what a topic or an article says of its own."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.utils import timezone

from articles.models import Article
from comments.models import CommentRules, CommentSwitch

KEEP_RULES: Final = "comments.keep_comment_rules"


def rules() -> CommentRules:
    """The rules that hold now; those of a new clinic before anybody has changed them."""
    return CommentRules.objects.first() or CommentRules(country=settings.CLINIC_COUNTRY)


def testimonials_allowed() -> bool:
    return rules().allow_testimonials


def is_open(article: Article, topic_id: int, *, live_since: datetime | None) -> bool:
    """Whether readers can comment: the article's own switch, else its topic's, else the site's number of days."""
    own = CommentSwitch.objects.filter(article=article, closed__isnull=False).first()
    topic = CommentSwitch.objects.filter(topic=topic_id, closed__isnull=False).first()
    for switch in (own, topic):
        if switch is not None:
            return not switch.closed
    days = rules().close_after_days
    return days is None or live_since is None or timezone.now() - live_since < timedelta(days=days)


def is_sensitive(article: Article, topic_id: int) -> bool:
    """Whether comments here are kept from search engines' excerpts and from lists of the latest ones."""
    own = CommentSwitch.objects.filter(article=article, sensitive__isnull=False).first()
    topic = CommentSwitch.objects.filter(topic=topic_id, sensitive__isnull=False).first()
    switch = own or topic
    return switch is not None and bool(switch.sensitive)
