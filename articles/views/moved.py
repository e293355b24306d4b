"""An article that got another address is found at every one it ever had, and from among the pages of any language."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control

from articles.domain import addresses

View = Callable[..., HttpResponse]


class HttpResponseSameAgain(HttpResponse):
    """307: the same request once more at another address, with all that was posted."""

    status_code = 307

    def __init__(self, address: str) -> None:
        super().__init__(headers={"Location": address})


def found_where_it_was(view: View) -> View:
    """Lead from an address its article had before, or from among the pages of another language, to the same page at the
    one it has now: for good (301), and with whatever a form posted (307). Asks the database only where the view found
    nothing (404).
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, slug: str, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, slug=slug, **kwargs)
        except Http404:
            article = addresses.leads_to(slug)
            if article is None or request.resolver_match is None:
                raise
            with translation.override(article.language):
                address = reverse(request.resolver_match.view_name, kwargs={"slug": article.slug, **kwargs})
            if address == request.path:
                raise
        asked = request.META.get("QUERY_STRING", "")
        address = f"{address}?{asked}" if asked else address
        return HttpResponseSameAgain(address) if request.method == "POST" else _for_good(address)

    return answer


def _for_good(address: str) -> HttpResponse:
    """Not kept unasked: an article may take an old address back, and a browser would go round in circles."""
    response = HttpResponsePermanentRedirect(address)
    patch_cache_control(response, public=True, no_cache=True)
    return response
