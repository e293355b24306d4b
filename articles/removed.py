"""What cleaning has left out of some words, as phrases for whoever wrote them. Pure, and linear in the length.

Only kinds and counts are told, never the words or addresses themselves: they may be hostile.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.foreign import in_our_elements
from articles.html_cost import TOKEN
from clinic_cms.shared.text import BIDI_CONTROLS

_ATTRIBUTE: Final = re.compile(r"([^\s\"'/>=]++)(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+")
_KINDS: Final[dict[str, str]] = {
    "script": "script",
    "style": "style",
    "font": "style",
    "a": "",
    "img": "picture",
    "picture": "",
    **dict.fromkeys(["iframe", "frame", "object", "embed", "applet", "portal", "video", "audio"], "frame"),
    **dict.fromkeys(["svg", "math"], "drawing"),
    **dict.fromkeys(["input", "select", "textarea", "button"], "field"),
    **dict.fromkeys(["s", "strike", "del"], "struck"),
    **dict.fromkeys(["noscript", "template"], "note"),
}
_STYLING: Final = frozenset({"style", "class", "color", "bgcolor", "align", "face", "background"})


def removed(before: str, after: str) -> list[str]:
    """What stood in the words before they were cleaned and does not any more, the gravest first."""
    left, kept = _tally(in_our_elements(before)), _tally(after)
    return phrases({kind: count - kept[kind] for kind, count in left.items() if count > kept[kind]})


def sentence(left_out: list[str]) -> str:
    """What people are told, or an empty text where nothing was left out."""
    return _("We left out: %(list)s.") % {"list": ", ".join(left_out)} if left_out else ""


def phrases(counts: Mapping[str, int]) -> list[str]:
    """One phrase for each kind that is counted."""
    return [phrase(kind, counts[kind]) for kind in KINDS if counts.get(kind)]


def phrase(kind: str, count: int) -> str:
    """So many of one kind, in words."""
    told = {
        "script": lambda: ngettext("%(count)d script", "%(count)d scripts", count),
        "frame": lambda: ngettext("%(count)d embedded page or player", "%(count)d embedded pages or players", count),
        "field": lambda: ngettext("%(count)d form field", "%(count)d form fields", count),
        "struck": lambda: ngettext(
            "%(count)d struck-out passage, with its words", "%(count)d struck-out passages, with their words", count
        ),
        "picture": lambda: ngettext("%(count)d picture from elsewhere", "%(count)d pictures from elsewhere", count),
        "drawing": lambda: ngettext("%(count)d drawing or formula", "%(count)d drawings or formulas", count),
        "link": lambda: ngettext(
            "%(count)d link with an address that can't be used",
            "%(count)d links with addresses that can't be used",
            count,
        ),
        "direction": lambda: ngettext("%(count)d hidden direction mark", "%(count)d hidden direction marks", count),
        "note": lambda: ngettext("%(count)d hidden part", "%(count)d hidden parts", count),
        "style": lambda: _("colors, fonts and other styles"),
    }[kind]()
    return told % {"count": count} if "%" in told else told


KINDS: Final = ("script", "frame", "field", "struck", "picture", "drawing", "link", "direction", "note", "style")


def _tally(html: str) -> Counter[str]:
    counts: Counter[str] = Counter(direction=sum(ord(character) in BIDI_CONTROLS for character in html))
    for token in TOKEN.finditer(html):
        if token["raw"]:
            counts[_KINDS.get(token["raw"].lower(), "note")] += 1
        elif token["tag"] and not token["closing"]:
            counts[_KINDS.get(token["tag"].lower(), "")] += 1
            names = [name.lower() for name in _ATTRIBUTE.findall(token["rest"])]
            counts["script"] += sum(name.startswith("on") for name in names)
            counts["style"] += sum(name in _STYLING for name in names)
            counts["link"] += token["tag"].lower() == "a" and "href" in names
        elif token[0].startswith("<!--"):
            counts["note"] += 1
    del counts[""]
    return counts
