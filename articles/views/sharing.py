"""The desk's side of previews: who was let in, what they said, a form to ask somebody, a button to close a link."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from articles.domain import sharing
from articles.enums import PreviewKind
from articles.models import PreviewLink, Revision
from articles.preview_forms import ShareForm
from articles.workflow import SHARE
from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown
from clinic_cms.shared.refusal import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(SHARE, raise_exception=True)
def share(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """The links to one revision, and the form for another."""
    revision = get_object_or_404(Revision.objects.with_people(), pk=pk)
    form = ShareForm(revision, request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            kind = PreviewKind(form.cleaned_data.pop("kind"))
            link = sharing.share(revision, by=request.user, kind=kind, **form.cleaned_data)
            messages.success(request, _("The link is on its way to %(email)s.") % {"email": link.email})
            return redirect("desk:share", pk)
        except Refusal as refusal:
            form.add_error(None, refusal.reason)
    links = revision.preview_links.select_related("created_by", "revoked_by").prefetch_related("records", "advice")
    now = timezone.now()
    shown = [{"link": link, "open": link.is_open(now), "path": sharing.path_of(link)} for link in links]
    context = {"revision": revision, "form": form, "links": shown}
    return render(request, "desk/articles/share.html", context, status=422 if form.is_bound else 200)


@require_POST
@permission_required(SHARE, raise_exception=True)
@refusals_shown
def revoke(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    link = sharing.revoke(get_object_or_404(PreviewLink, pk=pk), by=request.user)
    messages.success(request, _("The link of %(name)s is closed.") % {"name": link.name})
    return redirect("desk:share", link.revision_id)
