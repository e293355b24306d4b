"""Where the people on call say that they have it. The words of the comments are on the queue's page, not here."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown
from comments.domain import alerts
from comments.domain.moderation import MODERATE
from comments.models import CrisisAlert

MOST_COUNTED = 99
ALERTS_SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
@refusals_shown
def crisis_alerts(request: AuthenticatedRequest) -> HttpResponse:
    """What waits, who has it, and the latest alerts."""
    if not alerts.may_acknowledge(request.user):
        raise PermissionDenied
    if request.method == "POST":
        seen = request.POST.get("seen", "")
        alerts.acknowledge(by=request.user, seen=int(seen) if seen.isdecimal() and len(seen) < 19 else 0)
        messages.success(request, _("You have it. Nobody else is mailed about this now."))
        return redirect("desk:crisis_alerts")
    shown = list(CrisisAlert.objects.select_related("acknowledged_by")[:ALERTS_SHOWN])
    number = alerts.waiting()[: MOST_COUNTED + 1].count()
    context = {
        "number": number,
        "sentence": alerts.sentence(number),
        "alerts": shown,
        "open": next((alert for alert in shown if alert.acknowledged_at is None), None),
        "taken": next((alert for alert in shown if alert.acknowledged_by_id), None),
        "moderates": request.user.has_perm(MODERATE),
    }
    return render(request, "desk/comments/alerts.html", context)
