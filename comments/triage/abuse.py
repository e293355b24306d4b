"""Words that are aimed at somebody to hurt or to threaten. Pure. Strong words alone are no abuse.

Details: `incitement` ("kill yourself"), `threat`, `insult`.
"""

import re
from collections.abc import Iterator
from typing import Final

from comments.triage.abuse_examples import HITS, MISSES
from comments.triage.context import is_denied
from comments.triage.folding import Reading
from comments.triage.phrases import Phrases
from comments.triage.signal import Detector, Facts, Found

_BAD: Final = (
    "idiot|idiots|moron|morons|imbecile|cretin|bitch|bastard|scum|trash|garbage|pathetic|worthless"
    "|disgusting|loser|losers"
    "|stupid|dumbass|dumb|asshole|assholes|retard|retards|retarded|whore|slut|cunt|cunts|parasite"
    "|parasites|vermin|freak"
    "|monster|monsters|piece of shit|pieces of shit|piece of trash|waste of space|waste of oxygen|waste "
    "of skin|junkie"
    "|quack|quacks|liar|liars|psycho|nutcase|crackhead|pig|pigs|braindead|subhuman|clown|clowns|crazy "
    "bitch|fraud|frauds"
)
_INCITEMENT: Final = (
    (
        "{people|scum|trash|monsters|quacks|idiots|freaks|junkies|addicts|losers} [like you|like them|like "
        "her|like him] {should|deserve to|need to|ought to} [all|just] [be] {die|put down|shot|hanged|locked "
        "up and beaten|euthanized|sterilized|exterminated|gassed|killed|dead}"
    ),
    (
        "{die|jump} {already|you|off a roof|off a bridge|off a cliff|off a building|in front of a train"
        "|alone} -{of|and a}"
    ),
    (
        "{everyone|we|the world|everybody|us all} {would be|will be|is|are} {better|happier} [off] {without "
        "you|if you died|if you were dead|when you die}"
    ),
    "{que asco|pudrete|muerete|muérase} [de] [en] [persona|gente|el infierno|eres|clinica]",
    "{drop dead|rot in hell|burn in hell|go to hell|eat shit and die}",
    (
        "{hope|wish} {your|this|that|the|his|her|their} [whole|stupid|entire] {clinic|office|house|family"
        "|kids|kid|mother|children|building|hospital|place} [all] {burns|burn|burns down|burn down|dies|die"
        "|rots|rot|suffers|suffer|gets bombed|get cancer|gets cancer}"
    ),
    (
        "{hope|wish} {he|she|they|someone|somebody|one of you} {dies|die|kills you|shoots you|kill you"
        "|suffers|suffer|beats|rots}"
    ),
    (
        "{nobody|no one|noone|the world} {needs|wants|likes|loves|doesnt need|would miss} {you|people like "
        "you|your kind} [here|anyway|alive]"
    ),
    "{ojala|espero que} [se] {mueran|muera|mueras|pudran|quemen} [todos|toda|ustedes]",
    "{kill|hang|shoot|drown|neck|off|unalive|burn} {yourself|yourselves|your self|urself|ur self}",
    "{kys|keyyourself|killyourself}",
    (
        "{go|just|please|should|hope you|hopefully you|wish you would|why dont you|better} [and|just|go|go "
        "and|all] {die|drop dead|rot in hell|burn in hell|jump off a bridge|drink bleach|end yourself|die in "
        "a fire|end it already}"
    ),
    (
        "{nobody|noone|no one} [here|will|would|ever] [would|will] {miss you|cares if you die|would care if "
        "you died|wants you here|wants you alive}"
    ),
    "the world {would be|is|will be} [a] {better off|better place|better} without {you|people like you}",
    (
        "you {deserve|need|ought|should} [to] {die|be dead|be shot|suffer|hang|be hanged|get cancer|kill "
        "yourself|be raped}"
    ),
    (
        "{hope|wish} [that] {you|your kids|your family|you all|they all} [all] {die|get cancer|suffer|rot"
        "|get raped|overdose|choke}"
    ),
    "{end|take} your [own|miserable|sad|pathetic|worthless] life -{back|in|to|seriously}",
    "{matate|suicidate|mátense|ahorcate|pegate un tiro|tirate de un puente|cortate las venas}",
    "{ojala|espero que} [te|se] {mueras|muera|mueran|pudras|de cancer|suicides}",
    "{muerete|murete|pudrete}",
    "{nadie} te {va a extranar|extranaria|quiere aqui}",
    "el mundo {seria|estaria} mejor sin {ti|vos|gente como tu}",
)  # fmt: skip
_THREAT: Final = (
    (
        "{smash|break|punch|kick|slap|bash|rearrange|cut|slit|crush|stomp} {your|ur|his|her|that doctors"
        "|their} [fucking|ugly|stupid|fat] {face|head|teeth|legs|skull|neck|throat|nose|knees|bones}"
    ),
    (
        "{i|ill|im|we} [will|am|am going to|going to|gonna] {come|coming|go|going|drive|driving|show up"
        "|showing up} [over|down] [to|at|for] [your|that|this|the] {clinic|office|house|place|home|door|you} "
        "{and|with} {break|beat|shoot|kill|burn|hurt|smash|a gun|a knife|a bat|my gun|stab|make you pay}"
    ),
    (
        "{you|hell|shell|theyll|youll|he|she} {better watch|will be sorry|will pay for this|are going to pay"
        "|wont live long|wont see tomorrow|should be afraid|deserves a bullet|deserve a bullet}"
    ),
    (
        "{les|le|te} voy a {romper|quemar|partir|meter|dar una|matar|reventar} [la] [cara|clinica|madre|bala"
        "|paliza|boca]"
    ),
    (
        "{i|ill|im|we|well|were} [am|are|will|would|swear i will|swear ill] [going to|gonna|coming to] {kill"
        "|hunt|shoot|murder|beat|stab|hurt|find|destroy|break|rape|strangle} {you|u|your family|him|her|them "
        "all|that doctor|this doctor|that nurse|every one of you|you all|the doctor|your kids|your face|your "
        "legs}"
    ),
    "{i|we} know where {you live|you work|she lives|he lives|your kids go}",
    (
        "{watch your back|youre dead|you are dead|your days are numbered|youre a dead man|you will regret "
        "this|youll pay for this with}"
    ),
    (
        "{someone|somebody} should {shoot|kill|stab|beat|burn|hurt|punch|hang} {you|him|her|them|that doctor"
        "|this doctor|those doctors|your}"
    ),
    "{burn|bomb|shoot up|blow up} {your|this|that|the} {clinic|office|place|hospital|house}",
    "{te|los|lo|la} voy a {matar|encontrar|romper|partir|quemar|golpear|reventar}",
    "{se|sabemos} donde {vives|trabajas}",
    "{cuidate la espalda|estas muerto|estas muerta|vas a pagar}",
)  # fmt: skip
_INSULT: Final = (
    (
        "{what} [kind of|sort of|an absolute|a complete|a total] {moron|idiot|imbecile|quack|clown|lunatic"
        "|scum|hack} [writes|wrote|would|thinks|published|is]"
    ),
    (
        "{you|yall|you lot|you people|you guys|you two} [are|absolute|total|complete|useless|are all|are "
        "such|bunch of|greedy|lying|cold hearted|heartless|are nothing but] [useless|greedy|lying|heartless"
        "|absolute|disgusting|bunch of|a bunch of] {vultures|parasites|leeches|scum|hacks|hack|frauds|trash"
        "|quacks|vermin|snakes|rats|crooks|cowards|vulture|hypocrites|monsters|thieves|imbeciles}"
    ),
    (
        "{useless|clueless|brainless|spineless|heartless|worthless|incompetent|ignorant|arrogant} {hack"
        "|hacks|quack|quacks|bitch|cow|hag|fool|moron|idiot|idiots|prick|bastard|bastards|scum|cunt|pig"
        "|witch}"
    ),
    "{shut|close} your {mouth|trap|face|hole|stupid mouth|fat mouth}",
    "{asco|basura|verguenza} de {persona|gente|medico|doctora|ser humano|mujer|hombre}",
    (
        "{what|such} [a|an] [pathetic|sad|sorry|lying|stupid|disgusting|dumb|ugly|fucking] [bunch|pack|load"
        "|piece|waste] [of] {idiots|morons|liars|losers|clowns|scum|idiot|moron|liar|loser|clown|trash"
        "|garbage|shit|quacks|crooks|pigs|cowards}"
    ),
    (
        "{you|youre|you people|these doctors|they|theyre|this doctor|you doctors} [are|is] [all|just|nothing "
        "but|a|a bunch of|all just] {murderers|murderer|criminals|criminal|killers|crooks|scammers|scammer"
        "|con artists|butchers|butcher|nazis|nazi|rapist|rapists|pedophile|pedophiles|a disgrace to|cowards"
        "|demons|devils|evil|sick in the head|brain dead}"
    ),
    (
        "{you|u} [fat|ugly|stupid|dumb|filthy|lying|worthless|pathetic|fucking|little|disgusting|greedy"
        "|crazy|old] {cow|pig|bitch|idiot|moron|scum|whore|liar|bastard|loser|rat|snake|fool|cunt|freak|hag"
        "|coward|asshole|clown}"
    ),
    (
        "{idiota|imbecil|estupida|estupido|inutil|ladrones|asesinos|sinverguenzas|payasos} {todos|ustedes|de "
        "mierda|eres|son|que eres|que son}"
    ),
    (
        "{son|sois|ustedes son} [todos|todas|unos|unas|puros|una] [unos|unas|banda de] {asesinos|ladrones"
        "|criminales|estafadores|sinverguenzas|payasos|ratas|cerdos|delincuentes}"
    ),
    (
        f"{{you|youre|your|ur|youse|yall}} [are|all|people|r] [are] [all|just|such|nothing but|really|so|all "
        "just] [a|an|the] [fucking|bloody|bunch of|total|complete|stupid|dumb|lying|real|absolute|pack of"
        f"|lazy|ugly|fat|filthy|dirty|ignorant|little|sad|sick] {{{_BAD}}}"
    ),
    "{fuck|screw|damn} {you|off|yourself|yourselves|u}",
    "shut {the fuck|the hell|the f} up",
    "{you|u|them|they|all} [should|need to|must|just|please] shut up",
    "{just|please} shut up",
    "{crybaby|crybabies|cry babies|snowflakes}",
    "{shut up} ~ {idiot|moron|stupid|bitch}",
    (
        "{stupid|dumb|ugly|fat|lazy|lying|crazy|pathetic|filthy|fucking|greedy|disgusting} {bitch|cow|idiot"
        "|moron|whore|pig|pigs|junkie|junkies|asshole|bastard|scum|clown|quack|cunt|retard|liar}"
    ),
    (
        "{shes|hes|they are|theyre|she is|he is|the author is|this author is|the doctor is|this doctor is"
        "|whoever wrote this is|dr *} [such|just|all|nothing but] [a|an] [fucking|total|complete|stupid"
        "|lying|absolute] {idiot|moron|bitch|bastard|scum|imbecile|cunt|whore|asshole|retard|piece of shit"
        "|clown|idiots|morons}"
    ),
    (
        "{what|such} [a|an] [fucking|total|complete|bunch of] {idiot|moron|bitch|bastard|loser|cunt|retard"
        "|asshole|idiots|morons}"
    ),
    "{go back to} {your country|where you came from|mexico|africa|india|china}",
    (
        "{eres|sos|son|sois} [todos|todas|un|una|unos|unas|muy|tan] [un|una|unos|unas|pedazo de|maldit*|puto"
        "|puta] {idiota|idiotas|imbecil|imbeciles|estupido|estupida|estupidos|basura|inutil|inutiles|asco"
        "|mierda|puta|zorra|perra|cabron|cabrones|pendejo|pendeja|escoria|retrasado|patetico|patetica"
        "|ladrones}"
    ),
    "{hijo|hija|hijos} de {puta|perra}",
    "{vete|vayanse|vayase|anda} a la {mierda|chingada|verga}",
    "{callate|cierra la boca} [ya] [idiota|estupido|estupida|imbecil|pendejo]",
    "{pedazo de} {mierda|idiota|imbecil|basura}",
    (
        "{maldita|maldito|malditos|puto|puta|putos} {perra|idiota|drogadicto|drogadictos|medico|doctora"
        "|zorra|clinica|ladrones}"
    ),
)  # fmt: skip
_PHRASES: Final = Phrases(incitement=_INCITEMENT, threat=_THREAT, insult=_INSULT)
_SAYING: Final = re.compile(
    r" (?:laughing|some time|help|support|without|from (?:the|their|this|old)|of (?:cancer|old|natural"
    r"|thirst|boredom)"
    r"|the (?:best|right|help|answer)|a (?:good|better)|in (?:the end|a hospital|peace)|before|if|when|as"
    r"|out|in touch)"
)
_REPORTED: Final = re.compile(  # what a voice or somebody else said, or what one must never say
    r"(?:to|dont|never|not|phrase|words?|say(?:ing)?|says|said|told \w+ to|telling \w+ to|voices? (?:say"
    r"|tell)\w*) ?\W?\Z"
)
_SELF_TALK: Final = re.compile(
    r"(?:\A|\W)(?:did you|can you|you can|you could|you might|if you|do you|when you|they|we all) ?\Z"
)


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    for found in _PHRASES.find(reading):
        before, after = reading.before(found.start), reading.after(found.end)
        if _SAYING.match(after) and found.detail != "insult":
            continue
        if found.detail == "incitement" and (
            is_denied(before) or _REPORTED.search(before) or _SELF_TALK.search(before)
        ):
            continue
        yield found


DETECTOR: Final = Detector(name="abuse", code="abuse", find=_find, hits=HITS, misses=MISSES)
