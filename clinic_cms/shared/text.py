"""Plain text from strangers: what is empty though it is not, and what could disguise words. Linear in its length."""

import unicodedata
from typing import Final

# Embeddings, overrides and isolates turn the reading direction of what follows; nobody needs them in a comment.
BIDI_CONTROLS: Final = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
# Letters and symbols by category that draw nothing: Hangul fillers and the blank Braille pattern.
BLANK: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# Separators, controls, format characters, surrogates, unassigned; and marks, which need a letter to stand on.
INVISIBLE_CATEGORIES: Final = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Cn", "Co", "Mn", "Me", "Mc"})


def tidy(text: str) -> str:
    """The text without NULs, lone surrogates and bidirectional controls; line ends as \\n; nothing else is changed.

    The result can be stored and shown. It is empty where no visible character is left.
    """
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").translate(BIDI_CONTROLS)
    text = text.encode("utf-8", "ignore").decode().strip()
    return text if is_visible(text) else ""


def is_visible(text: str) -> bool:
    """Whether at least one character draws something on the page."""
    return any(char not in BLANK and unicodedata.category(char) not in INVISIBLE_CATEGORIES for char in text)
