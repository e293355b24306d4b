"""What a person was told, how they want to hear of it, and, for administrators, what could not be delivered."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.domain import delivery, following
from articles.models import Article, Follow, Notice
from articles.workflow import READ
from clinic_cms.roles import MANAGE_PEOPLE
from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown

PER_PAGE = 30
MOST_DEAD_LETTERS = 50


@require_safe
def index(request: AuthenticatedRequest) -> HttpResponse:
    """A person's own notices, newest first, and what they follow."""
    page = Paginator(Notice.objects.filter(person=request.user), PER_PAGE).get_page(request.GET.get("page"))
    follows = Follow.objects.filter(person=request.user).select_related("article__live_revision").order_by("-since")
    context = {
        "page": page,
        "daily": request.user.daily_notices,
        "languages": settings.LANGUAGES,
        "digest_at": delivery.DIGEST_AT,
        "follows": follows[:PER_PAGE],
        "dead_letters": _dead_letters(request),
    }
    return render(request, "desk/notices.html", context)


@require_POST
@refusals_shown
def choose(request: AuthenticatedRequest) -> HttpResponse:
    """One mail for each event, or one a day; and in which language."""
    daily = request.POST.get("how") == "daily"
    delivery.choose_daily(request.user, daily=daily)
    if "language" in request.POST:
        delivery.choose_language(request.user, request.POST["language"])
    told = _("From now on you get one mail a day.") if daily else _("From now on you get a mail for each event.")
    messages.success(request, told)
    return redirect("desk:notices")


@require_POST
@permission_required(READ, raise_exception=True)
@refusals_shown
def follow(request: AuthenticatedRequest, article_pk: int) -> HttpResponse:
    """Follow an article, or stop: `?stop` in the form."""
    article = get_object_or_404(Article, pk=article_pk)
    if "stop" in request.POST:
        following.unfollow(article, by=request.user)
        messages.success(request, _("You don't follow this article any more."))
    else:
        following.follow(article, by=request.user)
        messages.success(request, _("You follow this article: you are told of everything that happens to it."))
    newest = article.revisions.defer("body").latest("number")
    return redirect(newest)


@require_POST
@permission_required(MANAGE_PEOPLE, raise_exception=True)
def try_again(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Give a dead letter another round."""
    delivery.try_again(get_object_or_404(Notice, pk=pk))
    messages.success(request, _("It is tried again now."))
    return redirect("desk:notices")


def _dead_letters(request: AuthenticatedRequest) -> list[Notice]:
    if not request.user.has_perm(MANAGE_PEOPLE):
        return []
    letters = Notice.objects.undeliverable().select_related("person").order_by("-gave_up_at")
    return list(letters[:MOST_DEAD_LETTERS])
