"""Translations that don't say any more what the article says: two people look at each, and are told."""

from datetime import timedelta
from functools import partial
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.domain.follow_up_notices import tell_of
from articles.domain.follow_ups import WITHIN, WITHIN_A_WEEK
from articles.domain.translating import Standing, standing_of
from articles.enums import FollowUpKind
from articles.models import Article, FollowUp, Revision

_WITHIN: Final[dict[bool, timedelta]] = {True: WITHIN, False: WITHIN_A_WEEK}  # by whether the article is withdrawn


def ask_about_translations(article: Article) -> list[FollowUp]:
    """Ask two people to look at each live translation of an article that says something else now, or is withdrawn.
    Called in the transaction that changes what readers see, once it has; nothing where it is being asked already.
    """
    live = Revision.objects.live().filter(article__translation_of=article).select_related("article", "translated_from")
    found = [(each, standing) for each in live.order_by("article") if (standing := standing_of(each))]
    opened = [_open(each, standing) for each, standing in found if not standing.is_true]
    return [each for each in opened if each]


def _open(translation: Revision, standing: Standing) -> FollowUp | None:
    if FollowUp.objects.filter(revision=translation, kind=FollowUpKind.TRANSLATION).open().exists():
        return None
    why = partial(_why, standing)
    follow_up = FollowUp.objects.create(
        article_id=translation.article_id,
        revision=translation,
        kind=FollowUpKind.TRANSLATION,
        due_on=timezone.localdate() + _WITHIN[standing.is_withdrawn],
        note=why(),
    )
    tell_of(follow_up, why)
    return follow_up


def _why(standing: Standing) -> str:
    if standing.is_withdrawn:
        why = _("The article that it translates, “%(title)s”, was withdrawn.")
    else:
        why = _("The article that it translates, “%(title)s”, says something else now.")
    return why % {"title": standing.followed.title}
