from datetime import UTC, datetime

import pytest

from clinic_cms.shared.refusal import Refusal
from clinic_cms.typed_moments import came_twice, moment_from, to_the_millisecond


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-02T09:30", datetime(2026, 3, 2, 16, 30, tzinfo=UTC)),
        ("2026-07-02T09:30", datetime(2026, 7, 2, 15, 30, tzinfo=UTC)),
        ("2026-03-02 09:30:15.5", datetime(2026, 3, 2, 16, 30, 15, 500_000, tzinfo=UTC)),
        ("2026-03-02T09:30+01:00", datetime(2026, 3, 2, 8, 30, tzinfo=UTC)),
        ("2026-03-02T09:30:15.123456Z", datetime(2026, 3, 2, 9, 30, 15, 123_456, tzinfo=UTC)),
        ("2025-11-02T01:30", datetime(2025, 11, 2, 7, 30, tzinfo=UTC)),
        ("2026-03-02", datetime(2026, 3, 2, 7, 0, tzinfo=UTC)),
    ],
)
def test_a_moment_without_an_offset_is_the_clinics_own_time(text, moment):
    assert moment_from(text) == moment


@pytest.mark.parametrize("text", ["", "x", "2026-13-01T00:00", "2026-03-02T25:00", "1" * 5_000, "2026-03-08T02:00"])
def test_what_is_no_moment_is_refused(text):
    with pytest.raises(Refusal):
        moment_from(text)


def test_where_the_clocks_went_back_there_is_a_second_moment():
    first = datetime(2025, 11, 2, 7, 30, tzinfo=UTC)

    assert came_twice(first) == datetime(2025, 11, 2, 8, 30, tzinfo=UTC)
    assert came_twice(came_twice(first)) is None
    assert came_twice(datetime(2025, 11, 2, 9, 30, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 3, 2, 16, 30, tzinfo=UTC), "2026-03-02T09:30"),
        (datetime(2026, 3, 2, 16, 30, 5, tzinfo=UTC), "2026-03-02T09:30:05"),
        (datetime(2026, 3, 2, 16, 30, 5, 120_001, tzinfo=UTC), "2026-03-02T09:30:05.121"),
        (datetime(2026, 3, 2, 16, 59, 59, 999_999, tzinfo=UTC), "2026-03-02T10:00"),
    ],
)
def test_in_a_browsers_field_a_moment_is_never_earlier_than_it_is(moment, text):
    assert to_the_millisecond(moment) == text
