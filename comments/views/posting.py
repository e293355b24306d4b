"""Taking in a comment, and its own page. No cookie, no session, no visitor: any cache may stand in between."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from articles.models import Article
from articles.views.reading import article_page, withdrawn
from clinic_cms.shared.refusal import Refusal
from comments.domain.posting import post_comment
from comments.forms import CommentForm
from comments.models import Comment
from comments.own_page import key_of, public_id_of
from comments.senders import is_own_page
from comments.views.limits import admit, count_if_dropped, words_are_kept


class HttpResponseSeeOther(HttpResponseRedirect):
    status_code = 303


@csrf_exempt  # the signed token and the sender's headers stand in for the cookie (docs/decisions/0003)
@login_not_required
@require_POST
@words_are_kept
def post(request: HttpRequest, slug: str) -> HttpResponse:
    article = Article.objects.live().filter(slug=slug).first()
    if article is None:
        return withdrawn(request, slug)
    form = CommentForm(article, request.POST, from_elsewhere=not is_own_page(request))
    if not form.is_valid():
        count_if_dropped(form)
        return _again(request, article, form)
    admit(request, article, form.cleaned_data["comment"])
    try:
        comment = post_comment(article, name=form.cleaned_data["name"], body=form.cleaned_data["comment"])
    except Refusal:
        return withdrawn(request, slug)
    return HttpResponseSeeOther(reverse("comments:own", args=[key_of(comment.public_id)]))


@login_not_required
@require_safe
def own(request: HttpRequest, key: str) -> HttpResponse:
    """What became of one comment, for whoever holds its address."""
    comments = Comment.objects.select_related("article", "revision")
    comment = get_object_or_404(comments, public_id=public_id_of(key))
    decision = comment.decisions.first()
    context = {
        "comment": comment,
        "article": comment.article,
        "revision": comment.revision,
        "reason_sentence": decision.reason_sentence if decision else "",
    }
    response = render(request, "comments/own.html", context)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    add_never_cache_headers(response)
    return response


def _again(request: HttpRequest, article: Article, form: CommentForm) -> HttpResponse:
    """The whole article page with the form as it was typed, its errors, and a fresh token."""
    form.data = {**{name: form.data[name] for name in form.data}, "token": form.fresh_token}
    response = article_page(request, article, status=form.status, comment_form=form)
    add_never_cache_headers(response)
    return response
