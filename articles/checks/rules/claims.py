"""CLM: what may not be claimed."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks.facts import Facts
from articles.checks.negation import is_denied
from articles.checks.patterns import any_of
from articles.checks.reading import Reading
from articles.checks.rule import Hit, Rule, example
from articles.enums import Severity

_ABSOLUTE: Final = any_of(
    "cure(?:s|d|-all)?", "curing", "miracle(?:s)?", "miraculous(?:ly)?", "guarantee(?:s|d)?", "guaranteeing",
    "risk-free", "without (?:any )?(?:risk|side effects)", "100 ?(?:%|percent|per cent) (?:safe|effective|success*)",
    "(?:completely|totally|perfectly|entirely) (?:safe|harmless|effective|painless)",
    "no (?:known |serious |harmful )?side-effects?", "(?:zero|no) risks?",
    "(?:permanent(?:ly)?|instant(?:ly)?|immediate(?:ly)?) (?:relie(?:f|ve[sd]?)|free|heal(?:s|ed|ing)?|results?)",
    "works? for (?:everyone|everybody|anyone|all)", "always works?", "never fails?",
    "eliminat(?:e|es|ed|ing) (?:(?:your|all|the) )?(?:\\w{3,15} )?(?:symptoms|depression|anxiety|pain|ptsd)",
)  # fmt: skip


def _absolute(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for found in reading.find(_ABSOLUTE):
        if not is_denied(found):
            yield found.hit(
                _("“%(words)s” promises more than any treatment can keep. Say what was seen, in how many people.")
                % {"words": found.words},
                _("may help some people"),
            )


RULES: Final = (
    Rule(
        id="CLM-01",
        severity=Severity.BLOCK,
        title=gettext_lazy("Absolute claims, such as a cure or a guarantee"),
        why=gettext_lazy("No treatment helps everybody and harms nobody; a promise creates false expectations."),
        source="Cal. B&P Code §651(b); FTC Health Products Compliance Guidance, 2022",
        find=_absolute,
        must=(
            example("Ketamine cures PTSD."),
            example("This therapy has no side effects."),
        ),
        must_not=(
            example("There is no cure for PTSD."),
            example("We cannot guarantee results."),
        ),
    ),
)
