"""What crawlers and finders of holes ask for by name: robots.txt, security.txt and the sitemap."""

from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any, Final

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_not_required
from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap
from django.db.models import Max, OuterRef, Q, Value
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import Article, SignOff, Topic
from articles.views import languages
from articles.views.kept import kept
from articles.views.reading import public
from clinic_cms.shared.languages import in_language

# Nothing is secret by this: these pages ask who somebody is, or are for one reader each.
NOT_FOR_CRAWLERS: Final = ("/desk/", "/accounts/", "/preview/", "/comments/", "/search/?")
HOLDS_FOR: Final = timedelta(days=180)  # RFC 9116: "less than a year into the future"


@require_safe
@login_not_required
def robots(request: HttpRequest) -> HttpResponse:
    """RFC 9309."""
    codes = [code for code, _name in settings.LANGUAGES]
    closed = [in_language(path, code) for code in codes for path in NOT_FOR_CRAWLERS]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), ""]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}")
    return public(HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8"))


@require_safe
@login_not_required
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116. Without a contact in the settings there is none, and no file."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = (timezone.now() + HOLDS_FOR).astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en, es",
        f"Canonical: {request.build_absolute_uri()}",
        "",
    ]
    return public(HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8"))


class Library(Sitemap[Article]):
    """Every live article, with the moment at which its words went live, and the same in other languages."""

    def items(self) -> Any:
        live = Article.objects.library().select_related("live_revision").defer("live_revision__body")
        return live.annotate(family=languages.family()).order_by("-live_revision__published_at", "-pk")

    def lastmod(self, article: Article) -> datetime | None:
        return article.live_revision.published_at if article.live_revision else None

    def get_urls(self, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        urls = super().get_urls(*args, **kwargs)
        for url in urls:
            origin = url["location"].removesuffix(url["item"].get_absolute_url())
            others = languages.told(url["item"].family)
            pairs = [{"location": origin + each.path, "lang_code": each.code} for each in others]
            url["alternates"] = pairs if len(pairs) > 1 else []
        return urls


class SitePages(Library):
    """The same for the clinic's pages about this site."""

    def items(self) -> Any:
        live = Article.objects.live().site_pages().select_related("live_revision")
        return live.annotate(family=languages.family()).order_by("slug")


class InEachLanguage(Sitemap[Any]):
    """Pages that the site makes itself, in every language in which something is there."""

    i18n = True
    alternates = True


class Topics(InEachLanguage):
    """Every topic with something to read, with the moment of its newest words."""

    def items(self) -> Any:
        live = Q(revision__live_article__isnull=False, revision__live_article__site_page=None)
        found = Topic.objects.annotate(
            newest=Max("revision__published_at", filter=live),
            found_in=ArrayAgg("revision__live_article__language", filter=live, distinct=True, default=Value([])),
        )
        return found.filter(newest__isnull=False).order_by("name")

    def get_languages_for_item(self, topic: Any) -> list[str]:
        return list(topic.found_in)

    def lastmod(self, topic: Any) -> datetime:
        return topic.newest


class People(InEachLanguage):
    """Everybody whose name stands on a live article."""

    def items(self) -> Any:
        live = Article.objects.library()
        signed = SignOff.objects.filter(review__revision__live_article__in=live, by=OuterRef("pk"))
        wrote = live.filter(live_revision__author=OuterRef("pk"))
        both = {
            "wrote_in": ArraySubquery(wrote.order_by().values("language").distinct()),
            "signed_in": ArraySubquery(signed.order_by().values("review__revision__article__language").distinct()),
        }
        people: Any = get_user_model().objects.filter(slug__isnull=False).annotate(**both)
        return [each for each in people.order_by("slug") if each.wrote_in or each.signed_in]

    def get_languages_for_item(self, person: Any) -> list[str]:
        return sorted({*person.wrote_in, *person.signed_in})

    def location(self, person: Any) -> str:
        return reverse("articles:person", args=[person.slug])


class Pages(InEachLanguage):
    def items(self) -> list[str]:
        return ["home", "articles:index", "articles:topics"]

    @cached_property
    def found_in(self) -> list[str]:
        live = Article.objects.library().order_by().values_list("language", flat=True).distinct()
        return sorted({settings.LANGUAGE_CODE, *live})

    def get_languages_for_item(self, name: str) -> list[str]:
        return self.found_in

    def location(self, name: str) -> str:
        return reverse(name)


SITEMAPS: Final[dict[str, type[Sitemap[Any]] | Sitemap[Any]]] = {
    "articles": Library,
    "topics": Topics,
    "people": People,
    "pages": Pages,
    "site_pages": SitePages,
}


@require_safe
@login_not_required
@kept()
def site_map(request: HttpRequest) -> HttpResponse:
    """sitemaps.org 0.9."""
    response = sitemap(request, SITEMAPS)
    response.render()
    return public(response)
