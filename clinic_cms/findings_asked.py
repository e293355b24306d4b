"""Findings of the checks that editors asked the clinicians about, and nobody has answered."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from articles.models import Thread
from articles.workflow import SIGN_OFF_CLINICAL

if TYPE_CHECKING:
    from clinic_cms.models import User


def findings_asked(user: "User", most: int) -> list[dict[str, Any]]:
    """One group for the desk's home of whoever could decide; nothing where nothing was asked."""
    if not user.has_perm(SIGN_OFF_CLINICAL):
        return []
    asked = Thread.objects.open().filter(override_request__isnull=False).exclude(opened_by=user)
    items = [
        {
            "title": thread.revision.title,
            "url": f"{thread.revision.get_absolute_url()}#finding-{thread.override_request.fingerprint}",
            "meta": _("%(name)s asks") % {"name": thread.opened_by_name},
            "since": thread.opened_at,
        }
        for thread in asked.select_related("revision", "override_request").defer("revision__body").order_by("pk")[:most]
    ]
    return [{"heading": _("Asked whether it may stand"), "items": items}] if items else []
