"""Words of somebody who may be thinking of ending their life, or of hurting themselves. Pure.

Details: `self` now, `past` what is over by the writer's own words, `denied` what the writer says is not so. What is
unclear counts as now.
"""

import re
from collections.abc import Iterator
from typing import Final

from comments.triage.context import RECENT, is_denied, is_past
from comments.triage.crisis_self_examples import HITS, MISSES
from comments.triage.crisis_self_judged import ACT, DENIED, PAST
from comments.triage.crisis_self_phrases import NOW
from comments.triage.crisis_self_spanish import NOW as AHORA
from comments.triage.folding import Reading
from comments.triage.phrases import Phrases
from comments.triage.signal import Detector, Facts, Found

_PHRASES: Final = Phrases(denied=DENIED, past=PAST, self=NOW + AHORA, act=ACT)
# Everyday sayings: what they start with, and what makes a saying of it.
_IDIOMS: Final = (
    (
        re.compile(r"kill|i (?:\w+ )?(?:want|wanna|wish)|matarme|(?:me )?quiero|morir|quisiera|me dan|me quiero"),
        re.compile(
            r" (?:(?:my|our) hair|of (?:embarrassment|shame|laughter|laughing|boredom|old age|happiness"
            r"|cuteness|curiosity)"
            r"|laughing|happy"
            r"|at (?:the gym|work)|in the gym|working|training|trying|studying|to (?:meet|make|finish|lose"
            r"|impress|pass) \w+"
            r"|over (?:this|that|a|the) \w+|de (?:risa|verguenza|hambre|sueno|calor|aburrimiento|la risa|la "
            r"verguenza)"
            r"|por (?:saber|conocer) |trabajando|estudiando|entrenando)"
        ),
    ),
    (
        re.compile(r"cut|burn|hurt|cortarme|me corto|lastim|hacerme dano|harm|starv|punish"),
        re.compile(
            r" (?:some slack|off(?: from)? |(?:a |the )?\w+ (?:of|from) (?:cake|bread)|shaving|cooking"
            r"|opening|gardening"
            r"|falling|skiing|running|lifting|playing|while \w+ing|on (?:the|a|an|some|paper|glass|hot) "
            r"|at (?:the gym|work)|in a fall|el pelo|el cabello|las unas|con (?:el papel|un papel)|cocinando"
            r"|afeitando)"
        ),
    ),
)
_ACCIDENT: Final = re.compile(r"(?:accident\w*|by mistake|sin querer) ?\Z")
_NOT_MINE: Final = re.compile(
    r"(?:you|he(?! \w+[ai]do)|she|they|people|who|patients|someone|anyone|veterans?|teens?|adults|them)"
    r" (?:(?!(?:i|im|ive|ill|id|my)\W)\w+ ){0,3}\Z"
)
_OVER: Final = re.compile(
    r"(?:tried|attempted|wanted|used|going|planned|thought|thinking|close|ready|tempted|almost|nearly"
    r"|considered|would|was"
    r"|intente|quise|pense|queria|iba|estuve|solia) (?:\w+ ){0,4}\Z"
)
_SAID_OF: Final = re.compile(
    r"(?:dad|mom|mum|mama|papa|he|she|they|hes|shes) (?:says|said|thinks|feels) (?:\w+ ){0,4}\Z"
)
_OWN: Final = re.compile(r"(?:\A|\W)(?:i|im|ive|ill|id|my|me|mi|yo|myself)(?!\w)")
_PAST_ACT: Final = re.compile(r"(?:attempted|took|ended|overdosed|killed|hanged|hung|considered|contemplated|committed"
                              r"|intente|me (?:cortaba|autolesionaba|quise|intente)|shot|self harmed)")  # fmt: skip
# Of these acts only those of the writer count: what others do and what an article is about is no call for help.
_GENERAL: Final = re.compile(r"\w+ suicide|self ?-?harm\w*|overdos\w*|od\b|(?:take|taking|took|end\w*) (?:own )?life")


def _judged(reading: Reading, found: Found) -> str:
    """The detail of an act, or nothing where it is none."""
    before, said = reading.before(found.start), reading.words[found.start : found.end]
    after = reading.after(found.end)
    if any(start.match(said) and saying.match(after) for start, saying in _IDIOMS):
        return ""
    if not _OWN.match(said) and (_NOT_MINE.search(before) or _SAID_OF.search(before)):
        return ""
    if found.detail != "act":
        if found.detail == "past" and RECENT.search(reading.around(found.start)):
            return "self"
        return "denied" if found.detail == "self" and said[0] != "i" and is_denied(before) else found.detail
    if _ACCIDENT.search(before):
        return ""
    if _GENERAL.match(said) and not _OWN.search(before):
        return ""
    if is_denied(before):
        return "denied"
    sentence = reading.around(found.start)
    return "past" if (_OVER.search(before) or _PAST_ACT.match(said)) and is_past(sentence) else "self"


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    for found in _PHRASES.find(reading):
        if detail := _judged(reading, found):
            yield found._replace(detail=detail)


DETECTOR: Final = Detector(name="crisis_self", code="crisis", find=_find, hits=HITS, misses=MISSES)
