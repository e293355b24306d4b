"""How many comments are taken in a while: from one network, under one article, and in all; and what was let in nowhere.

Nobody's address is kept: a network is counted under a truncated HMAC whose key is another one every day. A window
never reaches over midnight (UTC), so it has one key.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_network
from typing import Final

from django.db import connection, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from comments import triage
from comments.enums import Lane
from comments.models import Comment
from comments.triage.registry import DETECTORS

Address = IPv4Address | IPv6Address
WHILE: Final = timedelta(minutes=10)
DAY: Final = timedelta(days=1)
SPAM_AGAIN: Final = timedelta(hours=1)
# Networks in which nobody's address is their own: a proxy that does not say whom it speaks for, or the house itself.
NOBODYS: Final = tuple(
    ip_network(each)
    for each in (
        *("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"),
        *("::1", "fc00::/7", "fe80::/10"),
    )
)
CRISIS_DETECTORS: Final = tuple(each for each in DETECTORS if each.code == "crisis")


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many of a kind in a window. `own` is one network's limit; all others are shared."""

    kind: str
    window: timedelta
    most: int
    own: bool = False


# In the order in which their rows are locked.
COMMENTS: Final = (
    Limit("prefix", WHILE, 10, own=True),
    Limit("day", DAY, 60, own=True),
    Limit("article", WHILE, 60),
    Limit("all", WHILE, 300),
)
REPORTS: Final = (Limit("reporter", WHILE, 10, own=True), Limit("reports", WHILE, 200))
FEEDBACK: Final = (Limit("page", WHILE, 10, own=True), Limit("pages", WHILE, 200))
MOST: Final = {limit.kind: limit.most for limit in (*COMMENTS, *REPORTS, *FEEDBACK)}
MOST_LIKELY_SPAM: Final = 2_000  # that wait at the same time
MOST_LIKELY_SPAM_OF_AN_ARTICLE: Final = 300


class Limited(Exception):  # no Refusal: nothing is wrong with what was asked, only with the moment
    """Too much at once. `until` is when to try again; `own` says that it was too much from the reader's own network,
    `crisis` what was found of one in the words (the details): then help has to be shown first.
    """

    def __init__(self, why: str, until: datetime, *, own: bool = False, crisis: Iterable[str] = ()) -> None:
        super().__init__(why)
        self.why, self.until, self.own, self.crisis = why, until, own, frozenset(crisis)

    @property
    def reason(self) -> str:
        """What the reader is told, with when to try again."""
        shared = _("A lot has come from your internet connection just now, and others may share it.")
        many = _("A lot is coming in just now.")
        again = _("Please try again after %(time)s.") % {"time": self.time}
        return f"{shared if self.own else many} {again}"

    @property
    def time(self) -> str:
        local = timezone.localtime(self.until)
        return date_format(local, "H:i T" if local.date() == timezone.localdate() else "MONTH_DAY_TIME_FORMAT")

    @property
    def seconds(self) -> int:
        return max(1, round((self.until - timezone.now()).total_seconds()))


def admit(article_id: int, *, address: Address | None, body: str) -> None:
    """Count one comment, or raise Limited and count none.

    Words of somebody who may be in crisis are stopped by no limit that others can use up, only by their own network's.
    """
    counts = _counts(COMMENTS, address, article_id)
    full = _full(counts)
    if not full:
        return
    found = triage.inspect(body, detectors=CRISIS_DETECTORS)
    is_crisis = triage.lane_of(found) == Lane.CRISIS
    if is_crisis and not any(count.limit.own for count in full):
        full = _full([count for count in counts if count.limit.own])
    if full:
        raise _limited(full, crisis=(each.detail for each in found if each.code == "crisis"))


def admit_report(*, address: Address | None) -> None:
    """Count one report by a reader, or raise Limited and count none."""
    full = _full(_counts(REPORTS, address, None))
    if full:
        raise _limited(full)


def admit_feedback(*, address: Address | None) -> None:
    """Count what one reader thinks of a page, or raise Limited and count none."""
    full = _full(_counts(FEEDBACK, address, None))
    if full:
        raise _limited(full)


