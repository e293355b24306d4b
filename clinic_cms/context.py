"""What every template knows. Nothing of the request: public pages are the same bytes for everybody."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from articles.domain.site_pages import live_site_pages


def clinic(request: HttpRequest) -> dict[str, Any]:
    return {
        "clinic": {
            "name": settings.CLINIC_NAME,
            "country": settings.CLINIC_COUNTRY,
            # asked for only where a page names its own address: for a host that is not ours there is no answer
            "origin": lambda: f"{request.scheme}://{request.get_host()}",
            "site_pages": SimpleLazyObject(live_site_pages),  # asked for once, and only where a page links to them
        }
    }
