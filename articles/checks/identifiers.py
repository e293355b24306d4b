"""Whether an identifier can be one: its form, and its check digit where it has one."""

import re
from typing import Final

_DOI: Final = re.compile(r"10\.\d{4,9}/\S{1,300}")
_PMID: Final = re.compile(r"[1-9]\d{0,7}")


def is_doi(text: str) -> bool:
    """Parentheses are legal: 10.1016/S0006-3223(99)00230-9."""
    return bool(_DOI.fullmatch(text))


def is_pmid(text: str) -> bool:
    return bool(_PMID.fullmatch(text))


def is_isbn(text: str) -> bool:
    digits = text.replace("-", "").replace(" ", "").upper()
    if re.fullmatch(r"[0-9]{13}", digits):
        return sum(int(digit) * (1, 3)[at % 2] for at, digit in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        return sum((10 if digit == "X" else int(digit)) * (10 - at) for at, digit in enumerate(digits)) % 11 == 0
    return False
