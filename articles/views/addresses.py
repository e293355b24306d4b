"""Another address for an article: one page, with those it had before."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.address_form import AddressForm
from articles.domain import addresses
from articles.models import Article
from articles.workflow import PUBLISH
from clinic_cms.shared.http import AuthenticatedRequest
from clinic_cms.shared.refusal import Refusal, StaleRefusal


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(PUBLISH, raise_exception=True)
def change(request: AuthenticatedRequest, article_pk: int) -> HttpResponse:
    article = get_object_or_404(Article, pk=article_pk)
    form = AddressForm(article, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, article, form, 422 if form.is_bound else 200)
    try:
        addresses.change(article, form.cleaned_data["slug"], by=request.user, seen=form.cleaned_data["seen"])
    except Refusal as refusal:
        form.add_error(refusal.field or None, refusal.reason)
        return _page(request, article, form, 409 if isinstance(refusal, StaleRefusal) else 422)
    messages.success(request, _("The address has changed. Old links lead to the new one."))
    return redirect(article.revisions.latest("number"))


def _page(request: AuthenticatedRequest, article: Article, form: AddressForm, status: int) -> HttpResponse:
    context = {
        "form": form,
        "article": article,
        "newest": article.revisions.latest("number"),
        "changes": article.address_changes.select_related("by")[:20],
    }
    return render(request, "desk/articles/address.html", context, status=status)
