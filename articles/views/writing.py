"""The page where words are written: opening a draft, and saving it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.autosave_form import window_of
from articles.domain import drafting, keeping
from articles.editor import editing_page
from articles.enums import Status
from articles.forms import DraftForm, reference_forms
from articles.models import Autosave, Revision
from articles.views.citing import with_pasted
from articles.views.conflict import describe_conflict, put_together
from articles.views.crisis_told import tell_crisis_help
from articles.views.left_out import tell_left_out
from articles.views.signed_out import keep_typed
from articles.views.unsaved import asked_for, filled, restoring, saving_context
from articles.views.who import who_is_writing
from articles.views.writing_panel import beside
from articles.workflow import WRITE
from clinic_cms.shared.http import AuthenticatedRequest, typed_is_kept
from clinic_cms.shared.refusal import Refusal, StaleRefusal


@typed_is_kept(keep_typed)
@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(WRITE, raise_exception=True)
@editing_page
def edit(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    if revision.status != Status.DRAFT and request.method != "POST":
        return redirect(revision)
    if request.method != "POST":
        return _open(request, revision)
    if request.POST.get("pasted", "").strip():
        return _add_pasted(request, revision)
    form, references = DraftForm(request.POST, instance=revision), reference_forms(revision, request.POST)
    if not (form.is_valid() and references.is_valid()):
        return edit_page(request, revision, form, references, status=422)
    if "merge" in request.POST:
        return _merge(request, pk, form, references)
    return _save(request, pk, form, references)


def _open(request: AuthenticatedRequest, revision: Revision) -> HttpResponse:
    """The draft as it is saved, or filled with what this person typed and did not save."""
    kept = asked_for(request, revision, request.user)
    if kept is None:
        return edit_page(request, revision, DraftForm(instance=revision), reference_forms(revision))
    form, references = filled(kept, revision)
    return edit_page(request, revision, form, references, kept=kept, **restoring(kept, revision, form, references))


def _add_pasted(request: AuthenticatedRequest, revision: Revision) -> HttpResponse:
    """The page as it was typed, with a row for each source that was pasted, for a look before it is saved."""
    data, found = with_pasted(request.POST)
    form, references = DraftForm(data, instance=revision), reference_forms(revision, data)
    return edit_page(request, revision, form, references, pasted=found, pasted_text=data["pasted"])


def _save(request: AuthenticatedRequest, pk: int, form: DraftForm, references: Any) -> HttpResponse:
    revision = Revision.objects.with_people().get(pk=pk)  # the form has laid its own words over the other instance
    saving = {"seen": form.cleaned_data["seen"], "words": form.words(), "references": references.in_order()}
    name = request.POST.get("version_name", "").strip()
    try:
        if name:
            keeping.save_and_keep(revision, by=request.user, name=name, window=window_of(request.POST), **saving)
        else:
            drafting.save_draft(revision, by=request.user, window=window_of(request.POST), **saving)
    except StaleRefusal as refusal:
        return _conflict_page(request, revision, form, references, refusal.reason)
    except Refusal as refusal:
        form.add_error(None, refusal.reason)
        return edit_page(request, revision, form, references, status=422)
    messages.success(request, _("Saved, and kept as “%(name)s”.") % {"name": name} if name else _("Saved."))
    tell_left_out(request, form.cleaned_data["body"])
    tell_crisis_help(request, was=revision.body, typed=form.cleaned_data["body"], pk=pk)
    return redirect("desk:revision_edit" if "stay" in request.POST else "desk:revision", pk)


def _merge(request: AuthenticatedRequest, pk: int, form: DraftForm, references: Any) -> HttpResponse:
    """Both texts in one form, for a person to read through; nothing is saved yet."""
    revision = Revision.objects.with_people().get(pk=pk)
    found = put_together(revision, form, references, request.POST)
    if found is None:
        reason = _("These words were saved again, or can't be put together. Please look at both once more.")
        return _conflict_page(request, revision, form, references, reason)
    whole, whole_references, merged = found
    return edit_page(request, revision, whole, whole_references, merged=merged)


def _conflict_page(
    request: AuthenticatedRequest, revision: Revision, form: DraftForm, references: Any, reason: str
) -> HttpResponse:
    conflict = describe_conflict(revision, reason, form, references, request.POST)
    return edit_page(request, revision, form, references, status=409, conflict=conflict)


def edit_page(
    request: AuthenticatedRequest,
    revision: Revision,
    form: DraftForm,
    references: Any,
    *,
    status: int = 200,
    kept: Autosave | None = None,
    **extra: Any,
) -> HttpResponse:
    """The page where words are written, with these forms on it."""
    who = who_is_writing(revision, request.user)
    shown = {"revision": revision, "form": form, "references_formset": references, "who": who}
    context = {**shown, **beside(revision), **saving_context(request, revision, kept), **extra}
    return render(request, "desk/articles/edit.html", context, status=status)
