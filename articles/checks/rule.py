"""What a rule is: a question to the words, with examples of what it must find and what it must let stand."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from django.utils.functional import lazy

from articles.checks.facts import Facts
from articles.enums import Severity

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from articles.checks.reading import Reading

Words: TypeAlias = "str | _StrPromise"

ENGLISH: Final = frozenset({"en"})
BOTH: Final = frozenset({"en", "es"})
EVERY: Final[frozenset[str]] = frozenset()  # what it looks at is no matter of language


def _filled(words: Words, values: Mapping[str, object]) -> str:
    return str(words) % values


# Words to be translated, with values in their places, that stay lazy; `gettext_lazy(…) % values` does not.
filled = lazy(_filled, str)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule was not kept, before it becomes a finding. `basis` are the words that the finding rests on
    where that is not the sentence around the place; `severity` and `overridable` are the rule's where they are None.

    The message is for the editor, in the language of the page. The suggestion is words for the article: a lazy string,
    which the engine turns into the article's language. What tells the editor what to do belongs into the message.
    """

    field: str
    start: int
    end: int
    message: str
    suggestion: Words = ""
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
    title: Words
    why: Words
    source: str
    find: "Callable[[Reading, Facts], Iterator[Hit]]"
    must: tuple[Example, ...]
    must_not: tuple[Example, ...]
    languages: frozenset[str] = ENGLISH  # of articles that it can read

    def reads(self, language: str) -> bool:
        return not self.languages or language in self.languages
