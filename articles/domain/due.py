"""The clock's round: everything that is due, each article in a transaction of its own.

Whatever stops one of them, a refusal or a mistake of ours, is kept with it and told, and does not stop the others.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.domain.coming_down import reason_against_coming_down, withdraw_as_planned
from articles.domain.facts import person_facts, situation
from articles.domain.notices import Failure, tell
from articles.domain.publishing import publish
from articles.enums import Action, Status
from articles.models import FailedAttempt, PlannedWithdrawal, Revision
from articles.rules import reason_against
from clinic_cms.shared.refusal import Refusal

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Round:
    """What one round of the clock did, and what it could not do."""

    published: list[Revision] = field(default_factory=list)
    withdrawn: list[Revision] = field(default_factory=list)
    failed: list[Revision] = field(default_factory=list)
    left_up: list[PlannedWithdrawal] = field(default_factory=list)


def do_what_is_due(now: datetime | None = None) -> Round:
    """Publish what is scheduled and take down what was planned to come down, in the order of their moments. Where
    an article has both at one moment, the words come down first and the newer ones go live after.

    What fails keeps its moment and the reason, stands on the desk, and is tried again in the next round. Rounds that
    overlap are harmless: the second waits for the article's lock and finds nothing left to do.
    """
    done, moment = Round(), now or timezone.now()
    plans = PlannedWithdrawal.objects.due(moment).with_words()
    revisions = Revision.objects.due(moment).select_related("article")
    things: list[Revision | PlannedWithdrawal] = [*plans, *revisions]
    for thing in sorted(things, key=_moment):
        if isinstance(thing, Revision):
            _publish(thing, done)
        else:
            _withdraw(thing, done)
    return done


def _moment(thing: Revision | PlannedWithdrawal) -> datetime:
    moment = thing.publish_at if isinstance(thing, Revision) else thing.at
    return moment or datetime.max.replace(tzinfo=UTC)


def _publish(revision: Revision, done: Round) -> None:
    try:
        done.published.append(publish(revision, by=None, seen=revision.state_token))
    except Exception as problem:
        if _database_is_away(problem):
            raise
        if _kept(_publication_failed, revision, problem):
            done.failed.append(revision)


def _withdraw(plan: PlannedWithdrawal, done: Round) -> None:
    try:
        done.withdrawn.append(withdraw_as_planned(plan, by=None))
    except Exception as problem:
        if _database_is_away(problem):
            raise
        if _kept(_withdrawal_failed, plan, problem):
            done.left_up.append(plan)


def _kept(keep: Callable[[Any, Exception], bool], thing: Revision | PlannedWithdrawal, problem: Exception) -> bool:
    """Whether the failure stands with what failed; that it can't be kept does not stop the others either."""
    try:
        return keep(thing, problem)
    except Exception as second:
        if _database_is_away(second):
            raise
        logger.exception("failure_not_kept article=%s", thing.article_id)
        return False


@transaction.atomic
def _publication_failed(revision: Revision, problem: Exception) -> bool:
    """Keep why on a revision that is still due; one that somebody else took care of meanwhile has not failed."""
    still_due = Revision.objects.filter(pk=revision.pk, status=Status.SCHEDULED, publish_at=revision.publish_at)
    fresh = still_due.select_for_update(of=("self",)).select_related("article").first()
    if fresh is None or fresh.publish_at is None:
        return False
    reason, before = _reason(problem), fresh.schedule_failure
    fresh.schedule_failure, fresh.schedule_tried_at = reason, timezone.now()
    fresh.schedule_attempts += 1
    fresh.save(update_fields=["schedule_failure", "schedule_tried_at", "schedule_attempts"])
    if reason != before:
        _record(fresh, Action.SCHEDULE, reason, problem, revision=fresh, due_at=fresh.publish_at)
    return True


@transaction.atomic
def _withdrawal_failed(plan: PlannedWithdrawal, problem: Exception) -> bool:
    """Keep why with a plan that is still open; one that somebody ended meanwhile has not failed."""
    fresh = PlannedWithdrawal.objects.open().filter(pk=plan.pk).select_for_update().first()
    if fresh is None:
        return False
    reason, before = _reason(problem), fresh.failure
    fresh.failure, fresh.tried_at = reason, timezone.now()
    fresh.attempts += 1
    fresh.save(update_fields=["failure", "tried_at", "attempts"])
    if reason != before:
        _record(fresh.shown_on, Action.WITHDRAW, reason, problem, plan=fresh, due_at=fresh.at)
    return True


def _record(words: Revision, action: Action, reason: str, problem: Exception, *, due_at: datetime, **what: Any) -> None:
    """A new reason is written down for ever, logged and told once, not in every round."""
    FailedAttempt.objects.create(article=words.article, reason=reason, due_at=due_at, **what)
    unforeseen = None if isinstance(problem, Refusal) else problem
    logger.error("%s_failed revision=%s", action.value, words.pk, exc_info=unforeseen)
    why = partial(_reason_here, words, action, problem)
    tell(words, action, by=None, failure=Failure(due_at, reason, why))


def _reason_here(words: Revision, action: Action, problem: Exception) -> str:
    """Why, in the language that is active. What the rules refused in another one they are asked again."""
    if get_language() == settings.LANGUAGE_CODE or not isinstance(problem, Refusal):
        return _reason(problem)
    if action == Action.WITHDRAW:
        return reason_against_coming_down(words.article) or problem.reason
    return reason_against(Action.PUBLISH, person_facts(None, words), situation(words)) or problem.reason


def _reason(problem: Exception) -> str:
    if isinstance(problem, Refusal):
        return problem.reason
    if isinstance(problem, DatabaseError):
        return _("The database refused this. An administrator finds out why in the log.")
    return _("Something went wrong here. An administrator finds it in the log.")


def _database_is_away(problem: Exception) -> bool:
    return isinstance(problem, DatabaseError | InterfaceError) and not connection.is_usable()
