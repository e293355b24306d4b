"""Who is told of a step of the workflow, and in which words: those who have to act next, or whose words it is, and
everybody who follows the article. The words of a draft are never in it; `delivery` brings it to people.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.domain.delivery import Told, notify
from articles.domain.facts import contributions, review_of
from articles.domain.following import followers
from articles.domain.pool import standing_assignments
from articles.enums import Action, Status
from articles.models import Assignment, Revision
from articles.workflow import ASSIGN, MAY_SIGN, PUBLISH, WRITE

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from clinic_cms.models import User


@dataclass(frozen=True, slots=True)
class Failure:
    """That the clock could not do what was due: the reason as it is kept, and why, in the language that is active."""

    due_at: datetime
    reason: str
    why: Callable[[], str]


def tell(revision: Revision, action: Action, *, by: "User | None", failure: Failure | None = None) -> None:
    """Tell everybody whom a step concerns, but not the person who took it. Called in the step's transaction.

    A `failure` is that of the clock, which could not publish (action SCHEDULE) or withdraw (WITHDRAW) what was due.
    """
    step = revision.transitions.filter(action=action).first()
    audience = who_may(PUBLISH) if failure else _audience(revision, action)
    people = {person.pk: person for person in [*audience, *followers(revision.article)]}
    if by:
        people.pop(by.pk, None)

    def say() -> Told:
        name, reason = by.display_name if by else _("The clock"), failure.why() if failure else ""
        heading, sentence = _words(revision, action, name, reason)
        return Told(heading, sentence, revision.get_absolute_url(), note=step.note if step and not failure else "")

    event = f"transition:{step.pk}" if step and not failure else _failed(revision, failure)
    notify(people.values(), revision.article, event=event, say=say)


def people_working_on(revision: Revision, *others: "User") -> list["User"]:
    """Whose words it is, who follows the article, and the `others`, each once and with an open account."""
    authors = _people(pk__in=contributions(revision).values("person"))
    found = {person.pk: person for person in [*authors, *followers(revision.article), *others]}
    return [person for person in found.values() if person.is_active]


def keepers_of(revision: Revision) -> list["User"]:
    """Whoever looks after the article, or else its author while they are an editor here, or else all editors."""
    owner = revision.article.owner
    if owner and owner.is_active:
        return [owner]
    editors = list(who_may(WRITE))
    return [person for person in editors if person.pk == revision.author_id] or editors


def tell_assigned(revision: Revision, assignments: Sequence[Assignment], *, by: "User | None") -> None:
    """Tell people that a sign-off was given to them after the review had opened. Called in the same transaction."""
    for each in assignments:
        people = [each.person] if each.person != by else []
        say = partial(_assigned, revision, each)
        notify(people, revision.article, event=f"assignment:{each.pk}", say=say)


def _assigned(revision: Revision, assignment: Assignment) -> Told:
    due = assignment.review.due_on
    names = {
        "title": revision.title,
        "kind": assignment.get_kind_display(),
        "due": date_format(due, "DATE_FORMAT") if due else _("as soon as you can"),
    }
    return Told(
        heading=_("Waiting for your sign-off: %(title)s") % names,
        sentence=_("The %(kind)s sign-off of “%(title)s” waits for you now. Due: %(due)s.") % names,
        path=revision.get_absolute_url(),
        note=assignment.reason,
    )


def _failed(revision: Revision, failure: Failure | None) -> str:
    what = f"{failure.due_at}{failure.reason}" if failure else ""
    return f"failure:{revision.pk}:{hashlib.sha256(what.encode()).hexdigest()[:16]}"


def _words(revision: Revision, action: Action, name: str, reason: str) -> tuple[str, str]:
    headings = {
        Action.SUBMIT: _("Ready for review: %(title)s"),
        Action.SIGN_OFF: _("Signed off: %(title)s"),
        Action.REQUEST_CHANGES: _("Changes requested: %(title)s"),
        Action.PUBLISH: _("Published: %(title)s"),
        Action.WITHDRAW: _("Could not come down: %(title)s") if reason else _("Withdrawn: %(title)s"),
        Action.SCHEDULE: _("Could not be published: %(title)s"),
    }
    sentences = {
        Action.SUBMIT: _("%(name)s has submitted “%(title)s” for review. If you can sign it off, please read it."),
        Action.SIGN_OFF: _("“%(title)s” has all the sign-offs it needs and can be published.")
        if revision.status == Status.SIGNED_OFF
        else _("%(name)s has signed off “%(title)s”. It still needs another sign-off."),
        Action.REQUEST_CHANGES: _("%(name)s has asked for changes to “%(title)s”."),
        Action.PUBLISH: _("“%(title)s” is live."),
        Action.WITHDRAW: _("“%(title)s” should have come down by now, but could not: %(reason)s")
        if reason
        else _("%(name)s has withdrawn “%(title)s”. Readers now find a notice in its place."),
        Action.SCHEDULE: _("“%(title)s” should have gone live by now, but was stopped: %(reason)s"),
    }
    names = {"title": revision.title, "name": name, "reason": reason}
    heading = headings.get(action, _("Back to draft: %(title)s"))
    return heading % names, sentences.get(action, _("“%(title)s” is a draft again.")) % names


def _audience(revision: Revision, action: Action) -> Iterable["User"]:
    """Who has to act next; where nobody has to, whose words it is."""
    authors = _people(pk__in=contributions(revision).values("person"))
    if action == Action.SUBMIT:
        return [person for person in _reviewers(revision) if person not in set(authors)]
    if action == Action.SIGN_OFF:
        return who_may(PUBLISH) if revision.status == Status.SIGNED_OFF else []
    return authors


def _reviewers(revision: Revision) -> list["User"]:
    """Whom the sign-offs were given to. Where nobody was found for one: all whose role it is, and who can choose."""
    asked = standing_assignments().filter(review__revision=revision)
    kinds = list(asked.values_list("kind", flat=True))
    missing = review_of(revision).missing()
    short = [MAY_SIGN[kind] for kind, count in missing.items() if kinds.count(kind) < count]
    return [*_people(pk__in=asked.values("person")), *(who_may(*short, ASSIGN) if short else [])]


def who_may(*permissions: str) -> "QuerySet[User]":
    """Everybody with an open account and a role that gives one of these permissions."""
    codenames = [permission.partition(".")[2] for permission in permissions]
    return _people(Q(groups__permissions__codename__in=codenames)).distinct()


def _people(*conditions: Q, **filters: object) -> "QuerySet[User]":
    return get_user_model()._default_manager.filter(*conditions, is_active=True, **filters).order_by("pk")
