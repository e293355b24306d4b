"""Phone numbers in the words: where they stand, what their digits are, and whether readers are told to call them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.checks import spanish
from articles.checks.facts import Facts
from articles.checks.patterns import any_of
from articles.checks.reading import Passage, Reading
from articles.checks.sentences import Sentence

EMERGENCY: Final = frozenset({"911", "112", "999", "000", "111", "113", "15", "18"})
ANYWHERE: Final = "https://findahelpline.com"
_NUMBER: Final = re.compile(r"(?<![\w.,$€£])\+?\(?\d(?:[\s().‑–-]{0,2}\d){2,14}(?![\w%])")
_CALL: Final = any_of(
    "call(?:s|ing)?",
    "text(?:s|ing)?",
    "phone",
    "dial(?:s|ing)?",
    "ring",
    "number",
    "(?:hot|help|life)line",
    "line",
    "contact",
    "reach",
    "at",
    "to",
    "al",
    *spanish.CALL,
)
_STRONG: Final = any_of(
    "call(?:s|ing)?",
    "text(?:s|ing)?",
    "phone",
    "dial(?:s|ing)?",
    "ring",
    "(?:hot|help|life)line",
    "contact",
    "reach",
    *spanish.CALL,
)
_LINE: Final = any_of("(?:hot|help|life)line", "crisis line", *spanish.CRISIS_LINE)
_COUNTS: Final = any_of(
    "/7",
    " (?:\\w{3,12} )?(?:people|adults|patients|participants|veterans|hours?|days?|times|weeks?|mg|milligrams?|percent"
    "|women|men|children|studies|trials|calories|steps|of|texts|calls|callers)",
    *spanish.COUNTS,
)  # fmt: skip
_LAST_GROUP: Final = re.compile(r"(?:\A|[\s().‑–-]{1,2})\d{1,15}\Z")
_YEARS: Final = re.compile(r"\d{4}\s?[‑–-]\s?\d{4}|\d{4}-\d{2}-\d{2}|\d{1,3}(?:\s\d{3}){1,4}")
_LONG: Final = 7  # digits; more than a year or a count


@dataclass(frozen=True, slots=True)
class Phone:
    start: int
    end: int
    digits: str
    is_called: bool  # "call 911", not "158 people"


def numbers(passage: Passage, sentence: Sentence) -> Iterator[Phone]:
    """What could be phone numbers in a sentence."""
    text = passage.masked
    for match in _NUMBER.finditer(text, sentence.start, sentence.end):
        written, counts = match[0], bool(_COUNTS.match(text[match.end() : match.end() + 30]))
        if counts:  # "116 123 24 hours a day": the last digits are not of the number, nor are "158" of "158 people"
            written = _LAST_GROUP.sub("", written)
        digits, end = re.sub(r"\D", "", written), match.start() + len(written)
        before = text[max(sentence.start, match.start() - 60) : match.start()]
        told = _STRONG if len(digits) < 5 else _CALL
        is_called = bool(told.search(before) or _LINE.search(text, end, min(sentence.end, end + 40)))
        is_written_so = len(digits) >= _LONG and not _YEARS.fullmatch(written)
        if len(digits) > 2 and (is_called or is_written_so):
            yield Phone(match.start(), end, digits, is_called)


def offers_help(reading: Reading, facts: Facts) -> bool:
    """Whether the body has an active crisis line that readers can call or text: as a link, or said so."""
    active = {each.digits for each in facts.crisis_lines if each.active}
    if not active:  # where the clinic has no line, a list of every country's is help
        return any(link.href.startswith(ANYWHERE) for link in reading.links)
    if any(link.href.startswith(("tel:", "sms:")) and same_line(dialled(link.href), active) for link in reading.links):
        return True
    return any(
        same_line(phone.digits, active) and phone.is_called
        for sentence in reading.body.sentences
        for phone in numbers(reading.body, sentence)
    )


def dialled(href: str) -> str:
    return re.sub(r"\D", "", href.partition(":")[2].partition("?")[0])


def same_line(digits: str, lines: frozenset[str] | set[str]) -> bool:
    """Whether these digits are one of the lines, with or without the country's code in front."""
    return bool(digits) and (digits in lines or digits.removeprefix("1") in lines or f"1{digits}" in lines)
