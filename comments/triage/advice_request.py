"""Asks for advice about one person's own care. Pure. A clinic can't give it under an article."""

from collections.abc import Iterator
from typing import Final

from comments.triage.crisis_other import KIN, PARIENTES
from comments.triage.folding import Reading
from comments.triage.phrases import Phrases
from comments.triage.signal import Detector, Facts, Found

_CARE: Final = (
    "take|taking|stop|stopping|start|starting|try|trying|quit|quitting|use|using|switch|switching|increase|increasing"
    "|decrease|lower|lowering|double|skip|skipping|mix|mixing|combine|combining|taper|tapering|continue"
    "|reduce|reducing"
    "|come off|go off|get off|go on|get ketamine|get this|get an infusion|get the infusion|ask my doctor"
    "|see a doctor|drink"
    "|have ketamine|have this|have an infusion|do ketamine|do this|go to the er|go to the hospital|wait"
    "|worry|be worried"
    "|be concerned|keep taking|raise|change|drive|breastfeed|inject|snort"
)
_WHO: Final = f"{{i|we|he|she|my {'|my '.join(KIN.split('|'))}}}"
_PHRASES: Final = Phrases(
    advice=(
    (
        "do {i|we|they} {need|have} to {stop|take|taper|wait|fast|quit|bring someone|continue|change|start"
        "|skip|come off|avoid|worry}"
    ),
    (
        "how {many|much} [milligrams|mg|sessions|infusions|treatments|pills|doses|of it|ketamine] {should"
        "|would|do|will|does|must} [a|someone|somebody] {i|my|person|he|she|someone my|you recommend|you "
        "suggest} -{know|appreciate|think}"
    ),
    "what {should|do|can} {i|we|he|she} do [if|about|when|for|now|with]",
    (
        "{cuantas|cuantos} {sesiones|infusiones|dosis|miligramos|mg|pastillas} {necesito|debo|deberia"
        "|necesitaria|tomo|me tocan}"
    ),
    "should {we|i} {try it|wait|do it|go|start|stop}",
    (
        "{could|can|would|will} {you|anyone|someone|somebody|anybody} [please|kindly] {tell me|advise|say"
        "|recommend|explain|suggest|let me know} [to me] {which|what|whether|if|how much|how many|how long} "
        "{dose|dosage|medicine|medication|pill|i|my|treatment|drug|mg|he|she|is safe}"
    ),
    (
        "{mg|milligrams|dose} {too much|too little|too high|too low|enough|safe|ok} {for|to} {me|my|him|her"
        "|start|take|us}"
    ),
    (
        "{me|nos} {recomiendan|recomienda|recomendarian|aconsejan|aconseja|recetan|recetaria|recetarian} "
        "-{leer|este articulo}"
    ),
    (
        "would you {recommend|advise|suggest|prescribe} ~ {for|with|to} [my|a|an] {me|epilepsy|bipolar"
        "|pregnant|condition|year old|diabetes|schizophrenia|hypertension|son|daughter|mother|father|husband"
        "|wife}"
    ),
        (
            f"{{should|can|could|may|must}} {_WHO} [still|just|also|safely|really|ever] {{{_CARE}}} -{{a "
            f"moment|just say|to thank|this article}}"
        ),
        (
            "{is|would|will|are|was} [it|this|ketamine|esketamine|spravato|that|these|the infusion] [be] "
            "[still] {safe|ok|okay|dangerous|right|good|suitable|bad|fine|risky|normal|a good idea|advisable"
            "|worth it} [for|to|if|that] {me|my son|my daughter|my mother|my father|my husband|my wife|my "
            "mom|my dad|i take|i have|i am|im|take|mix|someone my age|a person like me|i|us}"
        ),
        (
            "{what|which} {dose|dosage|medication|medicine|drug|treatment|amount} {should|would|can|do|is "
            "best for} [you] [i|me|my son|my daughter|my wife|my husband|my mother|he|she|recommend|suggest]"
        ),
        (
            "how {much|many|often|long} [ketamine|of it|mg|lithium|tablets|infusions|milligrams] {should|can"
            "|must} {i|he|she|we|my son|my daughter|my wife|my husband|my mother}"
        ),
        (
            "{would|will|could|can|might|does|do you think} [ketamine|esketamine|this|it|spravato|the "
            "treatment|this treatment|the infusion|lithium|this medicine] [would|will] {help|work for|be "
            "right for|interact with|hurt|cure|fix|affect} {me|my|us|him|her|someone like me}"
        ),
        (
            "{am|would|could} i [be] {a candidate|a good candidate|eligible|too old for|too young for|a fit "
            "for|allowed to take|a suitable candidate|the right candidate}"
        ),
        (
            "{what|whats} {would you|do you|should i|do i|can i|is wrong with me|is wrong with my|could this "
            "be|could it be} [recommend|suggest|do about|take for|do if|advise|do]"
        ),
        (
            "{do|does} {i have|he have|she have|my son have|my daughter have|my mother have} {bipolar|ptsd"
            "|depression|adhd|cancer|an infection|serotonin syndrome|anxiety|schizophrenia|autism|to stop|to "
            "taper|to wait|to fast|to worry}"
        ),
        (
            "{can|could|would} {you|someone|anyone|somebody|a doctor} [please] [here] {diagnose|tell me what"
            "|tell me if|tell me whether|advise me|recommend a|recommend something|prescribe|look at my|give "
            "me advice|advise|interpret|read my|tell me how much}"
        ),
        (
            "{need|looking for|want|asking for|seeking} [some|your|medical|a] [medical] {advice|second "
            "opinion|diagnosis} [about|on|for|regarding] [my|a|what]"
        ),
        "please {advise|diagnose|advice|tell me what to take|tell me if i should}",
        (
            "{my doctor|my psychiatrist} {prescribed|says|wants|told me|put me on} ~ {should i|is that right"
            "|is that ok|is this right|is this safe|what do you think|is it safe|do you agree}"
        ),
        (
            "{debo|deberia|puedo|podria|deberiamos|tengo que} [yo|seguir|volver a] {tomar|tomando|dejar"
            "|dejarla|dejarlo|mezclar|combinar|suspender|empezar|aumentar|bajar|subir|cambiar|parar|usar"
            "|probar|beber|conducir|preocuparme|ir a urgencias|hacerme|recibir}"
        ),
        (
            f"{{puede|debe|deberia|podria}} {{mi {'|mi '.join(PARIENTES.split('|'))}}} {{tomar|dejar|usar"
            f"|probar|recibir|mezclar|hacerse}}"
        ),
        (
            "{que|cual} {me recomienda|me recomiendan|dosis debo|dosis deberia|medicamento debo|puedo tomar"
            "|me aconseja|me aconsejan|dosis puedo|dosis me|hago si|medicina me|debo tomar|deberia tomar}"
        ),
        "{cuanta|cuanto|cuantas|cuantos} [ketamina|mg|pastillas|gotas|litio] {debo|puedo|deberia|tengo que} tomar",
        (
            "{es|sera|seria} {seguro|peligroso|malo|bueno|normal|recomendable|conveniente} {para mi|si tomo"
            "|que tome|tomar|mezclar|dejar|que yo|si tengo|en mi caso}"
        ),
        (
            "{me} {serviria|ayudaria|funcionaria|serviria a mi|conviene|pueden recetar|podrian recetar"
            "|podria ayudar|pueden recomendar|podrian recomendar}"
        ),
        "{soy|seria} {candidato|candidata|buen candidato|buena candidata} [para|a|al]",
        "{necesito|quiero|busco|pido} [un|una|su] {consejo|consejo medico|diagnostico|segunda opinion}",
    )
)  # fmt: skip

