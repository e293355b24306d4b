"""Every detector finds what its examples say it must, and lets stand what it must not find."""

import re
from pathlib import Path

import pytest

from comments.triage import CODES, inspect, sentence
from comments.triage.registry import DETECTORS
from tests.comments.triage.figures import FACTS

HITS = [
    pytest.param(detector, detail, words, id=f"{detector.name} {detail} {words[:60]}")
    for detector in DETECTORS
    for detail, sentences in detector.hits.items()
    for words in sentences
]
MISSES = [
    pytest.param(detector, words, id=f"{detector.name} {words[:60]}")
    for detector in DETECTORS
    for words in detector.misses
]
# What the whole package must let stand, whichever detector might stumble.
CLEAN = [
    "This treatment killed my depression",
    "I would kill for a good night's sleep",
    "I'm dying to know how the study ends",
    "The dose was 0.5 mg/kg over 40 minutes, and 56 mg of the spray",
    "It cost $1,200 in 2021 and 2,400 in 2022",
    "Call 988 or 911, or 116 123 in the UK",
    "Suicide prevention saves lives",
    "My grandmother died of cancer",
    "I was raped when I was young; the part about sexual trauma was hard to read",
    "Heroin is a harder topic than breast cancer",
    "Dr Google said otherwise",
    "Este tratamiento mató mi depresión",
    "Mi abuela murió de cáncer",
]


@pytest.mark.parametrize(("detector", "detail", "words"), HITS)
def test_a_detector_finds_what_it_must(detector, detail, words):
    found = inspect(words, facts=FACTS, detectors=(detector,))

    assert (detector.code, detail) in {(signal.code, signal.detail) for signal in found}
    assert all(0 <= signal.start < signal.end <= len(words) for signal in found)


@pytest.mark.parametrize(("detector", "words"), MISSES)
def test_a_detector_lets_stand_what_it_must_not_find(detector, words):
    assert inspect(words, facts=FACTS, detectors=(detector,)) == []


@pytest.mark.parametrize("words", CLEAN)
def test_an_everyday_sentence_has_no_signal_at_all(words):
    assert inspect(words, facts=FACTS) == []


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_every_detector_has_examples_of_both_kinds_and_words_for_each_detail(detector):
    assert detector.code in CODES
    assert sum(map(len, detector.hits.values())) >= 15
    assert len(detector.misses) >= 15
    for detail in detector.hits:
        signals = [each for each in inspect(detector.hits[detail][0], facts=FACTS) if each.code == detector.code]
        assert all(re.fullmatch(r"[A-Z].*\.", sentence(signal)) for signal in signals)


@pytest.mark.parametrize("code", ["crisis", "personal_data"])
def test_what_matters_most_has_the_most_examples(code):
    detectors = [detector for detector in DETECTORS if detector.code == code]

    assert sum(len(sentences) for detector in detectors for sentences in detector.hits.values()) >= 40
    assert sum(len(detector.misses) for detector in detectors) >= 40


def test_no_name_of_a_detector_is_used_twice():
    names = [detector.name for detector in DETECTORS]

    assert len(names) == len(set(names))


def test_every_module_with_a_detector_is_asked():
    folder = Path(__file__).parents[3] / "comments" / "triage"
    modules = [path.stem for path in folder.rglob("*.py") if "\nDETECTOR: Final = Detector(" in path.read_text("utf-8")]

    assert sorted(modules) == sorted([*(detector.name for detector in DETECTORS), "reply_guard"])
