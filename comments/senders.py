"""Whether a form was sent from this site's own pages, as far as the browser says (Fetch Metadata, Origin)."""

from django.http import HttpRequest


def is_own_page(request: HttpRequest) -> bool:
    """False when the browser says that another site sent the form. Old browsers say nothing, which is no objection:
    the signed token still has to be right.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or origin == f"{request.scheme}://{request.get_host()}"
