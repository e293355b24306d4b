"""The languages of the site, each in the addresses of its own pages: nothing else says which one a page is in."""

from collections.abc import Callable
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language_from_path, pgettext_lazy
from django.utils.translation import gettext as _

P = ParamSpec("P")
R = TypeVar("R")
_NAMES: Final = {
    "en": pgettext_lazy("within a sentence", "English"),
    "es": pgettext_lazy("within a sentence", "Spanish"),
}


def in_the_clinics_language(verb: Callable[P, R]) -> Callable[P, R]:
    """For what tells people of something: notices and mail are in the clinic's own language, whatever language the page
    is in on which somebody acted.
    """

    @wraps(verb)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        with translation.override(settings.LANGUAGE_CODE):  # a new one each time: it remembers what it replaces
            return verb(*args, **kwargs)

    return told


def language_name(code: str) -> str:
    """What a language of the site is called within a sentence of the page's."""
    return str(_NAMES[code])


def quoted(words: str) -> str:
    """Somebody's words between the quotation marks of the page's language."""
    return _("“%(words)s”") % {"words": words}


def language_of(path: str) -> str:
    """The language of the page at this path: that of its first part, or else the clinic's own."""
    return get_language_from_path(path) or settings.LANGUAGE_CODE


def without_language(path: str) -> str:
    """The path of the same page in the clinic's own language."""
    language = get_language_from_path(path)
    first, _slash, rest = path.removeprefix("/").partition("/")
    return f"/{rest}" if language and first.lower() == language else path


def in_language(path: str, language: str) -> str:
    """The path of the same page in another language of the site."""
    plain = without_language(path)
    return plain if language == settings.LANGUAGE_CODE else f"/{language}{plain}"
