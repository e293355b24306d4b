"""Learns the weights of `crisis_learned` from sentences: logistic regression by gradient descent. Pure, and exact: the
same sentences always give the same weights.
"""

import hashlib
import random
from collections.abc import Iterable, Iterator
from math import exp
from pathlib import Path
from typing import Final

from comments.triage.crisis_learned import Model, in_pairs, length, passages
from comments.triage.folding import read
from comments.triage.signal import Detector

SENTENCES: Final = Path(__file__).with_name("crisis_sentences.txt")
PRESSING: Final = frozenset({"self", "other", "unclear"})
_ROUNDS: Final = 40
_STEP: Final = 0.3  # of the first round; later ones are shorter
_FORGET: Final = 0.003  # pulls every weight towards nothing, so that rare words cannot decide alone
_DANGER: Final = 6.0  # how much more a sentence of danger counts: a missed one costs more than a false alarm
_LEAST: Final = 0.1  # what is smaller changes nothing, and is left out of the file
Labelled = tuple[str, bool]


def written() -> Iterator[Labelled]:
    """The sentences of the file: "+" somebody may be in danger, "-" nobody is."""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith(("+ ", "- ")):
            yield line[2:], line[0] == "+"


def examples_of(detectors: Iterable[Detector]) -> Iterator[Labelled]:
    """The sentences that stand beside the other detectors."""
    for detector in detectors:
        for detail, sentences in detector.hits.items():
            for each in sentences:
                yield each, detector.code == "crisis" and detail in PRESSING
        for each in detector.misses:
            yield each, False


def fingerprint(labelled: Iterable[Labelled]) -> str:
    """Of a set of sentences, so that weights can be known to be of the same."""
    told = "\n".join(sorted(f"{danger:d}{words}" for words, danger in labelled))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def learn(labelled: list[Labelled]) -> Model:
    """A model of these sentences. One that is there twice with different labels is one of danger."""
    danger = {words for words, is_danger in labelled if is_danger}
    rows = [(sorted(_whole(words)), words in danger) for words in dict.fromkeys(words for words, _ in labelled)]
    weights: dict[str, float] = {feature: 0.0 for features, _ in rows for feature in features}
    bias, order = 0.0, random.Random(1)  # noqa: S311  an order, no secret
    for number in range(_ROUNDS):
        order.shuffle(rows)
        step = _STEP / (1 + number * 0.3)
        for features, is_danger in rows:
            divided_by = length(len(features))
            odds = bias + sum(weights[each] for each in features) / divided_by
            missed = (is_danger - 1 / (1 + exp(-max(-30.0, min(30.0, odds))))) * (_DANGER if is_danger else 1)
            for each in features:
                weights[each] += step * (missed / divided_by - _FORGET * weights[each])
            bias += step * missed
    kept = {each: round(weight, 2) for each, weight in sorted(weights.items()) if abs(weight) >= _LEAST}
    return Model(round(bias, 2), kept, fingerprint(labelled))


def text_of(model: Model) -> str:
    """The model as its file holds it."""
    return (
        "\n".join([f"{model.of} {model.bias}", *(f"{weight}\t{each}" for each, weight in model.weights.items())]) + "\n"
    )


def _whole(words: str) -> set[str]:
    sentences = passages(read(words))
    return set().union(*(features for _start, _end, features in [*sentences, *in_pairs(sentences)]))
