"""Plain text from strangers: what is empty though it is not, and what could disguise words. Linear in its length."""

import re
import unicodedata
from typing import Final

# Embeddings, overrides and isolates turn the reading direction of what follows; nobody needs them in a comment.
BIDI_CONTROLS: Final = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
CONTROLS: Final = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {ord("\t"), ord("\n")})
# At the edges spaces go, and marks that join or direct what is not there.
MARKS: Final = "\u061c\u200b\u200e\u200f\u2060\ufeff"
EDGES: Final = MARKS + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
# Letters and symbols by category that draw nothing: Hangul fillers, the blank Braille pattern, the null notehead.
BLANK: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800\U0001d159")
# Separators, controls, format characters, surrogates, private use; and marks, which need a letter to stand on.
INVISIBLE_CATEGORIES: Final = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Mn", "Me", "Mc"})
# Unassigned, and ignored by every font. Other unassigned characters count as visible: they may be next year's emoji.
IGNORED: Final = frozenset([0x2065, *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000)])
_NOT_IN_XML: Final = re.compile("[\ufffe\uffff]")
LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def lines(text: str) -> str:
    """The text with every line end as \\n, as its writer counts them; a browser sends \\r\\n."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def tidy(text: str) -> str:
    """The text without control characters, lone surrogates and bidirectional controls; nothing else is changed.

    The result can be stored and shown. It is empty where no visible character is left. Cap the length first.
    """
    text = lines(text).translate(BIDI_CONTROLS | CONTROLS).encode("utf-8", "ignore").decode().strip(EDGES)
    return text if is_visible(text) else ""


def showable(text: str) -> str:
    """The text as typed, but for lone surrogates, which no page can carry: each becomes a replacement character."""
    return LONE_SURROGATE.sub("\ufffd", text)


def in_xml(text: str) -> str:
    """The text without the two visible-looking characters that no XML may carry."""
    return _NOT_IN_XML.sub("\ufffd", text)


def folded(text: str) -> str:
    """The text in small letters without accents, for comparing words."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def is_visible(text: str) -> bool:
    """Whether at least one character draws something on the page."""
    return any(_draws(char) for char in text)


def _draws(char: str) -> bool:
    return char not in BLANK and ord(char) not in IGNORED and unicodedata.category(char) not in INVISIBLE_CATEGORIES
