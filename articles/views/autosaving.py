"""What the writing page asks while somebody types: keep these words, who is signed in, what is unsaved."""

from uuid import UUID

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from articles.autosave_form import AutosaveForm
from articles.domain import autosaving
from articles.enums import Status
from articles.models import Autosave, Revision
from articles.views.unsaved import marked_text, unsaved_rows
from articles.workflow import READ, WRITE
from clinic_cms.shared.http import AuthenticatedRequest
from clinic_cms.shared.refusal import Refusal


@require_POST
@permission_required(WRITE, raise_exception=True)
@never_cache
def autosave(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Keep what was typed: 204, or 200 with a sentence where somebody has saved the draft since. Otherwise nothing was
    kept, and the answer says why: 403 not in this person's name, 409 words that are frozen, 413 too much.
    """
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    form = AutosaveForm(request.POST)
    if not form.is_valid():
        return _told(_("What the page sent could not be read. Reload the page."), 400)
    if form.cleaned_data["person"] != request.user.pk:
        name = {"name": request.user.display_name}
        return _told(_("%(name)s is signed in now, so nothing was kept in their name.") % name, 403)
    try:
        return _kept(request, revision, form)
    except autosaving.TooMuchTyped as refusal:
        return _told(refusal.reason, 413)
    except Refusal as refusal:
        return _told(refusal.reason, 409)


def _kept(request: AuthenticatedRequest, revision: Revision, form: AutosaveForm) -> HttpResponse:
    typed = form.cleaned_data["typed"]
    if typed is None:
        autosaving.nothing_unsaved(revision, by=request.user, window=form.here())
        return HttpResponse(status=204)
    kept = autosaving.autosave(
        revision,
        by=request.user,
        window=form.here(),
        words_version=form.words_version(),
        typed=typed,
        count=form.cleaned_data["count"],
    )
    since = autosaving.changed_since(kept, revision)
    return _told(since, 200) if since else HttpResponse(status=204)


@require_safe
@never_cache
def me(request: AuthenticatedRequest) -> HttpResponse:
    """Who is signed in, with what their page needs to go on: a token for its forms, and the key of local copies."""
    return JsonResponse(
        {
            "person": request.user.pk,
            "name": request.user.display_name,
            "token": get_token(request),
            "key": autosaving.key_of_local_copies(request.user),
        }
    )


@require_safe
@never_cache
def signed_in(request: AuthenticatedRequest) -> HttpResponse:
    """Where a sign-in in a window of its own ends: it tells the page that waits, and closes itself."""
    return render(request, "desk/articles/writing/signed_in.html")


@require_safe
@permission_required(READ, raise_exception=True)
@never_cache
def unsaved(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """What this person typed and did not save, as the part of the page that offers it; `?window=` is the page's own."""
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    rows = unsaved_rows(revision, request.user, request.GET.get("window", ""))
    return render(request, "desk/articles/writing/_unsaved.html", {"revision": revision, "unsaved": rows})


@require_safe
@permission_required(READ, raise_exception=True)
@never_cache
def look(request: AuthenticatedRequest, pk: int, window: UUID) -> HttpResponse:
    """Unsaved words beside the saved ones. Nobody else finds them."""
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    kept = get_object_or_404(Autosave.objects.of(request.user).beside(revision), window=window)
    context = {"revision": revision, "kept": kept, "moment": autosaving.moment_of(kept), **marked_text(kept, revision)}
    return render(request, "desk/articles/unsaved.html", context)


@require_POST
@permission_required(READ, raise_exception=True)
def throw_away(request: AuthenticatedRequest, pk: int, window: UUID) -> HttpResponse:
    revision = get_object_or_404(Revision, pk=pk)
    kept = get_object_or_404(Autosave.objects.of(request.user).beside(revision), window=window)
    autosaving.throw_away(kept, by=request.user)
    return redirect("desk:revision_edit" if revision.status == Status.DRAFT else "desk:revision", pk)


def _told(sentence: str, status: int) -> HttpResponse:
    return JsonResponse({"reason": sentence}, status=status)
