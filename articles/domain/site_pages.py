"""The clinic's pages about this site: begun here, and from then on written, signed off and published like articles."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
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

    @property
    def is_open(self) -> bool:
        """Whether words are on their way to readers."""
        return self.newest is not None and self.newest.status in Status.open()


@transaction.atomic
def start_site_page(page: SitePage, *, by: "User") -> Revision:
    """Begin a page of the site: a draft with its title and sections. Refuses who may not write, and a second one."""
    if Article.objects.filter(site_page=page).exists():
        raise Refusal(_("Somebody has begun this page already. Open it from the list."))
    if not by.is_active or not by.has_perm(WRITE):
        raise Refusal(_("Only an editor can write articles."))
    words = {"name": _("About this site"), "description": _("How this site is made, and who answers for it.")}
    topic, _created = Topic.objects.get_or_create(slug=TOPIC, defaults=words)
    return start_article(by=by, title=str(page.label), topic=topic, site_page=page)


def all_site_pages() -> list[Begun]:
    """Each page of the site, begun or not, in two queries."""
    articles = {each.site_page: each for each in Article.objects.site_pages().select_related("live_revision")}
    newest = Revision.objects.newest().filter(article__site_page__isnull=False).defer("body").select_related("saved_by")
    by_page = {each.article_id: each for each in newest}
    return [
        Begun(page, article, by_page.get(article.pk) if article else None)
        for page in SitePage
        for article in [articles.get(page)]
    ]


def live_site_pages() -> list[tuple[str, str]]:
    """The addresses and names of those that readers can open, for the foot of every page; one query."""
    live = set(Article.objects.live().site_pages().values_list("site_page", flat=True))
    return [(page.value, str(page.label)) for page in SitePage if page.value in live]
