"""The comparison of any two revisions of an article."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.domain.compared import choices, usual_pair
from articles.models import Article, Revision
from articles.views.marked import marked_page
from articles.workflow import READ
from clinic_cms.shared.http import AuthenticatedRequest


@require_safe
@permission_required(READ, raise_exception=True)
def compare(request: AuthenticatedRequest, article_pk: int) -> HttpResponse:
    """Two revisions of one article, `?old=` and `?new=`; without them what readers see now and the newest."""
    article = get_object_or_404(Article, pk=article_pk)
    revisions = choices(article)
    old, new = _asked(request, "old"), _asked(request, "new")
    usual_old, usual_new = usual_pair(article, revisions, new)
    first, second = _of(article, usual_old if old is None else old), _of(article, usual_new if new is None else new)
    page = marked_page(first, second) if first and second else {}
    context = {"article": article, "revisions": revisions, "old": first, "new": second, **page}
    return render(request, "desk/articles/compare.html", context)


def _asked(request: AuthenticatedRequest, name: str) -> int | None:
    value = request.GET.get(name, "")
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) < 19):
        raise Http404
    return int(value)


def _of(article: Article, pk: int | None) -> Revision | None:
    return get_object_or_404(Revision.objects.with_people(), pk=pk, article=article) if pk is not None else None
