"""What the desk's views share: the request of a signed-in person, and how a refusal is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from clinic_cms.shared.refusal import Refusal, StaleRefusal

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from clinic_cms.models import User

P = ParamSpec("P")
V = TypeVar("V", bound=Callable[..., HttpResponse])

FREE_TEXT: Final = ("note", "notice")  # what a person may have typed into the form of a verb


class AuthenticatedRequest(HttpRequest):
    """A request of somebody who is signed in: every view of the desk receives one."""

    user: User
    htmx: HtmxDetails


def is_htmx(request: HttpRequest) -> bool:
    """Whether a part of a page was asked for, not a whole one."""
    return bool(getattr(request, "htmx", False))


def desk_page_before(request: HttpRequest) -> str:
    """The desk page that led here, as a path of this site; the desk's home where that is unknown or elsewhere."""
    home, referer = reverse("desk:home"), request.headers.get("Referer", "")
    here = url_has_allowed_host_and_scheme(referer, {request.get_host()}, require_https=request.is_secure())
    parts = urlsplit(referer) if here else None
    if parts is None or not parts.path.startswith(home):
        return home
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def refusals_shown(
    view: Callable[Concatenate[AuthenticatedRequest, P], HttpResponse],
) -> Callable[Concatenate[AuthenticatedRequest, P], HttpResponse]:
    """Turn a Refusal raised in a desk view into its sentence on the page the person came from; what they typed stays.

    A StaleRefusal is answered with a page of its own and status 409.
    """

    @wraps(view)
    def guarded(request: AuthenticatedRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except StaleRefusal as refusal:
            return conflict_shown(request, refusal, _typed(request))
        except Refusal as refusal:
            return _back(request, refusal)

    return guarded


def typed_is_kept(keep: Callable[..., None]) -> Callable[[V], V]:
    """Mark a view whose posted form must outlast a session that has ended: before its person is sent to sign in,
    `keep` is called with the request and the view's arguments.
    """

    def marked(view: V) -> V:
        view.keep_when_signed_out = keep  # type: ignore[attr-defined]
        return view

    return marked


def _back(request: AuthenticatedRequest, refusal: Refusal) -> HttpResponse:
    messages.error(request, refusal.reason)
    for text in _typed(request):
        messages.info(request, _("You wrote: %(text)s") % {"text": text})
    before = desk_page_before(request)
    return HttpResponseClientRedirect(before) if is_htmx(request) else redirect(before)


def conflict_shown(
    request: AuthenticatedRequest, refusal: StaleRefusal, typed: list[str], **extra: Any
) -> HttpResponse:
    """The page that says who was faster (409), with what the person had typed, and whatever else it is to show."""
    if is_htmx(request):  # htmx swaps no 4xx answer, but it follows a redirect whatever the status
        response = _back(request, refusal)
        response.status_code = 409
        return response
    context = {"refusal": refusal, "back_url": desk_page_before(request), "typed": typed, **extra}
    return render(request, "409.html", context, status=409)


def _typed(request: HttpRequest) -> list[str]:
    return [text for name in FREE_TEXT if (text := request.POST.get(name, "").strip())]
