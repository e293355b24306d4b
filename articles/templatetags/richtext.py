"""The one place where words become markup on a page."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.linked_data import script
from articles.models import Reference
from articles.pictures import for_readers
from articles.richtext import TooLarge, bare_text, clean, clean_for_readers
from articles.source_notes import cited, with_notes

register = template.Library()


@register.filter
def rich_text(html: str) -> SafeString:
    """The words as HTML. They were cleaned when they were saved; they are cleaned again, last, because what stands in
    the database is not trusted either. Pictures get their sizes on the way, before the last cleaning. What cannot be
    cleaned is shown as plain text: a reader never gets an error.
    """
    try:
        return mark_safe(for_readers(clean(html)))  # noqa: S308  only in this module; tests/architecture holds it to that
    except TooLarge:
        return format_html("<p>{}</p>", bare_text(html))


@register.filter
def rich_text_with_notes(html: str, references: Iterable[Reference]) -> SafeString:
    """The words as HTML, and beside each marker a button that opens what the list says of its source."""
    return _noted(html, references, buttons=True)


@register.filter
def rich_text_with_places(html: str, references: Iterable[Reference]) -> SafeString:
    """The words as HTML, with a place at each marker that the list leads back to. The desk counts the characters of the
    words from here (static/articles/review/discuss.js), so none is added.
    """
    return _noted(html, references, buttons=False)


@register.filter
def cites(html: str, number: int) -> bool:
    """Whether the words have a place to come back to from the source with this number."""
    return number in cited(html)


@register.filter
def linked_data(graph: Mapping[str, Any]) -> SafeString:
    """A graph as JSON inside of a script element, which nothing in it can end."""
    return mark_safe(script(graph))  # noqa: S308


def _noted(html: str, references: Iterable[Reference], *, buttons: bool) -> SafeString:
    titles = {each.position: each.title for each in references}
    try:
        words = with_notes(for_readers(clean(html)), titles, buttons=buttons)
        return mark_safe(clean_for_readers(words))  # noqa: S308
    except TooLarge:
        return rich_text(html)
