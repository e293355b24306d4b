"""A source where it is cited: beside each marker a button that opens it in place; the list leads back. Pure.

What is stored and signed stays as it is: this is done to a page on its way out, and cleaned once more after it. The
link of the marker stays too, for browsers without popovers and for paper; the style sheet shows one of the two.
"""

import re
from collections.abc import Mapping
from html import escape
from typing import Final

from django.utils.translation import gettext as _

# Only a marker that says its number and nothing else: a link in a sentence stays a link.
MARKER: Final = re.compile(
    r'<a\b(?=[^<>]*\bhref="#ref-(?P<number>\d{1,3})")[^<>]*>'
    r"(?:<(?:sup|sub|em|strong)>|\[)*(?P=number)(?:\]|</(?:sup|sub|em|strong)>)*</a>"
)
# Two markers with nothing but a space between them are two numbers; the style sheet puts a comma before the second.
BESIDE: Final = re.compile(r"</sup>\s?<sup>\Z")
LONGEST_NAME: Final = 120


def with_notes(html: str, titles: Mapping[int, str], *, buttons: bool = True) -> str:
    """Cleaned words in which each marker of a source in `titles` has a button for its note, and the first one of each
    source a place to come back to. Without `buttons` only that: not a character is added to the text.
    """
    seen: set[int] = set()

    def noted(match: re.Match[str]) -> str:
        number = int(match["number"])
        if number not in titles:
            return match[0]
        place = "" if number in seen else f' id="cite-{number}"'
        place += ' class="cite-next"' if BESIDE.search(html, max(0, match.start() - 20), match.start()) else ""
        seen.add(number)
        name = escape(_("Source %(number)d: %(title)s") % {"number": number, "title": _short(titles[number])})
        button = f'<button type="button" popovertarget="note-{number}" aria-label="{name}">{number}</button>'
        return f"<span{place}>{match[0]}{button if buttons else ''}</span>"

    return MARKER.sub(noted, html)


def cited(html: str) -> set[int]:
    """The numbers of the sources that the words cite with a number."""
    return {int(match["number"]) for match in MARKER.finditer(html)}


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_NAME else f"{title[: LONGEST_NAME - 1].rstrip()}…"
