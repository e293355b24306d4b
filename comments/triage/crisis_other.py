"""Words about somebody close who may end their life, or who has. Pure.

Details: `other` now; `past` for a loss or a crisis that is over, by the words of the writer.
"""

import re
from collections.abc import Iterator
from typing import Final

from comments.triage.context import RECENT, is_denied, is_past
from comments.triage.crisis_other_examples import HITS, MISSES
from comments.triage.folding import Reading
from comments.triage.phrases import Phrases
from comments.triage.signal import Detector, Facts, Found

KIN: Final = (
    "husband|wife|son|daughter|brother|sister|mother|mom|mum|father|dad|friend|boyfriend|girlfriend"
    "|partner|cousin|uncle"
    "|aunt|niece|nephew|grandson|granddaughter|child|kid|teenager|teen|roommate|best friend|neighbor"
    "|neighbour|student"
    "|fiance|fiancee|ex|stepson|stepdaughter|grandmother|grandfather|grandma|grandpa|patient|boy|girl"
)
PARIENTES: Final = (
    "esposo|esposa|marido|mujer|hijo|hija|hermano|hermana|madre|mama|padre|papa|amigo|amiga|novio|novia"
    "|pareja|primo|prima"
    "|tio|tia|sobrino|sobrina|nieto|nieta|abuela|abuelo|mejor amiga|mejor amigo|companero|companera"
)
_WHO: Final = (
    f"{{my|our|his|her|the}} [best|eldest|oldest|youngest|older|younger|little|big|teenage|adult|old|close|dear"
    f"|late|only|16yearold|year old] {{{KIN}}}"
)
_WHOM: Final = "{he|she|they|hes|shes|theyre|somebody|someone}"
_ACT: Final = (
    "{kill himself|kill herself|kill themselves|kill themself|killing himself|killing herself|killing themselves"
    "|end his life|end her life|end their life|ending his life|ending her life|take his own life|take her own life"
    "|take their own life|taking his own life|taking her own life|commit suicide|committing suicide"
    "|attempt suicide|suicide"
    "|die|be dead|end it all|ending it all|hurt himself|hurt herself|hurting himself|hurting herself|harm himself"
    "|harm herself|self harm|cut herself|cut himself|cutting herself|cutting himself|hang himself|hang "
    "herself|live anymore"
    "|not be here anymore|jump off a bridge|overdose on purpose|kms|wake up anymore|be alive anymore}"
)
_WILL: Final = (
    "{wants to|want to|wanted to|is going to|are going to|will|might|may|could|would|is trying to"
    "|threatens to|threatened to"
    "|is threatening to|is threatening|keeps threatening to|keeps threatening|keeps saying he wants to"
    "|keeps saying she wants to"
    "|keeps talking about|talks about|is talking about|talked about|says he wants to|says she wants to"
    "|says they want to"
    "|said he wants to|said she wants to|said he would|said she would|said he wanted to|said she wanted "
    "to|told me he wants to"
    "|told me she wants to|told me he wanted to|told me she wanted to|tried to|has tried to|is planning "
    "to|plans to|planning to"
    "|going to|thinking about|thinking of|is thinking about|is thinking of|has been thinking about|no "
    "longer wants to|says he doesnt want to|says she doesnt want to|said she doesnt want to|said he "
    "doesnt want to"
    "|doesnt want to|does not want to|posted about|texted me about|has been talking about|keeps trying to|about}"
)
_NOW: Final = (
    (
        f"{_WHO} [just|has|have] {{sent|left|wrote|posted|texted}} [us|me|everyone|us all|a] [all|a"
        f"|everybody] {{goodbye|goodbye message|suicide note|suicide letter|suicide message|farewell|goodbye "
        f"letter|goodbye note|goodbye text|goodbye post}}"
    ),
    (
        f"{_WHO} [just|has] {{swallowed|overdosed|took}} [on|a|all|the|too|his|her|an] [whole|entire|bottle"
        f"|of|many|pack|her|his] [of|bottle|pack] [the|his|her] {{pills|tablets|overdose|meds|sleeping pills"
        f"|bleach|tylenol|xanax}}"
    ),
    (
        "{mom|dad|mum|mama|papa|grandma|grandpa} {says|said|keeps saying|thinks|feels|wants to} [that|he|she"
        "|hes|shes] [hed|shed|he would|she would|he|she|wants to] [be|is] {better off dead|die|kill himself"
        "|kill herself|end it|dead|wants to die|tired of living}"
    ),
    (
        "{my|our|his|her} {daughters|sons|friends|wifes|husbands|brothers|sisters|kids|childs} {arms|arm"
        "|wrists|wrist|legs|room} ~ {cuts|razor|razors|blood|blades|scars}"
    ),
    (
        "{razor|razors|blades|rope|noose|suicide note|goodbye letter|pills} ~ {my daughters|my sons|her room"
        "|his room|her bed|his bed|her backpack|his backpack|her drawer|his drawer}"
    ),
    f"{_WHO} ~ {{killing|hurting|harming|burning|starving|cutting}} {{himself|herself|themselves}}",
    (
        f"{{my|our|a|this|one of my}} [best|good|close|dear] {{{KIN}|coworker|colleague|client|flatmate}} [of "
        "mine] [from|at|in|who] [work|school|church|college|is|has|class|university|home] [been|is|seems] "
        f"{{suicidal|talking about suicide|threatening suicide|wants to die|wants to kill|tried to kill|wants "
        "to end|is suicidal|may be suicidal|might be suicidal|is talking about suicide|has attempted suicide"
        f"|attempted suicide|overdosed on purpose}}"
    ),
    (
        "{he|she|they|hes|shes|theyre} {says|said|thinks|believes|feels|insists|keeps saying|told me|keeps "
        "telling me} [that] [he|she|they|hes|shes|theyre|life] {has nothing to live for|have nothing to live "
        "for|has no reason to live|is better off dead|would be better off dead|better off dead|wants to die"
        "|want to die|doesnt want to live|dont want to live|doesnt want to be here|is tired of living|tired "
        "of living|isnt worth living|is not worth living|wishes he was dead|wishes she was dead|would rather "
        "be dead|cant go on|cant go on living|will kill himself|will kill herself|is going to kill himself"
        "|is going to kill herself}"
    ),
    (
        f"{_WHO} {{says|said|thinks|feels|keeps saying|told me|tells me|keeps telling me|texted|wrote}} "
        f"[that] [he|she|they|hes|shes|life|me|us] {{has nothing to live for|has no reason to live|is better "
        "off dead|would be better off dead|better off dead|wants to die|is tired of living|tired of living"
        "|isnt worth living|wishes he was dead|wishes she was dead|cant go on|will kill himself|will kill "
        f"herself|wants to end it|wants it to be over|a goodbye letter|a suicide note|goodbye forever}}"
    ),
    (
        f"mi {{{PARIENTES}}} ~ {{matarse|suicidarse|quitarse la vida|hacerse dano|cortarse las venas|no "
        f"quiere vivir|quiere morir|quiere morirse|acabar con su vida|ahorcarse|no quiere seguir viviendo}}"
    ),
    (
        f"{{tengo miedo|temo|me preocupa|miedo}} [de] que [mi] [{PARIENTES}|el|ella] [se] {{suicide|mate"
        f"|quite la vida|haga dano|quiere matar|va a matar|quiera suicidar}}"
    ),
    f"{_WHO} [just|also|now|still|really|often|always|who] {_WILL} {_ACT}",
    (
        f"{_WHOM} [just|also|now|still|really|often|always] {_WILL} {{kill himself|kill herself|kill "
        "themselves|end his life|end her life|end their life|take his own life|take her own life|commit "
        "suicide|hang himself|hang herself|die|killing himself|killing herself|ending it all|end it all"
        f"|suicide}}"
    ),
    (
        f"{_WHO} {{is|has been|feels|seems|became|is feeling|was|got|has become|is so|is actively}} [feeling"
        "|very|really|actively|quite|so] suicidal"
    ),
    f"{_WHOM} [is|are|has been|feels|seems] [very|really|actively] suicidal",
    (
        f"{_WHO} {{cuts|hurts|harms|burns|is cutting|is hurting|is harming|keeps cutting|has been cutting"
        f"|starves}} {{herself|himself|themselves}}"
    ),
    (
        f"{_WHO} {{self harms|is self harming|has suicidal thoughts|has been self harming|is having suicidal "
        "thoughts|has thoughts of suicide|had suicidal thoughts|attempted suicide|has attempted suicide|took "
        "an overdose|overdosed on purpose|is a suicide risk|sent me a goodbye|wrote a suicide note|left a "
        f"suicide note|bought a gun and}}"
    ),
    (
        "{afraid|worried|scared|terrified|fear} [that] {he|she|they|my son|my daughter|my husband|my wife|my "
        "brother|my sister|my friend|my mom|my dad} {will|might|may|could|is going to|wants to|would} {kill "
        "himself|kill herself|kill themselves|end his life|end her life|hurt himself|hurt herself|do "
        "something|commit suicide|take his life|take her life|harm himself|harm herself|die by suicide}"
    ),
    (
        f"mi [mejor|querido|querida] {{{PARIENTES}}} [se|ya|no|dice|me dice|siempre|siempre dice] [dice|que] "
        f"[que|no] [se] {{quiere|quiere|va a|piensa en|habla de|ha intentado|intento|amenaza con|dice que"
        f"|hablo de|trato de|esta pensando en|no quiere}} [se|que] [quiere] {{morir|morirse|matarse"
        "|suicidarse|quitarse la vida|matar|suicidio|acabar con su vida|vivir|suicidar|hacerse dano|tirarse "
        f"de un puente|ahorcarse|seguir viviendo}}"
    ),
    (
        f"mi {{{PARIENTES}}} se {{corta|autolesiona|hace dano|quiere morir|quiere matar|quiso matar|quiso "
        f"suicidar|quiere suicidar|lastima}}"
    ),
    (
        f"mi {{{PARIENTES}}} {{tiene|ha tenido|tuvo}} {{ideas suicidas|pensamientos suicidas|ganas de morir"
        f"|ideas de suicidio}}"
    ),
    f"mi {{{PARIENTES}}} {{es|esta}} suicida",
)  # fmt: skip
_LOST: Final = (
    (
        f"{_WHO} [has|had] {{killed himself|killed herself|died by suicide|died of suicide|died from suicide"
        "|took his own life|took her own life|took his life|took her life|took their own life|committed "
        "suicide|ended his life|ended her life|hanged himself|hanged herself|hung himself|shot himself|shot "
        f"herself|completed suicide}}"
    ),
    f"{{lost|losing|lose}} {_WHO} {{to suicide|by suicide}}",
    (
        "{he|she|they} {killed himself|killed herself|died by suicide|took his own life|took her own life"
        "|hanged himself|hanged herself|shot himself|shot herself}"
    ),
    f"{_WHO} {{used to be|was once|had been}} suicidal",
    f"mi {{{PARIENTES}}} se {{suicido|mato|quito la vida|ahorco|ahorco}}",
    f"{{perdi|perdimos}} a mi {{{PARIENTES}}} por suicidio",
)  # fmt: skip
_PHRASES: Final = Phrases(past=_LOST, other=_NOW)
_SAYING: Final = re.compile(
    r" (?:in the (?:foot|head with)|my hair|his hair|her hair|shaving|laughing|of (?:embarrassment|cancer"
    r"|old age|a heart|laughter|covid|boredom)|to know|de risa|from )"
)
# Present tense in these words: "no longer wants to live" is no past.
_STILL: Final = re.compile(
    r"(?:ya no|no longer) (?:quiere|wants|want|has)|(?:says|dice|wants|threatens|is going|keeps|amenaza)(?!\w)"
)


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    for found in _PHRASES.find(reading):
        if _SAYING.match(reading.after(found.end)) or is_denied(reading.before(found.start)):
            continue
        if reading.words[found.start : found.end].endswith("vivir") and re.match(
            r" (?:en|con)\b", reading.after(found.end)
        ):
            continue
        if re.match(r" (?:el pelo|el cabello|las unas)", reading.after(found.end)):
            continue
        sentence = reading.around(found.start)
        if found.detail == "other" and is_past(sentence) and not _STILL.search(sentence):
            found = found._replace(detail="past")
        elif found.detail == "past" and RECENT.search(sentence) and "suicidal" in sentence:
            found = found._replace(detail="other")
        yield found


DETECTOR: Final = Detector(name="crisis_other", code="crisis", find=_find, hits=HITS, misses=MISSES)
