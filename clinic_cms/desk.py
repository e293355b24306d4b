"""The desk's home: what waits for this person, and nothing else. The one page that needs both apps."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import workflow
from articles.domain import follow_ups
from articles.enums import Status
from articles.models import PlannedWithdrawal, Revision
from clinic_cms.clinic import KEEP_CLINIC
from clinic_cms.findings_asked import findings_asked
from clinic_cms.models import User
from clinic_cms.records_to_check import records_to_check
from clinic_cms.roles import MANAGE_PEOPLE, labels_of
from clinic_cms.shared.http import AuthenticatedRequest
from clinic_cms.shared.languages import without_language
from clinic_cms.sign_off_groups import sign_off_groups
from comments.domain import alerts
from comments.domain.moderation import MODERATE
from comments.domain.rules import KEEP_RULES
from comments.models import Comment, CrisisAlert

MOST_SHOWN = 8


@require_safe
def home(request: AuthenticatedRequest) -> HttpResponse:
    return render(request, "desk/home.html", {"waiting": waiting_for(request)})


def waiting_for(request: AuthenticatedRequest) -> list[dict[str, Any]]:
    """The groups of work this person's roles let them do, each with its oldest items first."""
    user, groups = request.user, []
    revisions = Revision.objects.with_people().defer("body", "disclaimer").order_by("saved_at", "pk")
    groups += _crisis(user)
    groups += _follow_ups(user)
    groups += sign_off_groups(user, MOST_SHOWN)
    groups += findings_asked(user, MOST_SHOWN)
    if user.has_perm(workflow.PUBLISH):
        failed = revisions.filter(status=Status.SCHEDULED).exclude(schedule_failure="")
        if failed:
            groups.append(_failed(_group(_("Could not go live"), failed, ""), failed))
        groups += _left_up()
        ready = revisions.filter(status=Status.SIGNED_OFF)
        groups.append(_group(_("Ready to publish"), ready, _("Nothing waits to be published.")))
    if user.has_perm(workflow.WRITE):
        drafts = revisions.filter(status=Status.DRAFT)
        own = drafts.filter(contributions__person=user) | drafts.filter(based_on__contributions__person=user)
        groups.append(_group(_("Your drafts"), own.distinct(), _("You have no drafts. Start one from Articles.")))
    groups += _reviews_due(user)
    groups += records_to_check(user)
    if user.has_perm(MODERATE):
        groups.append(_comments_group())
    return groups


def _crisis(user: User) -> list[dict[str, Any]]:
    """Before everything else: an alert that nobody has said they have, for those who can."""
    alert = CrisisAlert.objects.filter(acknowledged_at__isnull=True).first() if alerts.may_acknowledge(user) else None
    if alert is None:
        return []
    item = {
        "title": alerts.sentence(alert.number),
        "url": reverse("desk:crisis_alerts"),
        "meta": "",
        "failure": _("Nobody has said yet that they have it."),
        "since": alert.sent_at,
    }
    return [{"heading": _("Somebody may be in crisis"), "items": [item], "empty": ""}]


def _reviews_due(user: User) -> list[dict[str, Any]]:
    """What is overdue, for those who can do something about it; nothing where nothing is."""
    if not any(user.has_perm(each) for each in (workflow.WRITE, workflow.SIGN_OFF_CLINICAL, workflow.PUBLISH)):
        return []
    overdue = Revision.objects.live().filter(next_review_due__lt=timezone.localdate()).select_related("topic")
    revisions = list(overdue.defer("body", "disclaimer").order_by("next_review_due", "pk")[:MOST_SHOWN])
    if not revisions:
        return []
    items = [
        {
            "title": revision.title,
            "url": revision.get_absolute_url(),
            "meta": _("%(topic)s · was due %(day)s")
            % {"topic": revision.topic, "day": date_format(cast(date, revision.next_review_due))},
        }
        for revision in revisions
    ]
    more = {"url": f"{reverse('desk:review_dates')}?show=overdue", "label": _("All overdue reviews")}
    return [{"heading": _("Review due"), "items": items, "more": more}]


def _group(heading: str, revisions: Sequence[Revision] | QuerySet[Revision], empty: str) -> dict[str, Any]:
    items = [
        {
            "title": revision.title,
            "url": revision.get_absolute_url(),
            "meta": f"{revision.topic} · {revision.get_status_display()}",
            "since": revision.saved_at,
        }
        for revision in revisions[:MOST_SHOWN]
    ]
    return {"heading": heading, "items": items, "empty": empty}


def _failed(group: dict[str, Any], revisions: QuerySet[Revision]) -> dict[str, Any]:
    """The same group with why each could not go live, and since when it should have."""
    for item, revision in zip(group["items"], revisions, strict=False):
        item |= {"failure": revision.schedule_failure, "since": revision.publish_at}
    return group


