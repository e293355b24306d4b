"""Searching what is live: phrases, minus, accents or none, and help where nothing is found. Never a draft."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from html import unescape
from typing import Final

from django.conf import settings
from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db import connection
from django.db.models import F, Func, QuerySet, TextField, Value
from django.utils.translation import get_language

from articles.enums import ArticleKind
from articles.models import Article, Topic
from clinic_cms.shared.text import folded

LONGEST: Final = 120  # characters of a question
MOST_WORDS: Final = 5_000  # of the library, those in most articles, that a mistyped one is compared with
ON_OFFER: Final = 4
_WORD: Final = re.compile(r"\w{3,}")
_STARTS, _ENDS = "\ue000", "\ue001"  # around a found word, until it is escaped; nobody's words have them


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody searches for, as it was typed, and where."""

    words: str = ""
    topic: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, and whether it is a word that was searched for."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class Help:
    """For who found nothing: the words as they may have been meant, and articles and topics near to them."""

    words: str = ""
    articles: list[Article] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)


def found(asked: Asked) -> QuerySet[Article]:
    """Live articles in the language of the page with these words, the most fitting first: titles count most, then
    summaries, then words. Quotation marks ask for a phrase, a minus leaves out, "or" asks for either. Without words
    that mean something, nothing.
    """
    query = _query(asked.words)
    articles = Article.objects.for_cards().filter(search_entry__words=query)
    if asked.topic:
        articles = articles.filter(live_revision__topic__slug=asked.topic)
    if asked.kind in ArticleKind.values:
        articles = articles.filter(live_revision__kind=asked.kind)
    return articles.annotate(fits=SearchRank(F("search_entry__words"), query)).order_by(
        "-fits", "-live_revision__published_at", "-pk"
    )


def told(articles: Iterable[Article], words: str) -> list[tuple[Article, list[Piece]]]:
    """Each article with the part of its words in which the searched ones stand."""
    shown = list(articles)
    text = Func(F("live_revision__body"), Value("<[^>]*>"), Value(" "), Value("g"), function="regexp_replace")
    around = SearchHeadline(
        _text(text), _query(words), config=_config(), start_sel=_STARTS, stop_sel=_ENDS,
        max_fragments=2, max_words=24, min_words=10, fragment_delimiter=" … ",
    )  # fmt: skip
    parts = dict(Article.objects.library().filter(pk__in=[each.pk for each in shown]).values_list("pk", around))
    return [(each, pieces(parts.get(each.pk, ""))) for each in shown]


def pieces(headline: str) -> list[Piece]:
    """The words that were searched for, and what stands around them."""
    text = " ".join(unescape(headline).split())
    parts = re.split(f"{_STARTS}(.*?){_ENDS}", f"… {text}" if text[:1].islower() else text)
    return [Piece(part, at % 2 == 1) for at, part in enumerate(parts) if part]


def topics_near(words: str) -> list[Topic]:
    """Topics with live articles whose names have one of the words, or one that is written nearly so."""
    asked = _words(words)
    topics = list(Topic.objects.with_live_articles())
    return [each for each in topics if any(get_close_matches(word, _words(each.name_here), 1, 0.8) for word in asked)]


def help_for(asked: Asked) -> Help:
    """What may have been meant: each word that no article has is read as the nearest one that some article has, and
    articles with any of these words are offered.
    """
    known = _vocabulary()
    typed = _words(asked.words)
    meant = [word if word in known else next(iter(get_close_matches(word, known, 1, 0.75)), "") for word in typed]
    words = " ".join(dict.fromkeys(filter(None, meant)))
    articles = list(found(Asked(" or ".join(words.split())))[:ON_OFFER])
    return Help(words if meant != typed and articles else "", articles, topics_near(words))


def _vocabulary() -> list[str]:
    """The words of the library in the language of the page, those in most articles first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word FROM ts_stat(format('SELECT vocabulary FROM articles_searchentry s JOIN articles_article a"
            " ON a.id = s.article_id WHERE a.language = %%L', %s::text)) WHERE word ~ '^[a-z]{3,}$'"
            " ORDER BY ndoc DESC, word LIMIT %s",
            [get_language() or settings.LANGUAGE_CODE, MOST_WORDS],
        )
        return [word for (word,) in cursor.fetchall()]


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _query(words: str) -> SearchQuery:
    asked = Func(Value(words[:LONGEST]), function="articles_folded", output_field=TextField())
    return SearchQuery(asked, config=_config(), search_type="websearch")


def _config() -> str:
    """PostgreSQL's name for how the language of the page bends its words; as migration 0061 has it for the index."""
    language = (get_language() or settings.LANGUAGE_CODE).partition("-")[0]
    return {"en": "english", "es": "spanish"}.get(language, "simple")


def _text(expression: Func) -> Func:
    expression.output_field = TextField()
    return expression
