"""Looks whether the links of live articles still lead somewhere, where the clinic allows it: by the queue, a few at
once.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django_tasks import task

from articles.citing import link_answer
from articles.domain.delivery import Told, notify
from articles.domain.links import links_of
from articles.domain.notices import keepers_of
from articles.enums import Status
from articles.models import Article, CheckedLink, Revision
from articles.models.checked_link import GONE_AFTER
from articles.source_enums import LinkState

AT_ONCE: Final = 10
LIST_AGAIN: Final = timedelta(hours=6)


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


@transaction.atomic
def keep_answer(link: CheckedLink, state: LinkState) -> None:
    """What one look found. One that found nothing out neither clears a link nor blames it; the look that makes it a
    dead one is told to the keepers of every live article that has it.
    """
    link.state, link.looked_at = state, timezone.now()
    if state == LinkState.GONE:
        link.times_gone = min(link.times_gone + 1, 1_000)
    elif state == LinkState.FINE:
        link.times_gone = 0
    link.save(update_fields=["state", "looked_at", "times_gone"])
    if state == LinkState.GONE and link.times_gone == GONE_AFTER:
        _tell_keepers(link)


def _tell_keepers(link: CheckedLink) -> None:
    shown = Revision.objects.filter(status=Status.PUBLISHED, body__contains='href="http')
    for live in shown.select_related("article__owner").order_by("pk"):
        if link.address in links_of(live.body):
            event = f"dead_link:{link.pk}:{live.pk}:{link.looked_at:%Y-%m-%d}"
            notify(keepers_of(live), live.article, event=event, say=partial(_leads_nowhere, live, link))


def _leads_nowhere(live: Revision, link: CheckedLink) -> Told:
    names = {"title": live.title, "address": Truncator(link.address).chars(200)}
    return Told(
        heading=_("A link leads nowhere: %(title)s") % names,
        sentence=_("“%(title)s” links to a page that is gone: %(address)s. Readers who follow it find nothing.")
        % names,
        path=live.get_absolute_url(),
    )


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
