"""Reminders of reviews: each step of the ladder once for a review date, however many clocks run and however often."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.db import DatabaseError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.domain.delivery import Told, notify
from articles.domain.notices import keepers_of, who_may
from articles.enums import ReminderStep, Status
from articles.models import Article, ReviewReminder, Revision
from articles.workflow import PUBLISH, SIGN_OFF_CLINICAL

if TYPE_CHECKING:
    from clinic_cms.models import User

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reminded:
    """One reminder that was sent in this round."""

    revision: Revision
    step: ReminderStep


def remind_due(today: date | None = None) -> list[Reminded]:
    """Take every reminder whose day has come, each article in its own transaction, and say what was sent.

    After a pause over several steps only the latest is sent, and the others are kept as passed over; so is a step
    whose day had come before the last review, where reviews follow each other closely. Rounds that
    overlap are harmless: the second finds nothing left to do.
    """
    day, sent = today or timezone.localdate(), []
    for revision in _candidates(day):
        try:
            reminded = _remind(revision.article, day)
        except DatabaseError:
            logger.exception("reminder_failed article=%s", revision.article.slug)
        else:
            sent += [reminded] if reminded else []
    return sent


def _candidates(day: date) -> QuerySet[Revision]:
    """Live revisions with a step whose day has come and that nothing is kept of: one query, by the index of dates."""
    missed = Q()
    for step in ReminderStep:
        taken = ReviewReminder.objects.filter(article=OuterRef("article"), due_on=OuterRef("next_review_due"))
        missed |= Q(~Exists(taken.filter(step=step)), next_review_due__lte=_due_by(day, step))
    live = Revision.objects.filter(status=Status.PUBLISHED, next_review_due__lte=_due_by(day, min(ReminderStep)))
    return live.filter(missed).select_related("article").only("article", "article__slug").order_by("next_review_due")


@transaction.atomic
def _remind(article: Article, day: date) -> Reminded | None:
    """Under the article's lock, so that of two clocks the slower one finds the steps taken."""
    article = Article.objects.locked().get(pk=article.pk)
    revision = Revision.objects.with_people().filter(live_article=article).first()
    if revision is None or revision.next_review_due is None or revision.last_reviewed_on is None:
        return None
    due_on = revision.next_review_due
    taken = set(article.review_reminders.filter(due_on=due_on).values_list("step", flat=True))
    come = [step for step in ReminderStep if due_on <= _due_by(day, step)]
    left = [step for step in come if step not in taken]
    if not left:
        return None
    latest = max(come)
    is_told = latest in left and due_on + timedelta(days=latest) > revision.last_reviewed_on
    ReviewReminder.objects.bulk_create(
        ReviewReminder(
            article=article, revision=revision, due_on=due_on, step=step, passed_over=step != latest or not is_told
        )
        for step in left
    )
    if is_told:
        _tell(revision, due_on, latest, day)
    return Reminded(revision, latest) if is_told else None


def _tell(revision: Revision, due_on: date, step: ReminderStep, day: date) -> None:
    event = f"review_due:{revision.article_id}:{due_on}:{step.value}"
    notify(_audience(revision, step), revision.article, event=event, say=partial(_words, revision, due_on, day))


def _audience(revision: Revision, step: ReminderStep) -> Iterable["User"]:
    """Its keepers; from the day itself also those who sign off clinically and those who publish."""
    others = who_may(PUBLISH, SIGN_OFF_CLINICAL) if step >= ReminderStep.ON_THE_DAY else []
    return {person.pk: person for person in [*keepers_of(revision), *others]}.values()


def _words(revision: Revision, due_on: date, day: date) -> Told:
    if due_on > day:
        heading = _("Review due on %(due)s: %(title)s")
        sentence = _("“%(title)s” was last reviewed on %(reviewed)s, and its next review is due on %(due)s. %(what)s")
    elif due_on == day:
        heading = _("Review due today: %(title)s")
        sentence = _("“%(title)s” was last reviewed on %(reviewed)s, and its next review is due today. %(what)s")
    else:
        heading = _("Review overdue since %(due)s: %(title)s")
        sentence = _("“%(title)s” was last reviewed on %(reviewed)s and should have been again by %(due)s. %(what)s")
    names = {
        "title": revision.title,
        "due": date_format(due_on, "DATE_FORMAT"),
        "reviewed": date_format(revision.last_reviewed_on or due_on, "DATE_FORMAT"),
        "what": _("If all of it still stands, send it for a review without change; if not, start an update."),
    }
    return Told(heading % names, sentence % names, revision.get_absolute_url())


def _due_by(day: date, step: int) -> date:
    """The latest review date whose step has come on that day."""
    return day - timedelta(days=step)
