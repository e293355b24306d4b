"""The four parts of a disclaimer: what the check asks for, and what readers see apart."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.checks import spanish
from articles.checks.patterns import any_of
from articles.checks.sentences import sentences_of
from articles.checks.text import Text

SUGGESTED: Final = _(
    "This article is general information. It is not medical advice, and it does not replace a visit with a health"
    " professional who knows you. Before you start, stop or change a treatment, talk with your doctor or pharmacist."
    "\n\nIn an emergency, call 911."
)
# By the name of the part: what says it, and how its absence is told.
PARTS: Final = {
    "general": (
        any_of("general (?:information|knowledge|purposes)", "information only", "educational purposes"),
        _("that it is general information"),
    ),
    "no_advice": (
        any_of(
            "(?:not|isn't|never)~(?:medical )?advice",
            "(?:not|isn't)~(?:substitute|replace)\\w{0,3}",
            "does not replace",
            "no medical advice",
        ),
        _("that it is not medical advice"),
    ),
    "whom_to_ask": (
        any_of(
            "(?:talk|speak|check|consult|ask|see|contact)(?: with| to)?~(?:doctor|physician|professional|pharmacist"
            "|nurse|provider|us)"
        ),
        _("to talk with a health professional"),
    ),
    "emergency": (
        any_of("emergency~(?:call|dial|phone|ring)", "(?:call|dial|phone|ring) (?:911|112|999|000|111)"),
        _("what to call in an emergency"),
    ),
}


def missing(masked: str) -> list[Promise]:
    """What a disclaimer does not say, in the order of the parts."""
    return [said for name, (_pattern, said) in PARTS.items() if not _says(name, masked)]


def parts(words: str) -> list[tuple[str, str]]:
    """The words of a disclaimer in their order, cut where a sentence begins another part: (name of the part, words).

    A sentence that says none of them goes on with the part before it. A disclaimer of which a part has no sentence of
    its own, or whose parts are not one after the other, is one piece without a name: nothing is ever left out or moved.
    """
    found: list[tuple[str, str]] = []
    for sentence in sentences_of(Text.plain(words)):
        text = words[sentence.start : sentence.end].strip()
        name = next((name for name in PARTS if _says(name, text)), "")
        if found and name in ("", found[-1][0]):
            found[-1] = (found[-1][0], f"{found[-1][1]} {text}")
        elif text:
            found.append((name, text))
    return found if [name for name, _words in found] == [*PARTS] else [("", words)]


def _says(name: str, text: str) -> bool:
    """Whether words say this part, in English or Spanish."""
    return bool(PARTS[name][0].search(text) or spanish.PARTS_OF_A_DISCLAIMER[name].search(text))
