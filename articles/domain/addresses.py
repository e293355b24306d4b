"""An article's address: a new one takes its place, and every one it ever had goes on leading to it."""

import re
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.enums import SitePage
from articles.models import AddressChange, Article
from articles.site_pages import page_of
from articles.workflow import PUBLISH
from clinic_cms.shared.refusal import Refusal, StaleRefusal

if TYPE_CHECKING:
    from clinic_cms.models import User

LONGEST: Final = 120
RESERVED: Final = frozenset({"all", "archive", "comments", "feed", "feedback", "index", "new", "search", "versions"})
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@transaction.atomic
def change(article: Article, slug: str, *, by: "User", seen: str) -> AddressChange:
    """Give an article another address; those it had before lead to the new one. It may take one of them back.

    `seen` is the address the page was made from. Refuses who may not publish, a stale page, what is no address, the
    address it has, and any that another article has or ever had.
    """
    if not by.is_active or not by.has_perm(PUBLISH):
        raise Refusal(_("Only a publisher can change an article's address."))
    fresh = Article.objects.locked().get(pk=article.pk)
    if fresh.slug != seen:
        raise StaleRefusal(_("The address is “%(slug)s” by now. Please look again.") % {"slug": fresh.slug})
    if fresh.site_page:
        raise Refusal(_("A page of the site keeps its address."), "slug")
    if fresh.slug == slug:
        raise Refusal(_("That is the address it has already."), "slug")
    _refuse_what_is_no_address(slug)
    if Article.objects.filter(slug=slug).exists() or _was_of_another(slug, fresh):
        raise _taken(slug)
    try:
        with transaction.atomic():
            changed = AddressChange.objects.create(article=fresh, was=fresh.slug, now=slug, by=by)
            fresh.slug = slug
            fresh.save(update_fields=["slug"])
    except IntegrityError as problem:  # somebody else was faster
        raise _taken(slug) from problem
    return changed


def new_article(
    slug: str,
    site_page: SitePage | None = None,
    *,
    language: str = settings.LANGUAGE_CODE,
    translation_of: Article | None = None,
) -> Article:
    """An article, or a page of the site, with this address and nothing else. Refuses an address that another article
    has or ever had.
    """
    fixed: dict[str, Any] = {"site_page": site_page, "language": language, "translation_of": translation_of}
    if slug in RESERVED or page_of(slug) != site_page:
        raise Refusal(_("The site itself needs the address “%(slug)s”. Choose another title.") % {"slug": slug})
    try:
        article, created = Article.objects.get_or_create(slug=slug, **fixed)
    except IntegrityError:  # it led to another article once
        created = False
    if not created:
        raise Refusal(_("Another article has the address “%(slug)s” already. Choose another title.") % {"slug": slug})
    return article


def leads_to(slug: str) -> Article | None:
    """The article that readers found at this address, or find there now, in whichever language; None for others."""
    readable = Article.objects.filter(revisions__published_at__isnull=False)
    return readable.filter(slug=slug).first() or readable.filter(address_changes__was=slug).first()


def _refuse_what_is_no_address(slug: str) -> None:
    if len(slug) > LONGEST or not _SLUG.fullmatch(slug):
        raise Refusal(
            _("Use small letters without accents, digits and single hyphens between them, at most %(most)d in all.")
            % {"most": LONGEST},
            "slug",
        )
    if slug in RESERVED or page_of(slug):
        raise Refusal(_("The site itself needs that address. Choose another one."), "slug")


def _was_of_another(slug: str, article: Article) -> bool:
    return AddressChange.objects.filter(was=slug).exclude(article=article).exists()


def _taken(slug: str) -> Refusal:
    return Refusal(_("“%(slug)s” leads to another article, now or from older links.") % {"slug": slug}, "slug")
