"""How notices reach people: written down in the transaction of the event, in the language of whoever reads it, mailed
by the queue, tried again, kept.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, time, timedelta
from smtplib import SMTPException
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import task

from articles.models import Article, Notice
from clinic_cms.profile import clinic
from clinic_cms.shared.languages import in_the_language_of, said_to
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User

logger = logging.getLogger(__name__)

# How long to wait after each attempt that failed; after the last one the notice is a dead letter, shown on the desk.
TRY_AGAIN: Final = [timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6)]
DIGEST_AT: Final = time(7)
# Longer than any notice waits for its next attempt: one that was queued before that has lost its task.
LOST_AFTER: Final = TRY_AGAIN[-1] + timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Told:
    """What people are told of one event, in one language. `path` is an address on the desk; `note` is what the person
    who acted wrote about it.
    """

    heading: str
    sentence: str
    path: str
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "heading", Truncator(" ".join(self.heading.split())).chars(200))


def notify(people: Iterable["User"], article: Article, *, event: str, say: Callable[[], Told]) -> None:
    """Tell people of one event, each once: a second call with the same `event` adds nobody who was told already.

    To be called in the transaction of the event. `say` makes the words; it is asked once for each language that these
    people read, in that language. Whoever chose a daily digest gets the mail with the next one.
    """
    told = set(Notice.objects.filter(event=event).values_list("person", flat=True))
    to_tell = [person for person in people if person.email and person.pk not in told]
    said = {language: asdict(words) for language, words in said_to(to_tell, say).items()}
    notices = [Notice(person=person, article=article, event=event, **said[person.language]) for person in to_tell]
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    at_once = [person for person in to_tell if not person.daily_notices]
    for notice in Notice.objects.filter(event=event, person__in=at_once, queued_at=None):
        _queue(notice)


@task()
def send_notice(notice_id: int) -> None:
    """Mail one notice. Does nothing for one that was mailed; a refusal of the mail server is tried again later."""
    with transaction.atomic():
        notice = Notice.objects.select_for_update().get(pk=notice_id)
        if notice.sent_at is None and notice.gave_up_at is None:
            _mail([notice])


@task()
def send_digest(person_id: int) -> None:
    """Mail a person everything that was queued for their digest, in one message."""
    with transaction.atomic():
        notices = list(
            Notice.objects.waiting()
            .select_for_update()
            .filter(person=person_id, queued_at__isnull=False)
            .order_by("pk")
        )
        if notices:
            _mail(notices, is_digest=True)


def queue_digests(now: datetime | None = None) -> int:
    """Queue one digest for everybody with notices from before this morning; says how many. A second clock adds none."""
    now = now or timezone.now()
    this_morning = timezone.make_aware(datetime.combine(timezone.localdate(now), DIGEST_AT))
    if now < this_morning:
        return 0
    with transaction.atomic():
        due = Notice.objects.waiting().filter(queued_at=None, created_at__lt=this_morning).select_for_update()
        rows = list(due.values_list("pk", "person"))
        Notice.objects.filter(pk__in=[pk for pk, _person in rows]).update(queued_at=now)
        people = sorted({person for _pk, person in rows})
        for person in people:
            send_digest.enqueue(person)
    return len(people)


def queue_what_was_lost(now: datetime | None = None) -> int:
    """Queue again what was queued long ago and neither mailed nor given up: its worker was killed at work. Says how
    many; the clock asks each round. What was only slow is not mailed twice.
    """
    now = now or timezone.now()
    with transaction.atomic():
        lost = Notice.objects.waiting().filter(queued_at__lt=now - LOST_AFTER).select_for_update(skip_locked=True)
        notices = list(lost.order_by("pk"))
        for notice in notices:
            _queue(notice)
    return len(notices)


@transaction.atomic
def try_again(notice: Notice) -> None:
    """Give a dead letter another round of attempts; nothing for a notice that is no dead letter."""
    fresh = Notice.objects.undeliverable().select_for_update().filter(pk=notice.pk).first()
    if fresh:
        fresh.gave_up_at, fresh.attempts = None, 0
        fresh.save(update_fields=["gave_up_at", "attempts"])
        _queue(fresh)


def choose_daily(person: "User", *, daily: bool) -> None:
    """Let a person have one mail a day, or one for each event. What was not mailed yet comes with the next digest."""
    get_user_model()._default_manager.filter(pk=person.pk).update(daily_notices=daily)


def choose_language(person: "User", language: str) -> None:
    """Let a person be told of things in another language from now on. Refuses one that the site doesn't speak."""
    if language not in dict(settings.LANGUAGES):
        raise Refusal(_("Choose one of the languages of the site."))
    get_user_model()._default_manager.filter(pk=person.pk).update(language=language)


def _queue(notice: Notice, after: timedelta | None = None) -> None:
    now = timezone.now()
    Notice.objects.filter(pk=notice.pk).update(queued_at=now)
    (send_notice.using(run_after=now + after) if after else send_notice).enqueue(notice.pk)


def _mail(notices: list[Notice], *, is_digest: bool = False) -> None:
    """One message with these notices of one person; keeps what became of it. Called with their rows locked."""
    person = notices[0].person
    try:
        with in_the_language_of(person):
            subject = _subject_of_a_day(len(notices)) if is_digest else notices[0].heading
            send_mail(subject, _text(notices), None, [person.email])
    except Exception as problem:  # whatever it is: a notice is tried again or becomes a dead letter, never nothing
        if not isinstance(problem, OSError | SMTPException):
            logger.exception("notice_not_mailed notice=%s", notices[0].pk)
        for notice in notices:
            _failed(notice, problem)
    else:
        Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(sent_at=timezone.now(), problem="")


def _subject_of_a_day(count: int) -> str:
    subject = ngettext("Your day at the desk: %(count)d notice", "Your day at the desk: %(count)d notices", count)
    return subject % {"count": count}


def _text(notices: list[Notice]) -> str:
    known = {"person": notices[0].person, "origin": settings.SITE_ORIGIN, "clinic_name": clinic().name}
    return render_to_string("emails/notices.txt", {**known, "notices": notices})


def _failed(notice: Notice, problem: Exception) -> None:
    notice.attempts += 1
    notice.problem = type(problem).__name__
    if notice.attempts > len(TRY_AGAIN):
        notice.gave_up_at = timezone.now()
        logger.error("notice_given_up notice=%s", notice.pk)
    notice.save(update_fields=["attempts", "problem", "gave_up_at"])
    if notice.gave_up_at is None:
        _queue(notice, TRY_AGAIN[notice.attempts - 1])
