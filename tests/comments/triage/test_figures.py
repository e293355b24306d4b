"""The figures may not fall below what was measured, less a sentence or two."""

import pytest

from tests.comments.triage import figures
from tests.comments.triage.first_round import FIRST_ROUND
from tests.comments.triage.held_out import HELD_OUT
from tests.comments.triage.second_round import SECOND_ROUND

# Measured on sentences that were unseen; see docs/triage.md. (recall, precision)
FLOORS = {
    "crisis": (0.88, 0.90), "crisis, now": (0.86, 0.86), "crisis, unsaid": (0.48, 0.88),
    "abuse": (0.60, 0.95), "unsafe_detail": (0.42, 0.75),
    "personal_data": (0.88, 0.95), "adverse_event": (0.70, 0.85), "advice_request": (0.75, 0.95),
    "drug_selling": (0.80, 0.95), "misinformation": (0.42, 0.95), "testimonial": (0.55, 0.95), "link": (0.95, 0.95),
    "spam": (0.85, 0.95),
}  # fmt: skip


@pytest.mark.parametrize("code", FLOORS)
def test_unseen_sentences_are_found_as_often_as_measured(code):
    now = (figures.held_out() | figures.details())[code]

    assert now.recall >= FLOORS[code][0]
    assert now.precision >= FLOORS[code][1]


def test_what_was_learned_is_not_unlearned():
    learned = figures.of([*FIRST_ROUND, *SECOND_ROUND])

    assert {code for code, each in learned.items() if each.recall < 0.9} == set()


def test_no_clean_sentence_that_was_unseen_has_a_signal():
    clean = [words for words, labels in HELD_OUT if not labels]

    assert len(clean) == 40
    assert [words for words in clean if figures.codes_of(words)] == []


def test_there_are_about_150_unseen_sentences():
    assert len(HELD_OUT) >= 150
    assert {words for words, _labels in HELD_OUT} & {words for words, _labels in [*FIRST_ROUND, *SECOND_ROUND]} == set()


def test_the_figures_are_printed_for_every_code(record_property):
    lines = figures.lines()
    record_property(figures.NAME, lines)  # what tests/conftest.py prints at the end

    assert len(lines) == 2 + len(FLOORS)
