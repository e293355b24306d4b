"""What `inspect` promises whatever the words: places in the stored text, every detector, and never an exception."""

import logging

import pytest

from comments.triage import Facts, Signal, SpamModel, elements, inspect, personal_parts
from comments.triage.registry import DETECTORS
from comments.triage.signal import Detector


def broken(reading, facts):
    raise RuntimeError(reading.original)
    yield


def cut_off(reading, facts):
    return [(0, 10**6, "")]


BROKEN = Detector(name="broken", code="link", find=broken, hits={}, misses=())


def quotes(text, **options):
    return [(each.code, each.detail, text[each.start : each.end]) for each in inspect(text, **options)]


def test_a_signal_says_where_in_the_text_as_it_is_stored():
    assert quotes("Hello. I want to die. Call 415-555-2671") == [
        ("crisis", "self", "I want to die"),
        ("personal_data", "phone", "415-555-2671"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I w\u200ba\u200bn\u200bt to die",
        "I WANT TO DIE",
        "I\u00a0want\u2003to   die",
        "Ｉ ｗａｎｔ ｔｏ ｄｉｅ",
        "I want to di\u0435",
        "I w\u0430nt to die",
        "I want to d1e",
        "I want\nto die",
        "𝐈 𝐰𝐚𝐧𝐭 𝐭𝐨 𝐝𝐢𝐞",
    ],
)
def test_disguised_words_are_found_and_quoted_whole(text):
    assert quotes(text) == [("crisis", "self", text)]


def test_accents_may_be_missing_or_typed_in_two_parts():
    assert [quotes(each)[0][:2] for each in ("Suicídate", "Suicidate", "Suici\u0301date")] == [
        ("abuse", "incitement")
    ] * 3


def test_an_accent_in_two_parts_is_inside_the_place():
    assert quotes("Ojalá te mueras, Jose\u0301. Escribe a jose\u0301@ejemplo.es")[-1][2] == "jose\u0301@ejemplo.es"


def test_a_name_is_inspected_too():
    found = inspect("Thank you", name="call 415-555-2671")

    assert found == [Signal("personal_data", 5, 17, "phone", "name")]
    assert [(each.code, each.source) for each in inspect("Thanks", name="kill yourself")] == [("abuse", "name")]


def test_the_reader_may_be_called_dr_smith():
    assert inspect("Thank you", name="Dr Smith") == []


def test_all_detectors_run_whatever_the_first_one_finds():
    text = "kill yourself, http://spam.example.com, I want to die, Dr Smith, buy xanax online, casino bonus"

    assert {each.code for each in inspect(text)} == {
        "abuse", "link", "crisis", "personal_data", "drug_selling", "spam",
    }  # fmt: skip


def test_a_detector_that_fails_is_a_signal_and_the_others_still_run():
    found = inspect("I want to die", detectors=(BROKEN, *DETECTORS))

    assert found == [Signal("check_failed", 0, 13, "broken"), Signal("crisis", 0, 13, "self")]


def test_a_detector_that_points_outside_of_the_text_has_failed():
    outside = Detector(name="outside", code="link", find=cut_off, hits={}, misses=())

    assert inspect("Hello", detectors=(outside,)) == [Signal("check_failed", 0, 5, "outside")]


def test_what_a_failed_detector_read_is_in_no_log(caplog):
    with caplog.at_level(logging.DEBUG):
        inspect("canary words", detectors=(BROKEN,))

    assert [record.getMessage() for record in caplog.records] == ["The detector broken failed: RuntimeError"]
    assert "canary" not in caplog.text


def test_nothing_is_found_in_nothing():
    assert inspect("") == []


@pytest.mark.parametrize("line", ["988", "911", "116 123", "1-800-273-8255", "741741", "024", "0800 1111"])
def test_help_lines_are_no_personal_detail(line):
    assert inspect(f"Please call {line}, they listen.") == []


def test_the_clinics_own_number_is_no_personal_detail():
    facts = Facts(own_phones=frozenset({"+1 (415) 555-2671"}))

    assert inspect("Call 415-555-2671", facts=facts) == []
    assert quotes("Call 415-555-2672", facts=facts) == [("personal_data", "phone", "415-555-2672")]


def test_medicines_that_the_clinic_knows_count():
    text = "I fainted after Zyloprim-X"

    assert inspect(text) == []
    assert [each.code for each in inspect(text, facts=Facts(medicines=frozenset({"Zyloprim X"})))] == ["adverse_event"]


def test_numbers_are_read_as_in_the_clinics_country():
    text = "020 7946 0958"

    assert inspect(text, facts=Facts(country="US")) == []
    assert quotes(text, facts=Facts(country="GB")) == [("personal_data", "phone", text)]


@pytest.mark.parametrize(
    ("text", "name", "present"),
    [
        ("I fainted after my infusion", "Ana", {"reporter", "patient", "product", "event"}),
        ("I fainted after my infusion", "Anonymous", {"patient", "product", "event"}),
        ("Ketamine can cause nausea", "Ana", {"reporter", "product"}),
        ("Thank you", "", set()),
    ],
)
def test_the_elements_of_a_report_are_counted(text, name, present):
    assert elements(text, name, Facts()) == present


def test_parts_that_overlap_are_one():
    text = "Mail my wife Anna@example.com or call 415-555-2671"

    parts = personal_parts(text)

    assert [(text[each.start : each.end], each.detail) for each in parts] == [
        ("my wife Anna@example.com", "email"),
        ("415-555-2671", "phone"),
    ]


def test_the_learned_model_adds_a_signal_only_where_it_is_sure():
    model = SpamModel().learned([("cheap pills here", True), ("my sleep got better", False)] * 20)

    assert quotes("cheap pills", spam=model) == [("spam", "learned", "cheap pills")]
    assert inspect("my sleep", spam=model) == []
    assert inspect("cheap pills", spam=SpamModel()) == []
