"""E-mail addresses and names in social networks. Pure. Details: `email`, `social_handle`."""

import re
from collections.abc import Iterator
from typing import Final

from comments.triage.folding import Reading
from comments.triage.near import near
from comments.triage.phrases import Phrases
from comments.triage.signal import Detector, Facts, Found

_EMAIL: Final = re.compile(
    r"(?<![\w.+-])[\w+-][\w.+-]{0,63} ?@ ?[a-z0-9-]{1,63}(?:(?:\.| \. )[a-z0-9-]{2,24}){1,4}(?![\w@-])"
)
_MAILERS: Final = (
    "gmail|yahoo|hotmail|outlook|icloud|proton|protonmail|aol|live|gmx|me|msn|mail|googlemail|ymail|correo"
)
_AT: Final = r"(?: ?[\[({] ?(?:at|@|arroba) ?[\])}] ?| at | arroba | @ )"
_DOT: Final = r"(?: ?[\[({] ?(?:dot|\.|punto) ?[\])}] ?| dot | punto |\.)"
_ENDINGS: Final = "com|net|org|edu|es|mx|co|uk|io|me|ar|de|fr|info|us"
_SPELLED: Final = re.compile(
    rf"(?<![\w.+-])([\w][\w.+-]{{1,40}}(?:{_DOT}[\w-]{{1,30}})?){_AT}([\w-]{{2,40}}){_DOT}(?:{_ENDINGS})(?!\w)"
)
_AT_SOMEWHERE: Final = re.compile(rf"{_AT}[\w-]{{2,40}}{_DOT}(?:{_ENDINGS})(?!\w)")
_AT_MAILER: Final = re.compile(r" at (?:gmail|yahoo|hotmail|outlook|icloud|protonmail|aol)(?!\w)")
_TIED: Final = re.compile(rf"(?<![\w.+-])[\w.+-]{{2,40}}{_AT_MAILER.pattern}")
_EVERYDAY: Final = frozenset(
    """
    look us me found visit read see available here is online article bought are was look looking it up more
    back and buy sold them this info out work works start one now page that
    """.split()  # noqa: SIM905  a list of words reads best as words
)
_HANDLE: Final = re.compile(r"(?<![\w@.+/-])@ ?[a-z_][\w.]{2,29}(?<!\.)(?![\w@])")
_NO_HANDLE: Final = frozenset(
    """
    home work school night all once least everyone gmail hotmail yahoo the that this day first everybody
    """.split()  # noqa: SIM905  a list of words reads best as words
)
_NETWORK: Final = re.compile(
    r"(?<!\w)(?:instagram|insta|ig|snapchat|snap|twitter|tiktok|telegram|discord|kik|skype|facebook|fb"
    r"|wechat|onlyfans"
    r"|linkedin|reddit|line id|signal)"
    r"(?: ?(?:handle|name|id|username|user|account|usuario))?(?: is| es| as| under| como|:| -| =|:-)? ?(?:is |es )?@?"
    r"([a-z][\w.-]{1,40}[\w])(?!\w)"
)
_KNOWN_AS: Final = re.compile(
    r"(?<!\w)(?:facebook|fb|instagram|linkedin|messenger|twitter) (?:as|under|como|by the name) "
    r"([a-z][\w'-]{1,24}(?: [a-z][\w'-]{1,24})?)"
)
_PATHS: Final = re.compile(
    r"(?<!\w)(?:instagram|facebook|twitter|tiktok|t|x|linkedin|snapchat)\.(?:com|me)/(?:add/"
    r"|in/)?@?[\w.-]{3,40}|(?<![\w/])/?u/[\w-]{3,30}"
)
_MARKED: Final = re.compile(r"[\d_.]|@")

HITS: Final = {
    "email": (
        "Write to anna.b@example.com",
        "anna@mail.example.co.uk is mine",
        "Contact me: ANNA@EXAMPLE.COM!",
        "anna at gmail dot com",
        "anna (at) example (dot) com",
        "anna[at]gmail.com",
        "anna @ gmail . com",
        "mi correo es ana arroba gmail punto com",
        "ana.lopez arroba hotmail punto es",
        "mail me john.smith at yahoo.com",
        "it is bob at outlook dot com please",
        "an\u200bna@exam\u200bple.com",
        "josé@ejemplo.es",
    ),
    "social_handle": (
        "Follow me @anna_heals",
        "my instagram is anna.b_77",
        "snapchat: kellyrose22",
        "Find me on telegram @maria1990",
        "instagram.com/anna.b77",
        "t.me/annab77",
        "IG: anna_b",
        "discord anna#1234 or discord: anna_1234",
        "Mi instagram es ana.lopez1",
        "u/throwaway_anna",
        "find me on LinkedIn under Maria Torres",
    ),
}
MISSES: Final = (
    "We met at home",
    "I looked at amazon.com for the book",
    "See you @ 5pm",
    "@ home I felt calm",
    "The dose was 0.5 mg/kg @ 40 minutes",
    "look at example dot com",
    "Instagram is full of bad advice",
    "I saw this on Facebook yesterday",
    "Twitter said it was fake",
    "I read reddit threads all night",
    "My signal was weak",
    "a@b",
    "he stopped at dot one",
    "The linkedin post was long",
    "Estaba en Facebook todo el día",
    "I was @home",
)
_INTRODUCED: Final = re.compile(r"(?: is| es|:|-|=|:-) ?(?:is |es )?@?[\w.-]+\Z")
_OWN: Final = re.compile(r"(?:\A|\W)(?:my|mi|me|find me|follow me|add me|im|sigueme|agregame)(?: \w+){0,2} ?\Z")
_PHRASES: Final = Phrases(social_handle=("{handle|username|usuario} {is|es} *",))


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    text = reading.text
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield Found(match.start(), match.end(), "email")
        for match in _HANDLE.finditer(text):
            if match[0].strip("@ ") not in _NO_HANDLE and (match[0][1] != " " or _MARKED.search(match[0][1:])):
                yield Found(match.start(), match.end(), "social_handle")
    yield from _spelled(text)
    if "/" in text:
        for match in _PATHS.finditer(text):
            yield Found(match.start(), match.end(), "social_handle")
    for match in _KNOWN_AS.finditer(text):
        if reading.as_typed(match.start(1), match.start(1) + 1).isupper():
            yield Found(match.start(), match.end(), "social_handle")
    for match in _NETWORK.finditer(text):
        introduced, own = _INTRODUCED.search(match[0]), _OWN.search(text[max(0, match.start() - 30) : match.start()])
        if _MARKED.search(match[1]) or "@" in match[0] or (introduced and own and match[1] not in _NO_HANDLE):
            yield Found(match.start(), match.end(), "social_handle")


def _spelled(text: str) -> Iterator[Found]:
    """Addresses with "at" and "dot" in words: "look at amazon.com" is none."""
    for match in near(_AT_SOMEWHERE, _SPELLED, text, before=80):
        words = " at " in match[0] and not re.search(rf"(?:{_MAILERS})", match[2])
        if not (words and (match[1] in _EVERYDAY or not re.search(r"dot|punto", match[0]) or match[1].endswith("ed"))):
            yield Found(match.start(), match.end(), "email")
    for match in near(_AT_MAILER, _TIED, text, before=42):
        if match[0].split()[0] not in _EVERYDAY:
            yield Found(match.start(), match.end(), "email")


DETECTOR: Final = Detector(name="contact", code="personal_data", find=_find, hits=HITS, misses=MISSES)
