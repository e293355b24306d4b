"""Where the same page is in the site's other languages."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q
from django.db.models.functions import Coalesce, JSONObject
from django.http import HttpRequest
from django.utils.translation import get_language

from articles.models import Article
from clinic_cms.shared.languages import in_language

NAMES: Final = dict(settings.LANGUAGES)


@dataclass(frozen=True, slots=True)
class PageLanguage:
    """A language, by its own name, and where it has this page."""

    code: str
    name: str
    path: str
    is_here: bool


def same_page(path: str, codes: Collection[str]) -> list[PageLanguage]:
    """A page that every language has: in those of these languages, the one it is in first of all."""
    here = get_language() or settings.LANGUAGE_CODE
    return [
        PageLanguage(code, name, in_language(path, code), code == here)
        for code, name in NAMES.items()
        if code == here or code in codes
    ]


def where(request: HttpRequest, *conditions: Q, **named: Any) -> list[PageLanguage]:
    """A page that is there in those languages in which the library has such articles; one query."""
    live = Article.objects.library().filter(*conditions, **named)
    return same_page(request.path, set(live.order_by().values_list("language", flat=True).distinct()))


def family() -> Any:
    """For a query of articles: all live ones that say the same, each in its language, as `told` reads them."""
    first = Coalesce(OuterRef("translation_of"), OuterRef("pk"))
    live = Article.objects.live().filter(Q(pk=first) | Q(translation_of=first)).order_by("language")
    return ArraySubquery(live.values(json=JSONObject(language=F("language"), slug=F("slug"), page=F("site_page"))))


def told(members: Iterable[Mapping[str, Any]]) -> list[PageLanguage]:
    """An article in each language that it is live in."""
    here = get_language() or settings.LANGUAGE_CODE
    paths = {each["language"]: _path(each) for each in members}
    return [PageLanguage(code, name, paths[code], code == here) for code, name in NAMES.items() if code in paths]


def _path(member: Mapping[str, Any]) -> str:
    return Article(slug=member["slug"], language=member["language"], site_page=member["page"]).get_absolute_url()
