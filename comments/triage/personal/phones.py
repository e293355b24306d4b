"""Phone numbers, in digits and in words. Pure. Helplines and the clinic's own numbers are no personal details."""

import re
from collections.abc import Iterator
from typing import Final

import phonenumbers

from comments.triage.folding import Reading
from comments.triage.signal import HELPLINES, Detector, Facts, Found

AROUND: Final = 80  # characters in which a short number is said to be one to call: a sentence before, or after
MOST: Final = 60  # candidates that the library is asked about; each costs up to a tenth of a millisecond
_CANDIDATE: Final = re.compile(r"(?<![\w.,$€£#/-])(?:\+ ?|00)?[(\[]?\d(?:[ ().\-/\]\[]{0,3}\d){6,17}(?![\w%])")
_GROUP: Final = re.compile(r"\d+")
_LOCAL: Final = re.compile(r"(?<![\w.,$€£#/-])\d{3}[-. ]\d{4}(?![\w%-])")
_TOLD: Final = re.compile(
    r"(?<!\w)(?:call|text|phone|ring|dial|reach|contact|whatsapp|number|cell|mobile|tel|telephone|fax"
    r"|landline|message|sms|telegram"
    r"|viber|numero|llam\w*|telefono|movil|celular|cel|escribe\w*|marca\w*)(?!\w)"
)
_OTHERS: Final = re.compile(
    r"(?:pmid|doi|nct|isbn|issn|ref|arxiv|issue|vol|order|invoice|\$|usd|eur|euros?|nhs(?: number| no)?"
    r"|mrn|ssn|policy|member(?: id)?"
    r"|card|record|claim|account|serial|batch|lot)\W{0,4}(?:\w{1,6}\W{1,2}){0,2}\Z"
)
_DATE: Final = re.compile(
    r"(?:19|20)\d\d[-./ ]+(?:19|20)\d\d|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}.*|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}.*"
)
_THOUSANDS: Final = re.compile(r"\d{1,3}(?: \d{3}){2,4}|\d{1,3}(?:\.\d{3}){2,4}")
_RATIO: Final = re.compile(r"(?:\d{1,3}[/ -]+){3,}\d{1,3}")
_DIGIT: Final = (
    "zero|oh|o|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|siete"
    "|ocho|nueve|\\d{1,4}"
    "|hundred|double|triple|doble"
)
_SPOKEN: Final = re.compile(rf"(?<!\w)(?:{_DIGIT})(?:[ ,.\-]{{1,3}}(?:{_DIGIT})(?!\w)){{6,14}}")
_VALUES: Final = {
    word: str(value)
    for words in (
        "zero one two three four five six seven eight nine",
        "cero uno dos tres cuatro cinco seis siete ocho nueve",
    )
    for value, word in enumerate(words.split())
} | {"oh": "0", "o": "0"}

