"""The desk's pages for what the checks know: medicines with their uses, conditions, crisis lines."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.clinical_forms import ConditionForm, CrisisResourceForm, DrugForm, DrugUseForm, RecordForm
from articles.domain.clinical_data import Record, changes_of, keep, seen_now, verify
from articles.models import Condition, CrisisResource, Drug, DrugUse
from articles.workflow import KEEP_CRISIS_LINES, KEEP_MEDICINES
from clinic_cms.profile import clinic
from clinic_cms.shared.http import AuthenticatedRequest, conflict_shown, refusals_shown
from clinic_cms.shared.refusal import Refusal, StaleRefusal

keeps_medicines = permission_required(KEEP_MEDICINES, raise_exception=True)
keeps_crisis_lines = permission_required(KEEP_CRISIS_LINES, raise_exception=True)
MOST_CHANGES = 50


@require_safe
@keeps_medicines
def medicines(request: AuthenticatedRequest) -> HttpResponse:
    drugs = Drug.objects.prefetch_related("uses__condition")
    return render(request, "desk/records/medicines.html", {"drugs": drugs, "conditions": Condition.objects.all()})


@require_safe
@keeps_crisis_lines
def crisis_lines(request: AuthenticatedRequest) -> HttpResponse:
    lines = CrisisResource.objects.select_related("verified_by").order_by("country", "-active", "order", "pk")
    own = [line for line in lines if line.country == clinic().country and line.active]
    context = {"lines": lines, "country": clinic().country, "has_own": bool(own)}
    return render(request, "desk/records/crisis_lines.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_medicines
def medicine(request: AuthenticatedRequest, pk: int | None = None) -> HttpResponse:
    drug = get_object_or_404(Drug, pk=pk) if pk else Drug()
    uses = drug.uses.select_related("condition", "verified_by") if pk else []
    return record_page(request, drug, DrugForm, "desk:medicines", uses=uses)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_medicines
def condition(request: AuthenticatedRequest, pk: int | None = None) -> HttpResponse:
    record = get_object_or_404(Condition, pk=pk) if pk else Condition()
    return record_page(request, record, ConditionForm, "desk:medicines")


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_medicines
def use_new(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Another use of a medicine; the form begins with it."""
    use = DrugUse(drug=get_object_or_404(Drug, pk=pk))
    return record_page(request, use, DrugUseForm, "desk:medicine", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_medicines
def use(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    record = get_object_or_404(DrugUse.objects.select_related("drug", "condition", "verified_by"), pk=pk)
    return record_page(request, record, DrugUseForm, "desk:medicine", record.drug_id)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_crisis_lines
def crisis_line(request: AuthenticatedRequest, pk: int | None = None) -> HttpResponse:
    own = CrisisResource(country=clinic().country)
    record = get_object_or_404(CrisisResource.objects.select_related("verified_by"), pk=pk) if pk else own
    return record_page(request, record, CrisisResourceForm, "desk:crisis_lines")


@require_POST
@keeps_medicines
@refusals_shown
def verify_use(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return _verify(request, get_object_or_404(DrugUse, pk=pk), "desk:medicine_use")


@require_POST
@keeps_crisis_lines
@refusals_shown
def verify_crisis_line(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return _verify(request, get_object_or_404(CrisisResource, pk=pk), "desk:crisis_line")


def _verify(request: AuthenticatedRequest, record: Any, page: str) -> HttpResponse:
    seen = request.POST.get("seen", "")
    verify(record, by=request.user, seen=int(seen) if seen.isdecimal() else 0)
    messages.success(request, _("Checked with its source today."))
    return redirect(page, record.pk)


def record_page(
    request: AuthenticatedRequest, record: Record, form_class: type[RecordForm], back: str, *args: Any, **extra: Any
) -> HttpResponse:
    """The page of one record: its form, when it was checked, what became of it. `back` is the page it belongs to."""
    title = str(record) if record.pk else ""
    form = form_class(request.POST or None, instance=record, seen=seen_now(record))
    if form.is_bound and form.is_valid():
        try:
            keep(record, by=request.user, **form.values())
        except StaleRefusal as refusal:
            return conflict_shown(request, refusal, form.typed())
        except Refusal as refusal:
            form.add_error(None, refusal.reason)
        else:
            messages.success(request, _("Saved."))
            return redirect(back, *args)
    context = {
        "record": record,
        "kind": record._meta.verbose_name,
        "title": title,
        "form": form,
        "back_url": reverse(back, args=args),
        "changes": changes_of(record)[:MOST_CHANGES] if record.pk else [],
        "verify_url": _VERIFY.get(type(record), ""),
        **extra,
    }
    return render(request, "desk/records/edit.html", context, status=422 if form.is_bound else 200)


_VERIFY: dict[type[Record], str] = {DrugUse: "desk:medicine_use_verify", CrisisResource: "desk:crisis_line_verify"}
