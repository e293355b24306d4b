"""The desk's page on which a publisher or an administrator sets up the clinic, and sees what readers would see."""

from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.domain.site_pages import all_site_pages
from articles.models import CrisisResource
from clinic_cms.clinic import KEEP_CLINIC
from clinic_cms.clinic_form import ClinicForm
from clinic_cms.clinic_preview import contrasts, proposals, with_typed
from clinic_cms.keeping_clinic import as_it_is, changes, keep_clinic, seen_now
from clinic_cms.logos import add_logo
from clinic_cms.shared.http import AuthenticatedRequest, conflict_shown, is_htmx
from clinic_cms.shared.refusal import Refusal, StaleRefusal

MOST_CHANGES: Final = 20
_USE: Final = ("brand", "brand_dark")
_LOGOS: Final = ("logo", "logo_dark")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(KEEP_CLINIC, raise_exception=True)
def show(request: AuthenticatedRequest) -> HttpResponse:
    form = _form(request)
    if not form.is_bound or _is_only_shown(request.POST):
        return _page(request, form, 200)
    return _kept(request, form) if form.is_valid() else _page(request, form, 422)


def _kept(request: AuthenticatedRequest, form: ClinicForm) -> HttpResponse:
    try:
        keep_clinic(by=request.user, **form.values())
    except StaleRefusal as refusal:
        return conflict_shown(request, refusal, form.typed())
    except Refusal as refusal:
        form.add_error(refusal.field or None, refusal.reason)
        return _page(request, form, 422)
    messages.success(request, _("Saved. Readers see it now."))
    return redirect("desk:clinic")


def _form(request: AuthenticatedRequest) -> ClinicForm:
    """What was typed, with a colour that was offered in place of the one that can't be read, and the logos that came
    with it.
    """
    if request.method != "POST":
        return ClinicForm(instance=as_it_is(), seen=seen_now())
    typed, refused = request.POST.copy(), {}
    for name in _USE:
        if offered := typed.get(f"use_{name}"):
            typed[name] = offered
    for name in _LOGOS:
        if file := request.FILES.get(f"{name}_file"):
            try:
                typed[name] = add_logo(file, by=request.user).pk
            except Refusal as refusal:
                refused[f"{name}_file"] = refusal.reason
    form = ClinicForm(typed, instance=as_it_is(), seen=seen_now())
    for field, reason in refused.items():
        form.add_error(field, reason)
    return form


def _is_only_shown(posted: QueryDict) -> bool:
    return any(name in posted for name in ("show", *(f"use_{name}" for name in _USE)))


def _page(request: AuthenticatedRequest, form: ClinicForm, status: int) -> HttpResponse:
    """The whole page, or for a script that asks while somebody types the preview alone."""
    shown = with_typed(form.sensible())
    context: dict[str, Any] = {"shown": shown, "contrasts": contrasts(shown), "proposals": proposals(shown)}
    if is_htmx(request):
        return render(request, "desk/clinic/_preview.html", context)
    context |= {
        "form": form,
        "changes": changes()[:MOST_CHANGES],
        "pages": all_site_pages(),
        "lines": CrisisResource.objects.filter(country=shown.country, active=True).order_by("order", "pk"),
    }
    return render(request, "desk/clinic/clinic.html", context, status=status)