HITS: Final = {
    "phone": (
        "Call me at (415) 555-2671",
        "my number is 415-555-2671",
        "4155552671",
        "Text +44 20 7946 0958",
        "+1.415.555.2671",
        "ring me on 020 7946 0958 please, it is +44 20 7946 0958",
        "My cell: 555-0143",
        "I'd like someone to call me back about it. I'm home after four. 555-0142.",
        "555-0142. Leave a message if I don't pick up.",
        "phone 415 555 2671 after six",
        "whatsapp +34 612 345 678",
        "Llámame al +52 55 1234 5678",
        "my number is four one five five five five two six seven one",
        "call five five five, oh one four three",
        "mi número es seis uno dos tres cuatro cinco seis siete ocho",
        "4 1 5 5 5 5 2 6 7 1",
        "\uff14\uff11\uff15-555-2671 is my cell",
        "415\u200b-555\u200b-2671",
        "Contact: 1-415-555-2671 (Anna)",
        "415-555-2671 415-555-2672",
        "Mi móvil es 655 443 322",
    ),
}
MISSES: Final = (
    "Call 988 or 911",
    "In the UK call 116 123",
    "Samaritans are on 116 123 and the Lifeline is 1-800-273-8255",
    "The dose is 0.5 mg/kg over 40 minutes",
    "I was ill from 2019-2021",
    "It cost $1,200.00 and then 2400 more",
    "The trial ran 2015 - 2019",
    "PMID 31234567",
    "doi 10.1001/jamapsychiatry.2019.1189",
    "NCT01944293",
    "1 000 000 people",
    "blood pressure 120/80 then 140/95",
    "On 12/05/2021 I started",
    "2021-05-12 was my first visit",
    "I counted one two three and was asleep",
    "one two three four five six seven eight nine",
    "Pages 1234-1240",
    "5 10 15 20 25 30 35 mg",
    "Text HOME to 741741",
    "Scores of 27 19 12 9 5",
    "En 2020 tomé 50 mg y en 2021 100 mg",
    "FDA MedWatch is 1-800-FDA-1088 or 1-800-332-1088",
    "0.5 0.75 1.0 mg/kg",
)


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    text = reading.text
    known = HELPLINES | {_digits(each) for each in facts.own_phones}
    yield from _written(text, known, facts.country)
    for match in _LOCAL.finditer(text):
        if _digits(match[0]) not in known and _TOLD.search(text[max(0, match.start() - AROUND) : match.end() + AROUND]):
            yield Found(match.start(), match.end(), "phone")
    for match in _SPOKEN.finditer(text):
        if _is_spoken(match[0]):
            yield Found(match.start(), match.end(), "phone")


def _written(text: str, known: frozenset[str], country: str) -> Iterator[Found]:
    """Numbers in figures. Two that stand side by side look like one, so its beginnings are tried as well."""
    asked, at = 0, 0
    while asked < MOST and (match := _CANDIDATE.search(text, at)):
        at = match.end()
        if _is_known(_digits(match[0]), known):
            continue
        for end in _ends(match):
            asked += 1
            if _is_phone(text, match.start(), end, known, country):
                yield Found(match.start(), end, "phone")
                at = end
                break


def _ends(match: re.Match[str]) -> list[int]:
    """Where the number may end, the farthest first: after a group of digits, with seven digits at least."""
    ends = [match.start() + group.end() for group in _GROUP.finditer(match[0])]
    return [end for end in reversed(ends) if len(_digits(match.string[match.start() : end])) >= 7][:4]


def _is_phone(text: str, start: int, end: int, known: frozenset[str], country: str) -> bool:
    written = text[start:end]
    digits, before = _digits(written), text[max(0, start - 40) : start]
    if _is_known(digits, known) or _DATE.fullmatch(written) or _RATIO.fullmatch(written) or _OTHERS.search(before):
        return False
    told = bool(_TOLD.search(before))
    if _THOUSANDS.fullmatch(written) and not told:
        return False
    if told and 9 <= len(digits) <= 12 and not written.startswith("+"):
        return True  # "call me at" says it, though the number is another country's
    try:
        number = phonenumbers.parse(written, country if country in phonenumbers.SUPPORTED_REGIONS else "US")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number) or (told and phonenumbers.is_possible_number(number))


def _is_known(digits: str, known: frozenset[str]) -> bool:
    return any(
        form in known or f"1{form}" in known for form in (digits, digits.removeprefix("1"), digits.removeprefix("44"))
    )


def _is_spoken(words: str) -> bool:
    """Whether words for digits make a number: counting makes none, and figures alone are looked at above."""
    parts = re.findall(r"\w+", words)
    spoken = "".join(_VALUES.get(part, part if part.isdigit() else "") for part in parts)
    alone = all(len(part) == 1 or part in _VALUES for part in parts)
    if not alone or len(spoken) < 7 or spoken in "01234567890" or spoken in "9876543210":
        return False
    return any(part in _VALUES for part in parts) or len(spoken) >= 9


def _digits(written: str) -> str:
    return "".join(char for char in written if char.isdecimal())


DETECTOR: Final = Detector(name="phones", code="personal_data", find=_find, hits=HITS, misses=MISSES)
