"""A reader says that a comment should be looked at: no account, no name."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from clinic_cms.shared.refusal import Refusal
from comments.domain import reporting
from comments.domain.floods import Limited
from comments.enums import Kind
from comments.models import Comment
from comments.reader_forms import ReportForm
from comments.senders import is_own_page
from comments.views.answers import HttpResponseSeeOther, private
from comments.views.limits import admit_report


@csrf_exempt  # it acts for nobody; the sender's headers are asked (docs/decisions/0003)
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int) -> HttpResponse:
    up = Comment.objects.approved().filter(kind=Kind.READER).select_related("article")
    comment = get_object_or_404(up, pk=pk)
    if request.method != "POST":
        return _page(request, comment, ReportForm(), 200)
    form, status = ReportForm(request.POST), 422
    if form.is_valid() and not is_own_page(request, nameless=True):
        form.add_error(None, _("We could not tell that this came from our page. Please press the button once more."))
        status = 403
    if form.is_valid():
        try:
            admit_report(request)
            reporting.report(comment, form.cleaned_data["reason"])
            return HttpResponseSeeOther(reverse("comments:reported", args=[pk]))
        except Refusal as refusal:
            form.add_error(None, refusal.reason)
            status = 409
        except Limited as limited:
            form.add_error(None, limited.reason)
            response = _page(request, comment, form, 429)
            response["Retry-After"] = str(limited.seconds)
            return response
    return _page(request, comment, form, status)


@login_not_required
@require_safe
def reported(request: HttpRequest, pk: int) -> HttpResponse:
    """Thanks, and the way back. It is the same page whatever becomes of the comment."""
    comment = get_object_or_404(Comment.objects.select_related("article"), pk=pk)
    return private(render(request, "comments/reported.html", {"article": comment.article}))


def _page(request: HttpRequest, comment: Comment, form: ReportForm, status: int) -> HttpResponse:
    context = {"comment": comment, "article": comment.article, "form": form}
    return private(render(request, "comments/report.html", context, status=status))
