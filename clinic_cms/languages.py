"""In which language a page is made."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from clinic_cms.shared.languages import language_of


class LanguageOfTheAddress:
    """Makes each page in the language that its address names. Not what a browser prefers, nor a cookie: a page is the
    same for everybody who asks for it, and a link to it leads to the same words.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request.path_info)
        with translation.override(language):
            response = self.get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/"):
            response.headers.setdefault("Content-Language", language)
        return response
