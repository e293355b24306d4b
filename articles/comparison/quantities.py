"""Finds the numbers in a text: amounts with units, percentages, ranges, fractions, dates, and numbers as words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

_UNITS: Final[dict[str, str]] = {
    "mg": r"mgs?|milligrams?|milligrammes?",
    "mcg": r"mcgs?|[µμu]g|micrograms?|microgrammes?",
    "ng": r"ng|nanograms?",
    "g": r"g|grams?|grammes?",
    "kg": r"kgs?|kilograms?|kilos?",
    "mL": r"mls?|millilit(?:er|re)s?|cc",
    "dL": r"dl|decilit(?:er|re)s?",
    "L": r"l|lit(?:er|re)s?",
    "IU": r"iu|i\.u\.|international units?",
    "unit": r"units?",
    "mmol": r"mmols?|millimoles?",
    "mol": r"mol|moles?",
    "mEq": r"meq",
    "mmHg": r"mm\s?hg",
    "%": r"%|per\s?cent|percentage points?|pct",
    "‰": r"‰",
    "°C": r"°\s?c|degrees? celsius",
    "°F": r"°\s?f|degrees? fahrenheit",
    "°": r"°|degrees?",
    "second": r"seconds?|secs?",
    "minute": r"minutes?|mins?",
    "hour": r"hours?|hrs?|h",
    "day": r"days?",
    "week": r"weeks?|wks?",
    "month": r"months?",
    "year": r"years?|yrs?",
    "time": r"times?|[x×](?!\w)",
    "tablet": r"tablets?|tabs?|pills?",
    "capsule": r"capsules?|caps?",
    "drop": r"drops?|gtt",
    "puff": r"puffs?",
    "spray": r"sprays?",
    "dose": r"doses?",
    "teaspoon": r"teaspoons?|tsps?",
    "tablespoon": r"tablespoons?|tbsps?",
    "cup": r"cups?",
    "drink": r"drinks?",
    "ounce": r"ounces?|oz",
    "pound": r"pounds?|lbs?",
    "mm": r"mm|millimet(?:er|re)s?",
    "cm": r"cm|centimet(?:er|re)s?",
    "km": r"km|kilomet(?:er|re)s?",
    "m": r"m|met(?:er|re)s?",
    "inch": r"inch(?:es)?",
    "foot": r"feet|foot|ft",
    "mile": r"miles?",
    "kcal": r"kcals?|calories?",
    "bpm": r"bpm|beats",
    "person": r"people|persons?|patients?|adults?|children|women|men",
    "session": r"sessions?|visits?|treatments?",
}
_UNIT: Final = "|".join(sorted((pattern for pattern in _UNITS.values()), key=len, reverse=True))
_UNIT_NAMES: Final = [(re.compile(pattern, re.IGNORECASE), name) for name, pattern in _UNITS.items()]
_PER: Final = (
    rf"(?:\s?/\s?(?:{_UNIT})(?![^\W\d_])"
    r"|\s(?:once\s)?(?:per|a|an|each|every)\s"
    r"(?:dose|second|minute|hour|day|night|week|month|year|kg|kilogram|square met(?:er|re))\b"
    r"|\s(?:once\s)?(?:hourly|daily|nightly|weekly|fortnightly|monthly|yearly|annually)\b)"
)
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH: Final = "(?:" + "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS) + r"|sept)\b\.?"
_WORDS: Final[dict[str, str]] = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30",
    "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "100",
    "thousand": "1000", "million": "1000000", "billion": "1000000000", "dozen": "12", "half": "0.5", "halves": "0.5",
    "third": "third", "thirds": "third", "quarter": "0.25", "quarters": "0.25", "twice": "2 time", "double": "2 time",
    "thrice": "3 time", "triple": "3 time", "once": "1 time",
}  # fmt: skip
_FRACTIONS: Final[dict[str, str]] = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip
_SPACE: Final = "[ \u00a0\u2009\u202f]"
_DIGITS: Final = (
    rf"(?:\d{{1,3}}(?:(?:{_SPACE}\d{{3}})+|(?:,\d{{3}})+|(?:\.\d{{3}}){{2,}})(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*|\.\d+)"
    r"(?:\^[-−]?\d+)?"
)
_FRACTION: Final = rf"(?:(?:\d+{_SPACE}?)?[{''.join(_FRACTIONS)}]|(?:\d+{_SPACE})?\d+[/⁄]\d+(?![\d/]))"
_SPELT: Final = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER: Final = rf"(?:(?<![\w.,])[<>≤≥±~≈]{_SPACE}?)?(?:(?<![\w)\]])[-−+])?(?:{_FRACTION}|{_DIGITS})"
_AMOUNT: Final = rf"(?:{_NUMBER}|\b(?:{_SPELT})\b(?:[ -](?:{_SPELT})\b)*)"
_WITH_UNIT: Final = rf"(?:(?:(?<=half)\san?)?{_SPACE}?-?(?:{_UNIT})(?![^\W\d_]))"
_QUANTITY: Final = re.compile(
    rf"(?P<date>\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d{{2}})\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?{_SPACE}(?:of{_SPACE})?{_MONTH}(?:,?{_SPACE}\d{{4}}\b)?"
    rf"|\b{_MONTH}{_SPACE}\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?{_SPACE}\d{{4}}\b)?|\b{_MONTH}{_SPACE}\d{{4}}\b)"
    rf"|(?P<low>{_AMOUNT})(?P<low_unit>{_WITH_UNIT})?(?P<to>\s?[-–—]\s?|\sto\s)(?P<high>{_AMOUNT})"
    rf"(?P<range_unit>{_WITH_UNIT}(?:{_PER})*)?"
    rf"|(?P<amount>{_AMOUNT})(?P<unit>{_WITH_UNIT}?(?:{_PER})*)"
    r"|(?P<often>\b(?:every other (?:day|week|month)"
    r"|hourly|daily|nightly|weekly|fortnightly|monthly|yearly|annually)\b)",
    re.IGNORECASE,
)
_OFTEN: Final = ("hourly", "daily", "nightly", "weekly", "fortnightly", "monthly", "yearly", "annually")
# Where a number may start: found first and cheaply, because most words of a text are no numbers.
_START: Final = re.compile(rf"[<>≤≥±~≈]?{_SPACE}?[-−+]?\.?\d|\d|[{''.join(_FRACTIONS)}]|[^\W\d_]+")
_STARTING_WORDS: Final = frozenset([*_WORDS, *_MONTHS, *(month[:3] for month in _MONTHS), "sept", "every", *_OFTEN])
_MEASURES: Final = frozenset(_UNITS) - {"person", "session", "time", "drink", "foot", "bpm"}
_NEEDS_UNIT: Final = frozenset({"one", "once", "third", "zero"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it stands in a text from `start` to `end`. Its value is equal for numbers that mean the same however
    they are written, and "" where it is no number after all.
    """

    start: int
    end: int
    text: str
    value: str


