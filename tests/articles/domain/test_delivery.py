"""How notices travel: in the transaction of the event, once each, tried again, never lost."""

import re
from datetime import datetime
from smtplib import SMTPServerDisconnected
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone, translation
from django.utils.translation import gettext
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from articles.domain.delivery import (
    Told,
    choose_daily,
    choose_language,
    notify,
    queue_digests,
    queue_what_was_lost,
    send_notice,
    try_again,
)
from articles.models import Notice
from clinic_cms.roles import CLINICIAN
from tests.factories import make_in_review, make_person
from tests.notice_queue import run_the_queue
from tests.races import race

pytestmark = pytest.mark.django_db

DENVER = ZoneInfo("America/Denver")


class RefusingBackend(EmailBackend):
    """A mail server that is away."""

    def send_messages(self, email_messages):
        raise SMTPServerDisconnected("words that must not be kept")


@pytest.fixture
def server_away(settings):
    settings.EMAIL_BACKEND = "tests.articles.domain.test_delivery.RefusingBackend"


def tell(person, event="event:1", sentence="It happened."):
    revision = make_in_review(f"Article {event}")
    forget_the_submission()
    notify([person], revision.article, event=event, say=lambda: Told("H", sentence, "/desk/"))
    return Notice.objects.get(person=person, event=event)


def forget_the_submission():
    Notice.objects.exclude(event__startswith="event:").delete()
    DBTaskResult.objects.all().delete()


def at(hour, day=10):
    return time_machine.travel(datetime(2026, 3, day, hour, 0, tzinfo=DENVER), tick=False)


def test_one_event_is_told_once_however_often_it_is_reported(mailoutbox):
    person = make_person(CLINICIAN)
    notice = tell(person)

    notify([person], notice.article, event="event:1", say=lambda: Told("H", "Again.", "/desk/"))
    run_the_queue()

    assert Notice.objects.filter(person=person, event="event:1").count() == 1
    assert [message.subject for message in mailoutbox].count("H") == 1


def test_a_notice_that_was_mailed_is_not_mailed_again(mailoutbox):
    notice = tell(make_person(CLINICIAN))

    for _each in range(2):
        send_notice.func(notice.pk)

    assert len(mailoutbox) == 1


def test_a_mail_server_that_is_away_is_tried_again_later(server_away, settings, mailoutbox):
    with at(12):
        notice = tell(make_person(CLINICIAN))
        run_the_queue()
        notice.refresh_from_db()
        assert (notice.attempts, notice.problem, notice.sent_at) == (1, "SMTPServerDisconnected", None)
        assert run_the_queue() == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with at(13):
        run_the_queue()

    notice.refresh_from_db()
    assert (notice.sent_at is not None, len(mailoutbox)) == (True, 1)


def make_dead_letter():
    notice = tell(make_person(CLINICIAN))
    for _each in range(5):
        send_notice.func(notice.pk)
    notice.refresh_from_db()
    return notice


def test_after_the_fifth_refusal_it_is_a_dead_letter(server_away):
    with at(12):
        notice = make_dead_letter()

        assert list(Notice.objects.undeliverable()) == [notice]
        assert notice.gave_up_at == timezone.now()


def test_a_dead_letter_can_be_given_another_round(server_away, settings, mailoutbox):
    notice = make_dead_letter()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    try_again(notice)
    run_the_queue()

    notice.refresh_from_db()
    assert (notice.sent_at is not None, list(Notice.objects.undeliverable())) == (True, [])


class BrokenBackend(EmailBackend):
    """Fails in a way that no mail server does."""

    def send_messages(self, email_messages):
        raise ValueError("words that must not be kept")


def test_whatever_stops_a_mail_it_is_tried_again_and_becomes_a_dead_letter_in_the_end(settings, caplog):
    settings.EMAIL_BACKEND = "tests.articles.domain.test_delivery.BrokenBackend"

    notice = make_dead_letter()

    assert (list(Notice.objects.undeliverable()), notice.problem) == ([notice], "ValueError")
    assert caplog.messages.count(f"notice_not_mailed notice={notice.pk}") == 5


@pytest.mark.parametrize(("hours", "found", "mailed"), [(6, 0, 0), (8, 1, 1)])
def test_a_notice_whose_worker_was_killed_is_queued_again(hours, found, mailed, mailoutbox):
    """A task that was being done is not done again by itself; one that waits for its next attempt is not lost."""
    with at(8):
        tell(make_person(CLINICIAN))
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING)

    with at(8 + hours):
        assert queue_what_was_lost() == found
        run_the_queue()
        assert (len(mailoutbox), queue_what_was_lost()) == (mailed, 0)


