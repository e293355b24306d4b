"""All rules, ordered by id, and what is fixed about them."""

from typing import Final

from articles.checks.rule import Rule
from articles.checks.rules import (
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

RULESET_VERSION: Final = "2026.11"
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

RULES: Final[tuple[Rule, ...]] = tuple(
    sorted((rule for group in _GROUPS for rule in group.RULES), key=lambda rule: rule.id)
)
