"""Words in a clinic's public reply that could confirm that somebody is, or was, a patient. Pure.

That a person is a patient is itself protected, also where the person said so in public: "a patient does not waive their
HIPAA rights by posting". Signals have the code `confirms_care`. "Your doctor" confirms nothing: everybody has one.
"""

import re
from collections.abc import Iterator
from typing import Final

from comments.triage.folding import Reading, read
from comments.triage.phrases import Phrases
from comments.triage.reply_guard_examples import HITS, MISSES
from comments.triage.signal import Detector, Facts, Found, Signal

CODE: Final = "confirms_care"
_OURS: Final = (
    "appointment|appointments|visit|visits|treatment|treatments|records|record|results|chart|file|infusion|infusions"
    "|diagnosis|prescription|prescriptions|procedure|session|sessions|consultation|intake|bill|account"
    "|care plan|test results"
    "|lab results|labs|bloodwork|scan|case|stay|surgery|dose|progress|treatment plan|medical history"
    "|history|care|referral"
    "|experience with us|experience here|experience at our clinic|experience at our|time with us|time "
    "here|follow up|followup"
)
_SUYO: Final = (
    "cita|citas|visita|visitas|tratamiento|tratamientos|historial|historia clinica|expediente|resultados"
    "|infusion|infusiones"
    "|diagnostico|receta|sesion|sesiones|consulta|caso|ficha|cuenta|factura|analisis|estancia|atencion con nosotros"
)
_TIMES: Final = (
    "last|first|next|recent|upcoming|second|third|previous|most recent|latest|ketamine|scheduled|past|initial"
    "|final|medical|test|lab|iv"
)
_PHRASES: Final = Phrases(
    care=(
        (
            f"your [{_TIMES}] [{_TIMES}] {{{_OURS}}} -{{team|provider|with your own|with your doctor|with "
            f"your own doctor|from your own}}"
        ),
        (
            "when you {came in|came here|came to us|were here|visited|visited us|saw us|saw me|saw dr|saw "
            "our|were in|were with us|were our patient|were treated|were under our|left our|had your|got "
            "your|checked in|called us|arrived|received your|were being treated}"
        ),
        (
            "{as|being} your {doctor|physician|psychiatrist|nurse|clinician|provider|therapist|care team"
            "|clinic|treating}"
        ),
        (
            "{we|i|our team|our nurses|our doctors|our staff|dr *|doctor *} [have|had|already|last|also|were"
            "|was] {treated|saw|seen|examined|diagnosed|prescribed|admitted|scheduled|discharged|treating"
            "|gave you|told you|explained to you|called you|cared for} [you|your] [at|in|on|last|during|here"
            "|when|for|with|to]"
        ),
        (
            "{thank you|thanks|thank you so much} for {choosing us|trusting us|choosing our clinic|being a "
            "patient|being our patient|coming in|coming to see us|visiting us|letting us treat you|letting "
            "us care for you|trusting our team|choosing our|being such a|your trust in our care|trusting us "
            "with your}"
        ),
        (
            "{our|a|my|valued|former|current|longtime|long time|loyal} {patient|patients} [like you|such as "
            "you|of ours] -{privacy|information|line|rights|portal}"
        ),
        (
            "you {are|were|have been} [a|one of] [our|valued|former|great|wonderful|longtime] [valued"
            "|former] {patient|patients|client|clients}"
        ),
        (
            "{glad|happy|pleased|sorry|delighted|thrilled|great} [to|we|that|our|the|you|hear] [hear|see"
            "|that] [that|our|the|your|we] {treatment helped|infusions helped|could help you|team helped you"
            "|treatment worked|infusion helped|helped you|were able to help you|made you wait|kept you "
            "waiting|felt better after your|had a bad reaction|got better with us|staff was rude to you"
            "|treated you}"
        ),
        "{see|seeing} you {again|at your|next week|next time|tomorrow|back|soon|on monday|in the clinic}",
        (
            "{it was|was} {a pleasure|great|lovely|nice|wonderful} {treating|seeing|meeting|caring for"
            "|working with|having|helping} you"
        ),
        (
            "{looking|looked|checked|reviewed|pulled|checking} [at|up|through|into] your {chart|file|records"
            "|record|notes|results|account|history|case}"
        ),
        (
            "{according to|based on|per|as noted in|in} {your|our} {chart|file|records|record|notes|medical "
            "record} [show|shows|of]"
        ),
        "our records {show|indicate|say|confirm|have}",
        "{we|i} {remember|recall} {you|your|seeing you|treating you}",
        (
            "you {missed|cancelled|canceled|rescheduled|skipped|signed|agreed to|were told by|were late|did "
            "not show|didnt show|no showed|were prescribed|were given|received treatment|declined|stopped "
            "treatment|consented|told our|told us at|told me at|mentioned at}"
        ),
        (
            "{your} {son|daughter|wife|husband|mother|father|child|partner} {was treated|is a patient|was a "
            "patient|was seen|came in|is our patient|was here|was in our care|is being treated|was our "
            "patient}"
        ),
        (
            f"{{su|tu|sus|tus}} [ultima|ultimo|proxima|primera|ultimas|reciente|proximo|medico|clinico] "
            f"{{{_SUYO}}} -{{con su propio|con su medico}}"
        ),
        (
            "{cuando|la vez que|el dia que} {vino|viniste|estuvo|estuviste|nos visito|lo atendimos|la "
            "atendimos|te atendimos|le atendimos|usted vino|usted estuvo|le vimos}"
        ),
        "{como} {su|tu} {medico|doctora|doctor|psiquiatra|enfermera|terapeuta|clinica}",
        (
            "{lo|la|te|le|los} {atendimos|tratamos|vimos|recibimos|recetamos|diagnosticamos|operamos|hemos "
            "tratado|hemos atendido}"
        ),
        (
            "{gracias} por {elegirnos|confiar en nosotros|ser nuestro paciente|ser nuestra paciente|ser "
            "paciente|venir a vernos|visitarnos|su confianza en nuestro|confiar en nuestro}"
        ),
        "{nuestro|nuestra|fue|es|era} [un|una|nuestro|nuestra] paciente",
        "{segun|en} {su|nuestros} {expediente|historial|archivos|registros|ficha}",
    )
)  # fmt: skip
_NOT_OURS: Final = re.compile(
    r"(?:anyones|anybodys|someones|no ones|make|book|schedule|request|get|arrange|need|want|discuss"
    r"|cancel|pida|solicite|haga|reserve"
    r"|pedir|bring|share|keep|(?:questions?|talk|speak|asks?|asking) (?:\w+ ){0,4}about|discuss|whether"
    r"|if|start|starting|stop|stopping|change|changing|before"
    r"|continue|hablar de|sobre|suspender|cambiar|dejar|empezar|not) (?:or (?:change|stop|start|cancel) "
    r")?(?:an? |the )?\Z"
)
_OWN_CARE: Final = re.compile(
    r" (?:with|plan with|to|y|con|and) (?:your (?:own )?(?:doctor|clinician|physician|psychiatrist"
    r"|provider|pharmacist|care team)"
    r"|su (?:propio )?(?:medico|doctor|psiquiatra)|a (?:doctor|clinician))| (?:private|privacy|safe)"
)
_POLICY: Final = re.compile(
    r"(?:every|all|any|each|who (?:is|are)|being|whether|if|becoming|become|cannot|cant|not|no one) (?:\w+ ){0,4}\Z"
)


