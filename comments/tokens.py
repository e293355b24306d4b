"""The comment form's signed token: what protects it in place of a CSRF cookie, which public pages do not set.

Its date is rounded down to the hour, so that the page is the same bytes for everybody and can be cached.
"""

from datetime import datetime, timedelta
from typing import Final

from django.core import signing

SALT: Final = "comments.form"
STEP: Final = timedelta(hours=1)
LIFETIME: Final = timedelta(hours=48)


class Expired(Exception):
    """The page was open for longer than LIFETIME."""


class Forged(Exception):
    """The token is missing, was not made here, or belongs to another article."""


def issue(article_id: int, now: datetime) -> str:
    """The token for one article's form in this hour."""
    return signing.Signer(salt=SALT).sign_object([article_id, int(now.timestamp()) // 3600])


def check(token: str, article_id: int, now: datetime) -> None:
    """Raises Forged or Expired; returns quietly when the token is this article's and young enough."""
    try:
        bound_to, hour = signing.Signer(salt=SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError) as problem:
        raise Forged from problem
    if bound_to != article_id or not isinstance(hour, int):
        raise Forged
    if not -STEP <= now - datetime.fromtimestamp(hour * 3600, tz=now.tzinfo) <= LIFETIME:
        raise Expired
