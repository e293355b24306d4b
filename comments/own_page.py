"""The secret address of a comment's own page: whoever posted it can see how it fares, without an account."""

from typing import Final
from uuid import UUID

from django.core import signing
from django.http import Http404

SALT: Final = "comments.own_page"


def key_of(public_id: UUID) -> str:
    return signing.Signer(salt=SALT, sep="~").sign(str(public_id))


def public_id_of(key: str) -> UUID:
    """The comment a key belongs to; Http404 for a key that was not made here."""
    try:
        return UUID(signing.Signer(salt=SALT, sep="~").unsign(key))
    except (signing.BadSignature, ValueError) as problem:
        raise Http404 from problem
