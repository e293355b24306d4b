from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.db import connection

from articles.domain import publishing, reviewing
from articles.domain.reminding import remind_due
from articles.enums import ReminderStep
from articles.models import Notice, ReviewReminder, Topic
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.factories import give_sign_offs, make_draft, make_live, make_person, make_update, make_withdrawn
from tests.notice_queue import run_the_queue, told
from tests.races import race

pytestmark = pytest.mark.django_db

DUE = date(2028, 3, 2)


def day(step: int) -> date:
    return DUE + timedelta(days=step)


@pytest.fixture
def live():
    """Words whose next review is due on 2 March 2028."""
    with time_machine.travel("2026-03-02 12:00Z"):
        return make_live(by=make_person(EDITOR, "author", full_name="Ada Moss"))


def steps():
    return [(each.step, each.passed_over) for each in ReviewReminder.objects.order_by("due_on", "step")]


def test_each_step_is_sent_once_on_its_day_and_never_before(live):
    sent = {offset: remind_due(day(offset)) for offset in range(-70, 130)}

    assert {offset: each[0].step for offset, each in sent.items() if each} == {-60: -60, -30: -30, 0: 0, 30: 30}
    assert steps() == [(-60, False), (-30, False), (0, False), (30, False)]
    assert len(told("Review")) == len(
        set(Notice.objects.filter(heading__startswith="Review").values_list("person", "event"))
    )


@pytest.mark.parametrize("step", ReminderStep)
def test_the_same_day_twice_tells_nobody_twice(live, step):
    remind_due(day(step))
    once = told("Review")

    assert remind_due(day(step)) == []
    assert told("Review") == once


def test_after_a_pause_only_the_latest_step_is_sent_and_the_others_are_passed_over(live):
    reminded = remind_due(day(200))

    assert [each.step for each in reminded] == [ReminderStep.THIRTY_DAYS_AFTER]
    assert steps() == [(-60, True), (-30, True), (0, True), (30, False)]
    assert told("Review").count("author") == 1


def test_a_pause_over_one_step_leaves_what_was_sent_before_it(live):
    remind_due(day(-60))
    remind_due(day(5))

    assert steps() == [(-60, False), (-30, True), (0, False)]


def test_before_the_day_the_author_is_told(live):
    make_person(EDITOR, "other")
    for step in (-60, -30):
        remind_due(day(step))

    assert told("Review due on 2 March 2028: Walking and mood") == ["author", "author"]


def test_on_the_day_and_after_it_publishers_and_clinicians_are_told_too(live):
    remind_due(day(0))
    on_the_day = told("Review due today: Walking and mood")
    remind_due(day(30))

    assert on_the_day == told("Review overdue since 2 March 2028: Walking and mood")
    assert on_the_day == ["author", "clinician3", "publisher4"]


@pytest.mark.parametrize("why", ["left", "writes no more"])
def test_where_the_author_is_no_editor_any_more_all_editors_are_told(live, why):
    make_person(EDITOR, "other")
    if why == "left":
        live.author.is_active = False
        live.author.save(update_fields=["is_active"])
    else:
        live.author.groups.clear()

    remind_due(day(-30))

    assert told("Review due") == ["editor2", "other"]


def test_the_mail_names_the_article_the_dates_and_the_desk_and_no_words_of_a_draft(live):
    make_update(live, title="Secret new title", summary="Secret new words.")
    run_the_queue()
    mail.outbox.clear()
    remind_due(day(-30))
    run_the_queue()

    message = mail.outbox[0]
    assert (message.to, message.subject) == (["author@clinic.example"], "Review due on 2 March 2028: Walking and mood")
    assert "“Walking and mood” was last reviewed on 2 March 2026, and its next review is due on 2 March 2028." in (
        message.body.replace("\n", " ")
    )
    assert f"/desk/revisions/{live.pk}/" in message.body
    assert "Secret" not in message.body


def test_an_edit_does_not_start_the_reminders_anew(live):
    remind_due(day(-60))
    draft = make_update(live, summary="Newer words.")
    submitted = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token, whole_article=False)
    signed = give_sign_offs(submitted)
    publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)

    assert remind_due(day(-59)) == []


def test_a_review_of_the_whole_article_starts_the_reminders_for_its_own_date(live):
    remind_due(day(-60))
    with time_machine.travel("2028-02-01 12:00Z"):
        draft = make_update(live, summary="Newer words.")
        signed = give_sign_offs(reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token))
        publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)

    assert remind_due(day(0)) == []
    assert [each.step for each in remind_due(date(2030, 2, 1) - timedelta(days=60))] == [-60]


def test_nobody_is_reminded_of_what_readers_do_not_see():
    with time_machine.travel("2026-03-02 12:00Z"):
        make_withdrawn("Withdrawn")
        make_draft("Draft")

    assert remind_due(day(30)) == []


def test_a_step_whose_day_came_before_the_review_is_passed_over():
    with time_machine.travel("2026-02-10 12:00Z"):
        revision = make_live()
        Topic.objects.update(review_months=1)
        draft = make_update(revision, summary="Newer words.")
        signed = give_sign_offs(reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token))
        publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)

    assert remind_due(date(2026, 2, 10)) == []
    assert steps() == [(-60, True), (-30, True)]
    assert [each.step for each in remind_due(date(2026, 3, 10))] == [0]


def test_an_article_that_the_database_refuses_does_not_keep_the_others_from_being_reminded(live, caplog):
    with time_machine.travel("2026-03-02 12:00Z"):
        make_live("Feet")
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TRIGGER broken BEFORE INSERT ON articles_reviewreminder FOR EACH ROW"
            f" WHEN (NEW.article_id = {live.article_id}) EXECUTE FUNCTION clinic_refuse('broken')"
        )

    reminded = remind_due(day(0))

    assert [each.revision.article.slug for each in reminded] == ["feet"]
    assert [record.getMessage() for record in caplog.records] == ["reminder_failed article=walking-and-mood"]


def test_an_earlier_step_is_never_sent_after_a_later_one(live):
    ReviewReminder.objects.create(article=live.article, revision=live, due_on=DUE, step=0)

    assert remind_due(day(0)) == []
    assert steps() == [(-60, True), (-30, True), (0, False)]


def test_the_command_says_whom_it_reminded_of_and_a_second_run_has_nothing_to_do(live, capsys):
    with time_machine.travel("2028-03-02 12:00Z"):
        call_command("remind_reviews")
        call_command("remind_reviews")

    assert capsys.readouterr().out == "reminded: walking-and-mood (on the day)\n"


@pytest.mark.parametrize("count", [1, 4])
def test_a_round_with_nothing_to_do_is_one_query(django_assert_num_queries, count):
    with time_machine.travel("2026-03-02 12:00Z"):
        for number in range(count):
            make_live(f"Live {number}")
    remind_due(day(40))

    with django_assert_num_queries(1):
        assert remind_due(day(41)) == []


@pytest.mark.django_db(transaction=True)
def test_two_clocks_at_once_send_each_reminder_once(live):
    first, second = race(lambda: remind_due(day(0)), lambda: remind_due(day(0)))

    assert sorted([len(first), len(second)]) == [0, 1]
    assert told("Review") == ["author", "clinician3", "publisher4"]
    assert ReviewReminder.objects.count() == 3


def test_clinicians_are_told_once_though_they_may_sign_and_withdraw(live):
    doctor = make_person(CLINICIAN, "doctor")

    remind_due(day(0))

    assert doctor.notices.filter(heading__startswith="Review").count() == 1
