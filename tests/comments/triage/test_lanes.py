"""A comment's lane: crisis first, advertising last, and a failed check is never advertising."""

import pytest

from comments.enums import Lane
from comments.triage import Signal, inspect, lane_of


def signals(*codes):
    return [Signal(code, 0, 1, detail) for code, _colon, detail in (each.partition(":") for each in codes)]


@pytest.mark.parametrize(
    ("codes", "lane"),
    [
        ((), "routine"),
        (("crisis:self",), "crisis"),
        (("crisis:other",), "crisis"),
        (("crisis:unclear",), "crisis"),
        (("spam", "drug_selling", "abuse", "crisis:self"), "crisis"),
        (("check_failed", "crisis:self"), "crisis"),
        (("crisis:past",), "routine"),
        (("crisis:denied", "adverse_event"), "adverse_event"),
        (("crisis:past", "spam"), "routine"),
        (("adverse_event", "personal_data"), "adverse_event"),
        (("adverse_event", "spam"), "adverse_event"),
        (("personal_data", "abuse"), "privacy"),
        (("personal_data", "spam"), "likely_spam"),
        (("personal_data", "check_failed", "spam"), "privacy"),
        (("abuse", "unsafe_detail", "misinformation", "advice_request", "testimonial", "link"), "routine"),
        (("drug_selling",), "likely_spam"),
        (("spam:learned", "link"), "likely_spam"),
        (("spam", "check_failed"), "routine"),
        (("check_failed",), "routine"),
    ],
)
def test_the_lane_of_a_comment(codes, lane):
    assert lane_of(signals(*codes)).name.lower() == lane


def test_the_order_of_the_lanes():
    assert [lane.slug for lane in Lane] == [
        "crisis", "adverse-event", "privacy", "reported", "routine", "likely-spam",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lane"),
    [
        ("Casino bonus! http://x.example.com I want to die", "crisis"),
        ("I fainted after my infusion, call me at 415-555-2671", "adverse_event"),
        ("kill yourself", "routine"),
        ("I used to be suicidal, and I'm well now", "routine"),
        ("Thank you", "routine"),
    ],
)
def test_words_find_their_lane(text, lane):
    assert lane_of(inspect(text)).name.lower() == lane
