"""What it would cost to parse some HTML, told before parsing it: nh3 takes minutes for a megabyte of nested elements.

Pure, and linear in the length. The count may be too high for odd HTML, never much too low: a closing tag counts only
where it closes what was opened last, and nothing that hides tags from a browser hides them from the count.
Measured over 200,000 characters of the worst kinds we know: what passes is cleaned within a second.
"""

import re
from typing import Final

from django.utils.translation import gettext as _

from clinic_cms.shared.refusal import Refusal

MOST_CHARACTERS: Final = 200_000  # about 30,000 words
DEEPEST: Final = 100
MOST_ATTRIBUTES: Final = 50
MOST_WORK: Final = 200_000  # the depth at each tag, added up: what a parser may have to open again there

# Elements that are empty, or that the next one of their kind closes: without an end tag they do not nest.
_NEVER_NESTS: Final = frozenset(
    [
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
        *("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "caption"),
    ]
)
_ATTRIBUTES: Final = (
    r"(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+))?+)*+(?:>|\Z)"
)
# One comment, one element whose content is text, or one tag, found the way a browser finds it. Possessive, so that no
# input makes it go back; each may be ended by the end of the words.
TOKEN: Final = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    rf"|<(?P<raw>script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext)(?=[\s/>]){_ATTRIBUTES}"
    r"(?P<content>.*?)(?:(?=</(?P=raw)[\s/>])|\Z)"
    rf"|<(?P<closing>/?)(?P<tag>[a-z][^\s/>]*+)(?P<rest>{_ATTRIBUTES})"
    r"|<[!?/][^>]*+(?:>|\Z)",
    re.ASCII | re.DOTALL | re.IGNORECASE,
)
_OPENING: Final = re.compile("<[a-z]", re.IGNORECASE)


class TooLarge(Refusal):
    """The words are too long, too deeply nested or too odd to be cleaned in good time."""


def too_nested() -> TooLarge:
    return TooLarge(_("The formatting of these words is too deeply nested. Paste them again as plain text."))


def refuse_too_long(html: str) -> None:
    if len(html) > MOST_CHARACTERS:
        raise TooLarge(
            _("These words are too long: %(length)s characters, and %(most)s is the most. Make two articles of them.")
            % {"length": f"{len(html):,}", "most": f"{MOST_CHARACTERS:,}"}
        )


def refuse_too_nested(html: str) -> None:
    """Refuse what nests too deep, opens too much again and again, or carries too many attributes."""
    if "<![CDATA[" in html:  # text in SVG, a comment in HTML: what follows could be either
        raise too_nested()
    stack: list[str] = []
    hidden = work = 0
    for token in TOKEN.finditer(html):
        if token["raw"]:  # in SVG these are elements like all others
            hidden += len(_OPENING.findall(token["content"]))
        elif token["tag"]:
            _count(stack, token["tag"].lower(), bool(token["closing"]))
            work += len(stack)
        attributes = (token["rest"] or "").count("=")
        words = len((token["rest"] or "").split())
        too_many = attributes > MOST_ATTRIBUTES or words > MOST_ATTRIBUTES * 4
        if too_many or len(stack) + hidden > DEEPEST or work > MOST_WORK:
            raise too_nested()


def _count(stack: list[str], tag: str, closing: bool) -> None:
    if closing:
        if stack and stack[-1] == tag:
            stack.pop()
    elif tag not in _NEVER_NESTS:
        stack.append(tag)