def _left_up() -> list[dict[str, Any]]:
    """What should have come down and could not, as a group of its own where there is any."""
    plans = PlannedWithdrawal.objects.open().exclude(failure="").order_by("at", "pk").titled()[:MOST_SHOWN]
    items = [
        {
            "title": plan["title"],
            "url": reverse("desk:revision", args=[plan["revision"]]),
            "meta": "",
            "failure": plan["failure"],
            "since": plan["at"],
        }
        for plan in plans
    ]
    return [{"heading": _("Could not come down"), "items": items, "empty": ""}] if items else []


def _follow_ups(user: User) -> list[dict[str, Any]]:
    """What this person can look at again, as a group of its own where there is any."""
    items = [
        {
            "title": follow_up.title,
            "url": follow_up.get_absolute_url(),
            "meta": (_("! Overdue since %(day)s") if follow_up.is_overdue else _("Due %(day)s"))
            % {"day": date_format(follow_up.due_on, "DATE_FORMAT")},
            "since": follow_up.opened_at,
        }
        for follow_up in follow_ups.waiting_for(user).with_looks()[:MOST_SHOWN]
    ]
    return [{"heading": _("Please look again"), "items": items, "empty": ""}] if items else []


def _comments_group() -> dict[str, Any]:
    """The comments that wait, the most urgent lane first; the words stay on their own pages."""
    waiting = Comment.objects.queued().select_related("revision").defer("body", "redacted_body", "revision__body")
    items = [
        {
            "title": _("%(name)s on “%(article)s”") % {"name": comment.shown_name, "article": comment.revision.title},
            "url": reverse("desk:comment", args=[comment.pk]),
            "meta": str(comment.get_lane_display()),
            "since": comment.created_at,
        }
        for comment in waiting[:MOST_SHOWN]
    ]
    more = {"url": reverse("desk:comments"), "label": _("The whole queue")}
    group = {"heading": _("Comments to decide"), "items": items, "empty": _("Every comment has been decided.")}
    return group | {"more": more} if items else group


def navigation(request: HttpRequest) -> dict[str, Any]:
    """The desk's places that this person's roles open: those of every day, the others, and the one that is open now."""
    user = request.user
    reads = user.has_perm(workflow.READ)
    daily = _places(request, [
        (_("Desk"), "desk:home", True),
        (_("Articles"), "desk:articles", reads),
        (_("Reviews"), "desk:reviews", reads),
        (_("Calendar"), "desk:calendar", reads),
        (_("Comments"), "desk:comments", user.has_perm(MODERATE)),
    ])  # fmt: skip
    more = _places(request, [
        (_("Review dates"), "desk:review_dates", reads),
        (_("Pictures"), "desk:pictures", reads),
        (_("Sources"), "desk:sources", reads),
        (_("Follow-ups"), "desk:follow_ups", reads),
        (_("Pages of the site"), "desk:site_pages", reads),
        (_("Reports"), "desk:reports", reads),
        (_("Medicines"), "desk:medicines", user.has_perm(workflow.KEEP_MEDICINES)),
        (_("Crisis lines"), "desk:crisis_lines", user.has_perm(workflow.KEEP_CRISIS_LINES)),
        (_("Services"), "desk:services", user.has_perm(workflow.KEEP_SERVICES)),
        (_("Patients' stories"), "desk:stories", user.has_perm(workflow.KEEP_STORIES)),
        (_("Comment rules"), "desk:comment_rules", user.has_perm(KEEP_RULES) and not user.has_perm(MODERATE)),
        (_("People"), "desk:people", user.has_perm(MANAGE_PEOPLE)),
        (_("Topics"), "desk:topics", user.has_perm(workflow.PUBLISH)),
        (_("Clinic"), "desk:clinic", user.has_perm(KEEP_CLINIC)),
    ])  # fmt: skip
    return {"daily": daily, "more": more, "here": next((each for each in daily + more if each["current"]), None)}


def _places(request: HttpRequest, places: list[tuple[str, str, bool]]) -> list[dict[str, Any]]:
    path, home_url = request.path, reverse("desk:home")
    allowed = [(label, reverse(name)) for label, name, may in places if may]
    return [
        {"label": label, "url": url, "current": path == url or (url != home_url and path.startswith(url))}
        for label, url in allowed
    ]


def context(request: HttpRequest) -> dict[str, Any]:
    """The desk's navigation and whose desk it is; nothing on public pages, which know no visitor."""
    if not without_language(request.path).startswith("/desk/") or not request.user.is_authenticated:
        return {}
    roles = labels_of(request.user.groups.values_list("name", flat=True))
    return {"desk_nav": navigation(request), "desk_person": request.user, "desk_roles": sorted(roles)}
