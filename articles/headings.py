"""The headings of cleaned words: their names, so that a list of contents and a thread can point at them. Pure."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

from django.utils.text import slugify

ID_PREFIX: Final = "w-"
_ANY_TAG: Final = re.compile(r"<[^<>]*(?:>|\Z)")
HEADING: Final = re.compile(r"<(h[234])((?:\s[^<>]*)?)>")
_LONGEST_HEADING: Final = 2_000


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str
    id: str


def outline(html: str) -> list[Heading]:
    """The headings of cleaned words, for a list of contents."""
    return [Heading(int(match[1][1]), _heading_text(match), heading_id(match)) for match in HEADING.finditer(html)]


def heading_id(match: re.Match[str]) -> str:
    """The id of the heading that `HEADING` has found; empty where it has none."""
    name = re.search(r'\bid="([^"]*)"', match[2])
    return name[1] if name else ""


def heading_levels(html: str) -> list[int]:
    return [heading.level for heading in outline(html)]


def headings_without_words(html: str) -> list[str]:
    """The headings of cleaned words with nothing under them: neither words nor a picture nor a lower heading."""
    found = list(HEADING.finditer(html))
    empty = []
    for number, match in enumerate(found):
        after = found[number + 1] if number + 1 < len(found) else None
        under = html[html.find(f"</{match[1]}>", match.end()) : after.start() if after else len(html)]
        has_words = "<img" in under or unescape(_ANY_TAG.sub("", under)).strip("\u200b \t\n\xa0")
        if not has_words and not (after and after[1] > match[1]):
            empty.append(_heading_text(match))
    return empty


def with_heading_ids(html: str) -> str:
    """Every heading gets an id made of its words, unique in the article. Runs before the last sanitising."""
    taken: dict[str, int] = {}

    def with_id(match: re.Match[str]) -> str:
        base = name = ID_PREFIX + (slugify(_heading_text(match)[:200])[:60].strip("-") or "section")
        while name in taken:
            taken[base] += 1
            name = f"{base}-{taken[base]}"
        taken[name] = 1
        others = re.sub(r'\s+id="[^"]*"', "", match[2])
        return f'<{match[1]}{others} id="{name}">'

    return HEADING.sub(with_id, html)


def _heading_text(start: re.Match[str]) -> str:
    """The words of the heading that starts here, in cleaned HTML."""
    most = start.end() + _LONGEST_HEADING
    end = start.string.find(f"</{start[1]}>", start.end(), most)
    inner = start.string[start.end() : end if end >= 0 else most]
    return " ".join(unescape(_ANY_TAG.sub("", inner.replace("<br>", " "))).split())
