"""What words link to outside of this site, and which of it was gone whenever somebody looked."""

from urllib.parse import urlsplit

from django.conf import settings

from articles.checks.html_reading import HtmlReader
from articles.models import CheckedLink
from articles.models.checked_link import LONGEST_LINK


def dead_links(html: str) -> tuple[str, ...]:
    """The links in these words that were gone whenever somebody looked; none where links are not checked."""
    addresses = links_of(html) if settings.LINK_CHECKS else set()
    if not addresses:
        return ()
    return tuple(CheckedLink.objects.dead().filter(address__in=addresses).values_list("address", flat=True))


def links_of(html: str) -> set[str]:
    """The web addresses outside of this site that the words link to, as they stand there."""
    own = {host.lstrip(".") for host in settings.ALLOWED_HOSTS}
    return {link.href for link in HtmlReader(html).read().links if _is_outside(link.href, own)}


def _is_outside(href: str, own: set[str]) -> bool:
    try:
        parts = urlsplit(href)
        is_web = parts.scheme in ("http", "https") and len(href) <= LONGEST_LINK
        return is_web and bool(parts.hostname) and parts.hostname not in own
    except ValueError:
        return False