HITS: Final = {
    "": (
        "Should I stop my Zoloft before the infusion?",
        "Can I take ketamine with lithium?",
        "Is it safe for me if I have high blood pressure?",
        "Can my mother take this with her heart pills?",
        "What dose should I ask for?",
        "Would ketamine help my OCD?",
        "Am I a good candidate at 72?",
        "How long should I wait between infusions?",
        "What would you recommend for a 15 year old?",
        "Do I have PTSD?",
        "Can somebody tell me if this rash is normal?",
        "I need medical advice about my son",
        "Please advise",
        "Is it ok to mix this with wine, is it safe to take both?",
        "Should my husband try esketamine?",
        "can i drink the night before",
        "My doctor prescribed 40 mg of it, is that right?",
        "¿Debo dejar la sertralina?",
        "¿Puedo tomar ketamina si tengo hipertensión?",
        "¿Qué me recomienda para el insomnio?",
        "¿Es seguro si tomo litio?",
        "¿Puede mi madre tomar esto?",
        "¿Soy candidata para este tratamiento?",
    ),
}
MISSES: Final = (
    "Can I just say thank you for this article?",
    "Should I have known? Maybe.",
    "Can I share this with my students?",
    "You should talk with your doctor",
    "My doctor said I should wait",
    "How does ketamine work in the brain?",
    "Is esketamine approved by the FDA?",
    "How long does the effect last?",
    "What dose was used in the trial?",
    "How many people were in the study?",
    "Is it covered by Medicare?",
    "Thanks, this helped me understand",
    "I took advice from my own psychiatrist",
    "Could you publish more about PTSD?",
    "Who can get this treatment?",
    "What is the difference between the two?",
    "¿Cómo funciona la ketamina?",
    "¿Puedo compartir este artículo?",
    "¿Cuánto dura el efecto?",
    "Su médico debe decidir eso",
)


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    yield from (found._replace(detail="") for found in _PHRASES.find(reading))


DETECTOR: Final = Detector(name="advice_request", code="advice_request", find=_find, hits=HITS, misses=MISSES)
