"""The small language of phrases."""

import pytest

from comments.triage.folding import folded, read
from comments.triage.phrases import Phrases


def found(phrase, text):
    reading = read(text)
    return [reading.as_typed(each.start, each.end) for each in Phrases(any=(phrase,)).find(reading)]


@pytest.mark.parametrize(
    ("phrase", "text", "quotes"),
    [
        ("want to die", "I WANT to die.", ["WANT to die"]),
        ("want to die", "want to diet", []),
        ("{hop|jump} off", "jump off, hop off", ["jump off", "hop off"]),
        ("[just] kill me", "just kill me. kill me", ["just kill me", "kill me", "kill me"]),
        ("so [very] tired", "so tired, so very tired", ["so tired", "so very tired"]),
        ("i ~ die", "I really want to die", ["I really want to die"]),
        ("i ~ die", "I ate. They die", []),
        ("i ~ die", "I one two three four five die", []),
        ("overdos", "overdose", []),
        ("an overdos*", "an overdose", ["an overdose"]),
        ("live -{in|with}", "live in Rome, live long", ["live"]),
        ("don't go", "dont go, don’t go", ["dont go", "don’t go"]),
        ("mañana", "MAÑANA manana", ["MAÑANA", "manana"]),
    ],
)
def test_a_phrase_finds(phrase, text, quotes):
    assert found(phrase, text) == quotes


@pytest.mark.parametrize("phrase", ["*", "suicid* now", "~ die", "(a|b) c"])
def test_a_phrase_starts_with_a_whole_word(phrase):
    with pytest.raises(ValueError, match="whole word"):
        Phrases(any=(phrase,))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ünï\u0301cødé", "unicødé".replace("é", "e")),
        ("don’t", "dont"),
        ("'quoted'", "'quoted'"),
        ("ﬁne", "fine"),
        ("a\u200bb", "ab"),
        ("а", "a"),
        ("one\ntwo", "one two"),
        ("one\n\ntwo", "one\ntwo"),
        ("x  \u200b  y", "x y"),
        ("\ufdfa", "\ufdfa"),
    ],
)
def test_text_is_folded(text, plain):
    assert folded(text) == plain
