"""CLM-05 to CLM-07: comparisons, promises to the reader, and promotion."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks import spanish, spanish_claims
from articles.checks.facts import Facts
from articles.checks.mentions import called, mentions
from articles.checks.negation import is_denied, is_question
from articles.checks.patterns import any_of
from articles.checks.reading import Reading
from articles.checks.rule import BOTH, Hit, Rule, Words, example, filled
from articles.enums import Severity

PROMOTION_BOX: Final = "from-our-clinic"
_BETTER: Final = any_of(
    "(?:works?|acts?|heals?|working|acting) (?:much |far |more )?(?:faster|better|sooner|quicker|quickly"
    "|effectively) than",
    "(?:more|less) effective than",
    "(?:safer|gentler|faster|stronger)(?: and \\w{4,12})? than", "(?:superior|preferable) to",
    "(?:far |much |even )?better than (?:\\w{3,20} ){0,2}?(?:treatments?|medicines?|medications?|antidepressants?"
    "|drugs?|therap(?:y|ies)|pills?|opioids?|placebo)",
    "outperform(?:s|ed)?",
    "(?:is|are|as|be|our|offers?|remains?) (?:the |one of the )?(?:best|most effective|safest|fastest|most powerful"
    "|leading|only effective) (?:available |possible |known )?(?:treatments?|therap(?:y|ies)|medicines?|options?|drugs?"
    "|anesthetics?)",
    "(?:unlike|compared with|compared to) (?:traditional|conventional|ordinary|typical"
    "|standard) (?:\\w{3,16} )?(?:treatments?|medicines?|medications?|antidepressants?|drugs?)",
    "(?:antidepressants|treatments?|medicines|medications?|drugs|options) (?:are |is )?(?:often |usually |mostly "
    "|largely )?(?:ineffective|useless|fail)",
    "have little effect", "(?:breakthrough|revolutionary|game-changing|groundbreaking|cutting-edge|state-of-the-art)",
    *spanish_claims.BETTER,
)  # fmt: skip
_PROMISE: Final = any_of(
    "(?:give|get|have|win|take) you(?:r|rself)? (?:your )?(?:old )?(?:li(?:fe|ves)|self|joy|happiness) back",
    "get (?:you )?back to (?:living|your old self|the life)",
    "(?:reclaim|take back|take control of|transform) your (?:own )?life",
    "(?:can|could|will|may|might) change your (?:own )?life",
    "you(?:'ll| will) (?:\\w{3,12} )?(?:feel|be|get|see|notice|sleep|live|wake|enjoy|find"
    "|recover) (?:\\w{2,12} )?(?:better|free (?:of|from)|relief|happier|happy|healed|yourself again|a difference"
    "|a change|difference)",
    "you(?:'ll| will) (?:see|notice|feel) (?:the |a )?(?:results?|difference|change|improvement)s?",
    "finally (?:relax|be free|sleep|live|feel|find relief|heal|enjoy)",
    "(?:end|stop) your (?:\\w{3,15} )?(?:suffering|pain|struggle)",
    "(?:life-changing|life-saving) (?:treatment|therapy|relief|results?|experience)",
    "a new (?:lease on life|life|beginning|you)",
    "(?:hope|help|relief) is (?:finally )?(?:here|at hand|within reach)",
    "(?:bring|offer|provide|find)s? (?:great|real|lasting|rapid|fast|true|complete|total|welcome) relief",
    "you deserve (?:relief|to feel|to live|a life|happiness|peace)", "break(?:s|ing)? (?:free|the cycle) (?:of|from)",
    *spanish.PROMISE,
)  # fmt: skip
_PROMOTION: Final = any_of(
    *spanish.PROMOTION,
    "why you should (?:consider|try|choose|get|book)",
    "(?:contact|call|visit|reach out to|get in touch with) (?:us|our (?:\\w{3,15} )?(?:clinic|team|office|center"
    "|staff|practice|specialists)) (?:today|now|to (?:schedule|book|learn|find|get|start|set))",
    "(?:free|no-obligation|complimentary) (?:consultation|assessment|evaluation|session|screening)",
    "(?:schedule|book|request|reserve) (?:your|an?|my) (?:\\w{3,12} )?(?:consultation|appointment|visit|infusion"
    "|session|assessment)(?: with us| today| now| online)",
    "call (?:us )?(?:today|now) (?:to|for|and)", "(?:special|limited-time|introductory) (?:offer|price|discount)",
    "(?:act|book|enroll|sign up) (?:now|today)",
    "(?:our|the) (?:award-winning|world-class|leading|premier|compassionate|caring|experienced"
    "|highly trained) (?:\\w{3,15} )?(?:team|clinic|doctors|staff|experts|providers|center|specialists)",
    "we(?:'re| are) (?:here|ready) to help you (?:heal|recover|get)", "learn how (?:our|we)",
    "ask (?:us )?about our (?:\\w{3,15} )?(?:treatments?|infusions?|programs?|packages?|services?|therap(?:y|ies))",
    "financing (?:is )?available", "(?:\\d{1,2}%|percent) off", "discover (?:how|why) (?:our|ketamine|we)",
)  # fmt: skip


_NEED: Final = any_of("[ ,]{0,2}(?:if|when|to report|as soon as|about an? (?:side|symptom))")


def _better(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for found in reading.find(_BETTER):
        if not (found.sentence.cited or is_denied(found) or is_question(found)):
            yield found.hit(
                _("“%(words)s” compares without a source. Cite the trial that compared the two, or take it out.")
                % {"words": found.words}
            )


def _promise(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for found in reading.find(_PROMISE):
        if not (is_denied(found) or is_question(found)):
            yield found.hit(
                _("“%(words)s” promises something to this reader. Say what happened to people in studies instead.")
                % {"words": found.words},
                gettext_lazy("some people feel better after treatment"),
            )


def _promotion(reading: Reading, facts: Facts) -> Iterator[Hit]:
    boxes = reading.boxes_of(PROMOTION_BOX)
    for found in reading.find(_PROMOTION):
        inside = found.passage is reading.body and any(box.start <= found.start < box.end for box in boxes)
        after = found.passage.masked[found.end : found.end + 40]
        if not (inside or is_denied(found) or _NEED.match(after)):
            yield found.hit(
                _("“%(words)s” is promotion. Keep it out of the article, or put it in the box “From our clinic”.")
                % {"words": found.words},
                _title(reading, facts) if found.passage.field == "title" else "",
            )


def _title(reading: Reading, facts: Facts) -> Words:
    """A title that informs, of the treatment that the title names; empty where it names none."""
    drugs = [called(reading, each.thing) for each in mentions(reading, facts.drugs, ("title",))]
    services = [called(reading, each.thing) for each in mentions(reading, facts.services, ("title",))]
    for name in (*drugs, *services):
        return filled(gettext_lazy("%(treatment)s: what the research says"), {"treatment": name[:1].upper() + name[1:]})
    return ""


RULES: Final = (
    Rule(
        id="CLM-05",
        languages=BOTH,
        severity=Severity.WARN,
        title=gettext_lazy("A comparison with other treatments without a source"),
        why=gettext_lazy("“Better” is true only where the two were compared; readers give up treatments that work."),
        source="FTC Health Products Compliance Guidance 2022; Cal. B&P Code §651(b)",
        find=_better,
        must=(
            example("It works faster than antidepressants."),
            example("Infusions are safer than pills."),
            example("Ketamine is the most effective treatment."),
            example("An infusion is superior to pills."),
            example("Conventional drugs are often ineffective."),
            example("A breakthrough in care."),
        ),
        must_not=(
            example("It worked faster than placebo in one trial [1]."),
            example("It was no better than placebo."),
            example("Which is better for you?"),
            example("The best treatment depends on you, and the safest way is to ask."),
            example("It may be safer to wait."),
            example("Most antidepressants have to be taken daily."),
        ),
    ),
    Rule(
        id="CLM-06",
        languages=BOTH,
        severity=Severity.WARN,
        title=gettext_lazy("A promise to the reader"),
        why=gettext_lazy("Nobody can know what a treatment will do for this reader."),
        source="Cal. B&P Code §651(b)(1)-(3)",
        find=_promise,
        must=(
            example("It could finally give you your life back."),
            example("You will feel better within days."),
            example("Reclaim your life."),
            example("You’ll see results within days."),
            example("People with PTSD can <em>finally</em> relax."),
        ),
        must_not=(
            example("Some people feel better after treatment."),
            example("A stroke is a life-changing event."),
            example("You will get results in two days, and you are free to leave."),
            example("You deserve clear answers."),
            example("You may feel better before the course ends. Finish it."),
            example("It will not change your life."),
            example("Do you worry, or change your life to avoid it?"),
        ),
    ),
    Rule(
        id="CLM-07",
        languages=BOTH,
        severity=Severity.WARN,
        title=gettext_lazy("Promotion in the article or its title"),
        why=gettext_lazy("Readers must be able to tell advice from advertising."),
        source="HONcode principle 8; NHS Standard for creating health content §1",
        find=_promotion,
        must=(
            example("Contact our clinic today to schedule a free consultation."),
            example("Read on.", title="Here’s why you should consider an infusion"),
            example("Our compassionate team is waiting."),
        ),
        must_not=(
            example("Contact your doctor if symptoms get worse."),
            example("<aside class='from-our-clinic'><p>Contact our clinic today to book a visit.</p></aside>"),
            example("Call us if the fever lasts more than three days."),
            example("Call us today if you feel worse, or contact our team now to report a side effect."),
            example("Start now by writing down your readings."),
            example("Call 911 now."),
        ),
    ),
)
