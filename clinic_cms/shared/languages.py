"""The languages of the site, each in the addresses of its own pages: nothing else says which one a page is in."""

from django.conf import settings
from django.utils.translation import get_language_from_path


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
