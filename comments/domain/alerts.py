"""Telling the people on call that somebody may be in crisis: how many, and a link. Never the words.

An alert is written in the transaction of the comment and mailed by the queue. It is open until somebody says that they
have it, or until every such comment has been decided. The clock reminds, and asks others where nobody answers.
"""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import task

from clinic_cms.profile import clinic
from clinic_cms.shared.languages import in_the_language_of
from clinic_cms.shared.refusal import Refusal
from comments.domain.moderation import MODERATE
from comments.domain.rules import KEEP_RULES, rules
from comments.enums import Lane, Outcome
from comments.models import Comment, CrisisAlert, ModerationDecision

if TYPE_CHECKING:
    from clinic_cms.models import User

logger = logging.getLogger(__name__)

NOT_SOONER: Final = timedelta(minutes=15)  # than the mail before
SELDOM: Final = timedelta(hours=1)  # once three mails have had no answer
ESCALATED_AFTER: Final = timedelta(minutes=30)
# How long to wait after each time the mail server refused; the clock's reminder comes on top of that.
TRY_AGAIN: Final = [timedelta(minutes=minutes) for minutes in (1, 2, 5, 10)]
FIRST_OF_ALL: Final = 100  # in the queue


def tell_of_crisis() -> None:
    """A comment of somebody who may be in crisis is taken in by this transaction: tell the people on call, unless they
    were told a moment ago. Never stops the comment: what fails here, the clock does within seconds.
    """
    try:
        with transaction.atomic():
            _one_at_a_time()
            open_alerts = list(_open())
            if not open_alerts or _is_time(open_alerts, timezone.now()):
                _alert(timezone.now())
    except Exception as problem:  # whatever it is: the comment is worth more than its alert
        logger.error("crisis_alert_not_written kind=%s", type(problem).__name__)


@transaction.atomic
def watch(now: datetime | None = None) -> list[str]:
    """The clock's part: alert of what nobody was told of, remind, escalate, and close what has been decided meanwhile.
    Returns what was done, for the log.
    """
    now = now or timezone.now()
    _one_at_a_time()
    open_alerts = list(_open())
    if not waiting().exists():
        CrisisAlert.objects.filter(pk__in=[alert.pk for alert in open_alerts]).update(acknowledged_at=now)
        return []
    if not open_alerts:
        return [f"crisis_alert alert={_alert(now).pk}"] if _untold().exists() else []
    done, first = [], open_alerts[0]
    if first.escalated_at is None and first.sent_at <= now - ESCALATED_AFTER:
        CrisisAlert.objects.filter(pk=first.pk).update(escalated_at=now)
        _mail(open_alerts[-1], officers())
        done.append(f"crisis_escalated alert={first.pk}")
    if _is_time(open_alerts, now):
        done.append(f"crisis_reminded alert={_alert(now, escalated=first.escalated_at is not None).pk}")
    return done


@transaction.atomic
def acknowledge(*, by: "User", seen: int) -> None:
    """Say that one has it: every alert up to `seen`, the newest on the page, is answered by this person.

    Refuses who may not see to it, and, with the name of who was faster, when there is none to answer.
    """
    if not may_acknowledge(by):
        raise Refusal(_("Only moderators and those who keep the comment rules can take this on."))
    _one_at_a_time()
    taken = _open().filter(pk__lte=seen).update(acknowledged_at=timezone.now(), acknowledged_by=by)
    if not taken:
        raise Refusal(_who_has_it(CrisisAlert.objects.filter(pk__lte=seen).first()))


def may_acknowledge(person: "User") -> bool:
    return person.is_active and (person.has_perm(MODERATE) or person.has_perm(KEEP_RULES))


def waiting() -> QuerySet[Comment]:
    """Comments of people who may be in crisis, that nobody has decided."""
    return Comment.objects.filter(lane=Lane.CRISIS)


def on_call() -> list["User"]:
    """Whom the rules name, where they can moderate; where they name nobody who can, every moderator."""
    current = rules()
    named = _who_may(MODERATE).filter(pk__in=current.on_call.values("pk")) if current.pk else None
    return list(named or []) or list(_who_may(MODERATE))


