"""The comments of an article as an Atom feed, the newest first."""

from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.views.kept import kept
from articles.views.moved import found_where_it_was
from articles.views.reading import public
from clinic_cms.shared.text import in_xml
from comments.domain.rules import is_sensitive
from comments.models import Comment

LATEST: Final = 50


@login_not_required
@require_safe
@found_where_it_was
@kept(of_article=True)
def feed(request: HttpRequest, slug: str) -> HttpResponse:
    """What readers see of the latest comments, as text. Sensitive topics have no feed."""
    article = get_object_or_404(Article.objects.library().here().select_related("live_revision"), slug=slug)
    live = article.live_revision
    if live is None or is_sensitive(article, live.topic_id):
        raise Http404
    made = Atom1Feed(
        title=_("Comments on “%(title)s”") % {"title": live.title},
        link=request.build_absolute_uri(article.get_absolute_url()),
        description=None,
        feed_url=request.build_absolute_uri(request.path),
        language=get_language(),
    )
    for comment in Comment.objects.approved().for_article(article).order_by("-created_at", "-pk")[:LATEST]:
        address = request.build_absolute_uri(reverse("comments:at", args=[comment.pk]))
        made.add_item(
            title=_("Comment by %(name)s") % {"name": in_xml(comment.shown_name)},
            link=address,
            description=escape(in_xml(comment.shown_body)).replace("\n", "<br>"),
            unique_id=address,
            pubdate=comment.created_at,
            updateddate=comment.created_at,
        )
    return public(HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"))
