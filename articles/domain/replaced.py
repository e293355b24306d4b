"""The words that a save replaces are kept, so that somebody who saves late can be put together with them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Model

from articles.models import ReplacedWords, Revision, Source


def keep_replaced(revision: Revision, words: Iterable[str], references: Iterable[str]) -> None:
    """Keep the words and references of a draft as they stand, known by the version that forms were made from.

    Called under the article's lock, before anything of them is changed.
    """
    ReplacedWords.objects.create(
        revision=revision,
        words_version=revision.words_version,
        words={name: plain(getattr(revision, name)) for name in words},
        references=[
            {name: plain(getattr(each, name)) for name in references} for each in revision.references.as_listed()
        ],
    )


def plain(value: Any) -> Any:
    """A field's value as JSON and forms have it: a key for a row, a text for a day, nothing for none."""
    if value is None:
        return ""
    if isinstance(value, Source):
        return value.key
    if isinstance(value, Model):
        return value.pk
    return value.isoformat() if isinstance(value, date) else value
