"""What the head of an article's page tells machines: its own address, how other sites show it, and the linked data."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from articles import linked_data
from articles.domain.corrections import Correction
from articles.linked_data import PageFacts, PersonFacts
from articles.models import Article, Revision
from articles.views.languages import PageLanguage
from clinic_cms.profile import clinic


def for_article(request: HttpRequest, article: Article, shown: dict[str, Any]) -> dict[str, Any]:
    """`address`, `image` and `graph` (JSON-LD) of a live article; `shown` is what its page shows."""
    revision: Revision = shown["revision"]
    address = request.build_absolute_uri(article.get_absolute_url())
    image = request.build_absolute_uri(reverse("articles:share_card", args=[article.slug, revision.number]))
    return {"address": address, "image": image, "graph": _graph(request, article, shown, address, image)}


def _graph(request: HttpRequest, article: Article, shown: dict[str, Any], address: str, image: str) -> dict[str, Any]:
    whole, revision = request.build_absolute_uri, shown["revision"]
    reviewers = [_reviewer(each, request) for each in shown["reviewers"]]
    published = revision.published_at or revision.saved_at
    facts = PageFacts(
        home=whole(reverse("home")),
        clinic=clinic().name,
        clinic_said=clinic().linked(whole),
        address=address,
        library=whole(reverse("articles:topic", args=[revision.topic.slug])),
        language=get_language() or "en",
        title=revision.title,
        summary=revision.summary,
        section=revision.topic.name_here,
        version=revision.number,
        words=revision.word_count,
        image=image,
        first_published=shown["first_published_at"] or published,
        published=published,
        last_reviewed=revision.last_reviewed_on,
        interests=revision.interests,
        author=_author(revision, request),
        clinical=[person for kind, person in reviewers if kind == "clinical"],
        editorial=[person for kind, person in reviewers if kind != "clinical"],
        references=[json.loads(each.csl) for each in shown["references"] if each.csl],
        corrections=[_told(each) for each in shown["corrections"]],
        **_translations(whole, article, shown["page_languages"]),
    )
    return linked_data.graph(facts)


def _translations(whole: Callable[[str], str], article: Article, found: Sequence[PageLanguage]) -> dict[str, Any]:
    """The page links to all of them; between two translations of a third article schema.org has no word."""
    first = article.translation_of.language if article.translation_of else ""
    others = [(each.code, whole(each.path)) for each in found if not each.is_here]
    if first:
        return {"translates": next((each for each in others if each[0] == first), None)}
    return {"translated_as": others}


def _author(revision: Revision, request: HttpRequest) -> PersonFacts:
    """As the byline names them: it is frozen with the words, whatever became of the person since."""
    author = revision.author
    name, role = author.full_name, author.job_title_here
    if revision.byline and not revision.byline.startswith(author.display_name):
        name, role = revision.byline, ""
    page = request.build_absolute_uri(reverse("articles:person", args=[author.slug])) if author.slug else ""
    return PersonFacts(name or author.display_name, author.honorific if role else "", role, page)


def _reviewer(reviewer: dict[str, Any], request: HttpRequest) -> tuple[str, PersonFacts]:
    honorific = reviewer["honorific"] or ""
    name = reviewer["name"].removeprefix(f"{honorific} ") if honorific else reviewer["name"]
    honorific = honorific if name != reviewer["name"] else ""
    slug = reviewer["slug"]
    page = request.build_absolute_uri(reverse("articles:person", args=[slug])) if slug else ""
    return reviewer["kind"], PersonFacts(name, honorific, "", page, reviewer["credential"])


def _told(correction: Correction) -> tuple[str, str, datetime | None]:
    return correction.said, correction.says, correction.at
