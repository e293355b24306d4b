"""The reader's page with the words of a draft as they are typed, for whoever writes it. Nothing is saved."""

from collections.abc import Callable
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST

from articles import richtext
from articles.domain import drafting
from articles.domain.citing import as_typed
from articles.domain.corrections import corrections_with
from articles.forms import BaseReferenceFormSet, DraftForm, reference_forms
from articles.models import Revision
from articles.workflow import WRITE
from clinic_cms.shared.http import AuthenticatedRequest
from clinic_cms.shared.refusal import Refusal

# The one page that another may show in a frame: the editing page of this site.
framed_by_the_desk: Callable[[Any], Any] = csp_replace({"frame-ancestors": [SELF]})


@require_POST
@permission_required(WRITE, raise_exception=True)
@xframe_options_sameorigin
@framed_by_the_desk
def show(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """What cannot be saved as it is typed is named above the page, which then shows it as it is saved."""
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    form = DraftForm(request.POST, instance=Revision.objects.with_people().get(pk=pk))
    rows = reference_forms(revision, request.POST)
    form.is_valid()
    try:
        drafting.lay(revision, {name: value for name, value in form.cleaned_data.items() if name != "seen"})
    except Refusal as refusal:
        revision = Revision.objects.with_people().get(pk=pk)
        form.add_error(None, refusal.reason)
    return _never_kept(render(request, "desk/articles/writing/preview.html", _page(revision, form, rows)))


def _page(revision: Revision, form: DraftForm, rows: BaseReferenceFormSet) -> dict[str, Any]:
    """The context of the reader's page, made of words that are not saved."""
    typed = rows.in_order() if rows.is_valid() else None
    references = list(revision.references.as_listed())
    if typed is not None:
        body, references = as_typed(revision, typed, body=revision.body)
        revision.body = richtext.clean(body)
    return {
        "revision": revision,
        "outline": richtext.outline(revision.body),
        "references": references,
        "corrections": corrections_with(revision),
        "form": form,
        "references_refused": typed is None,
        "for_readers": True,
    }


def _never_kept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
