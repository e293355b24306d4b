"""What every template knows. Nothing of the request: public pages are the same bytes for everybody."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from articles.domain.site_pages import what_is_live
from articles.views.languages import same_page


def clinic(request: HttpRequest) -> dict[str, Any]:
    live = SimpleLazyObject(what_is_live)  # asked for once, and only where a page leads to what it finds
    return {
        "page_languages": SimpleLazyObject(lambda: same_page(request.path, live.languages)),
        "clinic": {
            "name": settings.CLINIC_NAME,
            "country": settings.CLINIC_COUNTRY,
            # asked for only where a page names its own address: for a host that is not ours there is no answer
            "origin": lambda: f"{request.scheme}://{request.get_host()}",
            "live": live,
        },
    }
