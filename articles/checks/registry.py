"""All rules, ordered by id, and what is fixed about them."""

from dataclasses import replace
from typing import Final

from articles.checks import spanish_examples, spanish_examples_of_claims, spanish_examples_of_evidence
from articles.checks.rule import Rule
from articles.checks.rules import (
    accountability,
    balance,
    claims,
    coverage,
    drug_claims,
    evidence,
    language,
    markup,
    medicines,
    oversight,
    plain_words,
    promises,
    safety,
    small_studies,
    sources,
)

RULESET_VERSION: Final = "2026.13"
STOPPED_EARLY: Final = "CHK-01"  # no rule: says that the rules were not all asked

# No reviewer, however well qualified, may let these stand. EVD-05 decides for itself: a retraction never, else yes.
NEVER_OVERRIDABLE: Final = frozenset(
    {"SAF-01", "SAF-02", "SAF-03", "SAF-06", "CLM-03", "CLM-04", "DRG-01", "GOV-02", "EVD-05", STOPPED_EARLY}
)
_GROUPS: Final = (
    accountability,
    balance,
    claims,
    drug_claims,
    evidence,
    language,
    markup,
    medicines,
    oversight,
    plain_words,
    promises,
    safety,
    small_studies,
    sources,
)


_IN_SPANISH: Final = (spanish_examples, spanish_examples_of_claims, spanish_examples_of_evidence)


def _with_spanish(rule: Rule) -> Rule:
    """The rule with its Spanish examples too."""
    must = [example for module in _IN_SPANISH for example in module.MUST.get(rule.id, ())]
    must_not = [example for module in _IN_SPANISH for example in module.MUST_NOT.get(rule.id, ())]
    return replace(rule, must=(*rule.must, *must), must_not=(*rule.must_not, *must_not))


_THAT_READ: Final = sorted((_with_spanish(rule) for group in _GROUPS for rule in group.RULES), key=lambda rule: rule.id)
RULES: Final[tuple[Rule, ...]] = tuple(sorted((*_THAT_READ, coverage.rule_over(_THAT_READ)), key=lambda rule: rule.id))
