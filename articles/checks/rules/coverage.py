"""LNG-01: what the rules can't read is told, so that nobody takes silence for a clean bill."""

from collections.abc import Iterator, Sequence
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks.facts import Facts
from articles.checks.reading import Reading
from articles.checks.rule import EVERY, Hit, Rule, example
from articles.enums import Severity

# What the rules of a kind look for, by the beginning of their ids.
KINDS: Final[dict[str, Promise]] = {
    "SAF": gettext_lazy("words about suicide and people"),
    "CLM": gettext_lazy("claims and comparisons"),
    "DRG": gettext_lazy("what a treatment can do, and its risks"),
    "EVD": gettext_lazy("figures and studies without a source"),
    "GOV": gettext_lazy("who answers for the words"),
    "HTM": gettext_lazy("the page"),
    "RDB": gettext_lazy("how hard it is to read"),
}


def unread(rules: Sequence[Rule], language: str) -> list[Rule]:
    """The rules that can't read words in this language."""
    return [rule for rule in rules if not rule.reads(language)]


def told(rules: Sequence[Rule]) -> str:
    """What these rules would have looked for, each kind once."""
    kinds = dict.fromkeys(rule.id.partition("-")[0] for rule in rules)
    return "; ".join(str(KINDS[kind]) for kind in kinds)


def rule_over(rules: Sequence[Rule]) -> Rule:
    """The rule that tells which of the others did not run."""

    def find(reading: Reading, facts: Facts) -> Iterator[Hit]:
        left_out = unread(rules, facts.language)
        if left_out:
            message = _(
                "%(number)d checks can't read this language, so nobody has looked for: %(what)s. Whoever signs off "
                "looks for all of it."
            ) % {"number": len(left_out), "what": told(left_out)}
            yield Hit("body", 0, 0, message, basis=facts.language)

    return Rule(
        id="LNG-01",
        languages=EVERY,
        severity=Severity.WARN,
        title=gettext_lazy("Checks that can't read the article's language"),
        why=gettext_lazy("No finding must mean that somebody looked."),
        source="docs/decisions/0042",
        find=find,
        must=(example("Marcher aide.", language="fr"),),
        must_not=(example("Walking helps."), example("Caminar ayuda.", language="es")),
    )
