"""Says what of somebody's words was left out when they were saved; kinds and counts, never the words themselves."""

from django.contrib import messages
from django.http import HttpRequest

from articles.removed import removed, sentence
from articles.richtext import clean


def tell_left_out(request: HttpRequest, typed: str) -> None:
    """Queue the sentence for the next page, where anything of `typed` could not be kept."""
    told = sentence(removed(typed, clean(typed)))
    if told:
        messages.info(request, told)
