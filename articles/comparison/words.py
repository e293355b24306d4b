"""All that a reader is shown of one revision, as plain values."""

from dataclasses import dataclass, replace

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
    correction_said: str = ""  # the public correction that comes with these words
    correction_says: str = ""
    references: tuple[Fields, ...] = ()

    def beside(self, newer: "Words") -> "Words":
        """These words, which readers have seen, as they are compared with newer ones: their correction is left out
        where the newer ones don't repeat it, because it stays under the article all the same.
        """
        if (self.correction_said, self.correction_says) == (newer.correction_said, newer.correction_says):
            return self
        return replace(self, correction_said="", correction_says="")
