"""Planning when live words come down: plan or change it, cancel it, do it now."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.domain.coming_down import cancel_plan, plan_withdrawal, withdraw_as_planned
from articles.models import PlannedWithdrawal, Revision
from articles.moment_form import PlanForm
from articles.views.coming_down_panel import coming_down
from articles.views.screen import review_screen
from articles.workflow import PUBLISH, WITHDRAW
from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown


@require_POST
@permission_required(PUBLISH, raise_exception=True)
@refusals_shown
def plan(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Plan when the article's live words come down, or change the plan that was shown."""
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    form = PlanForm(request.POST, auto_id="plan-%s")
    if not form.is_valid():
        planning = {"coming_down": coming_down(revision, request.user, form), "failed_form": form}
        context = review_screen(revision, request.user) | planning
        return render(request, "desk/articles/revision.html", context, status=422)
    at = form.cleaned_data.pop("moment")
    plan_withdrawal(revision, by=request.user, at=at, **form.cleaned_data)
    messages.success(request, _("Planned. The words come down by themselves at that moment."))
    return redirect(revision)


@require_POST
@permission_required(PUBLISH, raise_exception=True)
@refusals_shown
def cancel(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    planned = get_object_or_404(PlannedWithdrawal, pk=pk)
    cancel_plan(planned, by=request.user)
    messages.success(request, _("Cancelled. The words stay live until somebody decides otherwise."))
    return redirect(planned.shown_on)


@require_POST
@permission_required(WITHDRAW, raise_exception=True)
@refusals_shown
def now(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Do by hand what the clock could not, or sooner than planned."""
    planned = get_object_or_404(PlannedWithdrawal, pk=pk)
    gone = withdraw_as_planned(planned, by=request.user)
    messages.success(request, _("Withdrawn. Readers find a notice in its place."))
    return redirect(gone)
