"""Pages that readers see are made and compressed once, and kept in this process while all they show stays as it is.

What they show is asked of the database each time (`ShownChange`, one query), so that no process ever answers with a
page from before an approval, a withdrawal or a setting. What changes with time alone, such as an article that becomes
overdue, shows at the next minute.
"""

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from threading import Lock
from typing import Any, Final

from cachetools import LRUCache
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from articles.models import shown_change
from clinic_cms import profile

View = Callable[..., HttpResponse]
LONGEST_ASKED: Final = 40  # characters of what an address asks for; who asks for more gets a page of their own
_OVERHEAD: Final = 2_000  # bytes that a page needs beside its words
_BEST: Final = 9


@dataclass(frozen=True, slots=True)
class Page:
    """What a browser gets, twice: as it is, and smaller."""

    plain: bytes
    small: bytes
    etag: str
    headers: dict[str, str]

    @property
    def size(self) -> int:
        return len(self.plain) + len(self.small) + _OVERHEAD


_pages: Final[LRUCache[tuple[Any, ...], Page]] = LRUCache(settings.KEPT_PAGES_BYTES, lambda page: page.size)
_lock: Final = Lock()


def kept(
    *asked: str, of_article: bool = False, counted: Callable[[HttpRequest, int], None] | None = None
) -> Callable[[View], View]:
    """Keep the pages this view makes: one for each address and each value of what is `asked` of it there.

    `of_article`: the address has an article's slug, and the page shows its comments. `counted` is called with each
    request for a page of an article, and the article's key, whether the page was kept or made. Only what answers 200 is
    kept.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            seen = shown_change.seen(kwargs.get("slug", "") if of_article else "")
            values = tuple(request.GET.get(name, "") for name in asked)
            key = (request.scheme, request.get_host(), request.path, get_language(), values, seen.page, _minute())
            with _lock:
                page = _pages.get(key)
            if page is None:
                with profile.remembered(seen.site):
                    response = view(request, *args, **kwargs)
                if response.status_code != 200:
                    return response
                page = _made(response)
                if not any(len(value) > LONGEST_ASKED for value in values):
                    _keep(key, page)
            if counted and seen.article:
                counted(request, seen.article)
            return _sent(request, page)

        return answer

    return decorate


def smaller(view: View) -> View:
    """Compress what this view answers; for pages of which each reader asks for another one, such as a search."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        return _sent(request, _made(response)) if response.status_code == 200 else response

    return answer


def forget() -> None:
    """Keep nothing of what was made so far: for tests."""
    with _lock:
        _pages.clear()


def _minute() -> int:
    return int(timezone.now().timestamp()) // 60


def _made(response: HttpResponse) -> Page:
    plain = response.content
    digest = hashlib.blake2b(plain, digest_size=16).hexdigest()
    return Page(plain, gzip.compress(plain, _BEST, mtime=0), digest, dict(response.headers))


def _keep(key: tuple[Any, ...], page: Page) -> None:
    if page.size <= _pages.maxsize:
        with _lock:
            _pages[key] = page


def _sent(request: HttpRequest, page: Page) -> HttpResponse:
    """The page as this browser reads it. Whether it has it already is asked further out (ConditionalGetMiddleware)."""
    is_small = _reads_gzip(request)
    response = HttpResponse(page.small if is_small else page.plain, headers=page.headers)
    response["ETag"] = f'"{page.etag}{"-gz" if is_small else ""}"'
    if is_small:
        response["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _reads_gzip(request: HttpRequest) -> bool:
    """RFC 9110, 12.5.3: named, and not with the weight nought."""
    for each in request.headers.get("Accept-Encoding", "").split(","):
        name, _semicolon, weight = each.partition(";")
        if name.strip().lower() == "gzip":
            return weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False
