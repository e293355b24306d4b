"""No text makes a rule slow: every repetition in every pattern is bounded, or can't be read in two ways."""

import importlib
import pkgutil
import re

import pytest

import articles.checks
from articles.checks import RULES, STOPPED_EARLY, check
from articles.checks.examples import FACTS
from articles.checks.patterns import any_of, literally

MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(articles.checks.__path__, "articles.checks.")
    if not found.name.endswith("make_table")
]
PATTERNS = {
    f"{module.__name__.removeprefix('articles.checks.')}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern) and name != "TOKEN"  # html_cost has its own tests
}
HOSTILE = {
    "one long word": "a" * 20_000,
    "digits": "1" * 20_000,
    "spaced digits": "1 " * 20_000,
    "dashes": "-" * 20_000,
    "full stops": "." * 20_000,
    "no-break spaces": "\u00a0" * 20_000,
    "numbers with commas": "1,111," * 8_000,
    "beginnings of a claim": "safe and " * 6_000,
    "beginnings of a study": "in a small " * 5_000,
    "researchers": "researchers also " * 3_000,
    "beginnings of a claim in Spanish": "es uno de los tratamientos muy segura y " * 2_000,
    "beginnings of a study in Spanish": "según un pequeño estudio reciente un equipo " * 2_000,
    "beginnings of a passive in Spanish": "ser también luego siendo " * 3_000,
    "beginnings of an approval in Spanish": "la FDA de Estados Unidos (" * 3_000,
    "conditions in Spanish": "si esto y lo otro " * 3_000,
    "vowels": "áéíóúüaeiou" * 2_000,
    "phones without an end": "call 555-" * 6_000,
    "brackets": "(" * 20_000,
    "markers": "[1] " * 10_000,
    "capitals": "AB " * 12_000,
    "suicide": "suicide pills " * 3_000,
    "a medicine": "ketamine helps PTSD " * 2_000,
    "quotes": "'\"’”" * 10_000,
    "many headings": "<h2>a</h2>" * 4_000,
    "open tags": "<b" * 20_000,
    "entities": "&amp;&#x202e;" * 4_000,
    "cells": "<table>" + "<tr><td>1 in 5" * 3_000,
    "links": "<a href='http://x'>here</a> " * 2_000,
}


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_every_repetition_is_bounded(pattern):
    assert unbounded(re._parser.parse(pattern.pattern, pattern.flags)) == []


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_are_checked_to_the_end(words):
    """Within half a minute on any machine; a second is usual. A pattern that goes back over its steps takes hours."""
    found = check(words, FACTS, seconds=30)

    assert STOPPED_EARLY not in {each.rule for each in found}


def test_the_detector_of_unbounded_repetitions_finds_one():
    assert unbounded(re._parser.parse("(?:a|b+)c")) == ["MAX_REPEAT"]
    assert unbounded(re._parser.parse("a++")) == []


def test_there_are_patterns_to_look_at():
    assert len(PATTERNS) > 50
    assert len(RULES) == 45


def test_phrases_are_whole_words_with_spaces_hyphens_and_apostrophes_of_any_kind():
    phrase = any_of("isn't risk-free", "helps~people", "cur*")

    assert [
        bool(phrase.search(text)) for text in ("isn’t\u00a0risk\u2011free", "it isn't risk free", "helps some people")
    ] == [True] * 3
    assert [bool(phrase.search(text)) for text in ("security", "helps. Other people", "risk-free")] == [False] * 3
    assert re.search(literally("post-traumatic stress"), "post traumatic  stress")


def unbounded(parsed, possessive=False):
    """The names of repetitions without an end, except possessive ones, which never go back."""
    found = []
    for op, value in parsed:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            if value[1] == re._constants.MAXREPEAT and name != "POSSESSIVE_REPEAT":
                found.append(name)
            found += unbounded(value[2])
        elif name == "SUBPATTERN":
            found += unbounded(value[3])
        elif name == "ATOMIC_GROUP":
            found += unbounded(value)
        elif name == "BRANCH":
            found += [each for branch in value[1] for each in unbounded(branch)]
        elif name in ("ASSERT", "ASSERT_NOT"):
            found += unbounded(value[1])
    return found
