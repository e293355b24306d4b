"""Detail that could harm another reader: doses and ways to die, how to hoard, how to misuse, how to stop alone. Pure.

Details: `method`, `dose` (how much kills or is misused), `hoarding`, `stopping`.
"""

from collections.abc import Iterator
from typing import Final

from comments.triage.folding import Reading
from comments.triage.phrases import Phrases
from comments.triage.signal import Detector, Facts, Found
from comments.triage.unsafe_detail_examples import HITS, MISSES

_DRUG: Final = (
    "pills|tablets|tylenol|paracetamol|acetaminophen|ibuprofen|aspirin|xanax|valium|ativan|klonopin"
    "|oxycodone|fentanyl|heroin"
    "|morphine|ketamine|insulin|benzos|sleeping pills|antidepressants|lithium|propranolol|amitriptyline"
    "|meds|medication|mg"
    "|milligrams|grams|g|capsules|pastillas|tabletas|gramos|miligramos|ketamina|insulina"
)
_METHOD: Final = (
    (
        "{painless|painlessly|without pain|no pain} [use|try|take|just use|with|is|option is] {nitrogen"
        "|helium|carbon monoxide|insulin|a gun|a rope|fentanyl|pentobarbital|nembutal}"
    ),
    (
        "{nitrogen|helium|carbon monoxide|nembutal|pentobarbital} [is|makes it|gas] [the|completely|totally] "
        "{painless|peaceful|easiest|best way|quickest}"
    ),
    (
        "{rope|gun|noose|razor|blade|jumping|hanging|train|bridge|pills|overdose} {is|are} [the|a] {quickest"
        "|quick|fastest|easiest|surest|painless|most painless|only sure} [way|and|method]"
    ),
    "{trust me|believe me|works every time|guaranteed} ~ {painless|to die|kill you}",
    (
        "{best|easiest|quickest|painless|most painless|least painful|fastest|surest|easy|quick|peaceful"
        "|reliable} {way|method|ways|methods|means} [for|of] [to] {die|kill|kill yourself|kill myself|commit "
        "suicide|suicide|end your life|end my life|end it|dying|hang|overdose|off yourself}"
    ),
    (
        "how to {hang yourself|hang myself|kill yourself|kill myself|tie a noose|make a noose|end your life"
        "|commit suicide|cut deep enough|overdose|die painlessly|slit|suffocate yourself|gas yourself|die "
        "without pain}"
    ),
    "{tie|tied|make|made|used} [a|the] {noose|exit bag}",
    "{exit bag|suicide bag|suicide kit|helium hood}",
    (
        "{helium|nitrogen|carbon monoxide|car exhaust|charcoal} ~ {painless|to die|in the car|hose|bag|kill"
        "|sealed|closed garage}"
    ),
    (
        "{cut|slice} {down|along|deep|lengthwise|vertically} {the road|your arm|the vein|your wrist|enough "
        "to|not across}"
    ),
    "{plastic bag|belt|rope} {over|around|round} {your|my} {head|neck} ~ {minutes|quick|works|until|sleep|painless}",
    (
        "{mejor|mas rapida|mas facil|menos dolorosa} {forma|manera|modo} de {morir|matarse|suicidarse"
        "|matarte|quitarse la vida}"
    ),
    "{como} {ahorcarse|ahorcarte|hacer una soga|suicidarse|matarse|morir sin dolor|cortarse las venas}",
    (
        "{crush|crushing|crushed|snort|snorting|inject|injecting|shoot up|plug|boof|smoke} [it|them|your|the"
        "|up|and|or] [up|the|and|with] {pills|tablets|snort it|snort them|inject it|lozenges|troches"
        "|ketamine|the spray|lozenge|troche|them for a better high|it for a faster high}"
    ),
)  # fmt: skip
_DOSE: Final = (
    (
        "{over|above|more than|anything over|at|past} {1*|2*|3*|4*|5*|6*|7*|8*|9*|ten|twenty|thirty|forty"
        "|fifty|sixty|a hundred} [mg|milligrams|grams|g|pills|tablets|units] [of *] [will|would|can|and] "
        "{stops|stop|kills|kill|is lethal|is fatal|is deadly|shuts|shut|be fatal|be lethal|you die|your "
        "heart stops}"
    ),
    (
        "{take|takes|took|taking|toma|tomar|tomas} {them all|all of them|all at once|everything at once"
        "|every pill|cuarenta|treinta|veinte|cincuenta|todas|diez} [de] [esas|ellas|pastillas|juntas] {with"
        "|and|y} {whiskey|vodka|alcohol|wine|no despiertas|ya no despiertas|te mueres|you wont wake|you "
        "never wake|sleep}"
    ),
    (
        "{ten|twenty|thirty|forty|fifty|hundred|bottle|handful} of {them|those|these|pills|tablets|xanax"
        "|tylenol} ~ {gone|dead|die|sleep forever|lights out|kill you|game over|wont wake|never wake}"
    ),
    (
        "{bottle of|with} {vodka|whiskey|wine|alcohol|gin|rum|tequila} [and] {you are gone|youre gone|youre "
        "dead|you wont wake up|you never wake up|its over|you just sleep|lights out}"
    ),
    "{que|cual|cuanta} [es la|seria la] {dosis|cantidad} [es|seria] {letal|mortal|mata|para morir}",
    (
        "{what|whats} [is] [the|a] {dose|amount|dosage} [is|that|would] {lethal|fatal|deadly|kills|kill you"
        "|be lethal|be fatal|will kill}"
    ),
    f"{{*}} [mg|milligrams|grams|g|pills|tablets] [of|or so] [{_DRUG}]".replace("{*} ", "{lethal dose|fatal "
        "dose|deadly dose|dosis letal|dosis mortal} "),
    (
        "{lethal|fatal|deadly|letal|mortal} {dose|amount|overdose|dosis|cantidad} {is|of|for|would be|starts"
        "|begins|about|around|es|de|con}"
    ),
    "{takes|take|need|took|needs|taking|swallow} [about|only|just|at least|around|over|more than] {1*|2*|3*|4*"
    "|5*|6*|7*|8*|9*|ten|twenty|thirty|forty|fifty|sixty|hundred} " + f"[{_DRUG}] [of] [{_DRUG}] " + "{to die"
        "|to kill|will kill|is enough to kill|is enough to die|to end it|and you wont wake up|and you will die"
        "|and you die|would kill|to overdose|kills you|will do it|does it}",
    "{how|cuantas|cuanta|cuantos} [many|much] " + f"[{_DRUG}] [of] [{_DRUG}] " + "{to die|to kill|would kill"
        "|will kill|does it take to die|do i need to die|can kill|does it take to kill|is fatal|is lethal|do "
        "you need to die|would it take to|para morir|para matarse|hacen falta para morir|hay que tomar para "
        "morir|necesito para morir}",
    "{enough|suficiente|suficientes} " + f"[{_DRUG}] " + "{to kill|to die|to end it|para morir|para matar}",
    (
        "{mix|mixed|mixing|combine|combining|mezcla|mezclar|mezclando} ~ {vodka|alcohol|whiskey|benzos"
        "|opioids|xanax|tequila} ~ {die|kill|never wake|sleep forever|stop breathing|peaceful|morir|dormir "
        "para siempre|wont wake up|knocks you out for good}"
    ),
    "{double|triple|doubled|tripled|quadruple} {your|the} {dose|dosage} [until|till|and|if|to|yourself]",
    "{toma|tomen|tomar|tomate|tomo} {1*|2*|3*|4*|5*|6*|7*|8*|9*|diez|veinte|treinta|cuarenta|cincuenta} " +
        f"[{_DRUG}] [de] [{_DRUG}] " + "{para morir|y no despiertas|y te mueres|y ya no despiertas|y listo}",
)  # fmt: skip
_HOARDING: Final = (
    (
        "{saving|keeping|hiding|storing|collecting|save|keep} {them|those|these|it|the extra|the rest|some} "
        "{for when i|for the day i|until i have|in case i|so that i can|to end|for my way out}"
    ),
    (
        "{save|saving|keep|collect} {your|my|the|all the} {tablets|pills|meds|doses} {for|until} ~ {take "
        "them all|all at once|enough}"
    ),
    (
        "{hid|hide|hiding|keep|kept|tuck|tucked} [my|the|your] {tablets|pills|meds|pill|tablet|medication} "
        "{under my tongue|under your tongue|in my cheek|in your cheek|until i had enough|so i have enough}"
    ),
    "{save|saving|saved|stockpile|stockpiling|stockpiled|hoard|hoarding|hoarded|hide|hiding|stash|stashing"
    "|collect|collecting} [up] [all|all of] {your|my|the|his|her|extra} [extra|unused|old|leftover|daily] " +
        f"{{{_DRUG}|doses|prescriptions|refills|lozenges|troches}} -{{in|out|from|away|on}}",
    "{cheek|cheeking|cheeked} [your|my|the|their] {meds|pills|tablets|medication}",
    (
        "{get|getting|got} [a|extra|several|two|multiple|more] {prescriptions|scripts|refills} from {two"
        "|three|several|different|multiple|more than one} {doctors|clinics|providers}"
    ),
    (
        "{guarda|guardar|guardando|guarde|junta|juntar|juntando|acumula|acumular} [todas] {las|tus|mis} "
        "{pastillas|tabletas|medicinas}"
    ),
)  # fmt: skip
_STOPPING: Final = (
    "{just|i just|you can just|you can|simply|better to|i} {quit|stop|stopped|drop|dump|flush|flushed|ditch"
    "|ditched} [taking] {your|my|the|all your|all my|all} [" + "psych|psychiatric|bipolar" + "] {meds"
        "|medication|medications|pills|antidepressants|lithium|ssri|ssris|benzos|insulin|antipsychotics} "
        "{cold turkey|overnight|at once|all at once|without telling|on your own|without a doctor|without "
        "tapering|abruptly}",
    "{quit|stop|stopped|go|went|going|come off|came off|get off|stopping|quitting} [off|taking] " + "[my|your"
        "|the|all|them|it|of] [lithium|benzos|xanax|klonopin|ativan|valium|effexor|zoloft|meds|antidepressants"
        "|medication|lexapro|paxil] {cold turkey}",
    (
        "{deja|dejen|dejar|deje|tira|tiren} [de] [tomar] {tus|sus|las|los|tu|mis|todas las} {pastillas"
        "|medicinas|medicamentos|medicacion|antidepresivos} {de golpe|de un dia para otro|sin decirle|por tu "
        "cuenta|sin consultar|y ya}"
    ),
)  # fmt: skip
_PHRASES: Final = Phrases(method=_METHOD, dose=_DOSE, hoarding=_HOARDING, stopping=_STOPPING)


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    for found in _PHRASES.find(reading):
        before = reading.before(found.start, 30)
        if not before.endswith(("never ", "dont ", "not ", "do not ", "nunca ", "no ")):
            yield found


DETECTOR: Final = Detector(name="unsafe_detail", code="unsafe_detail", find=_find, hits=HITS, misses=MISSES)
