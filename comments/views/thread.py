"""One comment's lasting address."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from articles.views.reading import public
from comments.domain.thread import is_on_the_page, place_of
from comments.models import Comment


@login_not_required
@require_safe
def at(request: HttpRequest, pk: int) -> HttpResponse:
    """To the page of the article's threads on which the comment stands now."""
    comment = get_object_or_404(Comment.objects.select_related("article"), pk=pk)
    if not is_on_the_page(comment):
        raise Http404
    page = place_of(comment)
    path = comment.article.get_absolute_url()
    return public(redirect(f"{path}?page={page}#comment-{pk}" if page > 1 else f"{path}#comment-{pk}"))
