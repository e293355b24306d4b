"""The clinical checks while somebody writes, and what people decide about a finding."""

from copy import copy
from typing import Final

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from articles import richtext
from articles.domain import overriding
from articles.domain.checking import look
from articles.domain.citing import as_typed
from articles.domain.crisis_help import with_crisis_help
from articles.models import Reference, Revision
from articles.reference_forms import reference_forms
from articles.views.findings_panel import panel
from articles.workflow import READ, WRITE
from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown
from clinic_cms.shared.refusal import Refusal

_TYPED: Final = ("title", "summary", "interests", "body")
_MOST: Final = 10_000  # characters of a field other than the body; more is no title and no summary


class FindingForm(forms.Form):
    """What a decision about a finding needs; `note` is the reason, or the question."""

    seen = forms.CharField()
    finding = forms.CharField(max_length=64)
    note = forms.CharField(required=False)


@require_POST
@permission_required(WRITE, raise_exception=True)
@never_cache
def check(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """What the checks find in the words as they are typed now: a part of a page, with nothing kept."""
    revision = copy(get_object_or_404(Revision.objects.with_people(), pk=pk))
    for name in _TYPED:
        setattr(revision, name, request.POST.get(name, getattr(revision, name))[: None if name == "body" else _MOST])
    try:
        cleaned = richtext.clean(revision.body)
        revision.body = with_help = with_crisis_help(revision.title, revision.summary, cleaned)
        references = _typed_references(request, revision)
    except Refusal as refusal:
        return render(request, "desk/articles/_findings.html", {"too_large": refusal.reason})
    context = {"findings": panel(look(revision, references=references)), "adds_crisis_help": cleaned != with_help}
    return render(request, "desk/articles/_findings.html", context)


def _typed_references(request: AuthenticatedRequest, revision: Revision) -> list[Reference] | None:
    """The list as it is typed, with the words numbered as saving would; None, and the words as they are, where none
    was sent or it can't be read.
    """
    if "references-TOTAL_FORMS" not in request.POST:
        return None
    rows = reference_forms(revision, request.POST)
    if not rows.is_valid():
        return None
    body, references = as_typed(revision, rows.in_order(), body=revision.body)
    revision.body = richtext.clean(body)
    return references


@require_POST
@permission_required(READ, raise_exception=True)
@refusals_shown
def override(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Let a finding stand; the verb decides who may."""
    revision, form = _asked(request, pk)
    overriding.override(revision, form["finding"], by=request.user, seen=form["seen"], reason=form["note"])
    messages.success(request, _("It may stand. Your reason is kept with your name and your credential."))
    return redirect(revision)


@require_POST
@permission_required(READ, raise_exception=True)
@refusals_shown
def take_back(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    revision, form = _asked(request, pk)
    overriding.take_back(revision, form["finding"], by=request.user, seen=form["seen"], reason=form["note"])
    messages.success(request, _("Taken back. The finding stops the words again."))
    return redirect(revision)


@require_POST
@permission_required(READ, raise_exception=True)
@refusals_shown
def ask(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Ask the clinicians about a finding, in a thread."""
    revision, form = _asked(request, pk)
    thread = overriding.ask(revision, form["finding"], by=request.user, seen=form["seen"], note=form["note"])
    messages.success(request, _("The clinicians have been asked. You find the answer in the discussion."))
    return redirect(f"{revision.get_absolute_url()}#thread-{thread.pk}")


def _asked(request: AuthenticatedRequest, pk: int) -> tuple[Revision, dict[str, str]]:
    form = FindingForm(request.POST)
    if not form.is_valid():
        raise Refusal(_("This page is out of date. Open the article again."))
    return get_object_or_404(Revision.objects.with_people(), pk=pk), form.cleaned_data
