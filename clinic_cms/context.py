"""What every template knows. Nothing of the request: public pages are the same bytes for everybody."""

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject, cached_property

from articles.domain.site_pages import WhatIsLive, what_is_live
from articles.views.languages import same_page
from clinic_cms import profile
from clinic_cms.shared.languages import without_language


class _Clinic:
    """The clinic as templates ask for it: fetched when the first of them does, so that a page which needs nothing
    of it asks nothing.
    """

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @property
    def origin(self) -> str:
        """Asked for only where a page names its own address: for a host that is not ours there is no answer."""
        return f"{self._request.scheme}://{self._request.get_host()}"

    @cached_property
    def live(self) -> WhatIsLive:
        return what_is_live(profile.clinic().written)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # whoever copies a template's context looks for such a thing
            raise AttributeError(name)
        return getattr(profile.clinic(), name)


def clinic(request: HttpRequest) -> dict[str, Any]:
    known = _Clinic(request)
    return {
        "clinic": known,
        "page_languages": SimpleLazyObject(lambda: same_page(request.path, _languages(request.path, known))),
    }


def _languages(path: str, known: _Clinic) -> Collection[str]:
    """Those the page is worth having in: all of them for who works here, else where readers find something."""
    works_here = without_language(path).startswith(("/desk/", "/accounts/"))
    return dict(settings.LANGUAGES) if works_here else known.live.languages
