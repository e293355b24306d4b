"""A person had a bad reaction after a medicine. Pure.

A report has four elements: somebody who reports, a patient, a product and an event. The signal needs a product near an
event and a patient; what a leaflet says ("ketamine can cause nausea") has no patient, and a fear has no event.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from comments.triage.adverse_event_examples import HITS, MISSES
from comments.triage.context import is_denied
from comments.triage.crisis_other import KIN, PARIENTES
from comments.triage.folding import Reading, read
from comments.triage.medicines import products
from comments.triage.phrases import Phrases
from comments.triage.signal import Detector, Facts, Found

NEAR: Final = 160  # characters between the product and the event: a sentence or two
_SYMPTOMS: Final = (
    "{watching|watched|saw|seeing|looking at|looked at} myself from {above|the ceiling|outside|a distance|the corner}",
    "{need|needed|needing} the {bathroom|toilet|restroom} {all the time|constantly|every hour|all night}",
    "{it|peeing|urinating} {burns|burned|hurts} when i {pee|urinate|go}",
    "{peed|peeing|pissed|vomited|coughed|coughing|puked} [up] blood",
    "seeing {double|things|spots|stars|flashes}",
    "{electric shocks|electric zaps|shocks|zaps|pressure|ringing|buzzing} in my {head|brain|ears|chest}",
    (
        "{hands|legs|hand|whole body|body} {wont stop|kept|keep|started|would not stop} {shaking|trembling"
        "|twitching|jerking}"
    ),
    (
        "{killed|destroyed|ruined|wrecked|took away} my {libido|sex drive|memory|appetite|sleep|liver"
        "|kidneys|bladder|stomach|vision|hearing}"
    ),
    "{heart} {pound|race|skip|flutter}",
    (
        "{made|makes|making|got|left|leaves} {me|him|her} [feel|feeling] [so|very|really|extremely"
        "|completely|violently] {dizzy|sick|nauseous|numb|anxious|suicidal|drowsy|weak|confused|shaky"
        "|irritable|angry|worse|manic|paranoid|vomit|faint|throw up|panic|restless|emotionless|a zombie"
        "|sweat|itch|bloated|constipated}"
    ),
    "me {subio|bajo} [mucho|muchisimo] la {presion|tension|fiebre}",
    (
        "me {dio|dieron|da|dan|produjo|provoco|causo} [mucha|muchas|muchos|un|una|mucho|unas|unos|fuerte"
        "|fuertes] {nausea|nauseas|mareo|mareos|dolor|dolores|panico|ansiedad|fiebre|insomnio|vomitos"
        "|diarrea|alergia|taquicardia|escalofrios|convulsiones|temblores|ataque de panico}"
    ),
    "{fell|collapsed|had a fall|blacked out|lost consciousness} {and|in|on|at|twice|down|during|when} -{love|sleep}",
    "{nausea|nauseous|nauseated|vomiting|vomited|vomit|puked|puking|dizziness|dizzy|lightheaded|faint"
    "|fainted|fainting"
    "|palpitations|seizure|seizures|convulsions|rash|hives|itching|swelling|hallucinations|hallucinating|hallucinated"
    "|diarrhea|diarrhoea|constipation|constipated|tremor|tremors|shaking|migraine|headaches|headache"
    "|nosebleed|nosebleeds"
    "|bleeding|anaphylaxis|numbness|hypertension|incontinence|incontinent|cystitis|insomnia|nightmares"
    "|sweats|sweating"
    "|mania|manic|psychosis|psychotic|delirium|confusion|confused|jaundice|drowsiness|sedated"
    "|dissociated|dissociation"
    "|flashbacks|serotonin syndrome|withdrawal|withdrawals|brain zaps|blackouts|stroke|miscarriage|bruising|cramps"
    "|nauseas|mareo|mareos|mareada|mareado|vomitos|vomite|vomitaba|desmayo|desmaye|sarpullido|ronchas|convulsiones"
    "|alucinaciones|taquicardia|palpitaciones|temblores|temblor|diarrea|estrenimiento|urticaria|hinchazon|sangrado"
    "|hemorragia|insomnio|pesadillas|picazon|escalofrios|confundida|confundido|hipertension}",
    (
        "{blood pressure|heart rate|pulse|pressure} [went|shot|spiked|jumped|dropped|was] {through the roof"
        "|sky high|up to|spiked|up|too high|dropped|shot up|dangerously high|very high|crashed}"
    ),
    (
        "{panic attack|panic attacks|chest pain|chest pains|blurred vision|double vision|blurry vision|high "
        "blood pressure|memory loss|weight gain|hair loss|heart attack|bad reaction|allergic reaction|bad "
        "trip|k hole|dry mouth|out of body|side effects|side effect|adverse reaction|adverse effect|liver "
        "damage|kidney damage|bladder pain|bladder problems|trouble breathing|irregular heartbeat|racing "
        "heart|blood clot|liver failure}"
    ),
    "{threw|throwing|throw} up -{my|the}",
    "{pass|passed|passing|black|blacked|blacking|broke|breaking} out -{flyers|the}",
    (
        "{couldnt|could not|cant|cannot|unable to|wasnt able to|difficulty|trouble|hard to|struggled to|not "
        "able to} {breathe|breathing|pee|peeing|urinate|urinating|pass urine|pass water|see|sleep|walk|move"
        "|swallow|swallowing|stand|feel my|remember|speak|talk|stop shaking|stop vomiting|hold my}"
    ),
    "{stopped|slow|slowed|shallow} breathing",
    "{blood in|burning when|pain when} [my|the|i|his|her] {urine|pee|stool|urinate|urinating|peeing|vomit}",
    "{heart|chest} [was|is|started|kept|felt|rate] {racing|pounding|tight|tightness|hurt|fluttering|went crazy}",
    "{gained|lost|put on} ~ {weight|pounds|lbs|kilos|kg|hair}",
    (
        "{lost|losing} {consciousness|my memory|my vision|my hearing|feeling in|my hair|all feeling|my "
        "libido|my sex drive}"
    ),
    (
        "{felt|feel|feeling|made me feel|got|was|am|getting|became|makes me|made me|made him|made her} [so"
        "|very|really|too|violently|extremely|terribly|awfully|much|incredibly] {sick|ill|worse|suicidal"
        "|paranoid|terrified|numb|weak|itchy|drowsy|groggy|agitated|shaky|disoriented|unwell|like a zombie"
        "|hot and cold|sick to my stomach}"
    ),
    (
        "{rushed|taken|ended up|went|sent|admitted|landed|go|hospitalized|hospitalised|back|was|me} [up] [me"
        "|him|her|back] [to|in|for] [the] {er|emergency room|ambulance|icu|a and e|hospital|overdose}"
    ),
    "{hospitalized|hospitalised|overdosed|hospitalizada|hospitalizado|ingresada|ingresado}",
    (
        "{no} {podia respirar|podia orinar|puedo orinar|puedo dormir|pude orinar|podia dormir|podia ver"
        "|puedo respirar|podia caminar|pude dormir}"
    ),
    (
        "{me} {desmaye|maree|senti mal|senti muy mal|sentia mal|puse mal|puse muy mal|dolia la cabeza|dio "
        "taquicardia|dio alergia|salio un sarpullido|salieron ronchas|hincho|subio la presion|bajo la "
        "presion|puso mal}"
    ),
    "{dolor} de {cabeza|pecho|estomago|vejiga}",
    "{termine|acabe|fui|fue|tuvieron que llevarme} [a|en] [dar|parar] [a|en] {urgencias|el hospital|emergencias}",
    "{efecto|efectos} {secundario|secundarios|adverso|adversos}",
    "{reaccion} {alergica|adversa|muy mala}",
    "{sangre} en la orina",
    "{vision} {borrosa|doble}",
)  # fmt: skip
_EVENTS: Final = Phrases(event=_SYMPTOMS)
_PATIENT: Final = Phrases(
    patient=(
        "{i|me|my|ive|im|we|our|mine|myself}",
        "{me|mi|yo|mis|tuve|senti|termine|vomite|tengo|acabe|nos}",
        f"{{my|our}} [late|oldest|youngest|teenage|elderly|little|older|younger] {{{KIN}|parents}}",
        f"mi {{{PARIENTES}}}",
        "{he|she|him|her}",
        "no {podia|pude|puedo|consigo}",
        "{estuve|sufri|sentia|empece|vomitaba|desmaye}",
    )
)
_NEEDED: Final = re.compile(
    r"(?:for|against|treats?|treat(?:ed|ing)|helps?(?: with)?|(?:helped|cured|stopped|killed|relieved"
    r"|took away|ended|eased|calmed)(?: with)?(?: my)?|no more"
    r"|fewer|less|without|prevents?|reduced|para|contra|ayuda con|sin|quito|alivia|gone|no|any|zero"
    r"|worried about|afraid of"
    r"|scared of|fear of|risk of|will i (?:\w+ )?|would i (?:\w+ )?|could i (?:\w+ )?|might(?: \w+)?"
    r"|possible|common|can cause"
    r"|may cause|could cause|miedo a|about|causes?|list of|read about|know about|about the|history of|i "
    r"have|have|had bad"
    r"|suffer(?:ed)? from|chronic|what (?:are )?(?:the )?|into|long term|the|of"
    r"|cuales son los|los) ?\Z"
)
_SURE_OF: Final = re.compile(r"(?:the|i have|have|of|about|history of|los|into|into the|about the) ?\Z")
_OVER: Final = re.compile(
    r" (?:went away|stopped|is gone|are gone|disappeared|lifted|has stopped|improved|got better|is better"
    r"|se me quito|desaparec"
    r"|are (?:mild|minimal|rare|common|listed)|is (?:rare|common|possible)|were (?:none|minimal)|scare|worr)"
)
_ASKS: Final = re.compile(
    r"(?:\A|[\s,(¿])(?:will|would|could|can|may|might|does|do|should|what if|if|puede|podria|tendre|sentire|si)(?!\w)"
)


def _events(reading: Reading) -> Iterator[Found]:
    """Reactions that happened, as far as the words say."""
    for found in _EVENTS.find(reading):
        before, after = reading.before(found.start, 60), reading.after(found.end, 60)
        needed = _NEEDED.search(before)
        if needed and not (_SURE_OF.search(before) and _happened(before + "|" + after)):
            continue
        asks = _ASKS.search(before) and reading.words[found.end : reading.sentence(found.start)[1]].rstrip().endswith(
            "?"
        )
        hypothetical = re.search(r"\b(?:will|would|might|may|can|could|if|si|puede|podria) (?:\w+ ){0,3}\Z", before)
        if not (_OVER.match(after) or is_denied(before) or asks or hypothetical):
            yield found


def _happened(around: str) -> bool:
    return bool(
        re.search(
            r"(?:after|since|gave|got|had|now|started|woke|caused me|left me|ever since|desde|despues|dejo)(?!\w)",
            around,
        )
    )


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    taken = products(reading, facts)
    if not taken:
        return
    patients = [found.start for found in _PATIENT.find(reading)]
    starts = [found.start for found in taken]
    for event in _events(reading):
        index = bisect_left(starts, event.start)
        near = [each for each in taken[max(0, index - 1) : index + 1] if _apart(each, event) <= NEAR]
        who = bisect_left(patients, event.start - NEAR)
        if near and who < len(patients) and patients[who] <= event.end + NEAR:
            product = min(near, key=lambda each: _apart(each, event))
            yield Found(min(product.start, event.start), max(product.end, event.end))


def _apart(one: Found, other: Found) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def elements(text: str, name: str, facts: Facts) -> frozenset[str]:
    """Which of a report's four elements the comment has: `reporter`, `patient`, `product`, `event`."""
    reading = read(text)
    nameless = read(name).text.strip() in ("", "anonymous", "anon", "guest", "anonimo", "anonima", "nobody", "n/a", "-")
    present = {
        "reporter": not nameless,
        "patient": any(_PATIENT.find(reading)),
        "product": bool(products(reading, facts)),
        "event": any(_events(reading)),
    }
    return frozenset(element for element, there in present.items() if there)


DETECTOR: Final = Detector(name="adverse_event", code="adverse_event", find=_find, hits=HITS, misses=MISSES)
