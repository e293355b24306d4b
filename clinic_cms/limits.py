"""What is refused before anything of it is read: requests that are too large, or that no browser sends."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from clinic_cms.profile import unasked
from clinic_cms.shared.languages import without_language

Response = Callable[[HttpRequest], HttpResponse]
WRITING = re.compile(r"/desk/revisions/\d+/(?:edit|autosave)/")
PLACES_FOR_NUL = ("PATH_INFO", "QUERY_STRING", "HTTP_COOKIE")


class RefuseBeforeReading:
    """Answers 413 by the announced size alone, and 400 to a NUL byte, which PostgreSQL stores nowhere."""

    def __init__(self, get_response: Response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if not (announced.isascii() and announced.isdigit()) or _has_nul(request):
            return _refusal(request, "400.html", 400)
        if int(announced[:20]) > _most(request):
            return _refusal(request, "413.html", 413)
        return self.get_response(request)


def _most(request: HttpRequest) -> int:
    """How much may come. Only the library of pictures and the page where words are written take more, and only from a
    browser that brings a session: too many words are refused there with the words kept in the form.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return settings.MOST_BYTES
    path = without_language(request.path)
    if path == settings.PICTURE_UPLOAD_PATH:
        return settings.PICTURE_UPLOAD_MAX_SIZE
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE if WRITING.fullmatch(path) else settings.MOST_BYTES


def _has_nul(request: HttpRequest) -> bool:
    values = [str(request.META.get(place, "")) for place in PLACES_FOR_NUL]
    return any("\0" in value for value in values) or "%00" in str(request.META.get("QUERY_STRING", ""))


def _refusal(request: HttpRequest, template: str, status: int) -> HttpResponse:
    # only with what does not depend on the request: a page about a bad request must not fail over it, nor ask anything
    response = HttpResponse(render_to_string(template, unasked()), status=status)
    response["Cache-Control"] = "no-store"
    response["Connection"] = "close"
    return response
