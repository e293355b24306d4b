"""Looking at earlier words of an article, kept under a name or as a revision, and bringing them back into a draft."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.comparison import Words
from articles.domain import keeping
from articles.domain.compared import words_of
from articles.enums import Status
from articles.models import NamedVersion, Revision
from articles.views.marked import marked_words
from articles.workflow import READ, WRITE
from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(READ, raise_exception=True)
@refusals_shown
def version(request: AuthenticatedRequest, pk: int, version_pk: int) -> HttpResponse:
    """A version that somebody kept, beside the draft; POST brings its words back into the draft."""
    draft = get_object_or_404(Revision.objects.with_people(), pk=pk)
    kept = get_object_or_404(
        NamedVersion.objects.select_related("revision", "by"), pk=version_pk, revision__article=draft.article_id
    )
    if request.method == "POST":
        restored = keeping.restore_version(kept, into=draft, by=request.user, seen=request.POST.get("seen", ""))
        return _restored(request, restored, kept.name)
    return _shown(request, draft, kept.name, keeping.words_of_version(kept), {"version": kept})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(READ, raise_exception=True)
@refusals_shown
def revision(request: AuthenticatedRequest, pk: int, source_pk: int) -> HttpResponse:
    """An earlier revision beside the draft; POST brings its words back into the draft."""
    draft = get_object_or_404(Revision.objects.with_people(), pk=pk)
    source = get_object_or_404(Revision.objects.with_people(), pk=source_pk, article=draft.article_id)
    name = _("Revision %(number)s") % {"number": source.number}
    if request.method == "POST":
        restored = keeping.restore_revision(source, into=draft, by=request.user, seen=request.POST.get("seen", ""))
        return _restored(request, restored, name)
    return _shown(request, draft, name, words_of(source), {"source": source})


def _shown(
    request: AuthenticatedRequest, draft: Revision, name: str, words: Words, what: dict[str, Any]
) -> HttpResponse:
    can_restore = draft.status == Status.DRAFT and request.user.has_perm(WRITE)
    context = {"revision": draft, "name": name, "can_restore": can_restore, **what}
    return render(request, "desk/articles/earlier_words.html", {**context, **marked_words(words_of(draft), words)})


def _restored(request: AuthenticatedRequest, draft: Revision, name: str) -> HttpResponse:
    told = _("The words of “%(name)s” are back in the draft. What was there before is kept in its history.")
    messages.success(request, told % {"name": name})
    return redirect("desk:revision_edit", draft.pk)
