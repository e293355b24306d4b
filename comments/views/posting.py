"""Taking in a comment. No cookie, no session, no visitor: any cache may stand in between."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from articles.models import Article
from articles.views.moved import found_where_it_was
from articles.views.reading import article_page, withdrawn
from clinic_cms.shared.refusal import Refusal
from comments.domain.posting import NO_PARENT, Closed, NotLive, post_comment
from comments.models import Comment
from comments.own_page import key_of
from comments.reader_forms import CommentForm
from comments.senders import is_own_page
from comments.views.answers import HttpResponseSeeOther
from comments.views.limits import admit, count_if_dropped, words_are_kept


@csrf_exempt  # the signed token and the sender's headers stand in for the cookie (docs/decisions/0003)
@sensitive_post_parameters("comment", "name")
@login_not_required
@require_POST
@words_are_kept
@found_where_it_was
def post(request: HttpRequest, slug: str) -> HttpResponse:
    """Hold a comment and lead to its own page. Whatever stops that, what was typed comes back with the article."""
    article = Article.objects.library().here().filter(slug=slug).first()
    if article is None:
        return withdrawn(request, slug)
    form = CommentForm(article, request.POST, from_elsewhere=not is_own_page(request))
    if not form.is_valid():
        count_if_dropped(form)
        return _again(request, article, form)
    admit(request, article, form.cleaned_data["comment"])
    try:
        comment = _held(article, form)
    except NotLive:
        return withdrawn(request, slug)
    except Closed as refusal:
        form.refuse(refusal.reason)
        return _again(request, article, form, unposted=form.cleaned_data)
    except Refusal as refusal:  # it replies to what is gone: without that it can stand by itself
        form.refuse(refusal.reason)
        form.data = {**form.data, "reply": ""}
        return _again(request, article, form)
    return HttpResponseSeeOther(reverse("comments:own", args=[key_of(comment.public_id)]))


def _held(article: Article, form: CommentForm) -> Comment:
    typed = form.cleaned_data
    return post_comment(
        article,
        name=typed["name"],
        body=typed["comment"],
        parent=_parent(typed["reply"]),
        notice_version=typed.get("consent") or 0,
    )


def _parent(key: int | None) -> Comment | None:
    parent = Comment.objects.filter(pk=key).first() if key else None
    if key and parent is None:
        raise Refusal(str(NO_PARENT))
    return parent


def _again(request: HttpRequest, article: Article, form: CommentForm, **extra: object) -> HttpResponse:
    """The whole article page with the form as it was typed, its errors, and a fresh token."""
    form.shown_again()
    response = article_page(request, article, status=form.status, comment_form=form, **extra)
    add_never_cache_headers(response)
    return response
