"""Whether a form was sent from this site's own pages, as far as the browser says (Fetch Metadata, Origin)."""

from django.http import HttpRequest


def is_own_page(request: HttpRequest, *, nameless: bool = False) -> bool:
    """False when the browser says that another site sent the form. Old browsers say nothing, which is no objection:
    the signed token still has to be right. A page with a secret address tells no site where it is, not even this one,
    and then they say "null" (`nameless`); who knows the address needs no other proof.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or (nameless and origin == "null") or origin == f"{request.scheme}://{request.get_host()}"