def quantities(text: str) -> Iterator[Quantity]:
    """Every number of a text, from left to right. "^" stands before raised digits, as in 10^9."""
    at = 0
    while start := _START.search(text, at):
        if start[0][0].isalpha() and start[0].lower() not in _STARTING_WORDS:
            at = start.end()
        elif match := _QUANTITY.match(text, start.start()):
            at = match.end()
            found = match[0].rstrip()
            yield Quantity(match.start(), match.start() + len(found), found.strip(), _value(match))
        else:
            at = start.start() + 1


def _value(match: re.Match[str]) -> str:
    if match["date"]:
        return "date " + _date(match["date"])
    if match["often"]:
        return " ".join(match["often"].lower().split())
    if match["amount"]:
        unit = match["unit"] or ""
        if match["amount"].lower() in _NEEDS_UNIT and not unit.strip():
            return ""
        return f"{_number(match['amount'])} {_unit(unit)}".strip()
    low_unit, unit = match["low_unit"] or "", match["range_unit"] or ""
    low = f"{_number(match['low'])} {_unit(low_unit) or _unit(unit)}"
    return f"{low} - {_number(match['high'])} {_unit(unit)}".replace("  ", " ").strip()


def _date(text: str) -> str:
    lower = text.lower()
    month = next((str(at) for at, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name[:3]}", lower)), "")
    if not month:
        return re.sub(r"[./]", "/", lower)
    numbers = re.findall(r"\d+", lower)
    year = next((number for number in numbers if len(number) == 4), "")
    day = next((number.lstrip("0") for number in numbers if len(number) < 3), "")
    return f"{year}/{month}/{day}"


@lru_cache(maxsize=2_000)
def _number(text: str) -> str:
    """The value of an amount, without the accidents of writing it; its sign or comparison stays in front."""
    lower = re.sub(r"[\u00a0\u2009\u202f]", " ", text.lower()).strip()
    if lower[0].isalpha():
        return " ".join(_WORDS[word] for word in re.split(r"[ -]", lower))
    sign = "".join(char for char in lower if char in "<>≤≥±~≈-−+" and lower.index(char) < 3).replace("−", "-")
    bare, _raised, power = lower.lstrip("<>≤≥±~≈-−+ ").partition("^")
    for char, written in _FRACTIONS.items():
        bare = bare.replace(char, f" {written}")
    if "/" in bare or "⁄" in bare:
        return sign + " ".join(bare.replace("⁄", "/").split())
    return sign + _decimal(bare) + (f"^{power}" if power else "")


def _decimal(text: str) -> str:
    if re.fullmatch(r"[1-9]\d{0,2}(?:[, ]\d{3})+(?:\.\d+)?", text):
        text = re.sub("[, ]", "", text)
    elif re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?|[1-9]\d{0,2}(?: \d{3})+,\d+", text):
        text = re.sub("[. ]", "", text).replace(",", ".")
    elif re.fullmatch(r"\d+,\d+", text):
        text = text.replace(",", ".")
    if not re.fullmatch(r"\d*\.?\d+", text):
        return text  # 1.2.3: a section or a version, kept as it is
    plain = f"{Decimal(text):f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


@lru_cache(maxsize=2_000)
def _unit(text: str) -> str:
    """The unit under one name: "milligrams per day" and "mg/day" are the same."""
    words = re.sub(r"\bonce\s|^\san?\s(?=tab|cap|pill|dose|tea|table|cup)", "", text.lower())
    words = re.sub(r"\s(?:per|a|an|each|every)\s|\s?/\s?", " / ", words).strip(" -\u00a0\u2009\u202f")
    words = re.sub(r"\bdaily\b", "/ day", words)
    parts = [" ".join(part.split()) for part in words.split("/")]
    return "/".join(_unit_name(part) for part in parts).strip()


def _unit_name(text: str) -> str:
    return next((name for pattern, name in _UNIT_NAMES if pattern.fullmatch(text)), text)


def is_unit(word: str) -> bool:
    """Whether a word alone is a unit of measure, dose or time, such as "mg" or "weeks"; not "times" nor "people"."""
    return _unit_name(word.lower()) in _MEASURES
