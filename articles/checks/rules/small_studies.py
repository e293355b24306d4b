"""EVD-08: how many people a benefit was seen in."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.checks import spanish_evidence
from articles.checks.facts import Facts, SourceFacts
from articles.checks.patterns import any_of
from articles.checks.reading import Reading
from articles.checks.rule import BOTH, Hit, Rule, Words, example, filled
from articles.checks.rules.sources import sources
from articles.checks.vocabulary import BENEFIT, PEOPLE
from articles.enums import Severity

_SMALL: Final = 100  # participants
_NO_SIZE: Final = (
    "meta",
    "meta_analysis",
    "systematic_review",
    "review",
    "guideline",
    "agency_page",
    "book",
    "other",
    "",
)
_SIZE_SAID: Final = any_of(
    "(?:small|tiny|short|pilot|early) (?:\\w{3,15} )?(?:stud(?:y|ies)|trials?|group|sample)",
    "(?:was|were) (?:very )?(?:small|tiny)",
    "only (?:\\d{1,3}|a few|a handful)", "limits?", "limitations?", "limited",
    *spanish_evidence.SIZE_SAID,
)  # fmt: skip
_NO_PEOPLE: Final = ("animal", "laboratory")
_NO_PEOPLE_SAID: Final = any_of(
    "animals?",
    "mice",
    "mouse",
    "rats?",
    "monkeys?",
    "laborator(?:y|ies)",
    "cells?",
    "test tubes?",
    *spanish_evidence.NO_PEOPLE_SAID,
)
_SMALL_NUMBERS: Final = "zero one two three four five six seven eight nine ten eleven twelve".split()


def _small(reading: Reading, facts: Facts) -> Iterator[Hit]:
    small = {each.position: each for each in facts.references if _is_small(each)}
    for found in reading.find(BENEFIT, ("body",)) if small else ():
        for number in found.sentence.cited:
            source = small.get(number)
            if source is None:
                continue
            section = reading.section_at(found.start)
            if not _says_so(reading.body.masked[section.start : section.end], source):
                small.pop(number)
                yield found.hit(_message(source), _suggested_size(source))


def _is_small(source: SourceFacts) -> bool:
    if source.study_type in _NO_PEOPLE:
        return True
    if source.study_type.replace("-", "_") in _NO_SIZE:
        return False
    return source.participants is None or source.participants < _SMALL


def _says_so(text: str, source: SourceFacts) -> bool:
    """Whether a section says how small the study was, or that it was in no people at all."""
    if source.study_type in _NO_PEOPLE:
        return bool(_NO_PEOPLE_SAID.search(text))
    return bool(_SIZE_SAID.search(text)) or (source.participants is not None and _counts(text, source.participants))


def _counts(text: str, count: int) -> bool:
    """Whether the text has the number of people, in digits or in words."""
    words = [numbers[count] for numbers in (_SMALL_NUMBERS, spanish_evidence.SMALL_NUMBERS) if count < len(numbers)]
    return bool(any_of(f"(?:{'|'.join([str(count), *words])}) (?:\\w{{2,15}} ){{0,3}}?{PEOPLE}").search(text))


def _message(source: SourceFacts) -> str:
    values = {"position": source.position, "count": source.participants}
    if source.study_type in _NO_PEOPLE:
        return _("A benefit rests on reference %(position)d, a study in animals or in the laboratory. Say so.") % values
    if source.participants is None:
        return _("A benefit rests on reference %(position)d, and nobody filled in how many people took part.") % values
    return (
        ngettext(
            "A benefit rests on reference %(position)d, in which %(count)d person took part. Say so in this section.",
            "A benefit rests on reference %(position)d, in which %(count)d people took part. Say so in this section.",
            source.participants,
        )
        % values
    )


def _suggested_size(source: SourceFacts) -> Words:
    if not source.participants:
        return ""
    return filled(gettext_lazy("a small study of %(count)d people"), {"count": source.participants})


RULES: Final = (
    Rule(
        id="EVD-08",
        languages=BOTH,
        severity=Severity.WARN,
        title=gettext_lazy("A benefit that rests on a small study, or on one in animals, without saying so"),
        why=gettext_lazy("What seven people felt says little about the eighth."),
        source="FTC Health Products Compliance Guidance 2022; DISCERN 8",
        find=_small,
        must=(
            example("It helps [1].", "It helps [1]. (a study of 7 people)", **sources(participants=7)),
            example("It helps [1].", **sources(participants=None)),
            example("It helps [1].", **sources(study_type="animal", participants=300)),
            example("<h2>One</h2><p>It helps [1].</p><h2>Two</h2><p>A small study.</p>", **sources(participants=7)),
        ),
        must_not=(
            example("In a small study of 7 people, it helped [1].", **sources(participants=7)),
            example("In seven people it helped [1].", **sources(participants=7)),
            example("It helps [1].", **sources(participants=300)),
            example("It helps [1].", **sources(participants=None, study_type="guideline")),
            example("It lasts an hour [1].", **sources(participants=7)),
            example("In mice, it eased pain [1].", **sources(study_type="animal")),
        ),
    ),
)
