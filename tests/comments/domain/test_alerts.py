"""Who is told that somebody may be in crisis, when, and what ends it."""

import logging
import smtplib
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult

from clinic_cms.roles import ADMINISTRATOR, EDITOR, MODERATOR, PRIVACY_OFFICER
from clinic_cms.shared.refusal import Refusal
from comments.domain import alerts, author
from comments.domain.alerts import acknowledge, watch
from comments.domain.moderation import decide
from comments.enums import Lane, Outcome
from comments.models import Comment, CommentRules, CrisisAlert
from tests.comment_factories import make_comment
from tests.comments.domain.test_floods import CRISIS
from tests.factories import make_live_article, make_person
from tests.notice_queue import run_the_queue
from tests.races import race

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    """It stands still at the time of the test, which the database's own clock must agree with."""
    with time_machine.travel(timezone.now().replace(microsecond=0), tick=False) as moving:
        yield moving


@pytest.fixture
def article(clock):
    """A live article; the mail about its publishing is out of the way."""
    article = make_live_article()
    told()
    return article


@pytest.fixture
def moderator(clock):
    return make_person(MODERATOR, "mia")


def told():
    """Who was mailed since the last time this was asked, after the queue has run."""
    run_the_queue()
    people = sorted(person for message in mail.outbox for person in message.to)
    mail.outbox.clear()
    return [address.partition("@")[0] for address in people]


def newest():
    return CrisisAlert.objects.first()


def test_everybody_who_moderates_is_told_at_once(article, moderator):
    make_person(MODERATOR, "noah")
    make_person(MODERATOR, "gone", is_active=False)
    make_person(EDITOR, "ed")

    make_comment(CRISIS, article=article)

    assert told() == ["mia", "noah"]
    assert (newest().number, newest().sent_at) == (1, timezone.now())


def test_the_rules_name_who_is_on_call(article, moderator):
    rules = CommentRules.objects.create()
    rules.on_call.set([make_person(MODERATOR, "noah"), make_person(EDITOR, "ed")])

    make_comment(CRISIS, article=article)

    assert told() == ["noah"]


def test_everybody_is_told_where_nobody_on_call_can_moderate_any_more(article, moderator):
    rules = CommentRules.objects.create()
    rules.on_call.set([make_person(MODERATOR, "noah", is_active=False)])

    make_comment(CRISIS, article=article)

    assert told() == ["mia"]


@pytest.mark.parametrize("body", ["This helped me.", "I was suicidal ten years ago, and I am well now."])
def test_other_comments_wake_nobody(article, moderator, body):
    make_comment(body, article=article)

    assert told() == []


def test_the_mail_says_how_many_and_where_and_none_of_the_words(article, moderator, settings, caplog):
    with caplog.at_level(logging.DEBUG):
        make_comment(f"{CRISIS} kanarienvogel", name="Kanarienvogel", article=article)
        tasks = [str(task.args_kwargs) for task in DBTaskResult.objects.all()]
        run_the_queue()
    message = mail.outbox[0]

    assert message.subject == "1 comment needs you now"
    assert message.body.count("1 comment may come from somebody in crisis, and waits for a person.") == 1
    assert message.body.count(f"{settings.SITE_ORIGIN}/desk/comments/alerts/\n") == 1
    everything = [message.subject, message.body, *tasks, *(record.getMessage() for record in caplog.records)]
    assert [text for text in everything if "kanarienvogel" in text.lower() or "kill" in text.lower()] == []


def test_no_more_than_one_mail_in_fifteen_minutes_while_nobody_has_answered(article, moderator, clock):
    make_comment(CRISIS, article=article)
    first = told()
    clock.shift(14 * 60)
    make_comment(f"{CRISIS} Again.", article=article)
    watch()
    second = told()
    clock.shift(60)
    watch()

    assert (first, second, told()) == (["mia"], [], ["mia"])
    assert newest().number == 2


