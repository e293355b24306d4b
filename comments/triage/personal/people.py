"""Other people by name: "my wife Anna", "Dr Smith", "mi hermana Ana". Pure. Detail: `third_person`.

A name is told by its capital, so "my wife anna" is not found, and neither is a name alone.
"""

import re
from collections.abc import Iterator
from typing import Final

from comments.triage.crisis_other import KIN, PARIENTES
from comments.triage.folding import Reading
from comments.triage.signal import Detector, Facts, Found

_NAME: Final = r"([a-z][a-z'-]{1,24})(?: ([a-z][a-z'-]{1,24}))?"
_MORE: Final = (
    "coworker|co-worker|colleague|boss|teacher|therapist|psychiatrist|doctor|gp|nurse|counselor|landlord|twin"
    "|late husband|late wife|in-law"
)
_KIN: Final = re.compile(
    r"(?<!\w)(?:my|our|his|her) (?:(?:dear|late|best|eldest|oldest|youngest|older|younger|little|big|old"
    r"|ex|ex-|close|good|twin|step)[ -])?"
    rf"(?:{KIN}|{_MORE}|sister-in-law|brother-in-law|mother-in-law),? (?:(?:is )?(?:called|named) )?{_NAME}"
)
_MI: Final = re.compile(
    rf"(?<!\w)(?:mi|mis|nuestra|nuestro) (?:querid[oa] |difunt[oa] |mejor )?(?:{PARIENTES}|doctora|doctor"
    r"|psiquiatra|terapeuta|enfermera"
    rf"|jefe|jefa|vecino|vecina|companero|companera),? (?:se llama |llamad[oa] )?{_NAME}"
)
_TITLE: Final = re.compile(
    r"(?<!\w)(?:dr|dra|doctor|doctora|nurse|nurse practitioner|mr|mrs|ms|prof|professor|sr|sra|srta"
    rf"|enfermera|enfermero|don|dona)\.? {_NAME}"
)
_CALLED: Final = re.compile(
    r"(?<!\w)(?:a|the|un|una|el|la) (?:nurse|doctor|therapist|woman|man|patient|psychiatrist|receptionist"
    r"|enfermera|doctora|paciente"
    rf"|medico|terapeuta) (?:called|named|llamad[oa]|que se llama) {_NAME}"
)
_NO_NAME: Final = frozenset(
    """
    google who pepper phil oz dre seuss strange house watson evil i im ive ill id is has was had and said did
    will can the a my in on went to takes took told got suffers died monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december god
    jesus covid christmas easter english spanish american ketamine spravato esketamine medicare ptsd adhd ocd
    but so she he they we you it this that when also says just if for at with who practitioner doctor nurse
    director navidad dios lunes martes el la los y que tiene es esta fue ha se strangelove is are am were be
    or as no doolittle frankenstein jekyll now after before because does not her his our internet chatgpt
    """.split()  # noqa: SIM905
)
# Lead authors of the trials that the articles are about are no private people; nor are names of the past.
_PUBLIC: Final = frozenset(
    """
    freud krystal zarate phil fauci mengele jung alzheimer
    """.split()  # noqa: SIM905  a list of words reads best as words
)

HITS: Final = {
    "third_person": (
        "My wife Anna takes this too",
        "my son, David, was in hospital",
        "Dr. Smith told me to wait",
        "Dr Patel is my psychiatrist",
        "Nurse Kelly gave me the drip",
        "My best friend Sarah Miller relapsed",
        "my therapist is called Joan",
        "A nurse named Kelly was there",
        "Mrs. Gonzalez from the front desk",
        "My late husband Robert loved it",
        "our daughter Emily has PTSD",
        "My boss Karen thinks I fake it",
        "Mi hermana Ana tiene depresión",
        "mi esposo, Carlos, tomó litio",
        "La doctora Ramírez me atendió",
        "Mi hijo se llama Diego",
        "DR. SMITH was late",
        "My dad's friend and my uncle Joe O'Brien",
    ),
}
MISSES: Final = (
    "My wife is well",
    "Dr Google said I was dying",
    "My wife I love so much",
    "My doctor told me to wait",
    "Ask your doctor",
    "my wife Monday told me",
    "My son has ADHD",
    "MY WIFE HAS PTSD",
    "My Mother Is Fine",
    "Dr. Who fan here",
    "My nurse was kind",
    "Doctor visits are expensive",
    "My husband Googled it",
    "My sister and I read this",
    "The nurse practitioner was late",
    "Mi hermana tiene depresión",
    "Mi madre Y mi padre",
    "Freud and Jung disagreed",
    "Dr Pepper made me sick",
    "I told my friend English is hard",
)


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    for pattern in (_KIN, _MI, _TITLE, _CALLED):
        for match in pattern.finditer(reading.text):
            end = _end_of_name(reading, match)
            if end:
                yield Found(match.start(), end, "third_person")


def _end_of_name(reading: Reading, match: re.Match[str]) -> int:
    """Where the name ends; 0 where there is none."""
    if not _is_name(reading, match, 1) or match[1] in _PUBLIC:
        return 0
    return match.end(2) if match[2] and _is_name(reading, match, 2) else match.end(1)


def _is_name(reading: Reading, match: re.Match[str], group: int) -> bool:
    word, typed = match[group], reading.as_typed(*match.span(group))
    if word in _NO_NAME or word.endswith(("ed", "ing")) or not typed[:1].isupper():
        return False
    if not typed[1:2].isupper():
        return True
    # Capitals throughout are a name only where the words around are no capitals too, or a title stands before.
    return typed.isupper() and len(typed) > 2 and match.re is _TITLE


DETECTOR: Final = Detector(name="people", code="personal_data", find=_find, hits=HITS, misses=MISSES, reads_names=False)
