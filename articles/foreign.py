"""HTML of other programs under the names that our words use, before it is cleaned. Pure, and linear in the length.

Word processors write with styles what is an element of ours. To drop the styles alone would change what is said: "10⁹"
would read 109, and a dose that was struck out would read as a dose.
"""

import re
from html import unescape
from typing import Final

from articles.html_cost import TOKEN

_RENAMED: Final = {
    "b": "strong",
    "i": "em",
    "h1": "h2",
    "pre": "p",
    **dict.fromkeys(["h5", "h6"], "h4"),
    **dict.fromkeys(["article", "main", "header", "footer", "nav", "address"], "div"),
    **dict.fromkeys(["fieldset", "center", "form", "details", "summary", "dialog", "hgroup", "legend"], "div"),
}
# Whose style may say more than their name; the end tag gets the name that the start tag got.
_STYLED: Final = frozenset({"span", "font", "b", "strong", "i", "em"})
_STYLE: Final = re.compile(r"(?:^|[\s/\"'])style\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s>]*+)", re.IGNORECASE)
_MEANT: Final = (
    ("s", re.compile(r"(?<![-\w])text-decoration[^;]*line-through")),
    ("sup", re.compile(r"(?<![-\w])vertical-align\s*:\s*super")),
    ("sub", re.compile(r"(?<![-\w])vertical-align\s*:\s*sub")),
    ("strong", re.compile(r"(?<![-\w])font-weight\s*:\s*(?:bold|[6-9]00)")),
    ("em", re.compile(r"(?<![-\w])font-style\s*:\s*italic")),
)
_PLAIN: Final = re.compile(r"(?<![-\w])(?:font-weight\s*:\s*(?:normal|400)|font-style\s*:\s*normal)")


def in_our_elements(html: str) -> str:
    """The same HTML with the names of our elements, and with elements for the styles that mean something."""
    open_elements: dict[str, list[str]] = {}

    def renamed(token: re.Match[str]) -> str:
        tag = (token["tag"] or "").lower()
        if tag in _STYLED:
            stack = open_elements.setdefault(tag, [])
            if not token["closing"]:
                stack.append(_name(tag, token["rest"]))
                name = stack[-1]
            else:
                name = stack.pop() if stack else _RENAMED.get(tag, tag)
        else:
            name = _RENAMED.get(tag, "")
        return f"<{token['closing']}{name}{token['rest']}" if name else token[0]

    return TOKEN.sub(renamed, html)


def _name(tag: str, attributes: str) -> str:
    """The element that a start tag means: Google Docs wraps everything it copies into a bold that is not bold."""
    found = _STYLE.search(attributes)
    style = unescape(found[1]).lower() if found else ""
    meant = next((name for name, pattern in _MEANT if pattern.search(style)), "")
    if tag in ("span", "font") or meant in ("s", "sup", "sub"):
        return meant or tag
    return "span" if _PLAIN.search(style) else _RENAMED.get(tag, tag)
