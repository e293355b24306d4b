"""What a rule is: a question to the words, with examples of what it must find and what it must let stand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from articles.checks.facts import Facts
from articles.enums import Severity

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from articles.checks.reading import Reading

    Words = str | _StrPromise


ENGLISH: Final = frozenset({"en"})
BOTH: Final = frozenset({"en", "es"})
EVERY: Final[frozenset[str]] = frozenset()  # what it looks at is no matter of language


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule was not kept, before it becomes a finding. `basis` are the words that the finding rests on
    where that is not the sentence around the place; `severity` and `overridable` are the rule's where they are None.
    """

    field: str
    start: int
    end: int
    message: str
    suggestion: str = ""
    severity: Severity | None = None
    overridable: bool | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """Words, as HTML or as a sentence, and the facts that differ from `examples.FACTS`. "[1]" marks a reference.
    `shown` says it for people where the words alone don't.
    """

    words: str
    facts: tuple[tuple[str, Any], ...] = ()
    shown: str = ""


def example(words: str, shown: str = "", /, **facts: Any) -> Example:
    return Example(words, tuple(facts.items()), shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the table. `severity` is the heaviest that it finds, `lighter` what its milder half is; `source` is
    where it comes from.
    """

    id: str
    severity: Severity
    lighter: Severity | None = None
    title: "Words"
    why: "Words"
    source: str
    find: "Callable[[Reading, Facts], Iterator[Hit]]"
    must: tuple[Example, ...]
    must_not: tuple[Example, ...]
    languages: frozenset[str] = ENGLISH  # of articles that it can read

    def reads(self, language: str) -> bool:
        return not self.languages or language in self.languages
