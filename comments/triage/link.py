"""Addresses of pages. Pure. Details: `url` (with http or www), `domain` (bare)."""

import re
from collections.abc import Iterator
from typing import Final

from comments.triage.folding import Reading
from comments.triage.near import near
from comments.triage.signal import Detector, Facts, Found

_ENDINGS: Final = (
    "com|net|org|info|biz|gov|edu|io|co|xyz|top|site|online|shop|club|store|live|clinic|health|app|dev"
    "|ly|tv|cc|ru|cn|uk|de"
    "|fr|es|mx|ar|cl|pe|ca|au|nz|ie|jp|br|nl|pl|tk|ml|gq|cf|win|bid|loan|vip|work|click|link|buzz|icu"
    "|life|world|today|pro"
    "|casino|bet|pharmacy|space|website|tech|blog|eu|ws|pw|page|su|ro|cz|in"
)
_URL: Final = re.compile(r"(?<!\w)(?:https?|ftp|hxxps?) ?:/{1,2} ?[^\s<>\"]{2,300}|(?<![\w.@/])www\.[^\s<>\"]{3,300}")
_DOMAIN: Final = re.compile(
    rf"(?<![\w.@/-])(?:[a-z0-9](?:[a-z0-9-]{{0,62}})\.){{1,4}}(?:{_ENDINGS})(?![\w@-]"
    rf"|\.\w)(?:[/:?#][^\s<>\"]{{0,300}})?"
)
_SPELLED: Final = re.compile(
    r"(?<![\w.@-])[a-z0-9-]{2,60} ?[\[(]?(?: dot |\.|dot| punto )[\])]? ?(?:com|net|org|ru|xyz|io)(?!\w)"
)
_ENDED: Final = re.compile(rf"\.(?:{_ENDINGS})(?![\w@-])")
_DOTTED: Final = re.compile(r"(?:\bdot |\bpunto |\.)[\])]? ?(?:com|net|org|ru|xyz|io)(?!\w)")
_AMBIGUOUS: Final = frozenset(
    {"in", "work", "life", "today", "live", "world", "page", "link", "space", "pro", "top", "de", "es"}
)

HITS: Final = {
    "url": (
        "See https://example.com/page?id=1",
        "HTTP://EXAMPLE.COM",
        "go to www.example.org",
        "http ://spam.example.ru/x",
        "(https://example.net)",
        "hxxp://evil.example.com/a",
        "Más en https://ejemplo.es/artículo",
        "https://bit.ly/3abcd",
    ),
    "domain": (
        "cheap-meds.ru",
        "I read it on webmd.com yesterday",
        "visit my-site.co.uk now",
        "bit.ly/3xYz",
        "best casino at lucky777.xyz!",
        "mayoclinic.org/diseases",
        "ketamine.clinic",
        "see example dot com",
        "busquen en medicinas.com.mx",
    ),
}
MISSES: Final = (
    "I slept badly.Then it got better",
    "e.g. ketamine, i.e. an anesthetic",
    "The dose was 0.5 mg/kg",
    "My score fell from 27.5 to 12.3",
    "I saw Dr.Smith",
    "It works. In my case",
    "anna@example.com",
    "He said no.in the end he agreed",
    "and/or",
    "24/7",
    "U.S. and U.K. rules differ",
    "version 2.0.1",
    "Thanks...com on",
    "St. John's wort",
    "Fin.Es todo",
)


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    text = reading.text
    yield from urls(text)
    for match in near(_ENDED, _DOMAIN, text, before=260, after=302):
        if not _is_sentence_end(match):
            yield Found(match.start(), match.end(), "domain")
    for match in near(_DOTTED, _SPELLED, text, before=64):
        mail = text.endswith((" at ", " arroba ", "@ "), 0, match.start())
        if not (mail or _is_sentence_end(match)):
            yield Found(match.start(), match.end(), "domain")


def urls(text: str) -> Iterator[Found]:
    """The addresses with http or www in folded text."""
    if ":/" in text or "www." in text:
        yield from (Found(match.start(), match.end(), "url") for match in _URL.finditer(text))


def _is_sentence_end(match: re.Match[str]) -> bool:
    """Whether it is two sentences without a space between: "better.In my case", "no.in the end"."""
    name, _dot, ending = match[0].rpartition(".")
    return ending in _AMBIGUOUS and "." not in name


DETECTOR: Final = Detector(name="link", code="link", find=_find, hits=HITS, misses=MISSES)
