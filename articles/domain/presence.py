"""Who else has a draft open, and whose words in it are not saved. It tells, and it runs out by itself; it locks nobody
out. All it stands in the way of is submitting or discarding a draft under somebody's hands.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.enums import Status
from articles.models import Article, Revision, Writer
from articles.workflow import WRITE
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User


def others_writing(revision: Revision, by: "User") -> list[Writer]:
    """Everybody else who has the draft open now, whoever leads first."""
    running = Writer.objects.running(timezone.now()).filter(revision=revision).exclude(person=by)
    return sorted(running.select_related("person"), key=lambda each: (each.leads_since is None, each.opened_at))


def whom_it_would_interrupt(revision: Revision, by: "User") -> str:
    """The name of somebody else with words in the draft that are not saved, or an empty text."""
    running = Writer.objects.running(timezone.now()).filter(revision=revision).exclude(person=by)
    unsaved = running.filter(changed_at__isnull=False, taken_over_by__isnull=True).select_related("person")
    first = unsaved.order_by("pk").first()
    return first.person.display_name if first else ""


@transaction.atomic
def heard_of(revision: Revision, *, by: "User", opened: bool = False, changed_at: datetime | None = None) -> Writer:
    """Record that a person has the draft open, and when they last changed something that is not saved. Whoever comes
    when nobody leads has the edit lease from then on. `opened` begins anew after somebody took over.

    Refuses who may not write, and words that are no draft.
    """
    _refuse_unless_writer(by)
    Article.objects.locked().get(pk=revision.article_id)  # first, as a save does: two at once never wait for each other
    _refuse_unless_draft(Revision.objects.only("status").get(pk=revision.pk))
    now = timezone.now()
    writer, _new = Writer.objects.get_or_create(revision=revision, person=by)
    if opened:
        writer.opened_at, writer.taken_over_by = now, None
    writer.seen_at, writer.changed_at = now, changed_at
    writer.save(update_fields=["opened_at", "taken_over_by", "seen_at", "changed_at"])
    if writer.leads_since is None and writer.taken_over_by_id is None:
        _lead_if_free(writer, now)
    return writer


@transaction.atomic
def take_over(revision: Revision, *, by: "User") -> Writer:
    """Take the lead. The others read so on their page, keep every word, and stand in the way of nothing any more."""
    writer = heard_of(revision, by=by, opened=True)
    others = Writer.objects.filter(revision=revision).exclude(person=by)
    others.update(leads_since=None)
    others.running(timezone.now()).update(taken_over_by=by)
    writer.leads_since = timezone.now()
    writer.save(update_fields=["leads_since"])
    return writer


def leave(revision: Revision, *, by: "User") -> None:
    """Forget that the person has the draft open."""
    Writer.objects.filter(revision=revision, person=by).delete()


def all_saved(revision: Revision, by: "User") -> None:
    """Nothing that the person wrote in the draft waits any more. Called when it was saved."""
    Writer.objects.filter(revision=revision, person=by).update(changed_at=None)


def leader(writers: Iterable[Writer]) -> Writer | None:
    """Who of them has the edit lease."""
    return next((each for each in writers if each.leads_since), None)


def _lead_if_free(writer: Writer, now: datetime) -> None:
    leading = Writer.objects.filter(revision=writer.revision, leads_since__isnull=False)
    if leading.running(now).exclude(pk=writer.pk).exists():
        return
    leading.update(leads_since=None)
    writer.leads_since = now
    writer.save(update_fields=["leads_since"])


def _refuse_unless_writer(by: "User") -> None:
    if not by.is_active or not by.has_perm(WRITE):
        raise Refusal(_("Only an editor can write articles."))


def _refuse_unless_draft(revision: Revision) -> None:
    if revision.status != Status.DRAFT:
        raise Refusal(
            _("These words are %(status)s, so they can't be changed.") % {"status": revision.get_status_display()}
        )
