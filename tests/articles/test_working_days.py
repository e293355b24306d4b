from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.working_days import add_working_days, end_of_week

MONDAY = date(2026, 11, 23)
WEEK = [MONDAY + timedelta(days=days) for days in range(7)]
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(("start", "count", "due"), [
    (WEEK[0], 1, WEEK[1]),
    (WEEK[0], 3, WEEK[3]),
    (WEEK[0], 5, WEEK[0] + timedelta(days=7)),
    (WEEK[2], 3, WEEK[0] + timedelta(days=7)),
    (WEEK[4], 1, WEEK[0] + timedelta(days=7)),
    (WEEK[5], 1, WEEK[0] + timedelta(days=7)),
    (WEEK[6], 1, WEEK[0] + timedelta(days=7)),
    (WEEK[5], 5, WEEK[4] + timedelta(days=7)),
    (WEEK[6], 3, WEEK[2] + timedelta(days=7)),
    (date(2026, 12, 31), 1, date(2027, 1, 1)),
    (date(2028, 2, 28), 2, date(2028, 3, 1)),
])  # fmt: skip
def test_weekends_do_not_count(start, count, due):
    assert add_working_days(start, count) == due


@given(DAYS, st.integers(1, 300))
def test_exactly_so_many_working_days_lie_after_the_start_up_to_the_due_day(start, count):
    due = add_working_days(start, count)

    days = [start + timedelta(days=each) for each in range(1, (due - start).days + 1)]
    assert (due.weekday() < 5, sum(day.weekday() < 5 for day in days)) == (True, count)


@pytest.mark.parametrize("count", [0, -1])
def test_nothing_is_due_before_the_next_working_day(count):
    with pytest.raises(ValueError, match="counted forward"):
        add_working_days(MONDAY, count)


@pytest.mark.parametrize("day", WEEK)
def test_a_week_ends_on_its_sunday(day):
    assert end_of_week(day) == WEEK[6]
