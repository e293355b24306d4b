"""Learns the weights by which triage notices words of danger that no phrase foresaw, and writes their file."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand

from articles.richtext import plain_text
from clinic_cms.demonstration.articles import ARTICLES
from clinic_cms.demonstration.comments import COMMENTS
from clinic_cms.demonstration.discussion import FOLLOWING
from comments.enums import Lane
from comments.triage import inspect, lane_of
from comments.triage.crisis_learned import DETECTOR, WEIGHTS
from comments.triage.crisis_training import Labelled, examples_of, learn, text_of, written
from comments.triage.registry import DETECTORS

OTHERS = tuple(each for each in DETECTORS if each is not DETECTOR)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")


class Command(BaseCommand):
    help = "Learn the weights of words of danger from the sentences written for it, and write comments/triage's file."

    def handle(self, *args: Any, **options: Any) -> None:
        learned = learn(list(sentences()))
        WEIGHTS.write_text(text_of(learned), encoding="utf-8")
        self.stdout.write(f"{len(learned.weights):,} weights of the sentences {learned.of}, in {WEIGHTS.name}.")


def sentences() -> Iterator[Labelled]:
    """Everything that is learned from: what was written for it, the examples of all other detectors, and, as words of
    no danger, the demonstration's articles and those of its comments in which nobody is.
    """
    yield from written()
    yield from examples_of(OTHERS)
    for article in ARTICLES:
        yield from ((each, False) for each in _SENTENCE.split(plain_text(article.body)) if len(each) > 15)
    for comment in (*COMMENTS, *FOLLOWING):
        if lane_of(inspect(comment.body, detectors=OTHERS)) == Lane.CRISIS:
            continue
        yield from ((each, False) for each in [comment.body, *_SENTENCE.split(comment.body)] if each.strip())
