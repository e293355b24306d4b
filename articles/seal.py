"""The seal: a SHA-256 over everything a reader is shown, so that a sign-off is bound to the exact words. Pure.

The canonical form is a run of fields `name:bytes:value` and a newline, where `bytes` is the value's length in UTF-8.
PostgreSQL computes the same in `articles_digest()` (migration 0003), so neither code nor raw SQL can seal other words.
"""

import hashlib
from collections.abc import Iterable, Mapping

WORDS = ("title", "summary", "body", "disclaimer", "interests", "byline", "topic")
CORRECTION = ("correction_said", "correction_says")  # sealed where there is one, so that older seals stay as they are
LEAD = ("lead_picture", "lead_alt", "lead_caption")  # the same; the picture is its token, whose pixels never change
TRANSLATED = ("translated_from",)  # the seal of the words that these translate, where they do
REFERENCE = (
    "kind", "authors", "title", "container", "year", "volume", "issue", "pages", "doi", "pmid", "url", "checked_on",
)  # fmt: skip
EVIDENCE = ("study_type", "participants", "population", "funding", "csl", "entry")  # of a reference; the same


def canonical(words: Mapping[str, str], references: Iterable[Mapping[str, str]]) -> bytes:
    """The bytes that are sealed. Every name in WORDS and REFERENCE has to be there; values are texts."""
    parts = [_field(name, words[name]) for name in WORDS]
    parts.extend(_field(name, words[name]) for name in (*CORRECTION, *LEAD, *TRANSLATED) if words.get(name))
    for reference in references:
        parts.extend(_field(f"reference.{name}", reference[name]) for name in REFERENCE)
        parts.extend(_field(f"reference.{name}", reference[name]) for name in EVIDENCE if reference.get(name))
    return b"".join(parts)


def digest(words: Mapping[str, str], references: Iterable[Mapping[str, str]]) -> str:
    """The seal itself: 64 hexadecimal digits."""
    return hashlib.sha256(canonical(words, references)).hexdigest()


def _field(name: str, value: str) -> bytes:
    encoded = value.encode()
    return f"{name}:{len(encoded)}:".encode() + encoded + b"\n"
