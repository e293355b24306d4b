"""CLM-01 to CLM-04: claims that no article may make."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks.approval import approved_for, is_medicine_named
from articles.checks.facts import Facts
from articles.checks.mentions import mentions
from articles.checks.negation import denies, is_denied, is_question
from articles.checks.patterns import any_of
from articles.checks.reading import Reading
from articles.checks.rule import Hit, Rule, example
from articles.enums import Severity

_ABSOLUTE: Final = any_of(
    "cure(?:s|d|-all)?", "curing", "miracle(?:s)?", "miraculous(?:ly)?", "guarantee(?:s|d)?", "guaranteeing",
    "risk-free", "without (?:any )?(?:risks?|side-effects?)", "100-(?:%|percent|per cent) (?:safe|effective|success*)",
    "(?:completely|totally|perfectly|entirely|absolutely) (?:safe|harmless|effective|painless)",
    "no (?:known |serious |harmful |negative )?side-effects?", "(?:zero|no) risks?",
    "(?:permanent|instant|immediate)(?:ly)? (?:relie(?:f|ve[sd]?)|free|heal(?:s|ed|ing)?|results?)",
    "works? for (?:everyone|everybody|anyone|all)", "always works?", "never fails?",
    "(?:erase|eliminate|banish)(?:s|d)? (?:(?:your|all|the) )?(?:\\w{3,15} )?(?:symptoms|depression|anxiety|pain)",
)  # fmt: skip
_NOT_A_CURE: Final = any_of(
    "cured (?:meat|ham|fish|sausage)\\w{0,1}", "cure rates?", "no risk factors?", "no risk of", "money back guarantee"
)
_CONCLUSION: Final = any_of(
    "safe(?:,| and|, and)? (?:also |highly |very )?effective", "effective(?:,| and|, and)? (?:also |very )?safe",
    "(?:clinically|scientifically|medically) proven", "proven (?:treatment|therapy|results|remedy|relief|to)",
    "(?:is|are) (?:also |very |highly |extremely |really )?effective (?:for|in|at|against|when)",
    "(?:is|are) (?:also |very |perfectly |quite )?safe for (?:everyone|everybody|anyone|all)",
    "drastically (?:reduc|improv)(?:e|es|ed|ing)",
)  # fmt: skip
_NOT_ADDICTIVE: Final = any_of(
    "non-addictive", "(?:not|isn't|never|aren't) (?:at all )?(?:addictive|habit-forming)", "non-habit-forming",
    "(?:no|without|zero|little) (?:any )?(?:risk|danger|chance|fear|potential) (?:of|for) "
    "(?:\\w{3,12} )?(?:addiction|dependence|dependency|abuse|misuse|becoming addicted)",
    "(?:no|without) (?:addiction|addictive|abuse) (?:risk|potential|properties)",
    "(?:won't|will not|can't|cannot|don't) (?:get|become|be) (?:addicted|hooked|dependent)",
    "(?:doesn't|does not|do not|don't) cause (?:addiction|dependence)",
)  # fmt: skip
_APPROVAL: Final = any_of(
    "(?:fda|food and drug administration)(?:'s)?-(?:approved|cleared|authori[sz]ed)",
    "(?:fda|food and drug administration) (?:\\w{2,12} ){0,3}?(?:approv(?:ed|es|al)|cleared|authori[sz]ed)",
    "(?:approved|cleared|authori[sz]ed) by the (?:(?:u\\.?s\\.?|us|american) )?(?:fda|food and drug administration)",
    "approval (?:from|by|of) the (?:(?:u\\.?s\\.?|us|american) )?(?:fda|food and drug administration)",
)  # fmt: skip


def _absolute(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for found in reading.find(_ABSOLUTE):
        around = found.passage.masked[max(0, found.start - 12) : found.end + 12]
        if not is_denied(found) and not is_question(found) and not _NOT_A_CURE.search(around):
            yield found.hit(
                _("“%(words)s” promises more than any treatment can keep. Say what was seen, and in how many people.")
                % {"words": found.words},
                _("may help some people"),
            )


def _conclusion(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for found in reading.find(_CONCLUSION):
        if not (found.sentence.cited or is_denied(found) or is_question(found)):
            yield found.hit(
                _(
                    "“%(words)s” is a conclusion without a source. Cite the study or guideline that draws it, or say"
                    " less."
                )
                % {"words": found.words},
                _("was better than a dummy treatment in one study"),
            )


def _not_addictive(reading: Reading, facts: Facts) -> Iterator[Hit]:
    named = list(mentions(reading, facts.drugs))
    controlled = [each for each in named if each.thing.is_controlled]
    for found in reading.find(_NOT_ADDICTIVE) if controlled else ():
        here = [
            each.thing
            for each in named
            if each.found.sentence == found.sentence and each.found.passage is found.passage
        ]
        if (here and not any(drug.is_controlled for drug in here)) or is_denied(found):
            continue
        if not here and is_medicine_named(found.passage.masked[found.sentence.start : found.sentence.end]):
            continue
        yield found.hit(
            _("%(drug)s is a controlled drug: it can be misused, and people can come to depend on it. Take this out.")
            % {"drug": controlled[0].thing.name.capitalize()},
            _("can be misused, and some people come to depend on it"),
        )


def _approval(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for found in reading.find(_APPROVAL):
        if is_denied(found) or denies(found.words, far=10):
            continue
        for drug, condition in approved_for(reading, facts, found):
            yield found.hit(
                _(
                    "The clinic's table of medicines does not have %(drug)s as approved for %(condition)s. Say that"
                    " this"
                    " use is off-label, or have the table corrected first."
                )
                % {"drug": drug.name, "condition": condition.name},
                _("The FDA has not approved %(drug)s for %(condition)s.")
                % {"drug": drug.name, "condition": condition.name},
            )


RULES: Final = (
    Rule(
        id="CLM-01",
        severity=Severity.BLOCK,
        title=gettext_lazy("Absolute claims, such as a cure, a guarantee or no side effects"),
        why=gettext_lazy("No treatment helps everybody and harms nobody; a promise creates false expectations."),
        source="Cal. B&P Code §651(b); FTC Health Products Compliance Guidance 2022",
        find=_absolute,
        must=(
            example("Ketamine cures PTSD."),
            example("This therapy has no side effects."),
            example("<h2>A miracle for depression</h2><p>Read on.</p>"),
            example("The treatment is <strong>100%</strong> safe."),
            example("<table><tr><th>Infusion</th><td>Works for everyone</td></tr></table>"),
            example("A risk&#8209;free way to feel better."),
            example("It is not a drug but it guarantees relief."),
            example("You will get permanent&nbsp;relief."),
            example("Read this.", title="The cure for migraine"),
            example("It can eliminate depression symptoms."),
        ),
        must_not=(
            example("There is no cure for PTSD."),
            example("We cannot guarantee results."),
            example("No treatment is risk-free."),
            example("Beware of promises of a miracle."),
            example("Is there a cure?"),
            example("Nobody can say whether it works for everyone."),
            example("People secure their homes; the curators agree."),
            example("It isn’t 100% effective."),
        ),
    ),
    Rule(
        id="CLM-02",
        severity=Severity.BLOCK,
        title=gettext_lazy("“Safe and effective” and the like without a source"),
        why=gettext_lazy("A conclusion about safety or effect needs the evidence next to it."),
        source="FTC Health Products Compliance Guidance 2022",
        find=_conclusion,
        must=(
            example("Ketamine infusion therapy is safe and effective."),
            example("It is clinically proven."),
            example("<ul><li>A <em>safe</em> and <em>effective</em> choice</li></ul>"),
            example("Infusions are also effective for the treatment of PTSD."),
            example("Read on.", title="Safe, effective relief"),
            example("One trial was small [1]. The treatment is safe and effective."),
        ),
        must_not=(
            example("FDA has not determined that ketamine is safe and effective for such uses."),
            example("A 2023 guideline found it safe and effective for adults [1]."),
            example("Is it safe and effective?"),
            example("Keep medicines in a safe place."),
        ),
    ),
    Rule(
        id="CLM-03",
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
        ),
        must_not=(
            example("Ketamine can be addictive."),
            example("It is not true that ketamine is non-addictive."),
            example("Sertraline is not addictive."),
            example("Melatonin is not addictive.", title="Sleep"),
            example("Walking is not addictive.", title="Walking"),
        ),
    ),
    Rule(
        id="CLM-04",
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
            example("Ketamine is not only FDA-approved for depression, it is fast."),
        ),
        must_not=(
            example("Sertraline is FDA-approved for PTSD."),
            example("Ketamine is not FDA-approved for depression."),
            example("The FDA has not approved ketamine for PTSD or depression."),
            example("Ketamine is FDA-approved only for anesthesia, not for depression."),
            example("Ketamine is FDA-approved for anesthesia."),
            example("Ketamine is an anesthetic. Esketamine is FDA-approved for depression."),
        ),
    ),
)