@pytest.mark.django_db(transaction=True)
def test_two_clocks_find_a_lost_notice_once():
    with at(8):
        tell(make_person(CLINICIAN))
    later = datetime(2026, 3, 10, 20, 0, tzinfo=DENVER)

    outcomes = race(lambda: queue_what_was_lost(later), lambda: queue_what_was_lost(later))

    assert sorted(outcomes) == [0, 1]


def test_whoever_chose_one_mail_a_day_gets_everything_in_one_mail_the_next_morning(mailoutbox):
    person = make_person(CLINICIAN)
    choose_daily(person, daily=True)
    person.refresh_from_db()
    with at(15, day=10):
        tell(person, "event:1", "First.")
        tell(person, "event:2", "Second.")
        assert (queue_digests(), run_the_queue(), mailoutbox) == (0, 0, [])

    with at(7, day=11):
        assert (queue_digests(), run_the_queue()) == (1, 1)

    [message] = mailoutbox
    assert message.subject == "Your day at the desk: 2 notices"
    assert [message.body.count(each) for each in ("First.", "Second.")] == [1, 1]
    assert Notice.objects.waiting().count() == 0


def test_a_digest_waits_for_the_morning():
    person = make_person(CLINICIAN, daily_notices=True)
    with at(15, day=10):
        tell(person)

    with at(6, day=11):
        assert queue_digests() == 0


@pytest.mark.django_db(transaction=True)
def test_two_clocks_queue_one_digest():
    person = make_person(CLINICIAN, daily_notices=True)
    with at(15, day=10):
        tell(person)
    morning = datetime(2026, 3, 11, 7, 0, tzinfo=DENVER)

    outcomes = race(lambda: queue_digests(morning), lambda: queue_digests(morning))

    assert sorted(outcomes) == [0, 1]


def test_what_was_not_mailed_yet_comes_with_the_next_digest_after_choosing_each_event(mailoutbox):
    person = make_person(CLINICIAN, daily_notices=True)
    with at(15, day=10):
        tell(person)
        choose_daily(person, daily=False)

    with at(7, day=11):
        queue_digests()
        run_the_queue()

    assert [message.subject for message in mailoutbox] == ["Your day at the desk: 1 notice"]


# ---- In the language of whoever reads it


def tell_of_a_day(people, revision, event="event:1"):
    """As a person does who acts on a Spanish page."""
    path = revision.get_absolute_url
    with translation.override("es"):
        notify(people, revision.article, event=event, say=lambda: Told(gettext("Notices"), gettext("Saved."), path()))


def test_each_person_is_told_in_their_own_language_whoever_acts_in_whichever(mailoutbox):
    revision = make_in_review()
    people = [make_person(CLINICIAN, name="ana", language="es"), make_person(CLINICIAN, name="bea")]
    forget_the_submission()

    tell_of_a_day(people, revision)
    run_the_queue()

    kept = Notice.objects.order_by("person__username").values_list("heading", "sentence", "path")
    assert list(kept) == [
        ("Avisos", "Guardado.", f"/es/desk/revisions/{revision.pk}/"),
        ("Notices", "Saved.", f"/desk/revisions/{revision.pk}/"),
    ]
    spanish, english = sorted(mailoutbox, key=lambda message: message.to)
    assert (spanish.subject, english.subject) == ("Avisos", "Notices")
    assert [message.body.split()[0] for message in (spanish, english)] == ["Hola,", "Hello"]
    assert [re.findall(r"https?://[^/]+(\S+)", message.body)[0] for message in (spanish, english)] == [
        path for _heading, _sentence, path in kept
    ]


def test_many_people_cost_as_much_as_two(django_assert_num_queries):
    revision = make_in_review()
    crowd = [make_person(CLINICIAN, language=language, daily_notices=True) for language in ("es", "en") * 10]

    for number, people in enumerate((crowd[:2], crowd)):
        with django_assert_num_queries(2):
            tell_of_a_day(people, revision, event=f"event:{number}")


def test_the_mail_of_a_day_is_in_the_language_a_person_reads_by_then(mailoutbox):
    person = make_person(CLINICIAN, daily_notices=True)
    with at(15, day=10):
        notice = tell(person)
        choose_language(person, "es")

    with at(7, day=11):
        queue_digests()
        run_the_queue()

    [message] = mailoutbox
    assert (message.subject, message.body.split()[0]) == ("Su día en la redacción: 1 aviso", "Hola,")
    assert re.findall(r"https?://[^/]+(\S+)", message.body) == [f"/es{notice.path}"]
