"""How readers' views answer: seen by nobody else, led on by GET, never kept in between."""

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.cache import add_never_cache_headers


class HttpResponseSeeOther(HttpResponseRedirect):
    status_code = 303


def private(response: HttpResponse) -> HttpResponse:
    """A page for one person: no cache keeps it, no search engine lists it, and its address is told to no site."""
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    add_never_cache_headers(response)
    return response
