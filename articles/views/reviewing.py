"""The review screen: the words as readers will see them, what is needed, and the steps this person can take."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from articles.enums import Action, SignOffKind
from articles.forms import StepForm
from articles.models import Revision
from articles.views.conflict import seen_and_now
from articles.views.screen import review_screen, step_form
from articles.views.steps import TAKE
from articles.workflow import READ, STEPS
from clinic_cms.shared.http import AuthenticatedRequest, conflict_shown
from clinic_cms.shared.refusal import Refusal, StaleRefusal


@require_safe
@permission_required(READ, raise_exception=True)
def show(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    return render(request, "desk/articles/revision.html", review_screen(revision, request.user))


@require_POST
@permission_required(READ, raise_exception=True)
def take_step(request: AuthenticatedRequest, pk: int, action: str) -> HttpResponse:
    """One step of the workflow, taken by the verb that owns it; the verb decides who may."""
    if action not in Action.values or STEPS[Action(action)].internal:
        raise Http404
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    form = step_form(Action(action), _kind(request, action), revision, request.POST)
    if not form.is_valid():
        return _shown_again(request, revision, Action(action), form)
    try:
        after, told = TAKE[Action(action)](revision, request.user, form.cleaned_data)
    except StaleRefusal as refusal:
        return conflict_shown(
            request, refusal, form.typed(), sides=seen_and_now(revision, request.POST.get("seen", ""))
        )
    except Refusal as refusal:
        return _shown_again(request, revision, Action(action), form, refusal.reason)
    messages.success(request, told)
    return redirect(after)


def _shown_again(
    request: AuthenticatedRequest, revision: Revision, action: Action, form: StepForm, refusal: str = ""
) -> HttpResponse:
    """The screen with the form as it was filled in, and why it was not taken."""
    context = review_screen(revision, request.user, failed=(action, form), refusal=refusal)
    return render(request, "desk/articles/revision.html", context, status=422)


def _kind(request: AuthenticatedRequest, action: str) -> SignOffKind | None:
    kind = request.POST.get("kind")
    return SignOffKind(kind) if action == Action.SIGN_OFF and kind in SignOffKind.values else None
