"""A new article that starts with the words of another one."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from articles.domain.citing import copy_references
from articles.domain.drafting import BRIEF, CORRECTION, WORDS, start_article, write
from articles.domain.facts import barred_from_signing
from articles.models import Article, Contribution, Revision, Topic
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User

# What is the new article's own, and what belongs to the history of the other one.
NOT_TAKEN = ("title", "topic", "author", "change_note", *CORRECTION)


@transaction.atomic
def duplicate(article: Article, *, by: "User", title: str, topic: Topic, **brief: str) -> Revision:
    """Start an article whose draft has the words, pictures and references of another: of its live words, or else of its
    newest. Its history, sign-offs, corrections and address stay where they are; what `brief` says goes before.

    Whoever changed the words there can't sign them off here either. Refuses like `start_article`.
    """
    source = article.live_revision or article.revisions.order_by("-number").first()
    if source is None:
        raise Refusal(_("This article has no words yet."))
    draft = start_article(by=by, title=title, topic=topic, language=article.language)
    words = {name: getattr(source, name) for name in WORDS if name not in NOT_TAKEN}
    words |= {name: value for name, value in brief.items() if name in BRIEF and value}
    copy_references(source, draft)
    write(draft, by=by, words=words)
    people = barred_from_signing(source) - {by.pk}
    Contribution.objects.bulk_create(Contribution(revision=draft, person_id=person) for person in sorted(people))
    return draft
