"""Praise of this clinic's treatment, or criticism of somebody who works here. Pure.

In some countries a clinic may not publish praise of its clinical care; everywhere a named person has a right to care.
Praise of an article or of a medicine is neither. Details: `praise`, `criticism`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from comments.triage.folding import Reading, folded
from comments.triage.phrases import Phrases
from comments.triage.signal import Detector, Facts, Found
from comments.triage.testimonial_examples import HITS, MISSES

_STAFF: Final = (
    "staff|team|doctors|doctor|nurses|nurse|clinic|therapist|receptionist|providers|provider|people here"
    "|psychiatrist|anesthesiologist"
)
_GOOD: Final = (
    "amazing|wonderful|great|fantastic|excellent|incredible|awesome|caring|kind|so kind|the best|lovely|professional"
    "|compassionate|phenomenal|life changing|superb|outstanding|angels|so caring|gentle|brilliant|top "
    "notch|world class"
)
_BAD: Final = (
    "rude|awful|terrible|horrible|incompetent|careless|unprofessional|negligent|cold|dismissive|useless"
    "|dangerous|arrogant"
    "|a fraud|a liar|the worst|greedy|cruel|abusive|late|drunk|a joke|condescending|mean"
)
_PRAISE: Final = (
    (
        "{cant|cannot|couldnt} {say enough|speak highly enough|thank you enough|praise them enough|thank "
        "them enough|thank the staff enough}"
    ),
    (
        "i {came|walked} {to you|in|into this clinic|into your clinic|in here|here} ~ {broken|desperate"
        "|hopeless|suicidal|crying|wheelchair|scared} ~ {left|walked out|am now|leave|new}"
    ),
    (
        "{gracias} a {la|el|los|las} {doctora|doctor|dra|dr|doctores|enfermeras|enfermera} [*] [y|por] [a"
        "|todo|su|salvarme]"
    ),
    (
        "{best|smartest|greatest} {decision|choice|thing|place|experience|care|people} [i|we|that|ever|of] "
        "[have|ever|my|has] [ever] ~ {this clinic|your clinic|coming here|come here|at this clinic|your team"
        "|with you guys}"
    ),
    (
        "{coming|going|came|went} {here|to this clinic|to your clinic|to this place} [was|has|is|really|and"
        "|have] ~ {best|saved|changed|life|better|blessing|amazing}"
    ),
    (
        f"{{the|your|all the|their|whole}} [whole|entire|nursing|front desk|medical|office] {{{_STAFF}}} "
        "[here|there|at this clinic|at your clinic] [is|are|was|were] [all|so|just|really|absolutely|very"
        f"|always|simply|truly] {{{_GOOD}}}"
    ),
    (
        "{this|your} [wonderful|amazing|great] {clinic|place|practice|center|centre|team|doctor|doctors} "
        "[has|have|really|literally] {saved|changed|gave|helped|cured|healed|turned|fixed|restored|is the "
        "best|are the best|is amazing|is wonderful}"
    ),
    (
        "{you guys|you all|you people|you} [really|literally|truly|have|here|at this clinic] {saved my life"
        "|changed my life|gave me my life back|gave me back my life|cured me|healed me|saved my marriage"
        "|saved my son|saved my daughter|saved my husband|saved my wife}"
    ),
    (
        "{best|finest|greatest} [ketamine|mental health|medical|pain] {clinic|doctor|doctors|staff|team"
        "|psychiatrist|nurses|practice} {i have|ive|ever|in|around|anywhere|in town|we have|weve}"
    ),
    (
        "{highly|strongly|would|cant|cannot|definitely|100} {recommend|recommended|recommend enough} [to "
        "anyone] [this|the|your|these|dr|doctor|coming|going|them|enough|it] [clinic|place|team|here"
        "|practice|doctors|* clinic] [to|for]"
    ),
    (
        "{i was|i am|ive been|i have been|my wife was|my husband was|my son was|my daughter was|got|was"
        "|been} {treated|a patient|helped|cured|in treatment|getting treatment|coming} {here|at this clinic"
        "|at your clinic|in your clinic|in this clinic|with you|by your team|by you} ~ {and|best|great"
        "|better|life|wonderful|love|happy|years|amazing}"
    ),
    (
        "{thanks|thank you|grateful|gratitude} [so much|again|a million] {to|for} [the|your|all the|everyone "
        "at] [entire|whole|amazing|wonderful|great|kind] {staff|team|clinic|nurses|doctors|doctor|dr *"
        "|doctor *|nurse *|care i received|care i got|treatment i received|treating me|treating my|saving my "
        "life|giving me my life back|my treatment|taking care of me|taking such good care}"
    ),
    (
        "{infusions|infusion|treatment|treatments|sessions|care|program|protocol} {here|at this clinic|at "
        "your clinic|i got here|i received here|with you} [has|have|really|literally|i had] {saved|changed"
        "|helped|gave|worked|cured|was|were|is}"
    ),
    (
        "{dr|doctor|nurse|dra|doctora} * {saved|changed|is amazing|was amazing|is wonderful|was wonderful|is "
        "the best|was so kind|is so kind|was great|is great|gave me|cured|helped me|took such|listened|was "
        "very kind|was kind|is fantastic|cares}"
    ),
    "{five|5} stars [for|to|all]",
    "{esta|su|tu} clinica [me|nos] {salvo|cambio|ayudo|devolvio|curo|es la mejor|es maravillosa|es excelente}",
    "{ustedes} me {salvaron|cambiaron|devolvieron|curaron|ayudaron}",
    (
        "{el|los|la|las|todo el} {personal|equipo|doctores|medicos|enfermeras|doctora|doctor|enfermera"
        "|medico} [de la clinica|de esta clinica|de aqui|es|son|fue|fueron|muy|realmente|*] [es|son|fue"
        "|fueron] [muy|un|una|tan] {amable|amables|excelente|excelentes|maravilloso|maravillosa|maravillosos"
        "|increible|increibles|encantador|atento|atentos|profesional|profesionales|encanto|me salvo|la mejor"
        "|los mejores}"
    ),
    (
        "{gracias} a {todo el equipo|los doctores|las enfermeras|esta clinica|la clinica|su equipo|la "
        "doctora *|el doctor *|la dra *|el dr *} "
    ),
    "{recomiendo} [mucho|totalmente|esta|la] {esta clinica|la clinica|a la doctora|al doctor|su clinica|clinica}",
    "{la} mejor clinica",
)  # fmt: skip
_CRITICISM: Final = (
    (
        "{dont|do not|never} {waste|spend|give} [your|any] [hard earned] [money|time] [them|money] {at|on"
        "|here|to|in} {this clinic|your clinic|this place|these people|these doctors|here}"
    ),
    (
        "{your|the} {front desk|reception|waiting room|billing department|billing} [staff|people] {is|are"
        "|was|were} [so|always|very|really|just|absolutely] {rude|awful|terrible|horrible|filthy|dirty|a "
        "joke|useless|a nightmare|disgusting|incompetent|unprofessional|the worst}"
    ),
    (
        "{i|we} [was|were|felt|got] {ripped off|scammed|mistreated|neglected|ignored|humiliated|overcharged"
        "|misdiagnosed|lied to|abandoned} {here|by this clinic|by your clinic|by your staff|at your clinic"
        "|at this clinic|by your doctors|by your nurse|by your doctor|by dr|by doctor}"
    ),
    (
        f"{{dr|doctor|nurse|dra|doctora|enfermera}} {{*}} [*] {{was|is|were|has been}} [so|very|extremely"
        f"|really|incredibly|just|always] {{{_BAD}}}"
    ),
    (
        "{dr|doctor|nurse|dra|doctora|enfermera} {*} [*] {treated me like|ignored|yelled|laughed at|lied"
        "|refused to|hurt me|misdiagnosed|never listened|didnt listen|did not listen|overcharged|botched"
        "|ruined|left me|made me feel|doesnt care|does not care|almost killed|nearly killed|screamed}"
    ),
    (
        "{the receptionist|your receptionist|your nurse|your doctor|your staff|your therapist} {treated me "
        "like|ignored|yelled|laughed at|lied|refused to|hurt me|misdiagnosed|never listened|didnt listen"
        "|overcharged|was rude|were rude|screamed|hung up}"
    ),
    (
        f"{{the|your|all the|their}} [whole|entire|front desk|office|nursing] {{{_STAFF}}} [here|there|at "
        f"this clinic|at your clinic] {{is|are|was|were}} [all|so|just|really|absolutely|very|always|simply"
        f"|extremely|incredibly] {{{_BAD}}}"
    ),
    "{avoid|stay away from|dont go to|do not go to|never go to} [this|your|dr|doctor|these] {clinic|place"
    "|practice|people|*}".replace("|people|*}", "|people here}"),
    (
        "{this|your} {clinic|place|practice} {is|was|ruined|almost killed|nearly killed|overcharged|ripped"
        "|scammed|stole} [a|the|such a|just] [my|me|us] {joke|scam|awful|terrible|horrible|worst|life|off"
        "|nightmare|money|dirty|dangerous|fraud|disgrace}"
    ),
    (
        "{worst} [ketamine|medical] {clinic|doctor|doctors|staff|care|experience} {ever|i have|ive|in|at "
        "this|of my life|here}"
    ),
    (
        "{la|el} {doctora|doctor|enfermera|enfermero|recepcionista} [*] {fue|es|estuvo|me trato} [muy|tan"
        "|bastante] {grosera|grosero|mala|malo|mal|fria|frio|antipatica|antipatico|negligente|irresponsable"
        "|horrible|fatal|pesima|pesimo}"
    ),
    "{esta|su} clinica {es|fue} [una|un|la|muy] {estafa|robo|peor|mala|desastre|horrible|pesima|verguenza|fraude}",
)  # fmt: skip
_PHRASES: Final = Phrases(criticism=_CRITICISM, praise=_PRAISE)
_OPINION: Final = Phrases(
    praise=(
        "{saved|changed|best|wonderful|amazing|great|love|loved|excellent|recommend|recommended|grateful"
        "|thanks|fantastic"
        "|salvo|salvaron|cambio|mejor|excelente|maravillosa|recomiendo|gracias|kind|caring|helped me|life back}",
    ),
    criticism=(
        "{worst|awful|terrible|horrible|rude|scam|ruined|avoid|overcharged|negligent|unprofessional"
        "|pesima|peor|estafa"
        "|horrible|grosera|never again}",
    ),
)
_HERE: Final = Phrases(
    here=(
        (
            "{this|your} {clinic|practice|nurses|nurse|staff|team|doctors|doctor|receptionist|therapist"
            "|anesthesiologist}"
        ),
        "the {nurses|staff|doctors|team|people|doctor|nurse|receptionist} {here|at this clinic|at your clinic}",
        "{esta|su} clinica",
    )
)
_DOUBTS: Final = re.compile(r"\?|(?:\A|\W)(?:ask|talk|speak|call|tell|see|with|if|should|your own)(?!\w)")
_MOST: Final = 50  # mentions of the clinic
_EXCEPT: Final = re.compile(
    r"(?:\A|\W)(?:article|articulo|this page|website|google|seuss|phil|who|study|blog|post|my (?:old|last"
    r"|previous|former))(?!\w)"
)


@lru_cache(maxsize=16)
def _clinics(names: tuple[str, ...]) -> Phrases:
    words = [" ".join("".join(c if c.isalnum() else " " for c in folded(name)).split()) for name in names]
    return Phrases(clinic=tuple(word for word in words if word))


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    for found in _PHRASES.find(reading):
        if not _EXCEPT.search(reading.around(found.start)):
            yield found
    clinics = [*_clinics(facts.clinic_names).find(reading), *_HERE.find(reading)][:_MOST]
    opinions = {reading.sentence(opinion.start): opinion for opinion in _OPINION.find(reading)} if clinics else {}
    for clinic in clinics:
        opinion = opinions.get(reading.sentence(clinic.start))
        around = reading.around(clinic.start)
        if opinion and not _EXCEPT.search(around) and not _DOUBTS.search(around):
            yield Found(min(clinic.start, opinion.start), max(clinic.end, opinion.end), opinion.detail)


DETECTOR: Final = Detector(name="testimonial", code="testimonial", find=_find, hits=HITS, misses=MISSES)
