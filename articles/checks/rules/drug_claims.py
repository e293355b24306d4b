"""CLM-03 and CLM-04: what may not be claimed of a medicine."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks import spanish, spanish_claims
from articles.checks.approval import approved_for, is_medicine_named
from articles.checks.facts import Facts
from articles.checks.mentions import called, mentions
from articles.checks.negation import denies, is_denied, is_question
from articles.checks.patterns import any_of
from articles.checks.reading import Reading
from articles.checks.rule import BOTH, Hit, Rule, example, filled
from articles.enums import Severity

_NOT_ADDICTIVE: Final = any_of(
    "non-addictive",
    "(?:not|isn't|never|aren't) (?:at all |physically |really |considered )?(?:addictive|habit-forming)",
    "non-habit-forming",
    "(?:no|without|zero|little) (?:any )?(?:risk|danger|chance|fear|potential|concern|worry) (?:of|for|about) "
    "(?:\\w{3,12} )?(?:addiction|dependence|dependency|abuse|misuse|(?:becoming|getting) (?:addicted|dependent"
    "|hooked))",
    "(?:no|without) (?:addiction|addictive|abuse) (?:risk|potential|properties)",
    "(?:won't|will not|can't|cannot|don't|do not) (?:get|become|be) (?:addicted|hooked|dependent)",
    "(?:doesn't|does not|do not|don't|won't|will not) (?:cause|lead to|result in) (?:addiction|dependence)",
    *spanish.NOT_ADDICTIVE,
)  # fmt: skip
_IT: Final = any_of(
    "it(?:'s)?", "they(?:'re)?", "you", "this", "people", "patients", "infusions?",
    "the (?:drug|medicine|medication|treatment|therapy|infusions?)",
    *spanish.IT,
)  # fmt: skip
_OFF_LABEL: Final = any_of("off-label", *spanish_claims.OFF_LABEL)
_APPROVAL: Final = any_of(
    "(?:fda|food and drug administration)(?:'s)?-(?:approved|cleared|authori[sz]ed)",
    "(?:fda|food and drug administration) (?:\\w{2,12} ){0,3}?(?:approv(?:ed|es|al)|cleared|authori[sz]ed)",
    "(?:approved|cleared|authori[sz]ed) by the (?:(?:u\\.?s\\.?|us|american) )?(?:fda|food and drug administration)",
    *spanish_claims.APPROVAL,
    "approval (?:from|by|of) the (?:(?:u\\.?s\\.?|us|american) )?(?:fda|food and drug administration)",
)  # fmt: skip


def _not_addictive(reading: Reading, facts: Facts) -> Iterator[Hit]:
    named = list(mentions(reading, facts.drugs))
    controlled = [each for each in named if each.thing.is_controlled]
    for found in reading.find(_NOT_ADDICTIVE) if controlled else ():
        here = [
            each.thing
            for each in named
            if each.found.sentence == found.sentence and each.found.passage is found.passage
        ]
        if (here and not any(drug.is_controlled for drug in here)) or is_denied(found, far=7):
            continue
        sentence = found.passage.masked[found.sentence.start : found.sentence.end]
        if not here and (is_medicine_named(sentence) or not _IT.search(sentence)):
            continue
        yield found.hit(
            _("%(drug)s is a controlled drug: it can be misused, and people can come to depend on it. Take this out.")
            % {"drug": controlled[0].thing.name.capitalize()},
            gettext_lazy("can be misused, and some people come to depend on it"),
        )


def _approval(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for found in reading.find(_APPROVAL):
        sentence = found.passage.masked[found.sentence.start : found.sentence.end]
        if is_denied(found) or is_question(found) or denies(found.words, far=10) or _OFF_LABEL.search(sentence):
            continue
        for drug, condition in approved_for(reading, facts, found):
            yield found.hit(
                _(
                    "The clinic's table of medicines does not have %(drug)s as approved for %(condition)s. Say that"
                    " this use is off-label, or have the table corrected first."
                )
                % {"drug": drug.name, "condition": condition.name},
                filled(
                    gettext_lazy("The FDA has not approved %(drug)s for %(condition)s."),
                    {"drug": called(reading, drug), "condition": called(reading, condition)},
                ),
            )


RULES: Final = (
    Rule(
        id="CLM-03",
        languages=BOTH,
        severity=Severity.BLOCK,
        title=gettext_lazy("A controlled drug called non-addictive"),
        why=gettext_lazy("Controlled drugs are controlled because people misuse them and come to depend on them."),
        source="PMC10630893 (advertising of ketamine); DEA schedules",
        find=_not_addictive,
        must=(
            example("Ketamine is non-addictive."),
            example("Ketamine is not habit-forming."),
            example("Ketamine carries no risk of dependence."),
            example("Unlike opioids, it <strong>isn’t addictive</strong>, and ketamine is fast."),
            example("You won't get hooked.", title="Ketamine: questions and answers"),
            example("With ketamine there is virtually no concern for abuse."),
            example("There is no risk of becoming dependent on ketamine."),
            example("Ketamine is not physically addictive and does not lead to addiction."),
        ),
        must_not=(
            example("Ketamine can be addictive."),
            example("It is not true that ketamine is non-addictive."),
            example("Sertraline is not addictive."),
            example("Melatonin is not addictive.", title="Sleep"),
            example("Walking is not addictive.", title="Walking"),
            example("Nobody should think that ketamine is non-addictive."),
            example("Antidepressants are not addictive."),
        ),
    ),
    Rule(
        id="CLM-04",
        languages=BOTH,
        severity=Severity.BLOCK,
        title=gettext_lazy("“FDA-approved” for a condition that the drug is not approved for"),
        why=gettext_lazy(
            "Readers take an approval as proof of safety and effect; one that does not exist deceives them."
        ),
        source="FTC guidance 2022; PMC10630893; FDA statement on ketamine, 2023",
        find=_approval,
        must=(
            example("Ketamine is FDA-approved for depression."),
            example("Ketamine was approved by the U.S. Food and Drug Administration to treat PTSD."),
            example("The FDA has approved ketamine for PTSD."),
            example("Ketamine is used in surgery. It is FDA approved for depression as well."),
            example("Ketamine is an FDA-approved medicine used for depression."),
            example("Ketamine is used in surgery. Unlike other medicines, it is FDA-approved for depression."),
            example("Ketamine is not only FDA-approved for depression, it is fast."),
        ),
        must_not=(
            example("Sertraline is FDA-approved for PTSD."),
            example("Ketamine is not FDA-approved for depression."),
            example("The FDA has not approved ketamine for PTSD or depression."),
            example("Ketamine is FDA-approved only for anesthesia, not for depression."),
            example("Ketamine is FDA-approved for anesthesia."),
            example("Ketamine is FDA approved as an anesthetic and increasingly prescribed for depression."),
            example("Is ketamine FDA-approved for depression?"),
            example("Ketamine is an anesthetic. Some medicines are FDA-approved for depression."),
            example("Ketamine lacks FDA approval for depression."),
            example("Although the FDA approved ketamine for surgery, it did not approve it for depression."),
            example("Doctors may prescribe an FDA-approved drug such as ketamine off-label for depression."),
            example("Ketamine is an anesthetic. Esketamine is FDA-approved for depression."),
        ),
    ),
)
