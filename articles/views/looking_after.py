"""Who looks after an article: one page, with what held before."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.domain.looking_after import look_after
from articles.looking_after_form import LookingAfterForm
from articles.models import Article
from articles.workflow import WRITE
from clinic_cms.shared.http import AuthenticatedRequest
from clinic_cms.shared.refusal import Refusal, StaleRefusal


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(WRITE, raise_exception=True)
def edit(request: AuthenticatedRequest, article_pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.select_related("owner"), pk=article_pk)
    form = LookingAfterForm(article, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, article, form, 422 if form.is_bound else 200)
    try:
        look_after(article, by=request.user, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, refusal.reason)
        return _page(request, article, form, 409 if isinstance(refusal, StaleRefusal) else 422)
    messages.success(request, _("Saved."))
    return redirect(article.revisions.latest("number"))


def _page(request: AuthenticatedRequest, article: Article, form: LookingAfterForm, status: int) -> HttpResponse:
    context = {
        "form": form,
        "newest": article.revisions.latest("number"),
        "records": article.stewardships.select_related("owner", "by")[:20],
    }
    return render(request, "desk/articles/looking_after.html", context, status=status)
