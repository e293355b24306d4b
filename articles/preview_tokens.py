"""The address of a preview and the code that confirms it, both made from a nonce and the site's secret key. Pure.

Neither is stored, so a copy of the database opens no preview; a changed secret key closes them all.
"""

import hmac
from typing import Final

from django.core import signing
from django.utils.crypto import salted_hmac

SALT: Final = "articles.preview"
DIGITS: Final = 6


def token_of(link_id: int, nonce: str) -> str:
    """The part of the address that nobody can guess."""
    return signing.Signer(salt=SALT).sign_object([link_id, nonce])


def read_token(token: str) -> tuple[int, str] | None:
    """The link's number and nonce, or None for a token that was not made here."""
    try:
        link_id, nonce = signing.Signer(salt=SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return (link_id, nonce) if isinstance(link_id, int) and isinstance(nonce, str) else None


def code_of(code_id: int, nonce: str) -> str:
    """Six digits, an HMAC-SHA-256 cut short in the manner of RFC 4226."""
    digest = salted_hmac(f"{SALT}.code", f"{code_id}:{nonce}", algorithm="sha256").digest()
    start = digest[-1] & 0xF
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def is_code(typed: str, code_id: int, nonce: str) -> bool:
    """Whether these are the digits; spaces between them do not matter. Takes the same time for every wrong code."""
    digits = "".join(typed.split())
    return digits.isascii() and hmac.compare_digest(digits, code_of(code_id, nonce))
