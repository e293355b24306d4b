"""Which requests are readers."""

import re
from typing import Final

from django.http import HttpRequest

from articles.domain import counting

# They say so themselves. Nothing of what a browser says is kept.
_MACHINE: Final = re.compile(r"bot\b|crawl|spider|slurp|preview|monitor|curl|wget|python-|headless|^$", re.IGNORECASE)


def count(request: HttpRequest, article: int) -> None:
    """Count a person who reads an article: no machine, and nothing that a browser fetched before anybody asked."""
    purpose = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    if request.method != "GET" or "prefetch" in purpose or _MACHINE.search(request.headers.get("User-Agent", "")):
        return
    host = request.get_host().partition(":")[0]
    counting.count(article, referrer=request.headers.get("Referer", ""), own_host=host)
