from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.domain import drafting, publishing, reviewing
from articles.domain.review_dates import add_months, is_long_overdue
from articles.enums import Risk
from articles.models import Revision, Topic
from clinic_cms.roles import PUBLISHER
from tests.factories import give_sign_offs, make_live, make_person, make_signed_off, make_topic, make_update

pytestmark = pytest.mark.django_db


def publish(revision):
    return publishing.publish(revision, by=make_person(PUBLISHER), seen=revision.state_token)


def publish_update(live, *, whole_article):
    draft = make_update(live, summary="Newer words.")
    submitted = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token, whole_article=whole_article)
    return publish(give_sign_offs(submitted))


def dates(revision):
    return revision.last_reviewed_on, revision.next_review_due


@pytest.mark.parametrize(
    ("risk", "months", "due"),
    [
        (Risk.STANDARD, None, date(2028, 3, 2)),
        (Risk.HIGH, None, date(2027, 3, 2)),
        (Risk.HIGH, 6, date(2026, 9, 2)),
        (Risk.STANDARD, 36, date(2029, 3, 2)),
    ],
)
def test_the_next_review_is_due_by_the_risk_of_the_topic_or_as_the_topic_says(risk, months, due):
    topic = make_topic(risk)
    Topic.objects.filter(pk=topic.pk).update(review_months=months)

    with time_machine.travel("2026-03-02 12:00Z"):
        live = make_live(topic=topic)

    assert dates(live) == (date(2026, 3, 2), due)


def test_the_dates_count_from_the_last_clinical_sign_off_and_not_from_going_live():
    with time_machine.travel("2026-03-02 12:00Z"):
        revision = make_signed_off()
    with time_machine.travel("2026-04-20 12:00Z"):
        live = publish(revision)

    assert dates(live) == (date(2026, 3, 2), date(2028, 3, 2))


def test_the_day_of_a_sign_off_is_the_clinics_day(settings):
    settings.TIME_ZONE = "America/Denver"
    with time_machine.travel("2026-03-03 03:00Z"):
        live = make_live()

    assert live.last_reviewed_on == date(2026, 3, 2)


def test_a_topic_that_changes_later_leaves_the_dates_of_live_words():
    live = make_live()
    Topic.objects.update(review_months=1)

    assert dates(Revision.objects.get(pk=live.pk)) == dates(live)


def test_an_edit_carries_the_dates_even_where_the_topic_asks_for_another_interval_now():
    with time_machine.travel("2026-03-02 12:00Z"):
        live = make_live()
    Topic.objects.update(review_months=1)

    with time_machine.travel("2026-06-02 12:00Z"):
        edit = publish_update(live, whole_article=False)

    assert dates(edit) == (date(2026, 3, 2), date(2028, 3, 2))


def test_an_edit_that_goes_live_after_a_planned_withdrawal_moves_no_date_either():
    with time_machine.travel("2026-03-02 12:00Z"):
        live = make_live()
    with time_machine.travel("2026-06-02 12:00Z"):
        draft = make_update(live, summary="Newer words.")
        edit = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token, whole_article=False)
        publishing.withdraw(live, by=None, seen=live.state_token, note="As planned.")
        again = publish(give_sign_offs(edit))

    assert dates(again) == (date(2026, 3, 2), date(2028, 3, 2))


def test_the_first_words_of_an_article_are_always_reviewed_as_a_whole():
    with time_machine.travel("2026-03-02 12:00Z"):
        revision = make_signed_off()

        assert (revision.review.whole_article, dates(publish(revision))[0]) == (True, date(2026, 3, 2))


@pytest.mark.parametrize("months", [0, 37])
def test_a_topic_is_reviewed_every_36_months_at_least(months):
    topic = make_topic()
    topic.review_months = months

    with pytest.raises(ValidationError):
        topic.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        topic.save()


@pytest.mark.parametrize(
    ("day", "told"), [(date(2028, 5, 30), False), (date(2028, 5, 31), True), (date(2030, 1, 1), True)]
)
def test_readers_are_told_from_the_90th_day_past_the_review_date(day, told):
    assert is_long_overdue(Revision(next_review_due=date(2028, 3, 2)), day) is told


def test_words_without_a_review_date_are_not_overdue():
    assert not is_long_overdue(Revision(), date(2028, 3, 2))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 15), 24, date(2028, 12, 15)),
    ],
)
def test_months_are_added_by_the_calendar(day, months, later):
    assert add_months(day, months) == later


def test_copying_live_words_moves_no_date():
    live = make_live()

    draft = drafting.start_revision(live.article, by=live.saved_by)

    assert dates(draft) == (None, None)