def officers() -> list["User"]:
    """Who is told when nobody on call has answered: the privacy officers and the administrators."""
    return list(_who_may(KEEP_RULES))


@task(priority=FIRST_OF_ALL)
def send_alert(alert_id: int, person_id: int, attempt: int = 0) -> None:
    """Mail one person of one alert, unless somebody has it by now; tried again when the mail server refuses."""
    alert = CrisisAlert.objects.get(pk=alert_id)
    person = get_user_model()._default_manager.get(pk=person_id)
    if alert.acknowledged_at is not None or not person.is_active:
        return
    try:
        with in_the_language_of(person):
            send_mail(_subject(alert.number), _text(alert, person), None, [person.email])
    except Exception as problem:  # whatever it is, it is tried again, and the log says its kind alone
        logger.error("crisis_alert_not_mailed alert=%s attempt=%s kind=%s", alert_id, attempt, type(problem).__name__)
        if attempt < len(TRY_AGAIN):
            send_alert.using(run_after=timezone.now() + TRY_AGAIN[attempt]).enqueue(alert_id, person_id, attempt + 1)


def _subject(number: int) -> str:
    subject = ngettext("%(number)d comment needs you now", "%(number)d comments need you now", number)
    return subject % {"number": number}


def _text(alert: CrisisAlert, person: "User") -> str:
    context = {
        "person": person,
        "sentence": sentence(alert.number),
        "address": settings.SITE_ORIGIN + reverse("desk:crisis_alerts"),
        "clinic_name": clinic().name,
    }
    return render_to_string("emails/crisis_alert.txt", context)


def sentence(number: int) -> str:
    return ngettext(
        "%(number)d comment may come from somebody in crisis, and waits for a person.",
        "%(number)d comments may come from somebody in crisis, and wait for a person.",
        number,
    ) % {"number": number}


def _alert(now: datetime, *, escalated: bool = False) -> CrisisAlert:
    alert = CrisisAlert.objects.create(number=max(1, waiting().count()), sent_at=now)
    people = {person.pk: person for person in [*on_call(), *(officers() if escalated else [])]}
    _mail(alert, people.values())
    return alert


def _mail(alert: CrisisAlert, people: Iterable["User"]) -> None:
    for person in people:
        send_alert.enqueue(alert.pk, person.pk)


def _open() -> QuerySet[CrisisAlert]:
    return CrisisAlert.objects.filter(acknowledged_at__isnull=True).order_by("pk")


def _is_time(open_alerts: list[CrisisAlert], now: datetime) -> bool:
    pause = NOT_SOONER if len(open_alerts) < 3 else SELDOM
    return open_alerts[-1].sent_at <= now - pause


def _untold() -> QuerySet[Comment]:
    """What came into the lane after the last alert was answered: posted, corrected, or put back."""
    last = CrisisAlert.objects.exclude(acknowledged_at=None).order_by("-acknowledged_at").first()
    if last is None:
        return waiting()
    since = last.acknowledged_at
    back = (Outcome.CORRECT, Outcome.RESTORE, Outcome.APPEAL)
    moved = ModerationDecision.objects.filter(comment=OuterRef("pk"), at__gt=since, outcome__in=back)
    return waiting().filter(Q(created_at__gt=since) | Exists(moved))


def _who_may(permission: str) -> "QuerySet[User]":
    """Everybody with an open account, an address, and a role that gives the permission."""
    people = get_user_model()._default_manager.filter(is_active=True).exclude(email="")
    codename = permission.partition(".")[2]
    return people.filter(groups__permissions__codename=codename).order_by("pk").distinct()


def _who_has_it(alert: CrisisAlert | None) -> str:
    if alert is None or alert.acknowledged_at is None or alert.acknowledged_by is None:
        return _("Nothing waits to be taken on: every such comment has been decided.")
    return _("%(name)s has had it since %(moment)s.") % {
        "name": alert.acknowledged_by.display_name,
        "moment": date_format(timezone.localtime(alert.acknowledged_at), "DATETIME_FORMAT"),
    }


def _one_at_a_time() -> None:
    """Who posts, who answers and the clock wait for each other until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('comments.crisis_alert', 0))")
