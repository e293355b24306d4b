"""Counts readers: for each article by day, and by the site whose link they followed where enough did. Never who.

What is counted waits in this process for a moment and goes to the database together, so that reading costs no writing.
A process that dies loses what waited, which is some seconds of counts.
"""

import logging
import threading
import time
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.db import Error, connection
from django.db.models import Sum
from django.utils import timezone

from articles.models import Article, ReadCount
from articles.models.read_count import LONGEST_HOST

logger = logging.getLogger(__name__)

FLOOR: Final = 5  # readers of a day by way of one site; what fewer followed could tell who they are
MOST_HOSTS: Final = 300  # that one process keeps apart on one day: whoever sends made-up ones fills no table
Key = tuple[int, date, str]

_ADDED: Final = """
INSERT INTO articles_readcount (article_id, day, host, number) VALUES (%s, %s, %s, %s)
ON CONFLICT (article_id, day, host) DO UPDATE SET number = articles_readcount.number + EXCLUDED.number
"""

_lock: Final = threading.Lock()
_waiting: Counter[Key] = Counter()
_hosts: set[tuple[date, str]] = set()
_since: float = 0.0


def count(article: int, *, referrer: str, own_host: str) -> None:
    """Count one reader of an article, and the site of the link they followed, where it is another one."""
    global _since
    today, host, now = timezone.localdate(), host_of(referrer, own_host), time.monotonic()
    with _lock:
        _since = _since or now
        _waiting[article, today, ""] += 1
        if host and ((today, host) in _hosts or len(_hosts) < MOST_HOSTS):
            _hosts.add((today, host))
            _waiting[article, today, host] += 1
        is_time = now - _since >= settings.COUNT_READERS_EVERY
    if is_time:
        try:
            flush()
        except Error as problem:  # nobody is kept from reading because counting failed
            logger.warning("readers_not_counted kind=%s", type(problem).__name__)


def flush() -> None:
    """Write down what waits."""
    global _since
    with _lock:
        rows, _since = sorted(_waiting.items()), 0.0
        _waiting.clear()
        _hosts.intersection_update({each for each in _hosts if each[0] == timezone.localdate()})
    if rows:
        _write(rows)


def forget() -> None:
    """Count from nothing again, and write nothing down: for tests."""
    with _lock:
        _waiting.clear()
        _hosts.clear()


def forget_hosts_of_few(today: date) -> int:
    """Delete what fewer than FLOOR readers of a day that is over followed; how many rows that were."""
    few = ReadCount.objects.filter(day__lt=today, number__lt=FLOOR).exclude(host="")
    return few.delete()[0]


def by_day(article: Article, days: int) -> list[tuple[date, int]]:
    """How many readers each of the last days had, the last one today."""
    today = timezone.localdate()
    first = today - timedelta(days=days - 1)
    counted = dict(article.read_counts.filter(host="", day__gte=first).values_list("day", "number"))
    return [(day, counted.get(day, 0)) for day in (first + timedelta(days=number) for number in range(days))]


def hosts(article: Article, days: int, most: int = 10) -> list[tuple[str, int]]:
    """The sites whose links were followed most, and how often; none that fewer than FLOOR followed."""
    since = timezone.localdate() - timedelta(days=days - 1)
    counted = article.read_counts.filter(day__gte=since).exclude(host="").order_by().values_list("host")
    summed = counted.annotate(total=Sum("number")).filter(total__gte=FLOOR).order_by("-total", "host")
    return list(summed[:most])


def host_of(referrer: str, own_host: str) -> str:
    """The site that a link stands on, without anything else of the address; empty for our own and for what is none."""
    try:
        parts = urlsplit(referrer[:2_000])
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    named = parts.scheme in ("http", "https") and "." in host and host.isascii() and len(host) <= LONGEST_HOST
    return host if named and host != own_host.removeprefix("www.") else ""


def _write(rows: Iterable[tuple[Key, int]]) -> None:
    values = [(article, day, host, number) for (article, day, host), number in rows]
    with connection.cursor() as cursor:
        cursor.executemany(_ADDED, values)
