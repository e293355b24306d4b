"""What people type for the hours of a day, and what readers and machines make of it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_cms.opening_hours import DAYS, WrongHours, parse, shown, specification, typed

WEEK = {day: [["08:00", "12:00"], ["13:00", "17:00"]] for day in DAYS[:5]}
MINUTES = st.integers(0, 24 * 60).map(lambda minute: f"{minute // 60:02}:{minute % 60:02}")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("8:00-17:00", [("08:00", "17:00")]),
        ("8.30–12, 13:00 – 17:00", [("08:30", "12:00"), ("13:00", "17:00")]),
        ("9 am to 5 pm", [("09:00", "17:00")]),
        ("9 a.m.-12 p.m. and 1:30pm-5pm", [("09:00", "12:00"), ("13:30", "17:00")]),
        ("12 am - 12:30 am", [("00:00", "00:30")]),
        ("0:00-24:00", [("00:00", "24:00")]),
        ("13-17; 8-12", [("08:00", "12:00"), ("13:00", "17:00")]),
        ("", []),
        (" Closed ", []),
        ("–", []),
    ],
)
def test_hours_are_read_as_people_write_them(text, spans):
    assert parse(text) == spans


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("mornings", "Write it like 8:00-12:00"),
        ("8:00", "Write it like 8:00-12:00"),
        ("9-5", "Write the afternoon as 17:00 or 5 pm"),
        ("8-12, 11-14", "run into one another"),
        ("8-25", "24 hours"),
        ("13 pm - 5 pm", "9 am to 5 pm"),
        ("8-9, 10-11, 12-13, 14-15", "at most three"),
        ("8-9" + " " * 100, "at most three"),
    ],
)
def test_what_is_no_hours_is_told_how_to_write_them(text, told):
    with pytest.raises(WrongHours, match=told):
        parse(text)


@given(st.lists(MINUTES, unique=True, min_size=0, max_size=6).filter(lambda times: len(times) % 2 == 0).map(sorted))
def test_what_is_kept_is_typed_again_as_it_was(times):
    spans = list(zip(times[::2], times[1::2], strict=True))

    assert parse(typed(spans)) == spans


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read_or_told(text):
    with suppress(WrongHours):
        assert all(opens < closes for opens, closes in parse(text))


def test_days_beside_each_other_with_the_same_hours_are_one_line():
    assert shown({**WEEK, "sat": [["09:00", "12:00"]]}) == [
        ("Monday to Friday", "8\u00a0a.m.–noon, 1\u00a0p.m.–5\u00a0p.m."),
        ("Saturday", "9\u00a0a.m.–noon"),
        ("Sunday", "closed"),
    ]
    assert shown(WEEK)[-1] == ("Saturday and Sunday", "closed")


def test_a_clinic_that_said_no_hours_shows_none():
    assert (shown({}), shown({"mon": []}), specification({})) == ([], [], [])


def test_machines_get_each_time_with_its_days():
    said = specification({"mon": [["00:00", "24:00"]], "tue": [["08:00", "12:00"]], "wed": [["08:00", "12:00"]]})

    assert {each["@type"] for each in said} == {"OpeningHoursSpecification"}
    assert [(each["dayOfWeek"], each["opens"], each["closes"]) for each in said] == [
        (["Monday"], "00:00", "23:59"),
        (["Tuesday", "Wednesday"], "08:00", "12:00"),
    ]
