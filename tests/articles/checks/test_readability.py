"""Grades of five texts, syllables, and the hardest sentences."""

import tomllib
from pathlib import Path

import pytest

from articles.checks.readability import ALGORITHM, VERSION, scores
from articles.checks.readability.make_table import pronounced, table
from articles.checks.readability.syllables import MEDICAL, TABLE, by_thumb, syllables
from articles.richtext import clean
from tests.articles.checks.articles import MARKETING, REWRITTEN

ROOT = Path(__file__).parents[3]

# By hand: words, sentences, syllables, words of three syllables and more; then 0.39 w/s + 11.8 y/w - 15.59.
CATS = "<p>The cat sat on the mat. It was fat.</p>"  # 9, 2, 9, 0
REST = "<p>Take the tablet at night with water. Call us if you feel sick.</p>"  # 13, 2, 15, 0
HARD = "<p>Ketamine infusions temporarily alleviate depressive symptoms in some individuals.</p>"  # 9, 1, 27, 6


@pytest.mark.parametrize(
    ("html", "words", "sentences", "grade", "smog"),
    [
        (CATS, 9, 2, 0.39 * 9 / 2 + 11.8 * 9 / 9 - 15.59, 3.1291),
        (REST, 13, 2, 0.39 * 13 / 2 + 11.8 * 15 / 13 - 15.59, 3.1291),
        (HARD, 9, 1, 0.39 * 9 + 11.8 * 27 / 9 - 15.59, 1.0430 * (6 * 30) ** 0.5 + 3.1291),
        (clean(MARKETING), 866, 47, 9.96, 12.10),
        (clean(REWRITTEN), 330, 32, 6.31, 10.05),
    ],
    ids=["cats", "rest", "hard", "marketing", "rewritten"],
)
def test_golden_scores(html, words, sentences, grade, smog):
    found = scores(html)

    assert (found.words, found.sentences) == (words, sentences)
    assert found.grade == pytest.approx(grade, abs=0.05)
    assert found.smog == pytest.approx(smog, abs=0.05)


def test_a_score_says_how_it_was_made():
    assert (scores(CATS).algorithm, scores(CATS).version) == (ALGORITHM, VERSION)


def test_headings_do_not_count_and_items_of_a_list_are_sentences():
    found = scores("<h2>Neuropharmacological considerations</h2><ul><li>Rest</li><li>Drink water</li></ul>")

    assert (found.words, found.sentences) == (3, 2)


def test_nothing_scores_nothing():
    assert scores("").grade == scores("<p>…</p>").smog == 0


def test_the_ten_hardest_sentences_come_hardest_first_with_their_places():
    html = "<p>" + "Rest is good. " * 12 + "Neuropharmacological heterogeneity necessitates deliberation.</p>"
    hardest = scores(html).hardest

    assert len(hardest) == 10
    assert [each.start for each in hardest[:2]] == [168, 0]
    assert [each.grade for each in hardest] == sorted((each.grade for each in hardest), reverse=True)


@pytest.mark.parametrize(
    ("word", "count"),
    {
        "ketamine": 3, "midazolam": 4, "fluoxetine": 4, "reuptake": 3, "people": 2, "business": 2, "area": 3, "PTSD": 4,
        "SSRIs": 4, "WHO": 1, "HIV": 3, "well-being": 3, "don’t": 1, "6.8%": 2, "2014": 1, "doctor's": 2, "rhythm": 2,
        "pneumonia": 3, "Medicine": 3, "x": 1, "preeclampsia": 5, "esketamine": 4,
    }.items(),
)  # fmt: skip
def test_syllables(word, count):
    assert syllables(word) == count


def test_the_table_holds_what_the_rule_of_thumb_gets_wrong():
    lines = ["business B IH1 Z N AH0 S", "cat K AE1 T # a comment", "area EH1 R IY0 AH0", "area(2) EH1 R", "'em AH0 M"]
    words = list(pronounced(lines))

    assert words == [("business", 2), ("cat", 1), ("area", 3)]
    assert table(words) == table([*words, ("cat", 1)])
    assert [by_thumb("business"), by_thumb("cat"), by_thumb("area")] == [3, 1, 2]


def test_the_list_of_medical_words_holds_only_what_would_be_wrong_without_it():
    assert [word for word, count in MEDICAL.items() if by_thumb(word) == count] == []


def test_the_table_and_its_licence_travel_with_the_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    data = {path.name for path in TABLE.parent.iterdir() if path.is_file() and path.suffix != ".py"}

    assert set(project["tool"]["setuptools"]["package-data"]["articles.checks.readability"]) == data
    assert "articles/checks/readability/CMUDICT-LICENSE" in project["project"]["license-files"]
