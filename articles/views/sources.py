"""The library of sources: what it has, where each is cited, what became of it; adding to it, and mending it."""

from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.citing import ama
from articles.citing.pasted import Pasted
from articles.domain import library
from articles.enums import Status
from articles.models import Revision, Source
from articles.source_form import PasteForm, SourceForm
from articles.workflow import READ, WRITE
from clinic_cms.shared.http import AuthenticatedRequest
from clinic_cms.shared.refusal import Refusal

PER_PAGE: Final = 30
IN_USE: Final = Q(references__revision__status__in=sorted({*Status.open(), Status.PUBLISHED}))
SHOWN: Final = {
    "all": gettext_lazy("All"),
    "flagged": gettext_lazy("Retracted, corrected or in doubt"),
    "unused": gettext_lazy("Not cited now"),
}


@require_safe
@permission_required(READ, raise_exception=True)
def index(request: AuthenticatedRequest) -> HttpResponse:
    """The library, the last changed first; `?q=` searches, `?show=` narrows."""
    return _library(request, PasteForm())


@require_POST
@permission_required(WRITE, raise_exception=True)
def add(request: AuthenticatedRequest) -> HttpResponse:
    """Take in what was pasted or given as a file; what could not be used is told, entry by entry."""
    form = PasteForm(request.POST, request.FILES)
    if not form.is_valid():
        return _library(request, form, status=422)
    found = form.found()
    whole = [entry for entry in found.usable if entry.csl and entry.csl.get("title")]
    if not whole:
        return _library(request, form, found, status=422)
    added = library.add([entry.csl for entry in whole if entry.csl], by=request.user)
    messages.success(request, _told(added))
    if len(whole) == len(found.entries):
        return redirect("desk:sources")
    return _library(request, PasteForm(), found)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(READ, raise_exception=True)
def show(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """One source and who cites it; a POST changes what the library says of it, and the verb decides who may."""
    source = get_object_or_404(Source, pk=pk)
    form = SourceForm.of(source, request.POST or None)
    if request.method != "POST":
        return _page(request, source, form)
    if form.is_valid():
        try:
            library.edit(source, form.changed(), by=request.user, seen=form.cleaned_data["seen"])
            messages.success(request, _("Saved. Articles that cite it say what they said until somebody saves them."))
            return redirect(source)
        except Refusal as refusal:
            form.add_error(None, refusal.reason)
    return _page(request, source, form, status=422)


def _library(
    request: AuthenticatedRequest, form: PasteForm, found: Pasted | None = None, *, status: int = 200
) -> HttpResponse:
    asked, chosen = request.GET.get("q", "")[:100].strip(), request.GET.get("show", "")
    chosen = chosen if chosen in SHOWN else "all"
    sources = Source.objects.annotate(used=Count("references__revision__article", filter=IN_USE, distinct=True))
    sources = {"flagged": sources.flagged(), "unused": sources.filter(used=0)}.get(chosen, sources).matching(asked)
    page = Paginator(sources.order_by("-changed_at", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "asked": asked,
        "chosen": chosen,
        "links": [{"label": label, "url": f"?show={key}", "current": key == chosen} for key, label in SHOWN.items()],
        "form": form,
        "found": found,
        "can_write": request.user.has_perm(WRITE),
    }
    return render(request, "desk/sources/list.html", context, status=status)


def _page(request: AuthenticatedRequest, source: Source, form: SourceForm, *, status: int = 200) -> HttpResponse:
    cited = Revision.objects.filter(references__source=source).defer("body", "disclaimer", "interests")
    context: dict[str, Any] = {
        "source": source,
        "line": ama.entry(source.csl),
        "form": form,
        "cited": cited.select_related("article").order_by("-article", "-number")[:100],
        "follow_ups": source.follow_ups.with_looks(),
        "can_write": request.user.has_perm(WRITE),
    }
    return render(request, "desk/sources/source.html", context, status=status)


def _told(added: library.Added) -> str:
    new, known = len(added.new), len(added.known)
    told = ngettext("%(count)d source was added.", "%(count)d sources were added.", new) % {"count": new}
    if known:
        had = ngettext("%(count)d was here already.", "%(count)d were here already.", known)
        told = f"{told} {had % {'count': known}}"
    return told
