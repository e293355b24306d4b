"""Words that make an illness of a person, and what to say instead."""

import re
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from articles.checks import spanish
from articles.checks.patterns import any_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_ILLNESS: Final = (
    "(?:depression|anxiety|ptsd|trauma|stroke|cancer|aids|hiv|addiction|asthma|diabetes|dementia|migraines?|pain"
    "|epilepsy"
    "|mental illness|alcoholism|schizophrenia|an? (?:\\w{3,15} )?(?:disorder|disease|condition|illness|stroke))"
)
# What is found, and what is said instead. The first that fits counts.
_WORDS: Final[tuple[tuple[tuple[str, ...], "_StrPromise"], ...]] = (
    (("(?:\\w{3,20}[ -])?sufferers?",), _("people with this condition")),
    (("suffer(?:s|ed|ing)? (?:\\w{3,9} )?from", "(?:afflicted|stricken|plagued) (?:with|by)"), _("have, or live with")),
    ((f"victims? of {_ILLNESS}", f"{_ILLNESS} victims?", "suicide victims?"), _("people with this condition")),
    (
        ("addicts?", "junk(?:ie|y|ies)", "(?:drug|substance) abusers?", *spanish.STIGMA["addiction"]),
        _("people with a substance use disorder"),
    ),
    (("(?:substance|drug|alcohol|opioid) abuse", "drug habit"), _("substance use, or misuse of a drug")),
    (
        (
            "(?<!non\\-)(?<!children[ ]of[ ])alcoholics?(?! (?:drink|beverage|hepatitis|liver|fatty|ferment"
            "|cirrhosis|cardiomyopathy"
            "|anonymous"
            "|keto|content|solution))",
            *spanish.STIGMA["alcohol"],
        ),
        _("a person with alcohol use disorder"),
    ),
    (
        (
            "(?:the )?mentally ill",
            "mental (?:patient|case)s?",
            "insane",
            "deranged",
            "lunatics?",
            "psychos?",
            *spanish.STIGMA["mind"],
        ),
        _("people with a mental health condition"),
    ),
    (
        ("schizophrenics", "(?:a|the) schizophrenic(?! \\w)", "psychotics", *spanish.STIGMA["schizophrenia"]),
        _("people with schizophrenia or psychosis"),
    ),
    (
        ("diabetics", "epileptics", "asthmatics", "(?:a|the) (?:diabetic|epileptic|asthmatic)(?! \\w)"),
        _("people with diabetes, epilepsy or asthma"),
    ),
    (
        (
            "handicapped",
            "crippled",
            "the disabled",
            "wheelchair-bound",
            "confined to a wheelchair",
            "retarded",
            *spanish.STIGMA["disability"],
        ),
        _("people with a disability; who use a wheelchair"),
    ),
    (
        ("the (?:elderly|obese)(?! (?:person|people|patient|adult|man|woman|men|women|parent|relative|population))",),
        _("older people; people with obesity"),
    ),
)
STIGMA: Final = any_of(*(phrase for phrases, _instead in _WORDS for phrase in phrases))
_EACH: Final[tuple[tuple[re.Pattern[str], "_StrPromise"], ...]] = tuple(
    (any_of(*phrases), instead) for phrases, instead in _WORDS
)


def better(words: str) -> "_StrPromise | str":
    """What to say instead of words that `STIGMA` has found."""
    return next((instead for pattern, instead in _EACH if pattern.match(words)), "")
