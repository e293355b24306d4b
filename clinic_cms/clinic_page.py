"""The desk's page on which a publisher or an administrator sets up the clinic."""

from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.domain.site_pages import all_site_pages
from articles.models import CrisisResource
from clinic_cms.clinic_form import ClinicForm
from clinic_cms.keeping_clinic import KEEP_CLINIC, as_it_is, changes, keep_clinic, seen_now
from clinic_cms.shared.http import AuthenticatedRequest, conflict_shown
from clinic_cms.shared.refusal import Refusal, StaleRefusal

MOST_CHANGES: Final = 20


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(KEEP_CLINIC, raise_exception=True)
def show(request: AuthenticatedRequest) -> HttpResponse:
    form = ClinicForm(request.POST or None, instance=as_it_is(), seen=seen_now())
    if form.is_bound and form.is_valid():
        try:
            keep_clinic(by=request.user, **form.values())
        except StaleRefusal as refusal:
            return conflict_shown(request, refusal, form.typed())
        except Refusal as refusal:
            form.add_error(refusal.field or None, refusal.reason)
        else:
            messages.success(request, _("Saved. Readers see it now."))
            return redirect("desk:clinic")
    return render(request, "desk/clinic/clinic.html", _context(form), status=422 if form.is_bound else 200)


def _context(form: ClinicForm) -> dict[str, Any]:
    return {
        "form": form,
        "changes": changes()[:MOST_CHANGES],
        "pages": all_site_pages(),
        "lines": CrisisResource.objects.filter(country=form["country"].value() or "", active=True),
    }