def make_room_for_likely_spam(article_id: int) -> None:
    """Raises Limited when as much likely spam waits as moderators will ever look through. To be called in the
    transaction that adds one more: until it ends, no other does.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('comments.likely_spam', 0))")
    waiting = Comment.objects.filter(lane=Lane.LIKELY_SPAM)
    if (
        waiting.filter(article=article_id)[:MOST_LIKELY_SPAM_OF_AN_ARTICLE].count() >= MOST_LIKELY_SPAM_OF_AN_ARTICLE
        or waiting[:MOST_LIKELY_SPAM].count() >= MOST_LIKELY_SPAM
    ):
        raise Limited("spam", timezone.now() + SPAM_AGAIN)


def dropped(why: str) -> None:
    """Count what was answered and stored nowhere, by day and reason."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO comments_dropped (day, why, number) VALUES (%s, %s, 1)"
            " ON CONFLICT (day, why) DO UPDATE SET number = comments_dropped.number + 1",
            [timezone.localdate(), why],
        )


def network_of(address: Address | None) -> str:
    """The /24 or /48 that an address lies in; empty where it tells nobody from anybody."""
    if address is None or any(address in each for each in NOBODYS if each.version == address.version):
        return ""
    return str(ip_network((address, 24 if address.version == 4 else 48), strict=False))


def key_of(network: str, day: datetime) -> str:
    """What a network is called on one day (UTC), and on no other."""
    return salted_hmac(f"comments.floods.{day:%Y-%m-%d}", network, algorithm="sha256").digest()[:12].hex()


@dataclass(frozen=True, slots=True)
class _Count:
    limit: Limit
    key: str
    window: datetime

    @property
    def until(self) -> datetime:
        return self.window + self.limit.window


# A window that was full stays full until it ends: this process asks the database no second time, so that a flood costs
# it a look at a set. At most so many; then it asks again.
MOST_KNOWN: Final = 5_000
_known_full: set[_Count] = set()


def _counts(limits: Iterable[Limit], address: Address | None, article_id: int | None) -> list[_Count]:
    network, now, counts = network_of(address), timezone.now(), []
    for limit in limits:
        window = _start(now, limit.window)
        if limit.own and not network:
            continue
        key = key_of(network, window) if limit.own else str(article_id) if limit.kind == "article" else "all"
        counts.append(_Count(limit, key, window))
    return counts


def _start(now: datetime, length: timedelta) -> datetime:
    seconds = int(length.total_seconds())
    return datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, tz=UTC)


def _full(counts: list[_Count]) -> list[_Count]:
    """Count one more in every window and return nothing; where some are full, count in none and return those."""
    known = [count for count in counts if count in _known_full]
    if known:
        return known
    full = _counted(counts)
    if len(_known_full) + len(full) > MOST_KNOWN:
        _known_full.clear()
    _known_full.update(full)
    return full


def forget() -> None:
    """Ask the database again about every window: for tests, which empty it."""
    _known_full.clear()


def _counted(counts: list[_Count]) -> list[_Count]:
    rows = ", ".join(["(%s, %s, %s, 1)"] * len(counts))
    most = " ".join(f"WHEN '{kind}' THEN {number}" for kind, number in MOST.items())
    statement = (
        f'INSERT INTO comments_flow (kind, key, "window", number) VALUES {rows}'  # noqa: S608  our own constants
        ' ON CONFLICT (kind, key, "window") DO UPDATE SET number = comments_flow.number + 1'
        f" WHERE comments_flow.number < CASE comments_flow.kind {most} END RETURNING kind"
    )
    if not counts:
        return []
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [part for each in counts for part in (each.limit.kind, each.key, each.window)])
        taken = {kind for (kind,) in cursor.fetchall()}
        full = [count for count in counts if count.limit.kind not in taken]
        transaction.set_rollback(bool(full))
    return full


def _limited(full: list[_Count], *, crisis: Iterable[str] = ()) -> Limited:
    last = max(full, key=lambda count: count.until)
    return Limited(last.limit.kind, last.until, own=last.limit.own, crisis=crisis)
