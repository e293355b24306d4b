"""DRG: what has to be said wherever a medicine is."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks import spanish
from articles.checks.approval import is_approved, subjects, used_for
from articles.checks.facts import ConditionFacts, DrugFacts, Facts
from articles.checks.mentions import Mention, called, mentions
from articles.checks.negation import is_denied
from articles.checks.patterns import any_of
from articles.checks.reading import BODY, Found, Reading
from articles.checks.rule import BOTH, Hit, Rule, Words, example, filled
from articles.checks.vocabulary import BENEFIT, RISK_HEADING, RISKS
from articles.enums import Severity

_FEWEST_RISKS: Final = 3
_USE: Final = any_of(
    "for",
    "against",
    "us(?:e|es|ed|ing|ually)",
    "prescrib\\w{1,3}",
    "therap(?:y|ies)",
    "option",
    "offer\\w{0,3}",
    *spanish.USE,
)
_KIND_OF: Final = any_of("(?:medicine|medication|reliever|killer|drug|tablet|pill|society|association|foundation)s?")
_HARM: Final = any_of(
    "(?:rais|increas|worsen|trigger|caus)(?:e|es|ed|ing|s)?", "(?:higher|greater|more) (?:risk|chance|danger)",
    "history of", "lead(?:s|ing)? to", "bring(?:s|ing)? on", "allergic to",
    *spanish.HARM,
)  # fmt: skip
_OFF_LABEL: Final = any_of(
    "off-label",
    "(?:not|never|isn't|hasn't|aren't|has not|have not|is not|are not) (?:\\w{2,12} ){0,3}?(?:fda-)?(?:approved|cleared"
    "|authori[sz]ed)", "unapproved",
    "without (?:\\w{2,12} ){0,2}?approval", "no (?:\\w{2,12} ){0,2}?approval",
    *spanish.OFF_LABEL,
)  # fmt: skip
_MISUSE: Final = any_of(
    "misus\\w{1,3}", "be abused", "(?:drug|substance) abuse", "abuse (?:potential|liability)", "potential for abuse",
    "addict\\w{0,5}", "dependen(?:ce|t|cy)", "depend on",
    "schedule (?:i{1,3}|iv|v|\\d)",
    "controlled (?:drug|substance|medicine)s?", "monitor\\w{0,4}", "diver(?:t|ted|sion)", "habit-forming",
    *spanish.MISUSE,
)  # fmt: skip


def _off_label(reading: Reading, facts: Facts) -> Iterator[Hit]:
    told: set[tuple[DrugFacts, ConditionFacts]] = set()
    said = _said_off_label(reading, facts)
    for name in ("title", "summary", BODY):
        for drug, condition in used_for(reading, facts, name):
            pair = (drug.thing, condition.thing)
            if pair in told or is_approved(*pair) or not _is_use(drug, condition):
                continue
            told.add(pair)
            if None not in said and drug.thing not in said:
                yield _pair_hit(reading, drug, condition)


def _is_use(drug: Mention[DrugFacts], condition: Mention[ConditionFacts]) -> bool:
    """Whether the sentence speaks of using the one for the other; a title always does. Nor is every condition one that
    is treated: "migraine medicines" are a kind of medicine, and "raises the risk of stroke" is a harm.
    """
    found, named = drug.found, condition.found
    text = found.passage.masked
    if _KIND_OF.match(text, named.end + 1) or _HARM.search(
        text, max(named.sentence.start, named.start - 60), named.start
    ):
        return False
    sentence = text[found.sentence.start : found.sentence.end]
    return found.passage.field == "title" or bool(BENEFIT.search(sentence) or _USE.search(sentence))


def _said_off_label(reading: Reading, facts: Facts) -> set[DrugFacts | None]:
    """Of which medicines the body says "off-label" or "not approved". None where it has the box for it, or where the
    sentence names no medicine and so speaks of whichever the article is about.
    """
    if any(box.end > box.start for box in reading.boxes_of("off-label")):
        return {None}
    named: dict[int, set[DrugFacts | None]] = {}
    for each in mentions(reading, facts.drugs, (BODY,)):
        named.setdefault(each.found.sentence.start, set()).add(each.thing)
    said: set[DrugFacts | None] = set()
    for found in reading.find(_OFF_LABEL, (BODY,)):
        said |= named.get(found.sentence.start, {None})
    return said


def _pair_hit(reading: Reading, drug: Mention[DrugFacts], condition: Mention[ConditionFacts]) -> Hit:
    names = {"drug": drug.thing.name, "condition": condition.thing.name}
    known = {name.casefold() for name in drug.thing.off_label}
    if any(name.casefold() in known for name in condition.thing.names):
        message = _("Using %(drug)s for %(condition)s is off-label, and this article does not say so.") % names
    else:
        message = (
            _(
                "The clinic's table of medicines does not have %(drug)s as approved for %(condition)s. Say that this"
                " use is"
                " off-label, or have the table completed first."
            )
            % names
        )
    places = sorted([(drug.found.start, drug.found.end), (condition.found.start, condition.found.end)])
    suggestion = filled(
        gettext_lazy("Using %(drug)s for %(condition)s is an off-label use: the FDA has not approved it for this."),
        {"drug": called(reading, drug.thing), "condition": called(reading, condition.thing)},
    )
    return Hit(drug.found.passage.field, places[0][0], places[1][1], message, suggestion)


def _without_risks(reading: Reading, facts: Facts) -> Iterator[Hit]:
    first = _first_benefit(reading, facts)
    if first is None:
        return
    told = _about_risks(reading)
    named = {match[0].lower()[:6] for text in told for match in RISKS.finditer(text)}
    if len(named) >= _FEWEST_RISKS:
        return
    if told:
        message = _(
            "The section about risks names fewer than three of them. Name the common ones and the serious ones."
        )
    else:
        message = _("A benefit is described and there is no section about risks. Add one.")
    yield first.hit(message, gettext_lazy("Risks and side effects"))


def _about_risks(reading: Reading) -> list[str]:
    """What stands under a heading about risks, or in the box for them."""
    text = reading.body.masked
    headed = [each for each in reading.headings if RISK_HEADING.search(each.title)]
    parts = [text[each.start + len(each.title) : each.end] for each in headed]
    return [*parts, *(text[box.start : box.end] for box in reading.boxes_of("risks"))]


def _first_benefit(reading: Reading, facts: Facts) -> Found | None:
    """Where the body first says that a medicine does good, if the article is about it."""
    about = subjects(reading, facts)
    for each in mentions(reading, facts.drugs, (BODY,)) if about else ():
        sentence = each.found.passage.masked[each.found.sentence.start : each.found.sentence.end]
        if each.thing in about and BENEFIT.search(sentence) and not is_denied(each.found):
            return each.found
    return None


def _without_misuse(reading: Reading, facts: Facts) -> Iterator[Hit]:
    if reading.says(_MISUSE, (BODY,)):
        return
    about = subjects(reading, facts)
    told: set[DrugFacts] = set()
    for each in mentions(reading, facts.drugs):
        if each.thing.is_controlled and each.thing in about and each.thing not in told:
            told.add(each.thing)
            values = {"drug": each.thing.name.capitalize(), "schedule": _schedule(each.thing)}
            yield each.found.hit(
                _("%(drug)s is a controlled drug%(schedule)s. Say that it can be misused, and who watches over it.")
                % values,
                filled(gettext_lazy("It is a controlled drug%(schedule)s because it can be misused."), values),
            )


def _schedule(drug: DrugFacts) -> Words:
    return filled(gettext_lazy(" (Schedule %(schedule)s)"), {"schedule": drug.schedule}) if drug.schedule else ""


RULES: Final = (
    Rule(
        id="DRG-01",
        languages=BOTH,
        severity=Severity.BLOCK,
        title=gettext_lazy("A medicine and a condition it is not approved for, without saying “off-label”"),
        why=gettext_lazy("Readers must know that nobody has judged the drug safe and effective for this."),
        source="FDA statement on ketamine, 2023; PMC10630893",
        find=_off_label,
        must=(
            example("Ketamine can treat PTSD."),
            example("Read on.", title="Ketamine infusion therapy for PTSD"),
            example(
                "<ul><li>Ketamine helps people with <strong>post-traumatic</strong> stress&nbsp;disorder</li></ul>"
            ),
            example("Ketamine can treat PTSD. Sertraline is not approved for children."),
            example("Sertraline helps in anesthesia."),
            example("<p>Ketamine is an anesthetic.</p><p>In 2000 a team tried the drug for depression.</p>"),
        ),
        must_not=(
            example("Ketamine can treat PTSD. This is an off-label use."),
            example("Ketamine can treat PTSD. The FDA has not approved ketamine for that."),
            example("<p>Ketamine can treat PTSD.</p><div class='off-label'><p>About this use</p></div>"),
            example("Ketamine is used for anesthesia."),
            example("Ketamine is not FDA-approved to treat PTSD."),
            example("Sertraline helps some people with PTSD."),
            example("PTSD is common. Ketamine is an anesthetic."),
            example("Ketamine is an anesthetic. Exercise helps people with depression."),
            example("Ketamine and some depression medicines do not go together, so ask for advice."),
            example("Sertraline can raise the risk of trouble with anesthesia for older people."),
        ),
    ),
    Rule(
        id="DRG-02",
        languages=BOTH,
        severity=Severity.BLOCK,
        title=gettext_lazy("A medicine's benefit without a section about its risks"),
        why=gettext_lazy("Benefit without risk is half of the truth, and the half that sells."),
        source="DISCERN 11-12; CDC Clear Communication Index 18-20; Cal. B&P Code §651(b)",
        find=_without_risks,
        must=(
            example("Ketamine can help people. Side effects are mild."),
            example("<p>Ketamine eases symptoms.</p><h2>Risks</h2><p>Nausea is one.</p>"),
            example("<p>Ketamine eases symptoms. Watch blood pressure, nausea, dissociation, and misuse.</p>"),
            example("<p>Ketamine eases pain and fever.</p><h2>Risks</h2><p>Few.</p><h2>End</h2><p>Nausea, rash.</p>"),
        ),
        must_not=(
            example(
                "<p>Ketamine can help.</p><h2>Risks and side effects</h2>"
                "<p>Higher blood pressure, dissociation, nausea, misuse.</p>"
            ),
            example("Ketamine is an anesthetic."),
            example("Ask your doctor whether sertraline may help.", title="Sleep"),
        ),
    ),
    Rule(
        id="DRG-05",
        languages=BOTH,
        severity=Severity.WARN,
        title=gettext_lazy("A controlled drug without a word about misuse or monitoring"),
        why=gettext_lazy("Controlled drugs can be misused and come into other hands."),
        source="DEA schedules; FDA warning on compounded ketamine, 2023",
        find=_without_misuse,
        must=(
            example("Ketamine is an anesthetic."),
            example("Read on.", title="Ketamine"),
            example("Ketamine is given to survivors of abuse."),
        ),
        must_not=(
            example("Ketamine can be misused; it is a Schedule III drug."),
            example("Ketamine is given by staff who monitor your breathing."),
            example("Sertraline is taken once a day.", title="Sertraline"),
            example("The risk is higher with ketamine.", title="Sertraline"),
        ),
    ),
)
