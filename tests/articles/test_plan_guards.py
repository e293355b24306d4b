"""What was planned can't be bent by raw SQL either."""

import pytest
import time_machine

from articles.domain import coming_down
from articles.domain.due import do_what_is_due
from articles.models import FailedAttempt
from clinic_cms.roles import PUBLISHER
from tests.articles.test_guards import refused
from tests.factories import make_live, make_person, make_plan, make_signed_off

pytestmark = pytest.mark.django_db
PLANS = "articles_plannedwithdrawal"


@pytest.fixture
def planned():
    return make_plan(make_live())


@pytest.mark.parametrize("change", [
    "at = at + interval '1 day'", "reason = 'another'", "notice = 'another'", "planned_at = now()",
    "planned_by_id = planned_by_id + 1", "done_at = now()",
    "cancelled_at = now()", "done_at = now(), cancelled_at = now(), cancelled_by_id = planned_by_id",
])  # fmt: skip
def test_what_was_planned_never_changes_and_comes_about_only_where_words_came_down(planned, change):
    assert refused(f"UPDATE {PLANS} SET {change} WHERE id = %s", planned.pk)


def test_an_ended_plan_stays_ended(planned):
    coming_down.cancel_plan(planned, by=make_person(PUBLISHER))

    assert refused(f"UPDATE {PLANS} SET cancelled_at = NULL, cancelled_by_id = NULL WHERE id = %s", planned.pk)


def test_an_article_has_one_open_plan(planned):
    assert refused(
        f"INSERT INTO {PLANS} (article_id, at, reason, notice, planned_by_id, planned_at, failure, attempts)"
        f" SELECT article_id, at, reason, notice, planned_by_id, planned_at, '', 0 FROM {PLANS} WHERE id = %s",
        planned.pk,
    )


@pytest.mark.parametrize("sql", [f"DELETE FROM {PLANS}", f"TRUNCATE {PLANS} CASCADE"])
def test_a_plan_is_kept_for_ever(planned, sql):
    assert refused(sql)


@pytest.mark.parametrize("sql", [
    "UPDATE articles_failedattempt SET reason = 'another'",
    "DELETE FROM articles_failedattempt",
    "TRUNCATE articles_failedattempt",
])  # fmt: skip
def test_what_failed_stays_written_down(sql):
    planned = make_plan(make_signed_off(), minutes=5)
    with time_machine.travel(planned.at):
        do_what_is_due()

    assert refused(sql)
    assert FailedAttempt.objects.count() == 1
