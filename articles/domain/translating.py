"""An article in another language: an article of its own, with its own sources, sign-offs and address, that says which
words it translates, and is behind as soon as those change.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from articles.domain.citing import copy_references
from articles.domain.drafting import CORRECTION, WORDS, lock_to_write, start_article, write
from articles.enums import ChangeClass, SitePage
from articles.models import Article, Revision
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from clinic_cms.models import User

# What the translation says itself, and what belongs to the history of the other article.
NOT_TAKEN = ("title", "author", "change_note", *CORRECTION)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a translation stands to the article it translates: `behind` are the words that readers of that one have and
    these do not follow, from the day `since`; `is_withdrawn` says that readers have none there any more.
    """

    source: Article
    followed: Revision
    behind: Revision | None = None
    since: datetime | None = None
    is_withdrawn: bool = False

    @property
    def is_true(self) -> bool:
        return self.behind is None and not self.is_withdrawn


@transaction.atomic
def translate(article: Article, language: str, *, by: "User", title: str) -> Revision:
    """Start a translation of an article's live words: a draft that begins as they stand, with their pictures, sources
    and brief, to be written over. Its author is whoever translates.

    Refuses who may not write, a language that the site does not have or the article is in, an article without live
    words, one that is a translation itself, and a second translation into the same language.
    """
    article = Article.objects.locked().select_related("live_revision__article").get(pk=article.pk)
    if reason := reason_against_translating(article, language):
        raise Refusal(reason)
    source: Any = article.live_revision
    page = SitePage(article.site_page) if article.site_page else None
    draft = start_article(by=by, title=title, topic=source.topic, site_page=page, language=language, translates=source)
    copy_references(source, draft)
    write(draft, by=by, words={name: getattr(source, name) for name in WORDS if name not in NOT_TAKEN})
    return draft


@transaction.atomic
def follow_source(draft: Revision, *, by: "User", seen: str) -> Revision:
    """Say that a draft follows the words that readers of its first language have now. The words stay as they are typed;
    whoever says so has brought them up to date, and counts among their writers.

    Refuses who may not write, words that are frozen, a stale page, words that translate nothing, and where there are no
    newer words to follow.
    """
    fresh = lock_to_write(draft, by=by, seen=seen)
    article = fresh.article.translation_of
    if article is None or article.live_revision is None:
        raise Refusal(_("There are no live words in another language that these could follow."))
    if article.live_revision_id == fresh.translated_from_id:
        raise Refusal(_("This draft follows the newest words already."))
    fresh.translated_from = article.live_revision
    fresh.save(update_fields=["translated_from"])
    write(fresh, by=by, words={})
    return fresh


def reason_against_translating(article: Article, language: str, begun: Collection[str] | None = None) -> str:
    """The sentence that says why there can be no translation of this article into this language, or an empty text."""
    if language not in dict(settings.LANGUAGES):
        return _("This site has no pages in that language.")
    if article.translation_of_id:
        return _("This article is a translation itself. Translate the one that it translates.")
    if language == article.language:
        return _("The article is in that language already.")
    if article.live_revision_id is None:
        return _("Only words that readers have can be translated. Publish the article first.")
    if language in (_begun(article) if begun is None else begun):
        return _("Somebody has begun this translation already. Open it from the article.")
    return ""


def open_languages(article: Article, begun: Collection[str] | None = None) -> list[tuple[str, str]]:
    """The languages, with their names, into which this article can be translated now; `begun` are those into which
    somebody translates it already, where the caller knows.
    """
    return [(code, name) for code, name in settings.LANGUAGES if not reason_against_translating(article, code, begun)]


def _begun(article: Article) -> Collection[str]:
    return set(article.translations.values_list("language", flat=True))


def standing_of(revision: Revision) -> Standing | None:
    """How these words stand to those they translate; None where they translate none."""
    followed = revision.translated_from
    if followed is None:
        return None
    source = followed.article
    live = source.live_revision
    behind = live if live is not None and live.pk != followed.pk else None
    first = changes_since(followed).first() if behind else None
    return Standing(
        source=source,
        followed=followed,
        behind=behind if first else None,
        since=first.published_at if first else None,
        is_withdrawn=live is None,
    )


def changes_since(followed: Revision) -> "QuerySet[Revision]":
    """What went live of the same article after these words and changed more than a slip of the pen, the first first."""
    later = Revision.objects.filter(article=followed.article_id, number__gt=followed.number)
    return later.filter(_MORE_THAN_A_SLIP).order_by("number")


def source_changed_at() -> Subquery:
    """For a query of articles: when the words that the live ones translate changed first since; null where they did not
    change, or translate none.
    """
    later = Revision.objects.filter(
        _MORE_THAN_A_SLIP,
        article=OuterRef("translation_of"),
        number__gt=OuterRef("live_revision__translated_from__number"),
    )
    return Subquery(later.order_by("number").values("published_at")[:1])


_MORE_THAN_A_SLIP = Q(published_at__isnull=False) & ~Q(review__change_class=ChangeClass.TYPO)
