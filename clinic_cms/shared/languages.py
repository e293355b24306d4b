"""The languages of the site, each in the addresses of its own pages: nothing else says which one a page is in."""

from collections.abc import Callable, Iterable
from typing import Final, Protocol, TypeVar

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language_from_path, pgettext_lazy
from django.utils.translation import gettext as _

R = TypeVar("R")
_NAMES: Final = {
    "en": pgettext_lazy("within a sentence", "English"),
    "es": pgettext_lazy("within a sentence", "Spanish"),
}


class Reader(Protocol):
    """Somebody who is told of something: mail and notices are in their language."""

    language: str


def in_the_language_of(reader: Reader) -> translation.override:
    """Within it words, days and addresses are made for this person, whatever language the page is in on which somebody
    acted; in the clinic's own where the site doesn't speak theirs any more.
    """
    return translation.override(
        reader.language if reader.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    )


def said_to(readers: Iterable[Reader], say: Callable[[], R]) -> dict[str, R]:
    """What `say` makes, once in each language of these people, by their `language`: as cheap for many as for one."""
    said: dict[str, R] = {}
    for reader in readers:
        if reader.language not in said:
            with in_the_language_of(reader):
                said[reader.language] = say()
    return said


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
