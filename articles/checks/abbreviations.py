"""Abbreviations, and whether they are explained where the body first uses them."""

import re
from collections.abc import Iterator
from typing import Final

from articles.checks.reading import BODY, Found, Reading

_SHORT: Final = re.compile(r"(?<![\w.])[A-Z](?:[A-Z]|[a-z]{0,2}[A-Z]){1,5}(?=s?(?!\w))s?")
_ROMAN: Final = re.compile(r"[IVX]{2,4}")
_COUNTED: Final = re.compile(
    r"(?:schedule|type|stage|phase|class|grade|part|chapter|level|volume|axis"
    r"|lista|tipo|etapa|fase|clase|grado|parte|cap[ií]tulo|nivel|eje|siglo)s?\s{1,3}\Z",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"(?:\bor|called|known as|short for|abbreviated(?: as| to)?"
    r"|\bo|llamad[oa]s?|conocid[oa]s? como|abreviad[oa]s?(?: como)?|siglas(?: en inglés)?,?)\s{1,3}[\"“«]?\Z"
)
_LONG_FORM: Final = re.compile(
    r"s?(?:\s{1,3}\(|,\s{1,3}(?:or|short for|which stands for|o|es decir,?|que significa|siglas de)\s{1,3})"
    r"(?:[^\W\d_][\w'’-]{1,30}[\s,]{0,2}){2,8}"
)
_SHOUTED: Final = frozenset(
    "NOT AND OR DO NO NEVER ALL STOP CALL MUST ANY ONLY YES IF DONT TAKE TWO THE TO IN ON AT IS IT BE NOW HELP NOTE"
    " NEW FREE DAY EVERY TWICE"
    " ONCE ALWAYS NONE BOTH YOU YOUR FOR WITH AFTER BEFORE WHEN"
    " NUNCA SI NI SIN CON TOME LLAME AYUDA ALTO DEJE DOS UNA UN EL LA LOS LAS DE DEL ES SOLO YA HOY AHORA NUEVO"
    " GRATIS SIEMPRE TODO NADA".split()
)


def unexplained(reading: Reading, known: frozenset[str]) -> Iterator[Found]:
    """The first use of each abbreviation in the body, headings aside, where nothing says what it stands for."""
    seen = {each.upper() for each in known}
    marked = {at for box in reading.boxes_of("abbr") if box.title for at in range(box.start, box.end)}
    for found in reading.find(_SHORT, (BODY,)):
        short = found.words.removesuffix("s")
        if short.upper() in seen or reading.block(found.sentence.block).level or _is_none(found, short):
            continue
        seen.add(short.upper())
        if found.start not in marked and not _is_explained(found):
            yield found


def _is_none(found: Found, short: str) -> bool:
    """Whether this is a number in Roman letters, or a word that was written large."""
    text = found.passage.masked
    if _ROMAN.fullmatch(short) and (short != "IV" or _COUNTED.search(text, max(0, found.start - 20), found.start)):
        return True
    return short in _SHOUTED or text[found.sentence.start : found.sentence.end].isupper()


def _is_explained(found: Found) -> bool:
    """Whether it stands in brackets behind its long form, or its long form behind it."""
    text = found.passage.masked
    before = text[max(found.sentence.start, found.start - 30) : found.start]
    in_brackets = before.endswith(("(", "(the ", "(el ", "(la ", "[")) and bool(re.search(r"\w", before))
    return in_brackets or bool(_NAMED.search(before)) or bool(_LONG_FORM.match(text, found.end))
