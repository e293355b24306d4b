"""DRG-03 and DRG-04: other options, and what is not known."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks import spanish_treatments
from articles.checks.facts import Facts
from articles.checks.mentions import mentions
from articles.checks.patterns import any_of
from articles.checks.reading import BODY, CITED, Reading
from articles.checks.rule import BOTH, Hit, Rule, example
from articles.checks.sentences import words_of
from articles.checks.vocabulary import LIMITS, STUDY
from articles.enums import Severity

_FEWEST_WORDS: Final = 40  # of an article that could be expected to name what else there is
_ALTERNATIVES: Final = any_of(
    "other (?:options|treatments?|medicines?|medications?|therap(?:y|ies)|ways|choices|drugs)", "alternatives?",
    "talk(?:ing)? therap(?:y|ies)", "psychotherap\\w{1,3}", "cognitive \\w{4,12} therapy", "cbt", "emdr",
    "prolonged exposure",
    "counsel(?:l)?ing", "watchful waiting", "(?:without|doing nothing|no) treatment", "if you do nothing",
    "physical therapy",
    "lifestyle", "instead of (?:a |the )?(?:\\w{3,15} )?(?:medicine|drug|pill|tablet|treatment|infusion)s?",
    "you can also", "exercise",
    *spanish_treatments.ALTERNATIVES,
)  # fmt: skip


def _without_options(reading: Reading, facts: Facts) -> Iterator[Hit]:
    about = [each.thing for each in mentions(reading, facts.drugs, ("title",))]
    services = [each.thing for each in mentions(reading, facts.services, ("title",))]
    is_treatment = facts.kind == "treatment" or (not facts.kind and (about or services))
    if not is_treatment or reading.says(_ALTERNATIVES, (BODY,)) or len(words_of(reading.body.text)) < _FEWEST_WORDS:
        return
    yield Hit(
        BODY,
        0,
        0,
        _("This article names one treatment and nothing else. Say what the other options are, waiting among them."),
        gettext_lazy("Other options"),
        basis=" ".join([facts.title, *(drug.name for drug in about)]),
    )


def _without_doubt(reading: Reading, facts: Facts) -> Iterator[Hit]:
    if reading.says(LIMITS, (BODY,)):
        return
    for found in reading.find(STUDY, CITED):
        if not reading.block(found.sentence.block).level:
            yield found.hit(
                _(
                    "Studies are described, and nothing is said of their limits. Say what is not known, or what was"
                    " not found."
                ),
                gettext_lazy("What we don't know yet"),
            )
            return


_LONG: Final = "Ketamine infusions take forty minutes and are given in a quiet room by a nurse. " * 4

RULES: Final = (
    Rule(
        id="DRG-03",
        languages=BOTH,
        severity=Severity.WARN,
        title=gettext_lazy("A treatment article that names no other option"),
        why=gettext_lazy("A choice needs more than one thing to choose from; waiting is one of them."),
        source="DISCERN 12, 14, 15",
        find=_without_options,
        must=(
            example(_LONG, "300 words about one therapy alone"),
            example("Stretch the arm and hold it. " * 20, title="Stretching", kind="treatment"),
        ),
        must_not=(
            example(f"{_LONG} Other options: talk therapy, or waiting."),
            example("Ketamine is an anesthetic."),
            example("PTSD is common and it is no weakness. " * 20, title="What PTSD is", kind="condition"),
        ),
    ),
    Rule(
        id="DRG-04",
        languages=BOTH,
        severity=Severity.WARN,
        title=gettext_lazy("Studies without a word about their limits"),
        why=gettext_lazy("Every study leaves something open, and a later one may have found the opposite."),
        source="DISCERN 8; CDC Clear Communication Index 16",
        find=_without_doubt,
        must=(
            example("A trial found that people felt better [1]. A second study found the same [1]."),
            example("In a study of 41 adults, symptoms eased [1]."),
            example("A trial found that it helps people who had little to no benefit from pills [1]."),
        ),
        must_not=(
            example("A trial found that people felt better [1]. A larger trial did not find a significant effect [1]."),
            example("A small study found that it helps [1]."),
            example("Rest, and drink water."),
        ),
    ),
)
