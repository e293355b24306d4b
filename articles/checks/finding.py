"""What a check says about some words."""

import hashlib
import re
from dataclasses import dataclass

from articles.enums import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule was not kept. `field_text(html, facts, field)[start:end] == quote`, always; a finding
    about something that is missing has an empty quote.

    The fingerprint stays the same as long as the sentence that the finding rests on does, wherever it moves.
    """

    rule: str
    severity: Severity
    field: str
    start: int
    end: int
    quote: str
    message: str
    suggestion: str
    fingerprint: str
    overridable: bool


def normalised(text: str) -> str:
    """Text without what does not count in a fingerprint: case, white space, the shape of quotes and hyphens."""
    return re.sub(r"\s{1,50}", " ", text).strip().casefold().translate(_STRAIGHT)


def fingerprint(rule: str, field: str, quote: str, basis: str, occurrence: int) -> str:
    """A stable name for a finding: of the rule, the field, the words it is about, the sentence around them, and which
    of several equal ones it is.
    """
    parts = (rule, field, quote, basis, str(occurrence))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u2011": "-", "\u2010": "-"})