def confirms_care(reply: str, *, name: str = "") -> list[Signal]:
    """The places in a reply that could confirm that the commenter, or somebody else, is or was a patient."""
    reading = read(reply)
    found = [*_found(reading), *_named(reading, name)]
    signals = {Signal(CODE, *reading.stored(each.start, each.end), each.detail) for each in found}
    return sorted(signals, key=lambda each: (each.start, each.end))


def _found(reading: Reading) -> Iterator[Found]:
    for found in _PHRASES.find(reading):
        before, after = reading.before(found.start, 60), reading.after(found.end, 60)
        said = reading.words[found.start : found.end]
        if said.startswith(("your ", "su ", "tu ", "sus ", "tus ")) and (
            _NOT_OURS.search(before) or _OWN_CARE.match(after)
        ):
            continue
        if "patient" in said and _POLICY.search(before):
            continue
        yield found._replace(detail="")


def _named(reading: Reading, name: str) -> Iterator[Found]:
    """The commenter's name in one sentence with "patient"."""
    for word in read(name).words.split():
        for at in reading.places.get(word, []) if len(word) > 2 else []:
            if re.search(r"(?<!\w)(?:patients?|pacientes?)(?!\w)", reading.around(at)):
                yield Found(at, at + len(word), "name")


def _for_tests(reading: Reading, facts: Facts) -> Iterator[Found]:
    yield from _found(reading)


DETECTOR: Final = Detector(name="reply_guard", code=CODE, find=_for_tests, hits=HITS, misses=MISSES)
