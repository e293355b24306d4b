"""Counting working days, Monday to Friday: when a review is due. Pure; knows no holidays, so a due date may be early
but is never late.
"""

from datetime import date, timedelta

WORKING_DAYS_A_WEEK = 5


def add_working_days(day: date, count: int) -> date:
    """The working day that comes `count` working days after `day`; from a weekend it is counted from the Friday before.

    Refuses to count none or back.
    """
    if count < 1:
        raise ValueError("working days are counted forward")
    start = day - timedelta(days=max(0, day.weekday() - (WORKING_DAYS_A_WEEK - 1)))
    weeks, days = divmod(start.weekday() + count, WORKING_DAYS_A_WEEK)
    return start - timedelta(days=start.weekday()) + timedelta(weeks=weeks, days=days)


def end_of_week(day: date) -> date:
    """The Sunday of the day's week."""
    return day + timedelta(days=6 - day.weekday())
