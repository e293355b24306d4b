"""Several comments at once: a page that says what each would do, and one that says what each did."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clinic_cms.shared.http import AuthenticatedRequest
from comments.desk_forms import BulkForm
from comments.domain.bulk import carried_out, foreseen
from comments.domain.moderation import MODERATE, Verdict
from comments.enums import Outcome, Reason


@require_POST
@permission_required(MODERATE, raise_exception=True)
def bulk(request: AuthenticatedRequest) -> HttpResponse:
    """Nothing happens before `confirmed`."""
    form = BulkForm(request.POST)
    if not form.is_valid() or not form.picked():
        messages.error(request, _("Pick comments by the boxes at their top, and what to do with them."))
        return redirect("desk:comments")
    outcome, reason = Outcome(form.cleaned_data["outcome"]), form.cleaned_data["reason"]
    verdict = Verdict(outcome, reason=reason if outcome == Outcome.REJECT else "")
    confirmed = "confirmed" in request.POST
    each = (carried_out if confirmed else foreseen)(form.picked(), verdict, by=request.user)
    context = {
        "each": each,
        "will": sum(not one.refusal for one in each),
        "outcome": outcome,
        "reason": Reason(verdict.reason) if verdict.reason else None,
        "confirmed": confirmed,
    }
    return render(request, "desk/comments/bulk.html", context)
