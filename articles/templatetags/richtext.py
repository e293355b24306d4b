"""The one place where words become markup on a page."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.pictures import for_readers
from articles.richtext import TooLarge, bare_text, clean

register = template.Library()


@register.filter
def rich_text(html: str) -> SafeString:
    """The words as HTML. They were cleaned when they were saved; they are cleaned again, last, because what stands in
    the database is not trusted either. Pictures get their sizes on the way, before the last cleaning. What cannot be
    cleaned is shown as plain text: a reader never gets an error.
    """
    try:
        return mark_safe(for_readers(clean(html)))  # noqa: S308  the only one; tests/architecture holds it to that
    except TooLarge:
        return format_html("<p>{}</p>", bare_text(html))
