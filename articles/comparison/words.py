"""All that a reader is shown of one revision, as plain values."""

from dataclasses import dataclass

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one revision. `lead`, `body` and `disclaimer` are HTML cleaned by `articles.richtext`, the rest is
    text; `lead` is the picture at the top with its caption.

    Each reference is a tuple of (name, value) pairs, such as (("title", "Sleep"), ("year", "2024")), in readers' order.
    """

    title: str = ""
    summary: str = ""
    lead: str = ""
    body: str = ""
    interests: str = ""
    disclaimer: str = ""
    byline: str = ""
    topic: str = ""
    correction_said: str = ""  # not compared: it stands on the review screen as readers will see it
    correction_says: str = ""
    references: tuple[Fields, ...] = ()
