"""A draft as plain values: what a form holds, what a save replaced, what is put together of both."""

from collections.abc import Mapping, Sequence
from typing import Any

from articles.domain.drafting import REFERENCE_FIELDS, WORDS
from articles.domain.replaced import plain
from articles.merging import Draft
from articles.models import ReplacedWords, Revision

BODY = "body"


def draft_from(words: Mapping[str, Any], references: Sequence[Mapping[str, Any]]) -> Draft:
    """Words and references as a form has checked them, and as `save_draft` takes them."""
    fields = {name: str(plain(words[name])) for name in WORDS if name in words and name != BODY}
    rows = [{name: plain(each.get(name)) for name in REFERENCE_FIELDS if name in each} for each in references]
    return Draft(fields, str(words.get(BODY) or ""), rows)


def saved_draft(revision: Revision) -> Draft:
    """The words of a revision as they are saved now."""
    references = [{name: getattr(each, name) for name in REFERENCE_FIELDS} for each in revision.references.as_listed()]
    return draft_from({name: getattr(revision, name) for name in WORDS}, references)


def draft_at(revision: Revision, seen: str) -> Draft | None:
    """The words that a form with this state was made from, or None where they were never replaced by a save."""
    status, _dot, version = seen.partition(".")
    if status != revision.status or not (version.isdecimal() and version.isascii() and len(version) < 10):
        return None
    kept = ReplacedWords.objects.filter(revision=revision, words_version=int(version)).first()
    return draft_from(kept.words, kept.references) if kept else None
