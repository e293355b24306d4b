"""Looks whether the links of live articles still lead somewhere, where the clinic allows it: by the queue, a few at
once.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django_tasks import task

from articles.checks.html_reading import HtmlReader
from articles.citing import link_answer
from articles.models import Article, CheckedLink
from articles.models.checked_link import LONGEST_LINK
from articles.source_enums import LinkState

AT_ONCE: Final = 10
LIST_AGAIN: Final = timedelta(hours=6)


def dead_links(html: str) -> tuple[str, ...]:
    """The links in these words that were gone whenever somebody looked; none where links are not checked."""
    addresses = links_of(html) if settings.LINK_CHECKS else set()
    if not addresses:
        return ()
    return tuple(CheckedLink.objects.dead().filter(address__in=addresses).values_list("address", flat=True))


def links_of(html: str) -> set[str]:
    """The web addresses outside of this site that the words link to, as they stand there."""
    own = {host.lstrip(".") for host in settings.ALLOWED_HOSTS}
    return {link.href for link in HtmlReader(html).read().links if _is_outside(link.href, own)}


def queue_looks(now: datetime | None = None) -> int:
    """Put the next links into the queue; how many there were. The clock calls this every round."""
    if not settings.LINK_CHECKS:
        return 0
    now = now or timezone.now()
    _list_again(now)
    with transaction.atomic():
        due = CheckedLink.objects.due(now).order_by(F("asked_at").asc(nulls_first=True), "pk")
        chosen = list(due.select_for_update(skip_locked=True)[:AT_ONCE])
        CheckedLink.objects.filter(pk__in=[link.pk for link in chosen]).update(asked_at=now)
        for link in chosen:
            look_at.enqueue(link.pk)
    return len(chosen)


@task()
def look_at(link_id: int) -> None:
    """Ask the server, and keep what it said."""
    link = CheckedLink.objects.filter(pk=link_id).first()
    if link and settings.LINK_CHECKS:
        keep_answer(link, link_answer.look(link.address, seconds=settings.LINK_CHECK_SECONDS))


def keep_answer(link: CheckedLink, state: LinkState) -> None:
    """What one look found. One that found nothing out neither clears a link nor blames it."""
    link.state, link.looked_at = state, timezone.now()
    if state == LinkState.GONE:
        link.times_gone = min(link.times_gone + 1, 1_000)
    elif state == LinkState.FINE:
        link.times_gone = 0
    link.save(update_fields=["state", "looked_at", "times_gone"])


def _list_again(now: datetime) -> None:
    """Note what live articles link to, a few times a day."""
    last = CheckedLink.objects.aggregate(last=Max("listed_at"))["last"]
    if last and last > now - LIST_AGAIN:
        return
    bodies = Article.objects.live().filter(live_revision__body__contains='href="http')
    found = _all_links(bodies.values_list("live_revision__body", flat=True).iterator())
    CheckedLink.objects.bulk_create(
        [CheckedLink(address=address, listed_at=now) for address in sorted(found)],
        update_conflicts=True, unique_fields=["address"], update_fields=["listed_at"], batch_size=500,
    )  # fmt: skip


def _all_links(bodies: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for body in bodies:
        found |= links_of(body)
    return found


def _is_outside(href: str, own: set[str]) -> bool:
    try:
        parts = urlsplit(href)
        is_web = parts.scheme in ("http", "https") and len(href) <= LONGEST_LINK
        return is_web and bool(parts.hostname) and parts.hostname not in own
    except ValueError:
        return False
