"""The topics of the library as readers look for them: those that are read most, and all of them by their letter."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.models import Article, ReadCount, Topic
from clinic_cms.shared.text import folded

COUNTED: Final = timedelta(days=28)  # whole weeks, so that every day of the week counts as often
MOST_NEEDED: Final = 6


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and the topics that begin with it; what begins with none stands under “#”."""

    sign: str
    topics: list[Topic] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return f"letter-{self.sign.lower()}" if self.sign != "#" else "letter-other"


def with_counts() -> Any:
    """The topics with live articles in the language of the page, by name; each with how many `articles` it has."""
    live = Count(
        "revision",
        filter=Q(revision__live_article__in=Article.objects.library().here()),
        distinct=True,
    )
    return Topic.objects.annotate(articles=live).filter(articles__gt=0).order_by("name")


def most_needed() -> QuerySet[Topic]:
    """The topics that were read most in the last four weeks; before anybody has read, those with the most articles."""
    counted = ReadCount.objects.filter(
        article__live_revision__topic=OuterRef("pk"),
        article__in=Article.objects.here(),
        host="",
        day__gt=timezone.localdate() - COUNTED,
    )
    summed = counted.order_by().values("article__live_revision__topic").annotate(all=Sum("number")).values("all")
    topics = with_counts().annotate(readers=Coalesce(Subquery(summed), 0))
    return topics.order_by("-readers", "-articles", "name")[:MOST_NEEDED]


def a_to_z() -> list[Letter]:
    """Every topic with live articles under its letter, accents or none."""
    letters: dict[str, Letter] = {}
    for topic in sorted(with_counts(), key=lambda each: folded(each.name_here)):
        first = folded(topic.name_here)[:1].upper()
        sign = first if first.isalpha() else "#"
        letters.setdefault(sign, Letter(sign)).topics.append(topic)
    return sorted(letters.values(), key=lambda letter: (letter.sign == "#", letter.sign))
