"""A small model of what this clinic's moderators called spam, kept on their own server. Pure.

Multinomial naive Bayes with add-one (Laplace) smoothing: Manning, Raghavan, Schütze, "Introduction to Information
Retrieval" (2008), chapter 13.2, equations 13.3, 13.4 and 13.7. Words are kept as hashes in a fixed number of buckets
(Weinberger et al., "Feature hashing for large scale multitask learning", 2009), so the model holds no reader's words
and cannot grow. It only orders the queue.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import Final, Self

from comments.triage.folding import folded

BUCKETS: Final = 4096
LEAST: Final = 20  # examples of each kind; fewer teach nothing
_MOST_FEATURES: Final = 1000  # of one text, so that one long text weighs no more than many
_TOKEN: Final = re.compile(r"\w{2,30}|https?://|[$€!]")
_FORMAT: Final = 1


class BadModel(ValueError):
    """What was read is no spam model of this version."""


@dataclass(frozen=True, slots=True)
class SpamModel:
    """How often each bucket was seen in spam and in other comments. Learning makes a new model."""

    spam: tuple[int, ...] = (0,) * BUCKETS
    other: tuple[int, ...] = (0,) * BUCKETS
    spam_texts: int = 0
    other_texts: int = 0

    def learned(self, texts: Iterable[tuple[str, bool]]) -> Self:
        """The model after these texts, each with whether it is spam."""
        buckets = {True: Counter[int](), False: Counter[int]()}
        numbers = Counter[bool]()
        for text, is_spam in texts:
            buckets[is_spam].update(features(text))
            numbers[is_spam] += 1
        return type(self)(
            tuple(count + buckets[True][at] for at, count in enumerate(self.spam)),
            tuple(count + buckets[False][at] for at, count in enumerate(self.other)),
            self.spam_texts + numbers[True],
            self.other_texts + numbers[False],
        )

    def probability(self, text: str) -> float | None:
        """How probable it is that the text is spam, from 0 to 1; None while the model has seen too little, or nothing
        of the text is a feature.
        """
        seen = features(text)
        if min(self.spam_texts, self.other_texts) < LEAST or not seen:
            return None
        in_spam, in_other = sum(self.spam) + BUCKETS, sum(self.other) + BUCKETS
        odds = math.log(self.spam_texts) - math.log(self.other_texts)
        for bucket in seen:
            odds += math.log((self.spam[bucket] + 1) / in_spam) - math.log((self.other[bucket] + 1) / in_other)
        return _logistic(odds)

    def to_json(self) -> str:
        """The model as text; only buckets that were seen."""
        kept = {
            kind: {str(at): count for at, count in enumerate(counts) if count}
            for kind, counts in (("spam", self.spam), ("other", self.other))
        }
        return json.dumps({"format": _FORMAT, "spam_texts": self.spam_texts, "other_texts": self.other_texts, **kept})

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The model that `to_json` wrote. Raises `BadModel` for anything else."""
        try:
            data = json.loads(text)
            if data["format"] != _FORMAT:
                raise BadModel("This spam model is of another version.")
            return cls(
                _counts(data["spam"]), _counts(data["other"]), _count(data["spam_texts"]), _count(data["other_texts"])
            )
        except (KeyError, TypeError, AttributeError, IndexError, RecursionError, json.JSONDecodeError) as error:
            raise BadModel("This is no spam model.") from error


def features(text: str) -> list[int]:
    """The buckets of the text's words and of its pairs of words, at most a thousand."""
    tokens = _TOKEN.findall(folded(text))[: _MOST_FEATURES // 2]
    pairs = [f"{first} {second}" for first, second in pairwise(tokens)]
    return [_bucket(token) for token in [*tokens, *pairs]]


def _bucket(token: str) -> int:
    """The same in every process and on every machine, unlike `hash`."""
    return int.from_bytes(blake2b(token.encode("utf-8", "replace"), digest_size=4).digest()) % BUCKETS


def _logistic(odds: float) -> float:
    """1 / (1 + e^-odds), for odds of any size."""
    return 1 / (1 + math.exp(-odds)) if odds >= 0 else math.exp(max(odds, -700)) / (1 + math.exp(max(odds, -700)))


def _counts(kept: dict[str, int]) -> tuple[int, ...]:
    counts = [0] * BUCKETS
    for at, count in kept.items():
        if not at.isdecimal() or int(at) >= BUCKETS:
            raise BadModel("This spam model has a bucket that there is not.")
        counts[int(at)] = _count(count)
    return tuple(counts)


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 10**12:
        raise BadModel("This spam model counts with something that is no count.")
    return value
