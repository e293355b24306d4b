"""Weak signs that the writer may be in danger, where two of different kinds stand together. Pure.

People in danger rarely use the phrases of `crisis_self`. Here a word of death that the writer says of themselves, a
means, and despair count as signs; two kinds within a few lines are worth a look. Detail: `unclear`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from comments.triage.context import is_past
from comments.triage.folding import Reading
from comments.triage.phrases import Phrases
from comments.triage.signal import Detector, Facts, Found

NEAR: Final = 140  # characters between two signs
_DEATH: Final = (
    "{i|id|im|ive|ill|me|myself} ~ {die|dying|dead|my death|suicide|suicidal|disappear|vanish|existing|exist|alive}",
    "{not|never|stop|stopped} {existing|exist|being alive|being here|waking up|be alive|wake up|be around|be here}",
    "suicidal {again|today|tonight|still|since|all|for|every|now}",
    (
        "if i {wasnt|werent|was not|were not|was never|disappeared|vanished|died|went away|stopped} [here"
        "|around|existing|born]"
    ),
    "{end it|ending it|end everything|way out|make it through|make it to|hit me|run me over|take me away|finish it}",
    "{morir|morirme|muerto|muerta|desaparecer|no despertar|no existir|irme para siempre|no estar aqui|suicidio}",
)  # fmt: skip
_MEANS: Final = (
    (
        "{gun|pistol|rope|noose|razor|razors|razor blade|razor blades|overdose|overdosed|overdosing|exhaust"
        "|ledge|rooftop}"
    ),
    "{bottle|handful|pack|box|all} of [my|the|these|sleeping] {pills|tablets|meds|insulin}",
    "{engine|car} running",
    "{on|off|over|to} the {bridge|tracks|ledge|roof|railing|train tracks}",
    (
        "{cut|cutting|cuts|burn|scratch|bleed} [on|up] {my|again|deep|deeper} {arms|arm|wrists|thighs|legs"
        "|skin|myself|again|enough}"
    ),
    "{pistola|soga|navaja|cuchilla|sobredosis|las pastillas|frasco de pastillas|puente|me corte|cortes}",
)  # fmt: skip
_DESPAIR: Final = (
    "{hopeless|worthless|pointless|unbearable|hate myself|hate my life|hate being|no hope|give up|giving up|gave up}",
    "{cant|cannot|can not} {cope|anymore|any more|take it|take this|go on|do this|bear|see|stop crying|breathe}",
    (
        "{nothing|none of it|no one|nobody|noone} {helps|helped|works|worked|cares|understands|matters|left"
        "|would notice|would care|knows|has worked|ever}"
    ),
    (
        "{sorry for everything|sorry for all|im so sorry|goodbye|forgive me|last time|loaded|rest at last"
        "|finally rest|calms me|comforts me|some nights|running out of|dark place|rock bottom|so alone|all "
        "alone|so much pain|constant pain|i want out|had enough|no point|a burden|tired of fighting|tired of "
        "trying|dont care anymore|keeps telling me|voice in my head|voices tell}"
    ),
    (
        "{sin esperanza|no puedo mas|no aguanto|no sirve|nada funciona|nadie|perdon por todo|perdonenme"
        "|adios|una carga|tan sola|tan solo|harto|harta|me odio|no valgo|desesperada|desesperado}"
    ),
)  # fmt: skip
_SIGNS: Final = Phrases(death=_DEATH, means=_MEANS, despair=_DESPAIR)
_ELSE: Final = re.compile(
    r"(?<!\w)(?:dead (?:tired|right|wrong|end|line|weight|serious|set|inside|sea|on)|dying (?:to|for|of"
    r"|laugh)|glad|grateful"
    r"|alive again|feel alive|felt alive|more alive|happy|study|studies|trial|prevention|article|he (?:is"
    r"|was)|she (?:is|was)"
    r"|movie|film|book|game|nearly died|almost died|cancer|covid|hospice|natural death|side effects?|alive and well"
    r"|fue|murio|muertos)(?!\w)"
)

HITS: Final = {
    "unclear": (
        "The idea of not existing comforts me, nothing else does",
        "I drove to the bridge again. Nobody cares.",
        "There is a loaded gun in my drawer and I hate myself",
        "If I disappeared nobody would notice",
        "Suicidal again, nothing helps",
        "I sat on the ledge for an hour, I can't cope",
        "I have a handful of pills here. Sorry for everything.",
        "Would anybody care if I died? I'm so alone",
        "Some nights the razor is all I think about, I want out",
        "I look for a way out and there is so much pain",
        "Pienso en desaparecer, nada funciona",
        "Tengo las pastillas en la mano, perdón por todo",
        "I can't see myself alive next year, nothing has worked",
        "The tracks are near. I walked to the tracks and I can't stop crying",
        "I'm so sorry, I took all of my pills",
    ),
}
MISSES: Final = (
    "I am dead tired after the infusion",
    "I'm dying to try it, nothing else worked",
    "My father is dying and I feel alone",
    "I feel alive again, after nothing helped for years",
    "The study had nobody over 65",
    "He had a gun in the movie",
    "I walked over the bridge to the clinic",
    "Nobody knows how it works",
    "I can't see the second picture",
    "Nothing helped my migraine until this",
    "I almost died of covid and nobody cares about masks",
    "The overdose statistics are worse than I thought",
    "Goodbye and thank you for the article",
    "I hate being late for appointments",
    "There must be a way out of these costs",
    "I'm glad to be alive, I had given up",
    "Nadie me explicó esto antes",
    "No puedo más que darles las gracias",
)


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    signs = list(_SIGNS.find(reading))
    for one, other in pairwise(signs):
        start, end = one.start, max(one.end, other.end)
        if one.detail == other.detail or other.start - one.end > NEAR:
            continue
        around = reading.around(start) + reading.around(other.start)
        if not (_ELSE.search(around) or is_past(around)):
            yield Found(start, end, "unclear")


DETECTOR: Final = Detector(name="crisis_hints", code="crisis", find=_find, hits=HITS, misses=MISSES)
