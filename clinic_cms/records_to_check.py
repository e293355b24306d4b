"""Medicines and crisis lines that somebody should check with their sources again, for those who can."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import CrisisResource, DrugUse
from articles.workflow import KEEP_CRISIS_LINES, KEEP_MEDICINES

if TYPE_CHECKING:
    from clinic_cms.models import User


def records_to_check(user: "User") -> list[dict[str, Any]]:
    """One group for the desk's home where something is to be checked; nothing where nothing is."""
    items = []
    if user.has_perm(KEEP_CRISIS_LINES):
        own = list(CrisisResource.objects.filter(country=settings.CLINIC_COUNTRY, active=True))
        count = sum(line.is_stale for line in own)
        if not own:
            told = _("There is no crisis line for %(country)s: add one") % {"country": settings.CLINIC_COUNTRY}
            items.append({"title": told, "url": reverse("desk:crisis_lines")})
        elif count:
            told = ngettext("%(count)d crisis line", "%(count)d crisis lines", count) % {"count": count}
            items.append({"title": told, "url": reverse("desk:crisis_lines")})
    if user.has_perm(KEEP_MEDICINES) and (count := DrugUse.objects.stale(timezone.localdate()).count()):
        told = ngettext("%(count)d use of a medicine", "%(count)d uses of medicines", count) % {"count": count}
        items.append({"title": told, "url": reverse("desk:medicines")})
    for item in items:
        item["meta"] = _("not checked with its source for 180 days, or never")
    return [{"heading": _("Check with the source"), "items": items}] if items else []
