"""The clinic's pages about this site: begun here, and from then on written, signed off and published like articles."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.domain.drafting import start_article
from articles.enums import SitePage, Status
from articles.models import Article, Revision, Topic
from articles.workflow import WRITE
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User

TOPIC = "about-this-site"


@dataclass(frozen=True, slots=True)
class Begun:
    """A page of the site as the desk lists it: its article and newest revision, where somebody has begun it."""

    page: SitePage
    article: Article | None = None
    newest: Revision | None = None
    translations: tuple[Revision, ...] = ()  # the newest words of each

    @property
    def is_open(self) -> bool:
        """Whether words are on their way to readers."""
        return self.newest is not None and self.newest.status in Status.open()


@transaction.atomic
def start_site_page(page: SitePage, *, by: "User", language: str = settings.LANGUAGE_CODE) -> Revision:
    """Begin a page of the site: a draft with its title and sections in its language. Refuses who may not write, and a
    second one.
    """
    if Article.objects.filter(site_page=page, language=language).exists():
        raise Refusal(_("Somebody has begun this page already. Open it from the list."))
    if not by.is_active or not by.has_perm(WRITE):
        raise Refusal(_("Only an editor can write articles."))
    words = {"name": _("About this site"), "description": _("How this site is made, and who answers for it.")}
    topic, _created = Topic.objects.get_or_create(slug=TOPIC, defaults=words)
    with translation.override(language):
        title = str(page.label)
    return start_article(by=by, title=title, topic=topic, site_page=page, language=language)


def all_site_pages() -> list[Begun]:
    """Each page of the site, begun or not, in two queries."""
    own = Article.objects.site_pages().filter(translation_of=None).select_related("live_revision")
    articles = {each.site_page: each for each in own}
    newest = (
        Revision.objects.newest()
        .filter(article__site_page__isnull=False)
        .defer("body")
        .select_related("saved_by", "article")
    )
    by_page = {each.article_id: each for each in newest}
    return [
        Begun(page, article, by_page.get(article.pk) if article else None, tuple(_translations(article, by_page)))
        for page in SitePage
        for article in [articles.get(page)]
    ]


def _translations(article: Article | None, newest: Mapping[int, Revision]) -> Iterator[Revision]:
    for each in newest.values():
        if article and each.article.translation_of_id == article.pk:
            yield each


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the site as every page's foot leads to it: in the language of that page where it is written, else in
    the clinic's own.
    """

    page: SitePage
    address: str
    language: str

    @property
    def name(self) -> str:
        return str(self.page.label)


@dataclass(frozen=True, slots=True)
class WhatIsLive:
    """What readers find on this site: in which languages, and which of its own pages."""

    languages: frozenset[str]
    site_pages: list[Place]


def what_is_live(written: Collection[tuple[str, str | None]]) -> WhatIsLive:
    """For the head and the foot of every page, from the languages of all that is live, each with the page of the site
    that is written in it.
    """
    here, own = get_language() or settings.LANGUAGE_CODE, settings.LANGUAGE_CODE
    places = []
    for page in SitePage:
        found = next((each for each in (here, own) if (each, page.value) in written), None)
        if found:
            address = Article(site_page=page.value, language=found).get_absolute_url()
            places.append(Place(page, address, found))
    return WhatIsLive(frozenset(language for language, _page in written), places)
