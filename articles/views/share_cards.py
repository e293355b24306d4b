"""The picture that other sites show beside a link to an article."""

from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from articles import share_card
from articles.models import Article, Revision
from articles.views.moved import found_where_it_was
from clinic_cms.profile import clinic

A_DAY: Final = 24 * 3600


@require_safe
@login_not_required
@found_where_it_was
def show(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Of the live words only: an address with the number of other ones is an address of nothing."""
    live = Revision.objects.select_related("topic").defer("body").filter(live_article__site_page=None)
    revision = get_object_or_404(live, live_article__in=Article.objects.here().filter(slug=slug), number=number)
    ours = clinic()
    content = share_card.png(revision.title, revision.topic.name_here, ours.name, ours.look.brand)
    response = HttpResponse(content, content_type="image/png")
    patch_cache_control(response, public=True, max_age=A_DAY)
    return response
