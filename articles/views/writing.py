"""The page where words are written: opening a draft, and saving it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.domain import drafting
from articles.editor import editing_page
from articles.enums import Status
from articles.forms import DraftForm, reference_forms
from articles.models import Revision
from articles.views.conflict import describe_conflict
from articles.views.writing_panel import beside
from articles.workflow import WRITE
from clinic_cms.shared.http import AuthenticatedRequest
from clinic_cms.shared.refusal import Refusal, StaleRefusal


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(WRITE, raise_exception=True)
@editing_page
def edit(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    if revision.status != Status.DRAFT and request.method != "POST":
        return redirect(revision)
    form = DraftForm(request.POST or None, instance=revision)
    references = reference_forms(revision, request.POST or None)
    if request.method != "POST":
        return _edit_page(request, revision, form, references)
    if not (form.is_valid() and references.is_valid()):
        return _edit_page(request, revision, form, references, status=422)
    return _save(request, pk, form, references)


def _save(request: AuthenticatedRequest, pk: int, form: DraftForm, references: Any) -> HttpResponse:
    revision = Revision.objects.with_people().get(pk=pk)  # the form has laid its own words over the other instance
    seen = form.cleaned_data["seen"]
    try:
        drafting.save_draft(revision, by=request.user, seen=seen, words=form.words(), references=references.in_order())
    except StaleRefusal as refusal:
        conflict = describe_conflict(revision, refusal.reason)
        return _edit_page(request, revision, form, references, status=409, conflict=conflict)
    except Refusal as refusal:
        form.add_error(None, refusal.reason)
        return _edit_page(request, revision, form, references, status=422)
    messages.success(request, _("Saved."))
    return redirect("desk:revision_edit" if "stay" in request.POST else "desk:revision", pk)


def _edit_page(
    request: AuthenticatedRequest,
    revision: Revision,
    form: DraftForm,
    references: Any,
    *,
    status: int = 200,
    **extra: Any,
) -> HttpResponse:
    context = {"revision": revision, "form": form, "references_formset": references, **beside(revision), **extra}
    return render(request, "desk/articles/edit.html", context, status=status)
