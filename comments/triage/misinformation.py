"""Marks of claims that have done harm: against treatment, for false cures, about vaccines, about plots. Pure.

A mark is no verdict; a moderator decides, and may publish a correction beside it. Details: `stop_treatment`, `cure`,
`vaccine`, `conspiracy`.
"""

import re
from collections.abc import Iterator
from typing import Final

from comments.triage.context import is_denied
from comments.triage.folding import Reading
from comments.triage.misinformation_examples import HITS, MISSES
from comments.triage.phrases import Phrases
from comments.triage.signal import Detector, Facts, Found

_ILLS: Final = (
    "cancer|autism|depression|ptsd|bipolar|schizophrenia|diabetes|alzheimers|dementia|adhd|covid|hiv"
    "|aids|anxiety|everything"
    "|all diseases|any disease|addiction|parkinsons|epilepsy|arthritis|lupus"
)
_MALES: Final = (
    "cancer|autismo|depresion|diabetes|alzheimer|todo|ansiedad|esquizofrenia|covid|sida|bipolaridad|adiccion"
)
_STOP: Final = (
    (
        "{chemo|chemotherapy|psychiatry|quimioterapia|la quimio|la psiquiatria} {is|kills|es|mata} [just|all"
        "|a|only|more|un|una|mas] [about|people|gente|big] {business|money|scam|than cancer|than it|poison"
        "|negocio|estafa|que el cancer|veneno|fraude}"
    ),
    (
        "{quit|stop|drop|ditch|throw away} [taking] {your|the|all} {lithium|meds|pills|insulin"
        "|antidepressants|medication|chemo|statins|ssris} {all you need|and just|and drink|and pray|and use"
        "|and take|you dont need|and trust|and eat|instead}"
    ),
    (
        "all you need is {cold water|prayer|god|jesus|sunlight|faith|meat|willpower|vitamins|exercise"
        "|fasting|nature|herbs}"
    ),
    (
        "{throw|toss|dump|flush} [all|away] [of] {your|those|the|these|all your} [poison|psych] {pills|meds"
        "|medication|drugs|medicine|tablets|antidepressants} [in|into|down|away|out] [the] {trash|toilet"
        "|garbage|bin|drain}"
    ),
    (
        "{stop|quit|throw away|throw out|ditch|dump|flush|get off|come off} [taking|using] {your|all your"
        "|those|these|the|all|all those} [poison|poisonous|toxic|psych|psychiatric|bipolar] {meds|medication"
        "|medications|medicine|pills|drugs|antidepressants|ssri|ssris|insulin|chemo|inhaler|lithium|statins}"
    ),
    (
        "you {dont|do not|never} need {meds|medication|medicine|pills|drugs|antidepressants|insulin|doctors"
        "|chemo|lithium|a doctor}"
    ),
    (
        "{antidepressants|ssris|meds|chemo|psych meds|psychiatric drugs|antipsychotics|medications|statins"
        "|pills} {are|is} {poison|a scam|all poison|a lie|toxic poison|fake|just poison|pure poison|a hoax"
        "|useless poison}"
    ),
    (
        "{doctors|psychiatrists|psychiatry} {are|is} {poisoning you|all liars|a scam|a fraud|a hoax|killing "
        "you|drug pushers|fake science|pseudoscience}"
    ),
    (
        "{deja|dejen|deje|tira|tiren} [de] [tomar] {tus|sus|las|los|esas|esos|la} {pastillas|medicinas"
        "|medicamentos|medicacion|drogas|antidepresivos|insulina|quimio}"
    ),
    "no {necesitas|necesitan|necesita} {medicamentos|medicinas|pastillas|medicos|antidepresivos|medicacion}",
    "los {antidepresivos|medicamentos|psiquiatras} son {veneno|un fraude|una estafa|una mentira|puro veneno}",
)  # fmt: skip
_CURE: Final = (
    (
        f"{{{_ILLS}|mental illness|chemical imbalance}} [is|isnt|was|are|is not|wasnt] [just|only] [a|an|not "
        f"a] {{disease is a lie|a disease its|real its|invented|a lie|a scam|caused by demons|lack of faith"
        f"|weakness|a business|made up|a spiritual|sin|a marketing|fake|invented to sell|invented by}}"
    ),
    (
        "{isnt|is not|not} a {disease|real disease|real illness|medical condition} [its|it is|but] {a|just"
        "|lack|demons|spiritual|weakness|laziness|sin}"
    ),
    (
        "{tumor|tumors|cancer|depression|autism} {vanished|disappeared|went away|gone|melted|was cured"
        "|shrank} {with|after|thanks to|using|by} [drinking|taking|using|only] {baking soda|juice|juicing"
        "|prayer|fasting|oils|oil|ivermectin|herbs|lemon|garlic|cannabis|alkaline|apricot|keto|turmeric"
        "|mushrooms|enemas}"
    ),
    (
        "{dioxido de cloro|bicarbonato|mms|ivermectina|el ayuno|la oracion|el limon|el jengibre|la marihuana"
        "|el agua alcalina} {cura|curo|sana|elimina|mata|es la cura}"
    ),
    (
        f"{{turmeric|fasting|ayahuasca|mushrooms|cannabis|weed|garlic|sunlight|magnesium|homeopathy|reiki"
        f"|yoga|lemon}} {{cures|cured|will cure|can cure|heals|healed|reverses|fixes|is the cure for}} [all"
        f"|your|my|any|every] {{{_ILLS}|anything}}"
    ),
    (
        f"{{cures|cure|cured|heals|reverses|eliminates|curing|healing}} [your|my|the|all|100|percent|any|his"
        f"|her|every|completely|naturally] [kind of|kinds of|types of] {{{_ILLS}}} -{{center|patients"
        f"|research}}"
    ),
    (
        "{miracle|natural|secret|guaranteed|instant|hidden|holistic|permanent} {cure|cures|remedy that cures"
        "|healing for}"
    ),
    "{100|hundred} [percent] {cure|cured|cures|guaranteed cure|effective cure|natural cure}",
    (
        "{drink|drinking|take|taking|inject} {bleach|chlorine dioxide|mms|turpentine|colloidal silver|borax"
        "|hydrogen peroxide|methylene blue} -{by mistake}"
    ),
    (
        "{ivermectin|hydroxychloroquine|baking soda|essential oils|alkaline water|apricot seeds|black salve"
        "|fenbendazole|cbd oil|prayer|celery juice|a keto diet|the carnivore diet} {cures|cured|kills cancer"
        "|heals|will cure|can cure|beats|is the cure}"
    ),
    (
        "{depression|adhd|ptsd|bipolar|mental illness|autism|anxiety|postpartum depression} {is not real"
        "|isnt real|is fake|is not a real|doesnt exist|does not exist|is made up|is a choice|is just "
        "laziness|is a demon|is an excuse|is demonic|is just weakness|is a myth|is invented}"
    ),
    f"{{cura|curan|curo|sana|elimina|revierte}} [el|la|los|las|tu|mi|cualquier|toda|todo] [tipo de] {{{_MALES}}}",
    "{cura|remedio} {milagrosa|milagroso|natural|secreta|secreto|definitiva|garantizada|infalible}",
    "la {depresion|ansiedad} no {existe|es real|es una enfermedad}",
    "{beber|tomar|toma|bebe} {lejia|cloro|dioxido de cloro|mms|bicarbonato}",
)  # fmt: skip
_VACCINE: Final = (
    (
        "{vaccine|vaccines|jab|jabs|shot|mrna|vacuna|vacunas} {changes|alters|rewrites|modifies|edits|cambia"
        "|altera|modifica|cambian} [your|our|the|tu|el|su] {dna|genes|genome|adn|genoma}"
    ),
    (
        "{vaccine|vaccines|mmr|jab|jabs|the shot|shots} {gave|give|gives|killed|kill|ruined|destroyed"
        "|damaged|injured|sterilized} [my|our|his|her|your|a|the|so many] {nephew|niece|son|daughter|child"
        "|kid|kids|baby|children|grandson|granddaughter|brother|sister|people|family|husband|wife|mother"
        "|father} -{a sore|sore|a fever}"
    ),
    (
        "{vaccine|vaccines|vaccination|jab|jabs|mmr|the shot|shots|vax} [really|do|does|can|will] {cause"
        "|causes|caused|gave|give|gives|is|are|contain|contains|kill|kills|killed} [him|her|them|you|my son"
        "|my daughter|my child|kids|a|all|full of|more] [kids|children|people|than] {autism|microchips|a "
        "microchip|poison|bioweapon|bioweapons|gene therapy|a hoax|mercury|infertility|people|dna altering"
        "|5g|depopulation|the virus|aborted|turbo cancer|genocide|toxic|it}"
    ),
    "{died suddenly|turbo cancer|plandemic|scamdemic|clot shot|death jab|clotshot|depopulation}",
    "{dont|do not|never} {vaccinate|vax|jab} [your|the] {kids|children|baby|babies|child|anyone}",
    (
        "{vacuna|vacunas} {causa|causan|provoca|provocan|contiene|contienen|es|son|mata|matan} [un|el|una] "
        "{autismo|microchip|microchips|veneno|muerte|infertilidad|experimento|chip|gente}"
    ),
    "no {vacunes|vacunen|vacune} [a] {tus|sus|los|tu} {hijos|ninos|hijo|bebes}",
)  # fmt: skip
_PLOT: Final = (
    (
        "{big pharma|pharma|the pharmaceutical industry|drug companies|doctors|psychiatrists} [just|only] "
        "{keeps|keep|wants|want|needs|need|makes|make|profits|profit} [all of] {you|us|people|everyone"
        "|patients} [to stay|to be|stay|being] {sick|ill|addicted|hooked|dependent|dumb}"
    ),
    (
        "{doctors|they|big pharma|the government|pharma|hospitals|the fda|psychiatrists|the cdc|the media"
        "|clinics|the medical industry|medicine} {dont|do not|doesnt|does not|never|wont|will not} {want you "
        "to know|want us to know|want you cured|want you healthy|want people cured|tell you|want you to get "
        "better|want you well|want you to heal|want the truth} -{that you|the price}"
    ),
    (
        "{big pharma|they|doctors|the government|the fda|pharma} [is|are|have been|has been] {hiding|hides"
        "|hide|suppressing|suppress|suppressed|covering up|buried|keeping|keep} [the|a] [secret|real|natural"
        "|known] {cure|cures|truth|us sick|you sick|people sick|this from you}"
    ),
    (
        "{what|the truth} {doctors|they|big pharma|your doctor} {wont|dont|will not|never|are not telling"
        "|hides} [tell|telling] [you]"
    ),
    "{wake up sheeple|do your own research|sheeple|big pharma shills|pharma shill|pharma shills|follow the money}",
    (
        "{covid|the virus|the pandemic|germ theory|hiv} {is|was|are} [a|just a|all a] {hoax|fake|planned|not "
        "real|bioweapon|scam|lie}"
    ),
    "{5g|fluoride|chemtrails} {causes|cause|caused|is poisoning|are poisoning|makes|is making|controls}",
    (
        "{los medicos|las farmaceuticas|ellos|el gobierno|los doctores|la industria} [no] {quieren que sepas"
        "|quieren que lo sepas|te lo dicen|te lo diran|quieren curarte|quieren que te cures|ocultan|esconden"
        "|nos ocultan|ocultan la cura}"
    ),
    "{abre los ojos|abran los ojos|plandemia|despierten borregos}",
)  # fmt: skip
_PHRASES: Final = Phrases(stop_treatment=_STOP, cure=_CURE, vaccine=_VACCINE, conspiracy=_PLOT)
_DOUBTED: Final = re.compile(
    r"(?:myth|false|wrong|untrue|nonsense|debunk\w*|claims? that|believe that|lie that|misinformation"
    r"|mito|falso|mentira|es falso que"
    r"|nobody|no one|nothing|there is no|does|do|can|will|is there|hay|existe|no|not|hope|hoped|wish"
    r"|until|if) (?:\w+ ){0,3}\Z"
)


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    for found in _PHRASES.find(reading):
        before = reading.before(found.start)
        plots = found.detail == "conspiracy"
        if plots or not (is_denied(before) or _DOUBTED.search(before)):
            yield found


DETECTOR: Final = Detector(name="misinformation", code="misinformation", find=_find, hits=HITS, misses=MISSES)