def test_after_three_mails_the_clock_asks_once_an_hour(article, moderator, clock):
    make_comment(CRISIS, article=article)
    mails = [told()]
    for _quarter in range(8):
        clock.shift(15 * 60)
        watch()
        mails.append(told())

    assert mails == [["mia"], ["mia"], ["mia"], [], [], [], ["mia"], [], []]


def test_a_new_crisis_after_somebody_answered_is_told_at_once(article, moderator, clock):
    make_comment(CRISIS, article=article)
    told()
    clock.shift(60)
    acknowledge(by=moderator, seen=newest().pk)
    clock.shift(60)
    make_comment(f"{CRISIS} Again.", article=article)

    assert told() == ["mia"]


def test_what_somebody_has_is_not_asked_for_again(article, moderator, clock):
    make_comment(CRISIS, article=article)
    told()
    acknowledge(by=moderator, seen=newest().pk)
    clock.shift(3 * 60 * 60)

    assert (watch(), told()) == ([], [])
    assert (newest().acknowledged_by, newest().acknowledged_at) == (moderator, timezone.now() - timedelta(hours=3))


def test_after_half_an_hour_privacy_officers_and_administrators_are_told_once(article, moderator, clock):
    make_person(PRIVACY_OFFICER, "pia")
    make_person(ADMINISTRATOR, "adam")
    CommentRules.objects.create().on_call.set([moderator])
    make_comment(CRISIS, article=article)
    told()
    clock.shift(29 * 60)
    watch()
    early = told()
    clock.shift(60)
    watch()
    escalated = told()
    watch()

    assert (early, escalated, told()) == (["mia"], ["adam", "pia"], [])
    assert CrisisAlert.objects.last().escalated_at == timezone.now()


def test_deciding_the_comment_ends_it_too(article, moderator, clock):
    comment = make_comment(CRISIS, article=article)
    told()
    decide(comment, Outcome.NOT_A_CRISIS, by=moderator, seen=comment.version)
    clock.shift(60 * 60)

    assert (watch(), told()) == ([], [])
    assert (newest().acknowledged_by, newest().acknowledged_at) == (None, timezone.now())


def test_an_old_alert_that_was_settled_escalates_no_new_one(article, moderator, clock):
    comment = make_comment(CRISIS, article=article)
    decide(comment, Outcome.NOT_A_CRISIS, by=moderator, seen=comment.version)
    watch()
    clock.shift(24 * 60 * 60)
    make_comment(f"{CRISIS} Again.", article=article)

    assert watch() == []
    assert newest().escalated_at is None


def test_the_clock_finds_a_comment_that_its_author_turned_into_a_cry_for_help(article, moderator, clock):
    comment = make_comment("A question about sleep.", article=article)
    author.correct(comment, body=CRISIS, name="Mia", seen=comment.version)

    assert watch() == [f"crisis_alert alert={newest().pk}"]
    assert (told(), watch()) == (["mia"], [])


def test_the_clock_finds_one_that_was_put_back_after_the_last_was_answered(article, moderator, clock):
    comment = make_comment(CRISIS, article=article)
    rejected = decide(comment, Outcome.REJECT, by=moderator, seen=comment.version, reason="unsafe")
    watch()
    told()
    clock.shift(600)
    decide(rejected, Outcome.RESTORE, by=moderator, seen=rejected.version)

    assert (len(watch()), told()) == (1, ["mia"])


def test_nobody_is_mailed_once_somebody_has_it_even_if_the_queue_was_late(article, moderator):
    make_comment(CRISIS, article=article)
    acknowledge(by=moderator, seen=newest().pk)

    assert told() == []


class Refusing(EmailBackend):
    """A mail server that is down."""

    def send_messages(self, messages):
        raise smtplib.SMTPServerDisconnected("kanarienvogel")


