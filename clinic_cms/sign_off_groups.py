"""What the desk's home shows to those who sign off, and to those who choose who does."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import workflow
from articles.domain.review_list import MINE, SIGNABLE, assigned_to, signable_by, waiting_for_nobody
from articles.models import Review
from articles.models.review import ReviewQuerySet
from clinic_cms.models import User


def sign_off_groups(user: User, most: int) -> list[dict[str, Any]]:
    """What waits for this person by name, what else they could sign, and what waits for nobody; each with its soonest
    due first and no more than `most` of them, whatever there is.
    """
    groups = []
    if any(user.has_perm(permission) for permission in workflow.MAY_SIGN.values()):
        own = assigned_to(user)
        others = signable_by(user).exclude(pk__in=own.order_by().values("pk"))
        groups.append(_group(_("Yours to sign off"), own, most, _("Nothing waits for you by name."), MINE))
        groups.append(
            _group(_("You could also sign"), others, most, _("Nothing else waits that you could sign."), SIGNABLE)
        )
    if user.has_perm(workflow.ASSIGN):
        nobody = _group(_("Nobody here can sign these off"), waiting_for_nobody(), most, "", "")
        groups += [nobody] if nobody["items"] else []
    return groups


def _group(heading: str, reviews: ReviewQuerySet, most: int, empty: str, show: str) -> dict[str, Any]:
    today, count = timezone.localdate(), reviews.count()
    items = [_item(review, today) for review in reviews.for_queue()[:most]] if count else []
    all_url = f"{reverse('desk:reviews')}?show={show}" if show and items else ""
    return {"heading": heading, "items": items, "empty": empty, "count": count, "all_url": all_url}


def _item(review: Review, today: Any) -> dict[str, Any]:
    return {
        "title": review.revision.title,
        "url": review.revision.get_absolute_url(),
        "meta": str(review.revision.topic),
        "since": review.requested_at,
        "due_on": review.due_on,
        "is_overdue": review.is_overdue(today),
        "is_due_today": review.due_on == today,
    }
