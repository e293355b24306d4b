"""The facts that the rules' examples stand on: a clinic in the United States that offers ketamine infusions."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from articles.checks.facts import ConditionFacts, CrisisLine, DrugFacts, Facts, ServiceFacts, SourceFacts
from articles.checks.rule import Example

DISCLAIMER: Final = (
    "This article is general information. It is not medical advice, and it does not replace a visit with a health"
    " professional who knows you. Before you start, stop or change a treatment, talk with your doctor or pharmacist."
    "\n\nIn an emergency, call 911."
)
FACTS: Final = Facts(
    title="Ketamine: what the research says",
    byline="Sam Rivera, health writer",
    author_role="health writer",
    interests="The author has no interests to declare.",
    disclaimer=DISCLAIMER,
    references=(
        SourceFacts(
            position=1,
            title="A trial of 158 people",
            container="Neuropsychopharmacology",
            year="2022",
            doi="10.1038/s41386-022-01266-9",
            study_type="rct",
            participants=158,
        ),
    ),
    drugs=(
        DrugFacts(
            name="ketamine",
            synonyms=("ketamine infusion", "ketamine infusion therapy"),
            schedule="III",
            approved=("anesthesia",),
            off_label=("PTSD", "depression"),
        ),
        DrugFacts(name="sertraline", synonyms=("Zoloft",), approved=("depression", "PTSD")),
    ),
    conditions=(
        ConditionFacts(name="PTSD", synonyms=("post-traumatic stress disorder", "posttraumatic stress disorder")),
        ConditionFacts(name="depression", synonyms=("major depressive disorder",)),
        ConditionFacts(name="anesthesia", synonyms=("anaesthesia",)),
    ),
    crisis_lines=(CrisisLine(digits="988"), CrisisLine(digits="838255")),
    clinic_phones=("5555550142",),
    services=(ServiceFacts(name="ketamine infusions", sentence="This clinic offers ketamine infusions."),),
    next_review_due=date(2028, 5, 1),
    own_hosts=("clinic.example",),
    today=date(2026, 11, 25),
)
_MARKER: Final = re.compile(r"\[(\d{1,3})\]")


def html_of(example: Example) -> str:
    """The example as an article's words: a paragraph, with links for its markers."""
    words = example.words if example.words.lstrip().startswith("<") else f"<p>{example.words}</p>"
    return _MARKER.sub(r'<sup><a href="#ref-\1">\1</a></sup>', words)


def facts_of(example: Example) -> Facts:
    return replace(FACTS, **dict(example.facts))
