"""The blind second look: another moderator reads an approved comment without knowing what was found or decided."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain.moderation import refuse_unless_moderator
from comments.models import ModerationDecision, SecondLook

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from clinic_cms.models import User

HEAVY: Final = ("crisis", "unsafe_detail", "abuse")
WEEK: Final = timedelta(days=7)
MOST_COUNTED: Final = 1_000  # of a person's decisions, the newest
MANY: Final = 15  # hard comments in a week, after which the desk says that a hand can be asked for


def open_for(by: "User") -> "QuerySet[SecondLook]":
    """What this person can look at again: others' approvals that still stand, the oldest first."""
    looks = SecondLook.objects.filter(agreed__isnull=True, decision__comment__version=F("decision__version"))
    return looks.exclude(decision__by=by).order_by("pk")


def one_waits(*, by: "User") -> bool:
    return open_for(by).exists()


@transaction.atomic
def look(second: SecondLook, *, by: "User", would_show: bool) -> SecondLook:
    """Say whether one would have shown the comment. It stays as it is; whoever differs can take it up.

    Refuses who may not moderate, whose own approval it is, and whoever comes second.
    """
    refuse_unless_moderator(by)
    fresh = SecondLook.objects.select_for_update().get(pk=second.pk)
    if fresh.agreed is not None:
        raise StaleRefusal(_("Somebody else has looked at this one already. Nothing was changed."))
    if ModerationDecision.objects.filter(pk=fresh.decision_id, by=by).exists():
        raise Refusal(_("You approved this one yourself, so somebody else looks at it."))
    fresh.agreed, fresh.by, fresh.at = would_show, by, timezone.now()
    fresh.save(update_fields=["agreed", "by", "at"])
    return fresh


def agreement(since: datetime) -> tuple[int, int]:
    """Of the second looks since then: how many agreed, and how many there were."""
    looks = SecondLook.objects.filter(at__gte=since)
    return looks.filter(agreed=True).count(), looks.count()


def handled_lately(person: "User") -> int:
    """How many hard comments a moderator has decided in seven days: crisis, dangerous detail, abuse."""
    newest = ModerationDecision.objects.filter(by=person).values("pk")[:MOST_COUNTED]
    decided = ModerationDecision.objects.order_by().filter(pk__in=newest, at__gte=timezone.now() - WEEK)
    return decided.filter(comment__signals__code__in=HEAVY).values("comment").distinct().count()
