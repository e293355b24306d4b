"""CLM-01 and CLM-02: absolute claims, and conclusions without a source."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks import spanish, spanish_claims
from articles.checks.facts import Facts
from articles.checks.mentions import mentions
from articles.checks.negation import is_denied, is_question
from articles.checks.patterns import any_of
from articles.checks.reading import Found, Reading
from articles.checks.rule import BOTH, Hit, Rule, example
from articles.enums import Severity

_ABSOLUTE: Final = any_of(
    "cure(?:s|d|-all)?", "curing", "miracle(?:s)?", "miraculous(?:ly)?", "guarantee(?:s|d)?", "guaranteeing",
    "risk-free", "without (?:any )?risks?", "100-(?:%|percent|per cent) (?:safe|effective|success*)",
    "(?:completely|totally|perfectly|entirely|absolutely) (?:safe|harmless|effective|painless)",
    "(?:zero|no) risks?",
    "(?:permanent|instant|immediate)(?:ly)? (?:relie(?:f|ve[sd]?)|free|heal(?:s|ed|ing)?|results?)",
    "works? for (?:everyone|everybody|anyone|all)", "always works?", "never fails?",
    "(?:gone|healed) (?:forever|for good)",
    "(?:erase|eliminate|banish)(?:s|d)? (?:(?:your|all|the) )?(?:\\w{3,15} )?(?:symptoms|depression|anxiety|pain)",
    *spanish.ABSOLUTE,
)  # fmt: skip
_NO_SIDE_EFFECTS: Final = any_of(
    "(?:no|without)(?: any)? (?:\\w{3,12} (?:or |and )?){0,2}?side-effects?", *spanish.NO_SIDE_EFFECTS
)
_SOME: Final = any_of("some", "many", "most", "few", "may", "might", "often", "usually", "if", "half", *spanish.SOME)
# Infections can be cured, and a clinic may guarantee what is its to give.
_NOT_A_CURE: Final = any_of(
    "cured (?:meat|ham|fish|sausage)\\w{0,1}", "cure rates?", "no risk factors?", "no risk of",
    "cur(?:e|es|ed|ing) (?:\\w{2,12} ){0,3}?(?:infections?|strep|tuberculosis|hepatitis|syphilis|chlamydia|gonorrhea"
    "|scabies|malaria|pneumonia)",
    "guarantee(?:s|d)? (?:of )?(?:your |the )?(?:privacy|coverage|access|confidentiality|place|appointment|right"
    "|income)s?",
    *spanish.NOT_A_CURE,
)  # fmt: skip
_CONCLUSION: Final = any_of(
    "safe(?:,| and|, and)? (?:also |highly |very )?effective", "safe, [\\w-]{3,15},? (?:and )?effective",
    "effective(?:,| and|, and)? (?:also |very )?safe",
    "(?:clinically|scientifically|medically) proven", "proven (?:treatment|therapy|results|remedy|relief|to)",
    "(?:is|are) (?:also |very |highly |extremely |really )?effective (?:for|in|at|against|when)",
    "(?:is|are) (?:also |very |perfectly |quite )?safe for (?:everyone|everybody|anyone|all)",
    "drastically (?:reduc|improv)(?:e|es|ed|ing)", "(?:highly|extremely|remarkably|truly|proven|very) effective",
    "a (?:very |completely |perfectly )?safe (?:treatment|alternative|therapy|medicine|drug|solution)",
    *spanish_claims.CONCLUSION,
)  # fmt: skip
_SAFE: Final = any_of(
    "(?:is|are) (?:also |very |quite |perfectly |generally )?safe(?! (?:and|if|when|to|for|with|,))",
    *spanish_claims.SAFE,
)


def _absolute(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for found in reading.find(_ABSOLUTE):
        around = found.passage.masked[max(0, found.start - 12) : found.end + 50]
        if not is_denied(found) and not is_question(found) and not _NOT_A_CURE.search(around):
            yield _too_much(found)
    for found in reading.find(_NO_SIDE_EFFECTS):
        before = found.passage.masked[max(found.sentence.start, found.start - 40) : found.start]
        if not is_denied(found) and not is_question(found) and not _SOME.search(before):
            yield _too_much(found)


def _too_much(found: Found) -> Hit:
    message = _("“%(words)s” promises more than any treatment can keep. Say what was seen, and in how many people.")
    return found.hit(message % {"words": found.words}, gettext_lazy("may help some people"))


def _conclusion(reading: Reading, facts: Facts) -> Iterator[Hit]:
    sold = [each.found.sentence for each in mentions(reading, facts.services)]
    treated = {*sold, *(each.found.sentence for each in mentions(reading, facts.drugs))}
    safe = (found for found in reading.find(_SAFE) if found.sentence in treated)
    for found in (*reading.find(_CONCLUSION), *safe):
        if not (found.sentence.cited or is_denied(found, far=7) or is_question(found)):
            yield found.hit(
                _(
                    "“%(words)s” is a conclusion without a source. Cite the study or guideline that draws it, or say"
                    " less."
                )
                % {"words": found.words},
                gettext_lazy("was better than a dummy treatment in one study"),
            )


RULES: Final = (
    Rule(
        id="CLM-01",
        languages=BOTH,
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
            example("It may cure depression without any side effects."),
            example("It has no severe or permanent side effects."),
            example("The nightmares are gone for good."),
        ),
        must_not=(
            example("There is no cure for PTSD."),
            example("We cannot guarantee results."),
            example("No treatment is risk-free."),
            example("Beware of promises of a miracle."),
            example("Is there a cure?"),
            example("There is no<br>cure yet."),
            example("Nobody can say whether it works for everyone."),
            example("People secure their homes; the curators agree."),
            example("It isn’t 100% effective."),
            example("Most people have no serious side effects."),
            example("Antibiotics cure strep infections."),
            example("There is not yet a cure, and your insurance guarantees coverage."),
        ),
    ),
    Rule(
        id="CLM-02",
        languages=BOTH,
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
            example("Ketamine is safe."),
            example("A highly effective treatment."),
        ),
        must_not=(
            example("FDA has not determined that ketamine is safe and effective for such uses."),
            example("A 2023 guideline found it safe and effective for adults [1]."),
            example("Is it safe and effective?"),
            example("Nobody has shown that ketamine is safe and effective."),
            example("Ask whether ketamine is safe for you. Ketamine is safe if it is watched."),
            example("Keep medicines in a safe place."),
        ),
    ),
)
