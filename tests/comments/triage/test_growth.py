"""A comment is inspected in time that grows as its length does, whatever it is made of."""

import re
import time

import pytest

from clinic_cms.demonstration.comments import COMMENTS
from comments.triage import Facts, SpamModel, confirms_care, inspect
from comments.triage.folding import read
from comments.triage.registry import DETECTORS
from tests.comments.triage.held_out import HELD_OUT

PROSE = [comment.body for comment in COMMENTS]
LONGEST = 5_000  # characters of a comment
FACTS = Facts(clinic_names=("Harbor Clinic",), country="GB")
UNITS = {
    "one letter": "a", "digits": "1 ", "long digits": "1", "at signs": "@", "local parts": "a@", "kill": "kill ",
    "I": "i ", "I want to": "i want to ", "my wife": "my wife ", "my son is": "my son is ", "you are": "you are a ",
    "nested punctuation": "((((....!!!,,,", "invisible": "\u200b", "invisible between": "k\u200bi\u200b",
    "dots": "a.", "www": "www.", "http": "http://a ", "phones": "415-555-2671 ", "halves of phones": "555-",
    "number words": "five ", "plus": "+1", "accents": "é", "apostrophes": "a'", "lines": "\n", "spaces": " ",
    "doctors": "Dr Ab ", "streets": "12 Oak ", "calles": "calle a ", "ketamine": "ketamine nausea i ",
    "no quiero": "no quiero ", "born": "born on the ", "staff": "the staff here is so ", "commas": "i, ",
    "dashes": "a-", "underscores": "_", "ligatures": "\ufdfa", "Chinese": "中", "clinic": "harbor clinic best ",
    "at dot": "a at b dot ", "names": "my friend Al Bo ", "kill myself": "kill myself ",
    "my son": "my son killed himself ", "card": "4111 1111 ", "handles": "@abc ",
}  # fmt: skip


def text_of(unit, length):
    return (unit * (length // len(unit) + 1))[:length]


def seconds(run):
    """The least of a few runs: what else the machine does only ever adds."""
    times = []
    for _ in range(5):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


_NAMES = re.compile(r"\b(?:[a-z]+ing|oak|elm) (?:street|lane)", re.IGNORECASE)


def slowness():
    """How much longer this machine takes, just now, for work of the same sort than the one the budget was set on."""
    return max(seconds(lambda: _NAMES.findall("walking along Oak lane " * 2_400)) / 0.0026, 1)


def milliseconds(run, budget):
    """On the machine that the budget was set on; asked again while it seems too many, for a noisy moment to pass."""
    return least(lambda: seconds(run) / slowness() * 1000, enough=budget)


def growth(run, unit):
    """Of the time from 10,000 characters to 20,000; asked again while it seems too much."""
    short, long = text_of(unit, 10_000), text_of(unit, 20_000)
    return least(lambda: seconds(lambda: run(long)) / max(seconds(lambda: run(short)), 0.0005), enough=3)


def least(measure, enough, tries=4):
    """The least of a few measurements, at most so many: one that is low enough needs no other."""
    lowest = measure()
    while lowest >= enough and (tries := tries - 1):
        lowest = min(lowest, measure())
    return lowest


@pytest.fixture(scope="module", autouse=True)
def _warm():
    inspect("Call +44 20 7946 0958 or 415-555-2671", facts=FACTS)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_twice_the_words_take_about_twice_the_time(unit):
    assert growth(lambda text: inspect(text, facts=FACTS), unit) < 3


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_no_detector_grows_faster_than_the_text(detector):
    for unit in UNITS.values():
        readings = {text_of(unit, length): read(text_of(unit, length)) for length in (10_000, 20_000)}
        assert growth(lambda text, of=readings: list(detector.find(of[text], FACTS)), unit) < 3, unit


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_the_longest_comment_is_inspected_in_20_milliseconds(unit):
    text = text_of(unit, LONGEST)

    assert milliseconds(lambda: inspect(text, facts=FACTS), budget=20) < 20


@pytest.mark.parametrize(
    "text", [" ".join(PROSE * 9), " ".join(words for words, _labels in HELD_OUT * 2)], ids=["prose", "findings"]
)
def test_10_kilobytes_of_what_people_write_take_20_milliseconds(text):
    text = text[:10_000]

    assert len(text) == 10_000
    assert milliseconds(lambda: inspect(text, facts=FACTS), budget=20) < 24


@pytest.mark.parametrize("unit", ["your ", "we ", "you ", "patient ", "su "])
def test_the_reply_guard_grows_as_the_reply_does(unit):
    assert growth(lambda text: confirms_care(text, name="Maria your"), unit) < 3


def test_the_spam_model_looks_at_a_bounded_part_of_a_text():
    model = SpamModel().learned([("cheap pills", True), ("my sleep", False)] * 20)

    assert growth(model.probability, "pill sleep ") < 3
