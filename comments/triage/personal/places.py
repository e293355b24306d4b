"""Where somebody lives: streets with a number, ZIP codes and postcodes. Pure. Detail: `address`."""

import re
from collections.abc import Iterator
from typing import Final

from comments.triage.folding import Reading
from comments.triage.near import near
from comments.triage.signal import Detector, Facts, Found

_STREETS: Final = (
    "street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|way|terrace|ter"
    "|circle|cir|close|crescent"
    "|highway|hwy|parkway|pkwy|square|sq|trail|row|gardens|mews|grove|hill"
)
_CITY: Final = r"(?:,? (?:(?:apt|unit|suite|flat|#) ?\w{1,5},? )?[a-z][\w. ]{1,30},? [a-z]{2}\.?,? \d{5}(?:-\d{4})?)?"
_STREET: Final = re.compile(
    rf"(?<![\w./,-])\d{{1,5}}[a-z]?,? (?:[nsew]\.? )?((?:[a-z0-9'-]{{2,20}} ){{1,3}})(?:{_STREETS})\b\.?{_CITY}"
)
_NUMBER: Final = re.compile(r"(?<![\w./,-])\d{1,5}[a-z]?,? ")
_CALLE: Final = re.compile(
    r"(?<!\w)(?:calle|avenida|av\.?|avda\.?|c/|paseo|plaza|carretera|carrera|colonia|pasaje|ronda|camino)"
    r" ?((?:[a-z'.-]{1,20} ){1,5}?)(?:n[uo]m?\.? ?|numero |# ?|no\. ?)?\d{1,5}(?:,? ?(?:piso|depto|apto"
    r"|puerta|\d[oa]?) ?\w{1,4})?(?!\w)"
)
_STATES: Final = (
    "al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc"
    "|nd|oh|ok|or|pa|ri"
    "|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc"
)
_ZIP: Final = re.compile(rf"(?<!\w)(?:{_STATES})\.?,? \d{{5}}(?:-\d{{4}})?(?!\w)")
_FIVE: Final = re.compile(r" \d{5}")
_ZIP_TOLD: Final = re.compile(
    r"(?<!\w)(?:zip(?: ?code)?|postal code|codigo postal|c\.?p\.?)(?: is| es|:)? ?\d{5}(?:-\d{4})?(?!\w)"
)
_POSTCODE: Final = re.compile(r"(?<!\w)[a-pr-uwyz][a-hk-y]?\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2}(?!\w)")
_LIVES: Final = re.compile(
    r"(?:live|lives|living|address|home|house|mail|send|come|visit|vivo|vive|direccion|casa|domicilio)\b.{0,25}\Z"
)
_BOX: Final = re.compile(r"(?<!\w)(?:p\.? ?o\.? box|apartado(?: postal| de correos)?) \d{1,6}(?!\w)")

HITS: Final = {
    "address": (
        "I live at 12 Oak Street",
        "Send it to 1600 Pennsylvania Avenue NW, Washington, DC 20500",
        "42 Elm Rd., Springfield, IL 62704",
        "My address is 7 maple lane",
        "221B Baker Street",
        "I'm in Cambridge, MA 02139",
        "my zip code is 90210",
        "London SW1A 1AA",
        "We live near M1 1AE",
        "PO Box 1234",
        "Vivo en la calle Mayor 15",
        "Mi dirección es Avenida Reforma 123, piso 4",
        "Calle de Alcalá 45",
        "código postal 28013",
        "come to 99 West 5th Ave",
    ),
}
MISSES: Final = (
    "10 mg on the way",
    "1 in 5 people walk down the road",
    "After 3 days in hospital I could drive",
    "5 minutes down the street",
    "I took 20 mg and slept all the way",
    "vitamin B12 2mg",
    "COVID-19 in 2020",
    "In 2021 the road was long",
    "I paid in 12000 dollars",
    "He is 45 and out of the way",
    "I am OK 12345",
    "The 2 of us on Main Street",
    "Call me in 20 minutes, the place is loud",
    "La calle estaba llena",
    "Tomé 2 pastillas en la calle",
    "It took 12 long years to find a way",
)


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    text = reading.text
    for match in near(_NUMBER, _STREET, text, before=0, after=200):
        if _is_named(reading, match) or _LIVES.search(text[max(0, match.start() - 40) : match.start()]):
            yield Found(match.start(), match.end(), "address")
    for match in _CALLE.finditer(text):
        if _is_named(reading, match) or _LIVES.search(text[max(0, match.start() - 40) : match.start()]):
            yield Found(match.start(), match.end(), "address")
    for match in near(_FIVE, _ZIP, text, before=4, after=6):
        if reading.as_typed(match.start(), match.start() + 2).isupper() and match[0][:2] not in (
            "ok",
            "hi",
            "in",
            "me",
            "or",
            "oh",
        ):
            yield Found(match.start(), match.end(), "address")
    for match in _POSTCODE.finditer(text):
        if reading.as_typed(match.start(), match.end()).isupper():
            yield Found(match.start(), match.end(), "address")
    for pattern in (_ZIP_TOLD, _BOX):
        for match in pattern.finditer(text):
            yield Found(match.start(), match.end(), "address")


def _is_named(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the street has a name: the words before "Street" have capitals, or are numbers such as 5th."""
    names = [word.start() for word in re.finditer(r"[a-z]\w+", match[1])]
    typed = [reading.as_typed(match.start(1) + at, match.start(1) + at + 1) for at in names]
    return bool(typed) and typed[-1].isupper() and not match[1].startswith(("mg ", "in ", "of "))


DETECTOR: Final = Detector(name="places", code="personal_data", find=_find, hits=HITS, misses=MISSES)
