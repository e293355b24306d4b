"""What every template knows. Nothing of the request: public pages are the same bytes for everybody."""

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from articles.domain.site_pages import WhatIsLive, what_is_live
from articles.views.languages import same_page
from clinic_cms.shared.languages import without_language


def clinic(request: HttpRequest) -> dict[str, Any]:
    live: Any = SimpleLazyObject(what_is_live)  # asked for once, and only where a page leads to what it finds
    return {
        "page_languages": SimpleLazyObject(lambda: same_page(request.path, _languages(request.path, live))),
        "clinic": {
            "name": settings.CLINIC_NAME,
            "country": settings.CLINIC_COUNTRY,
            # asked for only where a page names its own address: for a host that is not ours there is no answer
            "origin": lambda: f"{request.scheme}://{request.get_host()}",
            "live": live,
        },
    }


def _languages(path: str, live: WhatIsLive) -> Collection[str]:
    """Those the page is worth having in: all of them for who works here, else where readers find something."""
    works_here = without_language(path).startswith(("/desk/", "/accounts/"))
    return dict(settings.LANGUAGES) if works_here else live.languages