def test_a_mail_server_that_is_down_loses_neither_the_comment_nor_the_alert(
    article, moderator, clock, settings, caplog
):
    backend, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.Refusing"
    make_comment(CRISIS, article=article)
    run_the_queue()
    settings.EMAIL_BACKEND = backend
    early = told()
    clock.shift(60)

    assert (Comment.objects.get().lane, early, told()) == (Lane.CRISIS, [], ["mia"])
    assert [record.getMessage() for record in caplog.records] == [
        f"crisis_alert_not_mailed alert={newest().pk} attempt=0 kind=SMTPServerDisconnected"
    ]


def test_it_is_tried_five_times_in_twenty_minutes(article, moderator, clock, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    make_comment(CRISIS, article=article)
    tried = 0
    for _minute in range(60):
        tried += run_the_queue()
        clock.shift(60)

    assert tried == 5


def test_an_alert_that_cannot_be_written_costs_no_comment(article, moderator, caplog):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE comments_crisisalert RENAME TO away")
    comment = make_comment(CRISIS, article=article)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE away RENAME TO comments_crisisalert")

    assert Comment.objects.get().pk == comment.pk
    assert len(watch()) == 1
    assert [record.getMessage() for record in caplog.records] == ["crisis_alert_not_written kind=ProgrammingError"]


@pytest.mark.parametrize("role", [MODERATOR, PRIVACY_OFFICER, ADMINISTRATOR])
def test_who_moderates_or_keeps_the_rules_can_take_it_on(article, moderator, role):
    make_comment(CRISIS, article=article)
    person = make_person(role)

    acknowledge(by=person, seen=newest().pk)

    assert newest().acknowledged_by == person


def test_nobody_else_can(article, moderator):
    make_comment(CRISIS, article=article)

    with pytest.raises(Refusal):
        acknowledge(by=make_person(EDITOR), seen=newest().pk)


def test_an_alert_that_came_after_the_page_was_opened_stays_open(article, moderator, clock):
    make_comment(CRISIS, article=article)
    seen = newest().pk
    clock.shift(15 * 60)
    watch()

    acknowledge(by=moderator, seen=seen)

    assert [alert.acknowledged_by for alert in CrisisAlert.objects.all()] == [None, moderator]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_it_on_at_the_same_moment_one_has_it_and_the_other_is_told_who():
    make_comment(CRISIS)
    mia, noah = make_person(MODERATOR, "mia"), make_person(MODERATOR, "noah")
    seen = newest().pk

    outcomes = race(lambda: acknowledge(by=mia, seen=seen), lambda: acknowledge(by=noah, seen=seen))

    refused = next(outcome for outcome in outcomes if isinstance(outcome, Refusal))
    winner = newest().acknowledged_by
    assert {type(outcome) for outcome in outcomes} == {type(None), Refusal}
    assert refused.reason.startswith(f"{winner.display_name} has had it since ")


@pytest.mark.django_db(transaction=True)
def test_crises_at_the_same_moment_make_one_alert_and_a_comment_beside_an_answer_is_never_swallowed():
    article = make_live_article()
    person = make_person(MODERATOR, "mia")
    race(*(lambda number=number: make_comment(f"{CRISIS} {number}", article=article) for number in range(6)))
    first = CrisisAlert.objects.count()
    seen = newest().pk

    race(lambda: acknowledge(by=person, seen=seen), lambda: make_comment(f"{CRISIS} More.", article=article))

    acknowledged = CrisisAlert.objects.get(pk=seen).acknowledged_at
    assert (first, acknowledged is not None) == (1, True)
    assert alerts.waiting().count() == 7


def test_each_person_is_alerted_in_their_own_language(article, moderator):
    make_person(MODERATOR, "luz", language="es")

    with translation.override("es"):  # somebody writes on a Spanish page
        make_comment(CRISIS, article=article)
    run_the_queue()

    spanish, english = sorted(mail.outbox, key=lambda message: message.to)
    assert [spanish.subject.split()[0], english.subject.split()[0]] == ["1", "1"]
    assert [message.subject.count("needs you now") for message in (spanish, english)] == [0, 1]
    assert [message.body.count("/es/desk/") for message in (spanish, english)] == [1, 0]
