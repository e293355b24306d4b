"""Words of danger that no phrase foresaw: a sum of weights over the words, learned from sentences written for it. Pure.

People who want to die seldom say so in set phrases. `crisis_self` knows the phrases; this knows which words keep which
company. It is a logistic regression (Jurafsky & Martin, *Speech and Language Processing*, chapter 5) over single words,
their beginnings and pairs of neighbours, asked of each sentence and of each with the next. The weights stand in a file
that `manage.py train_crisis_words` writes. Detail: `unclear`, because the weights cannot say who is meant.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import Final

from comments.triage.folding import Reading
from comments.triage.signal import Detector, Facts, Found

WEIGHTS: Final = Path(__file__).with_name("crisis_weights.txt")
# In natural logarithms of the odds: where 3 in 100 sentences of no danger were taken for some (four-fold tests).
ENOUGH: Final = 0.8
_BEGINNING: Final = 5  # letters: "suicidal" and "sucide" share less, "hopeless" and "hopelessness" all of them
_WORD: Final = re.compile(r"[a-z]+")
_MOST_WORDS: Final = 120  # of one sentence; nobody's sentence is longer, and a flood of words has no end
_MOST: Final = 20  # sentences; the reader has long seen why
_LEAST: Final = 8  # characters; what is shorter belongs to the sentence after it ("No. I can't. Not again.")

HITS: Final = {
    "unclear": (
        "I have stopped making plans that go beyond Friday",
        "Good article. I have tried six medicines. Nothing touches it. I am 58 and I don't intend to be 59.",
        "My husband drove to the bridge last night, the police brought him home",
        "im 16 and i wrote my will",
        "Looking down from the sixth floor I feel peace for the first time",
        "I'd like to be with my son again. He is buried at St. Mary's.",
        "This clinic is my last stop. After that I'm done.",
        "I promised my sister one more month",
        "The urge to swerve into oncoming traffic is there every time I drive",
        "I told the crisis line I was fine. I'm not fine. I have the rope.",
        "My sister keeps giving me instructions for her funeral",
        "Our son is home from the army and sleeps with his pistol",
        "Siento que estorbo, mi familia descansaría si me voy",
        "Mi papá dejó sus papeles en orden y regaló sus herramientas",
        "Es mi última oportunidad, después de esto se acabó",
    )
}
MISSES: Final = (
    "I emptied the bottle and need a refill",
    "Today I nearly missed my appointment",
    "My husband drove me home afterward",
    "Goodbye and good luck to the whole team, I am moving to Ohio",
    "I stood at the window of the pharmacy for an hour",
    "My sister plans her wedding and asks for diet tips",
    "I promised my doctor one more month of physical therapy",
    "The urge to scratch is worse at night",
    "The crisis line answered in two minutes, thank you for printing it",
    "Our son is home from the army and needs a dentist",
    "I have ninety tablets left, do they expire?",
    "My last message was cut off, here it is again",
    "I wrote my will last year, everybody should",
    "No puedo más con las filas del seguro",
    "Mi papá ordenó sus papeles para la cita",
    "Hoy es mi último día de antibiótico",
)


def length(features: int) -> float:
    """By what the sum of so many weights is divided, so that long sentences are not dangerous by being long. The fourth
    root lost least in four-fold tests within the sentences; a whole division makes every short one suspicious.
    """
    return sqrt(sqrt(features or 1))


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned. `of` is the fingerprint of the sentences that it was learned from."""

    bias: float
    weights: dict[str, float]
    of: str

    def score(self, features: Iterable[str]) -> float:
        """The logarithm of the odds that these words are words of danger."""
        known = [self.weights[each] for each in features if each in self.weights]
        return self.bias + sum(known) / length(len(known))


@cache
def model() -> Model:
    first, *lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    of, bias = first.split()
    weights = {feature: float(weight) for weight, _tab, feature in (line.partition("\t") for line in lines)}
    return Model(float(bias), weights, of)


def features(words: str) -> set[str]:
    """The words of folded text, their beginnings, and each pair of neighbours."""
    found = _WORD.findall(words)[:_MOST_WORDS]
    beginnings = (f"{word[:_BEGINNING]}*" for word in found if len(word) > _BEGINNING)
    return {*found, *beginnings, *map(" ".join, pairwise(found))}


def passages(reading: Reading) -> list[tuple[int, int, set[str]]]:
    """Each sentence that has words, with its features."""
    said = ((start, end, features(reading.words[start:end])) for start, end in _sentences(reading))
    return [each for each in said if each[2]]


def in_pairs(sentences: list[tuple[int, int, set[str]]]) -> list[tuple[int, int, set[str]]]:
    """Each sentence with the next one: what is said in two breaths is one thought."""
    return [(start, end, first | second) for (start, _, first), (_, end, second) in pairwise(sentences)]


def _sentences(reading: Reading) -> Iterator[tuple[int, int]]:
    """Sentences of some length, without the white space around them."""
    begun, last = None, len(reading.words)
    for start, end in reading.sentences():
        begun = start if begun is None else begun
        if end - begun >= _LEAST or end == last:
            said = reading.words[begun:end]
            yield end - len(said.lstrip()), begun + len(said.rstrip())
            begun = None


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    """Each sentence that is enough by itself; where none is, the two that are most together."""
    sentences = passages(reading)
    alone = [each for each in sentences if model().score(each[2]) > ENOUGH][:_MOST]
    yield from (Found(start, end, "unclear") for start, end, _features in alone or _best(in_pairs(sentences)))


def _best(pairs: list[tuple[int, int, set[str]]]) -> list[tuple[int, int, set[str]]]:
    """The pair with the highest score, if that is enough."""
    highest = max(pairs, key=lambda pair: model().score(pair[2]), default=None)
    return [highest] if highest and model().score(highest[2]) > ENOUGH else []


DETECTOR: Final = Detector(
    name="crisis_learned", code="crisis", find=_find, hits=HITS, misses=MISSES, reads_names=False
)
