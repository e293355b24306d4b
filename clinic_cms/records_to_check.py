"""Records that somebody should look at again, for those who can: medicines and crisis lines to check with their
sources, and patients' stories that nothing on record allows any more.
"""

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.domain.patient_stories import shown_without_authorization
from articles.models import CrisisResource, DrugUse
from articles.workflow import KEEP_CRISIS_LINES, KEEP_MEDICINES, KEEP_STORIES
from clinic_cms.profile import clinic

if TYPE_CHECKING:
    from clinic_cms.models import User


def records_to_check(user: "User") -> list[dict[str, Any]]:
    """One group for the desk's home where something is to be checked; nothing where nothing is."""
    items = []
    if user.has_perm(KEEP_CRISIS_LINES):
        own = list(CrisisResource.objects.filter(country=clinic().country, active=True))
        count = sum(line.is_stale for line in own)
        if not own:
            told = _("There is no crisis line for %(country)s: add one") % {"country": clinic().country}
            items.append({"title": told, "url": reverse("desk:crisis_lines")})
        elif count:
            told = ngettext("%(count)d crisis line", "%(count)d crisis lines", count) % {"count": count}
            items.append({"title": told, "url": reverse("desk:crisis_lines")})
    if user.has_perm(KEEP_MEDICINES) and (count := DrugUse.objects.stale(timezone.localdate()).count()):
        told = ngettext("%(count)d use of a medicine", "%(count)d uses of medicines", count) % {"count": count}
        items.append({"title": told, "url": reverse("desk:medicines")})
    for item in items:
        item["meta"] = _("not checked with its source for 180 days, or never")
    groups = [{"heading": _("Check with the source"), "items": items}] if items else []
    return groups + _stories_shown(user)


def _stories_shown(user: "User") -> list[dict[str, Any]]:
    """Live articles that show a patient's words whose authorization has ended or was taken back."""
    if not user.has_perm(KEEP_STORIES):
        return []
    items = [
        {
            "title": story.article.live_revision.title if story.article.live_revision else str(story.article),
            "url": reverse("desk:story", args=[story.pk]),
            "meta": _("Readers see a patient's words, and no authorization for them holds today."),
        }
        for story in shown_without_authorization()
    ]
    return [{"heading": _("Take these words down"), "items": items}] if items else []
