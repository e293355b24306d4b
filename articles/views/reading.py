"""What readers see. Only `Article.objects.library().here()` feeds these pages: live words in the address's language.
Nothing of the visitor: equal bytes for all.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_not_required
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import JSONObject
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from articles import richtext
from articles.domain import listed_sources
from articles.domain.corrections import corrections_of, in_a_query_of_articles, told_once
from articles.domain.review_dates import is_long_overdue
from articles.domain.translating import source_changed_at
from articles.domain.versions import first_published
from articles.enums import Action
from articles.models import Article, Revision, SignOff, Topic, Transition
from articles.site_pages import page_of
from articles.source_enums import SourceStatus
from articles.views import languages, machine_head, readers
from articles.views.kept import kept
from articles.views.moved import found_where_it_was

MOST_RELATED = 3


@require_safe
@login_not_required
@kept()
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    topic = get_object_or_404(Topic.objects.known_to_readers(), slug=slug)
    articles = Article.objects.for_cards().filter(live_revision__topic=topic)
    context = {
        "topic": topic,
        "articles": articles,
        "page_languages": languages.where(request, live_revision__topic=topic),
    }
    return public(render(request, "articles/topic.html", context))


@require_safe
@login_not_required
@kept()
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody whose name stands on a live article: as its author or as one who reviewed it. Of their credentials
    only those that hold today: verified by somebody else, and not expired.
    """
    person = get_object_or_404(get_user_model(), slug=slug)
    articles = Article.objects.for_cards()
    wrote, signed = Q(live_revision__author=person), Q(live_revision__review__sign_offs__by=person)
    written, reviewed = list(articles.filter(wrote)), list(articles.filter(signed).distinct())
    if not written and not reviewed:
        raise Http404
    context = {
        "person": person,
        "written": written,
        "reviewed": reviewed,
        "credentials": person.credentials.valid_on(timezone.localdate()),
        "page_languages": languages.where(request, wrote | signed),
    }
    return public(render(request, "articles/person.html", context))


@require_safe
@login_not_required
@found_where_it_was
@kept("page", "order", "reply", "print", of_article=True, counted=readers.count)
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    if page := page_of(slug):
        return redirect("articles:site_page", page, permanent=True)
    article = _with_everything().filter(slug=slug).first()
    if article is None:
        return withdrawn(request, slug)
    return article_page(request, article)


def article_page(request: HttpRequest, article: Article, *, status: int = 200, **extra: Any) -> HttpResponse:
    """The whole page of a live article; `extra` joins its context, such as a comment form that has errors."""
    whole: Any = article if hasattr(article, "reviewers") else _with_everything().get(pk=article.pk)
    revision, references = whole.live_revision, listed_sources.references_of(whole.cited)
    context = {
        "article": whole,
        "revision": revision,
        "is_long_overdue": is_long_overdue(revision, timezone.localdate()),
        "corrections": told_once(whole.corrections),
        "has_versions": whole.has_versions,
        "outline": richtext.outline(revision.body),
        "references": references,
        "cites_retracted": any(each.status == SourceStatus.RETRACTED for each in references),
        "reviewers": sorted(whole.reviewers, key=lambda each: (each["kind"] != "clinical", each["id"])),
        "first_published_at": whole.first_published_at,
        "related": whole.related,
        "page_languages": languages.told(whole.family),
        "source_changed_at": whole.source_changed_at,
        "source_is_withdrawn": bool(whole.translation_of and whole.translation_of.live_revision_id is None),
        "for_readers": True,
        "tells_how_we_write": True,
        "is_large": request.GET.get("print") == "large",
        **extra,
    }
    context |= machine_head.for_article(request, whole, context)
    return public(render(request, "articles/detail.html", context, status=status))


def withdrawn(request: HttpRequest, slug: str) -> HttpResponse:
    """The dated notice in place of a withdrawn article (410); 404 for what was never live."""
    last = (
        Transition.objects.filter(article__in=Article.objects.here().filter(slug=slug, live_revision=None))
        .filter(action=Action.WITHDRAW)
        .select_related("article", "revision__topic")
        .order_by("-pk")
        .first()
    )
    if last is None:
        raise Http404
    context = {
        "article_title": last.revision.title,
        "page_languages": [],
        "withdrawn_on": last.at,
        "notice": last.notice,
        "topic": None if last.article.site_page else last.revision.topic,
        "corrections": corrections_of(last.article),
    }
    return public(render(request, "articles/withdrawn.html", context, status=410))


def _with_everything() -> Any:
    """A live article with all its page shows, in one query: its reviewers, sources, corrections and relatives too."""
    reviewers = SignOff.objects.filter(review__revision=OuterRef("live_revision")).values(
        json=JSONObject(
            id=F("pk"),
            kind=F("kind"),
            name=F("signer_name"),
            credential=F("credential_title"),
            issuer=F("credential_issuer"),
            slug=F("by__slug"),
            honorific=F("by__honorific"),
        )
    )
    earlier = Revision.objects.filter(article=OuterRef("pk"), ended_at__isnull=False)
    return (
        Article.objects.library()
        .here()
        .select_related("live_revision__topic", "live_revision__author", "live_revision__lead_picture")
        .select_related("live_revision__translated_from", "translation_of")
        .defer("live_revision__translated_from__body")
        .annotate(
            reviewers=ArraySubquery(reviewers),
            cited=ArraySubquery(listed_sources.in_a_query_of_articles()),
            corrections=ArraySubquery(in_a_query_of_articles()),
            has_versions=Exists(earlier),
            related=ArraySubquery(_related()),
            family=languages.family(),
            source_changed_at=source_changed_at(),
            first_published_at=first_published(),
        )
    )


def _related() -> Any:
    """The newest others of the topic, as a card of them needs it."""
    others = (
        Article.objects.library()
        .filter(live_revision__topic=OuterRef("live_revision__topic"), language=OuterRef("language"))
        .exclude(pk=OuterRef("pk"))
    )
    shown = JSONObject(slug=F("slug"), title=F("live_revision__title"), summary=F("live_revision__summary"))
    return others.order_by("-live_revision__published_at", "-pk").values(json=shown)[:MOST_RELATED]


def public(response: HttpResponse) -> HttpResponse:
    """A page any cache may keep, if it asks each time whether it is still true (ETag)."""
    patch_cache_control(response, public=True, no_cache=True)
    return response
