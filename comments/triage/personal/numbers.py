"""Numbers that stand for one person: social security, NHS, cards, records; and days of birth. Pure."""

import re
from collections.abc import Iterator
from typing import Final

from comments.triage.folding import Reading
from comments.triage.near import near
from comments.triage.signal import Detector, Facts, Found

_SSN: Final = re.compile(r"(?<![\w-])(?!000|666|9)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\w-])")
_TWO: Final = re.compile(r"\d{3}[- ]?\d\d")
_SSN_TOLD: Final = re.compile(
    r"(?<!\w)(?:ssn|social security(?: number| no\.?| #)?|(?:numero de )?seguro social)(?: is| es|:|#)? "
    r"?#?(\d{3}[- ]?\d{2}[- ]?\d{4})(?!\w)"
)
_TEN: Final = re.compile(r"(?<![\w-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w-])")
_NHS: Final = re.compile(r"nhs(?: number| no\.?)?\W{0,3}(?:is|was)?\W{0,3}\Z")
_CARD: Final = re.compile(r"(?<![\w.-])[3-6]\d{3}(?:[ -]?\d{2,6}){2,4}(?![\w-])")
_RECORD: Final = re.compile(
    r"(?<!\w)(?:mrn|medical record(?: number| no\.?)?|record number|record no\.?|patient (?:id|number"
    r"|no\.?)|chart (?:number|no\.?)"
    r"|case number|member (?:id|number)|(?:insurance|policy|group|claim|subscriber|account) (?:id|number"
    r"|no\.?|#)|medicare(?: number"
    r"| id| no\.?)?|medicaid(?: number| id)?|passport(?: number| no\.?)?|driver'?s? licen[sc]e(?: "
    r"number)?|(?:numero de )?"
    r"(?:poliza|expediente|historia clinica|afiliado|afiliacion|historia|pasaporte)|dni|nie|curp|nss|npi"
    r"|my insurance is \w{2,20})"
    r"(?: is| was| es|:|#| number| numero)?(?: no\.?)? ?[#:]? ?([a-z]{0,5}[- ]?\d[\da-z-]{3,17})(?!\w)"
)
_NUMBER: Final = re.compile(r"\d[\da-z-]{3,17}")
_MONTH: Final = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?"
    "|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_DAY: Final = (
    rf"(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})|(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    rf"|(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:19|20)?\d\d)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of| de)? (?:{_MONTH})\.?,?(?: (?:de |of )?(?:19|20)?\d\d)?)"
)
_FIGURE: Final = re.compile(r"\d")
_BORN: Final = re.compile(
    r"(?<!\w)(?:born|dob|d\.o\.b\.?|date of birth|birth ?date|birthday|bday|nacio|naci|nacida|nacido"
    r"|fecha de nacimiento|cumpleanos)"
    rf"(?:(?: |:|,|-|\(|\)){{1,3}}(?:is|on|the|was|el|dia|es|in|at|my|hospital|[a-z]{{2,12}})){{0,4}}(?: "
    rf"|:|,|-|\(){{1,3}}({_DAY})(?!\w)"
)

HITS: Final = {
    "ssn": ("My SSN is 219-09-9999", "123-45-6789", "social security number 219099999", "ssn: 219 09 9999",
        "mi seguro social es 219-09-9999"),
    "nhs_number": ("My NHS number is 943 476 5919", "NHS no. 9434765919", "nhs 943-476-5919"),
    "card": ("4111 1111 1111 1111", "my card is 5555-5555-5555-4444", "Amex 378282246310005", "tarjeta "
        "4012888888881881"),
    "record_number": (
        "MRN 00482913",
        "my medical record number is 4829-133",
        "Member ID: XJH48291",
        "policy number AB123456",
        "Medicare 1EG4TE5MK73",
        "patient id 99812",
        "Mi póliza es 4829133",
        "expediente número 48291",
        "DNI 12345678Z",
        "claim # 2023-48291",
    ),
    "birth_date": (
        "I was born on May 3, 1980",
        "DOB 03/05/80",
        "date of birth: 1980-05-03",
        "My birthday is 3 May 1980",
        "born 3rd of May 1980 in Ohio",
        "my son (born June 2nd, 2010)",
        "nací el 3 de mayo de 1980",
        "Fecha de nacimiento: 03/05/1980",
    ),
}  # fmt: skip
MISSES: Final = (
    "I was born in 1980",
    "My treatment was on May 3, 1980",
    "My insurance paid $1200",
    "Medicare covers 80% of it",
    "My insurance denied me in 2023",
    "Medicare in 2024 changed",
    "My claim was denied 3 times",
    "PMID 31234567 and 30283029",
    "The dose is 0.5 mg/kg over 40 minutes for 2 weeks",
    "943 476 5918 people",
    "4111 1111 1111 1112",
    "I paid 4000 5000 6000 dollars",
    "My daughter was born healthy in the hospital",
    "Babies born before 37 weeks",
    "The record number of people came",
    "On 12/05/2021 I started",
    "Nací en 1980 en Madrid",
    "Group therapy at 10",
    "000-12-3456",
    "My policy is to wait 24 hours",
    "2019-2020 and 2021-2022",
)


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    text = reading.text
    for match in (*near(_TWO, _SSN, text, before=4, after=9), *near(_TWO, _SSN_TOLD, text, before=44, after=12)):
        yield Found(match.start(), match.end(), "ssn")
    for match in _TEN.finditer(text):
        told = _NHS.search(text[max(0, match.start() - 24) : match.start()])
        spaced = facts.country == "GB" and match[0][3] == match[0][7] == " "
        if (told or spaced) and is_nhs_number(_digits(match[0])):
            yield Found(match.start(), match.end(), "nhs_number")
    for match in _CARD.finditer(text):
        if 13 <= len(_digits(match[0])) <= 19 and passes_luhn(_digits(match[0])):
            yield Found(match.start(), match.end(), "card")
    for match in near(_NUMBER, _RECORD, text, before=64):
        if sum(char.isdigit() for char in match[1]) >= 4 and not re.fullmatch(r"(?:[a-z]+ )?(?:19|20)\d\d", match[1]):
            yield Found(match.start(), match.end(), "record_number")
    yield from (
        Found(match.start(), match.end(), "birth_date") for match in near(_FIGURE, _BORN, text, before=130, after=20)
    )


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits end with the check digit of the NHS: modulo 11 of the weighted sum."""
    rest = 11 - sum((10 - at) * int(digit) for at, digit in enumerate(digits[:9])) % 11
    return len(digits) == 10 and rest != 10 and int(digits[9]) == rest % 11


def passes_luhn(digits: str) -> bool:
    """Whether the last digit is Luhn's check digit (ISO/IEC 7812-1)."""
    doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _digits(written: str) -> str:
    return "".join(char for char in written if char.isdecimal())


DETECTOR: Final = Detector(name="numbers", code="personal_data", find=_find, hits=HITS, misses=MISSES)
