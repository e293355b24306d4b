"""Readers see the four parts of a disclaimer apart, in its own words and order, whatever it says."""

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from articles.checks.disclaimer import parts


def test_the_clinics_disclaimer_has_four_parts():
    found = parts(settings.CLINIC_DISCLAIMERS["en"])

    assert [(name, words[:32]) for name, words in found] == [
        ("general", "This article is general informat"),
        ("no_advice", "It is not medical advice, and it"),
        ("whom_to_ask", "Before you start, stop or change"),
        ("emergency", "In an emergency, call 911. If yo"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "For general information only.",
        "This is general information, not medical advice. Talk with your doctor. In an emergency, call 911.",
        "In an emergency, call 911. Talk with your doctor. It is not advice. It is general information.",
    ],
)
def test_one_that_is_written_otherwise_stays_in_one_piece(words):
    assert parts(words) == [("", words)]


@given(
    st.lists(st.sampled_from(["It is general information.", "Not advice.", "Ask a nurse.", "Call 911!", "Walk.", "\n"]))
)
def test_no_word_is_left_out_or_moved(sentences):
    words = " ".join(sentences)

    assert " ".join(text for _name, text in parts(words)).split() == words.split()
