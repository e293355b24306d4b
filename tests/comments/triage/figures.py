"""Precision and recall of the detectors, on the examples beside them and on the held-out sentences."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from comments.triage import Facts, inspect
from comments.triage.registry import DETECTORS
from tests.comments.triage.around_corners import DANGER, NONE
from tests.comments.triage.held_out import HELD_OUT

NAME: Final = "what the detectors of comments find"
FACTS: Final = Facts(clinic_names=("Harbor Clinic",))


@dataclass(frozen=True)
class Figures:
    found: int
    missed: int
    wrong: int

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed or 1)

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.wrong or 1)


@cache
def held_out() -> dict[str, Figures]:
    """Figures for each code on sentences that nobody tuned a detector on."""
    return of(HELD_OUT)


def of(sentences: Iterable[tuple[str, frozenset[str]]]) -> dict[str, Figures]:
    """Figures for each code. A signal that no label of the sentence speaks of is wrong."""
    found, missed, wrong = Counter[str](), Counter[str](), Counter[str]()
    for words, labels in sentences:
        codes, expected = codes_of(words), {label.partition(":")[0] for label in labels}
        found.update(codes & expected)
        missed.update(expected - codes)
        wrong.update(codes - expected)
    return {code: Figures(found[code], missed[code], wrong[code]) for code in _codes()}


@cache
def details() -> dict[str, Figures]:
    """Figures for what decides the lane: a crisis that is now, said in some way, and said in none."""
    pressing = {"crisis:self", "crisis:other"}
    corners = [*((words, True) for words in DANGER), *((words, False) for words in NONE)]
    return {
        "crisis, now": _pressing((words, bool(labels & pressing)) for words, labels in HELD_OUT),
        "crisis, unsaid": _pressing(corners),
    }


@cache
def examples() -> dict[str, Figures]:
    """Figures for each code on its own examples, hits and misses."""
    counts = {code: [0, 0, 0] for code in _codes()}
    for detector in DETECTORS:
        count = counts[detector.code]
        for detail, sentences in detector.hits.items():
            for words in sentences:
                there = (detector.code, detail) in {(each.code, each.detail) for each in _of(detector, words)}
                count[0 if there else 1] += 1
        count[2] += sum(bool(_of(detector, words)) for words in detector.misses)
    return {code: Figures(*count) for code, count in counts.items()}


def lines() -> list[str]:
    rows = [
        f"{'triage':<16}{'examples':>20}{'held out':>24}",
        f"{'':<16}{'precision  recall':>20}{'precision  recall':>24}",
    ]
    beside, apart = examples(), held_out() | details()
    for code, figures in apart.items():
        own = beside.get(code)
        left = f"{own.precision:9.2f}{own.recall:8.2f}" if own else " " * 17
        rows.append(f"{code:<16}{left:>20}{figures.precision:15.2f}{figures.recall:9.2f}")
    return rows


def codes_of(words: str) -> set[str]:
    return {signal.code for signal in inspect(words, facts=FACTS)}


def is_pressing(words: str) -> bool:
    return any(
        each.code == "crisis" and each.detail in ("self", "other", "unclear") for each in inspect(words, facts=FACTS)
    )


def _pressing(labelled: Iterable[tuple[str, bool]]) -> Figures:
    rows = [(expected, is_pressing(words)) for words, expected in labelled]
    return Figures(rows.count((True, True)), rows.count((True, False)), rows.count((False, True)))


def _of(detector, words):
    return inspect(words, facts=FACTS, detectors=(detector,))


def _codes() -> list[str]:
    return list(dict.fromkeys(detector.code for detector in DETECTORS))
