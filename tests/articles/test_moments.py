from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.moments import (
    changes_words,
    nearest,
    next_changes,
    readings,
    reason_against_gap,
    reason_against_moment,
    reason_to_choose,
    zone_words,
)

DENVER, BERLIN = ZoneInfo("America/Denver"), ZoneInfo("Europe/Berlin")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")  # changes by half an hour, in the other half of the year
PHOENIX, TOKYO, KOLKATA = ZoneInfo("America/Phoenix"), ZoneInfo("Asia/Tokyo"), ZoneInfo("Asia/Kolkata")
ALL = [DENVER, BERLIN, LORD_HOWE, PHOENIX, TOKYO, KOLKATA, ZoneInfo("UTC"), ZoneInfo("America/St_Johns")]


def wall(text: str) -> datetime:
    """What a clock on the wall shows: a time of day in no zone."""
    return datetime.fromisoformat(text)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(("zone", "written", "moments"), [
    (DENVER, wall("2026-12-01 09:00"), [utc(2026, 12, 1, 16, 0)]),
    (DENVER, wall("2027-03-14 01:59"), [utc(2027, 3, 14, 8, 59)]),
    (DENVER, wall("2027-03-14 02:00"), []),
    (DENVER, wall("2027-03-14 02:59"), []),
    (DENVER, wall("2027-03-14 03:00"), [utc(2027, 3, 14, 9, 0)]),
    (DENVER, wall("2027-11-07 00:59"), [utc(2027, 11, 7, 6, 59)]),
    (DENVER, wall("2027-11-07 01:30"), [utc(2027, 11, 7, 7, 30), utc(2027, 11, 7, 8, 30)]),
    (DENVER, wall("2027-11-07 02:00"), [utc(2027, 11, 7, 9, 0)]),
    (BERLIN, wall("2027-03-28 02:30"), []),
    (BERLIN, wall("2027-10-31 02:30"), [utc(2027, 10, 31, 0, 30), utc(2027, 10, 31, 1, 30)]),
    (LORD_HOWE, wall("2027-10-03 02:15"), []),
    (LORD_HOWE, wall("2027-10-03 02:30"), [utc(2027, 10, 2, 15, 30)]),
    (LORD_HOWE, wall("2027-04-04 01:45"), [utc(2027, 4, 3, 14, 45), utc(2027, 4, 3, 15, 15)]),
    (PHOENIX, wall("2027-03-14 02:30"), [utc(2027, 3, 14, 9, 30)]),
    (KOLKATA, wall("2027-03-14 02:30"), [utc(2027, 3, 13, 21, 0)]),
])  # fmt: skip
def test_a_written_time_is_one_moment_or_none_or_two(zone, written, moments):
    assert [each.astimezone(UTC) for each in readings(written, zone)] == moments


@given(
    zone=st.sampled_from(ALL),
    moment=st.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_every_moment_is_found_again_from_what_the_clock_on_the_wall_shows(zone, moment):
    local = moment.astimezone(zone)

    found = readings(local.replace(tzinfo=None, fold=0), zone)

    assert [each.astimezone(UTC) for each in found].count(moment) == 1
    assert found == sorted(found, key=lambda each: each.astimezone(UTC))


@given(zone=st.sampled_from(ALL), written=st.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1)))  # noqa: DTZ001
def test_a_written_time_without_a_moment_lies_between_two_that_exist(zone, written):
    if readings(written, zone):
        return

    before, after = nearest(written, zone)

    assert before.replace(tzinfo=None) < written < after.replace(tzinfo=None)
    assert len(readings(before.replace(tzinfo=None), zone)) == len(readings(after.replace(tzinfo=None), zone)) == 1


@pytest.mark.parametrize(("zone", "written", "sentence"), [
    (DENVER, wall("2027-03-14 02:30"),
     "This time does not exist: on 14 March 2027 the clocks go forward from 02:00 to 03:00. "
     "The nearest moments are 01:59 MST and 03:00 MDT."),
    (BERLIN, wall("2027-03-28 02:00"),
     "This time does not exist: on 28 March 2027 the clocks go forward from 02:00 to 03:00. "
     "The nearest moments are 01:59 CET and 03:00 CEST."),
    (LORD_HOWE, wall("2027-10-03 02:15"),
     "This time does not exist: on 3 October 2027 the clocks go forward from 02:00 to 02:30. "
     "The nearest moments are 01:59 UTC+10:30 and 02:30 UTC+11:00."),
])  # fmt: skip
def test_a_gap_is_explained_with_the_two_nearest_moments(zone, written, sentence):
    assert reason_against_gap(written, zone) == sentence


def test_an_overlap_is_explained():
    moments = readings(wall("2027-11-07 01:30"), DENVER)

    assert reason_to_choose(moments) == (
        "On 7 November 2027 the clocks go back, and 01:30 comes twice. Choose which one you mean."
    )


@pytest.mark.parametrize(("zone", "words"), [
    (DENVER, "Denver time, MST, UTC-07:00"),
    (BERLIN, "Berlin time, CET, UTC+01:00"),
    (LORD_HOWE, "Lord Howe time, UTC+11:00"),
    (KOLKATA, "Kolkata time, IST, UTC+05:30"),
    (ZoneInfo("UTC"), "UTC"),
])  # fmt: skip
def test_a_zone_is_named_with_its_offset(zone, words):
    assert zone_words(utc(2026, 12, 1), zone) == words


@pytest.mark.parametrize(("zone", "words"), [
    (DENVER, "On 14 March 2027 the clocks go forward: 02:00 to 03:00 does not exist. "
             "On 7 November 2027 the clocks go back: 01:00 to 02:00 comes twice."),
    (LORD_HOWE, "On 4 April 2027 the clocks go back: 01:30 to 02:00 comes twice. "
                "On 3 October 2027 the clocks go forward: 02:00 to 02:30 does not exist."),
    (PHOENIX, ""),
])  # fmt: skip
def test_the_next_changes_of_the_clocks_are_told_ahead(zone, words):
    assert changes_words(utc(2026, 12, 1), zone) == words


def test_where_clocks_are_never_changed_no_change_is_found():
    assert next_changes(utc(2026, 12, 1), TOKYO) == []


@pytest.mark.parametrize(("ahead", "sentence"), [
    (timedelta(0), "Choose a moment in the future."),
    (timedelta(days=-1), "Choose a moment in the future."),
    (timedelta(seconds=1), ""),
    (timedelta(days=731), ""),
    (timedelta(days=732), "That is more than two years away. Please check the year."),
])  # fmt: skip
def test_a_moment_lies_in_the_future_and_within_two_years(ahead, sentence):
    now = utc(2026, 12, 1)

    assert reason_against_moment(now + ahead, now) == sentence
