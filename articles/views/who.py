"""Builds the lines that say who else has a draft open."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.domain import presence
from articles.models import Revision, Writer

if TYPE_CHECKING:
    from clinic_cms.models import User


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody else who has the draft open, as its page tells."""

    pk: int
    name: str
    since: datetime
    leads: bool
    last_change: str


def who_is_writing(revision: Revision, by: "User", own: Writer | None = None, seen: str = "") -> dict[str, Any]:
    """The others who have the draft open, whoever leads first; who took over from this person; and whether the words
    were saved since `seen`, the state that the page was made from.
    """
    return {
        "revision": revision,
        "others": [_other(each) for each in presence.others_writing(revision, by)],
        "leads": bool(own and own.leads_since),
        "taken_over_by": own.taken_over_by if own else None,
        "saved_since": bool(seen) and seen != revision.state_token,
    }


def _other(writer: Writer) -> Other:
    changed = _("nothing unsaved")
    if writer.changed_at:
        changed = _("last change %(ago)s ago, not saved yet") % {"ago": _ago(timezone.now() - writer.changed_at)}
    since = writer.leads_since or writer.opened_at
    return Other(writer.person_id, writer.person.display_name, since, writer.leads_since is not None, changed)


def _ago(gone: timedelta) -> str:
    seconds = max(0, int(gone.total_seconds()))
    if seconds < 60:
        return _("%(count)d s") % {"count": seconds}
    return _("%(count)d min") % {"count": seconds // 60}
