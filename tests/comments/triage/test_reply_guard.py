"""A public reply must not confirm that somebody is a patient."""

import pytest

from comments.triage import confirms_care
from comments.triage.reply_guard_examples import HITS, MISSES


@pytest.mark.parametrize("reply", HITS[""])
def test_words_that_confirm_care_are_found(reply):
    found = confirms_care(reply)

    assert {each.code for each in found} == {"confirms_care"}
    assert all(0 <= each.start < each.end <= len(reply) for each in found)


@pytest.mark.parametrize("reply", MISSES)
def test_a_careful_reply_passes(reply):
    assert confirms_care(reply, name="Maria Lopez") == []


def test_the_commenters_name_beside_the_word_patient_is_found():
    reply = "María, every patient matters."

    assert [(each.detail, reply[each.start : each.end]) for each in confirms_care(reply, name="maria")] == [
        ("name", "María")
    ]
    assert confirms_care("Thank you, Maria.", name="maria") == []


def test_there_are_enough_examples():
    assert len(HITS[""]) >= 30
    assert len(MISSES) >= 30
