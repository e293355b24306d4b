"""Follow-ups: what two people have to look at again, and the page on which they say what they found."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from articles.domain import follow_ups
from articles.enums import SignOffKind
from articles.models import FollowUp
from articles.workflow import READ
from clinic_cms.shared.http import AuthenticatedRequest
from clinic_cms.shared.refusal import Refusal

PER_PAGE = 30
SHOWN = {
    "open": pgettext_lazy("tasks", "Open"),
    "overdue": gettext_lazy("Overdue"),
    "closed": pgettext_lazy("tasks", "Closed"),
}


class ConfirmationForm(forms.Form):
    """What one person found; `kind` says which half it closes."""

    kind = forms.ChoiceField(choices=SignOffKind, widget=forms.HiddenInput)
    note = forms.CharField(
        label=gettext_lazy("What you found, and what was done about it"),
        help_text=gettext_lazy("Kept with the article for ever. Readers don't see it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Please write what you found. It is kept for ever.")},
    )


@require_safe
@permission_required(READ, raise_exception=True)
def index(request: AuthenticatedRequest) -> HttpResponse:
    """The follow-ups that are open, the most urgent first; `?show=` gives the overdue or the closed ones."""
    asked = request.GET.get("show", "")
    chosen = asked if asked in SHOWN else "open"
    found = FollowUp.objects.with_looks()
    shown = {"open": found.open, "overdue": lambda: found.overdue(timezone.localdate()), "closed": found.closed}
    page = Paginator(shown[chosen](), PER_PAGE).get_page(request.GET.get("page"))
    links = [{"label": label, "url": f"?show={key}", "current": key == chosen} for key, label in SHOWN.items()]
    context = {"page": page, "chosen": chosen, "links": links, "filters": f"show={chosen}"}
    return render(request, "desk/follow_ups/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(READ, raise_exception=True)
def show(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """One follow-up; a POST closes one half of it, and the verb decides who may."""
    follow_up = get_object_or_404(FollowUp.objects.with_looks().select_related("revision__topic"), pk=pk)
    if request.method != "POST":
        return _page(request, follow_up)
    form = ConfirmationForm(request.POST)
    if not form.is_valid():
        return _page(request, follow_up, form, status=422)
    try:
        kind = SignOffKind(form.cleaned_data["kind"])
        follow_ups.confirm(follow_up, kind, by=request.user, note=form.cleaned_data["note"])
    except Refusal as refusal:
        form.add_error(None, refusal.reason)
        return _page(request, FollowUp.objects.with_looks().get(pk=pk), form, status=422)
    closed = not FollowUp.objects.get(pk=pk).missing
    messages.success(request, _("Closed.") if closed else _("Kept. The other half is still open."))
    return redirect(follow_up)


def _page(
    request: AuthenticatedRequest, follow_up: FollowUp, form: ConfirmationForm | None = None, *, status: int = 200
) -> HttpResponse:
    context = {"follow_up": follow_up, "halves": _halves(follow_up, request, form), "form": form}
    return render(request, "desk/follow_ups/follow_up.html", context, status=status)


def _halves(
    follow_up: FollowUp, request: AuthenticatedRequest, failed: ConfirmationForm | None
) -> list[dict[str, Any]]:
    """Each half with what was found, or the form to say so, or why this person can't."""
    given = {each.kind: each for each in follow_up.confirmations.all()}
    halves = []
    for kind in SignOffKind:
        came_back = failed if failed is not None and failed.data.get("kind") == kind else None
        refusal = "" if kind in given else follow_ups.reason_against(follow_up, kind, request.user)
        halves.append(
            {
                "kind": kind,
                "confirmation": given.get(kind),
                "refusal": refusal,
                "form": came_back or ConfirmationForm(initial={"kind": kind}, auto_id=f"{kind}-%s"),
                "typed": came_back.data.get("note", "") if came_back and (refusal or kind in given) else "",
            }
        )
    return halves
