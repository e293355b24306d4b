"""The spam model learns from decisions, refuses to judge before it knows enough, and is never sure of nonsense."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comments.triage import BadModel, SpamModel
from comments.triage.spam_model import BUCKETS, LEAST

EXAMPLES = [("cheap pills casino bonus", True), ("my infusion helped me sleep", False)]
MODEL = SpamModel().learned(EXAMPLES * LEAST)


def test_it_tells_spam_from_comments():
    assert MODEL.probability("casino bonus") > 0.9
    assert MODEL.probability("the infusion helped") < 0.1


def test_words_it_never_saw_leave_it_undecided():
    assert MODEL.probability("zebra") == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize("number", [0, 1, LEAST - 1])
def test_it_refuses_to_judge_before_it_has_seen_enough_of_both(number):
    few = SpamModel().learned([EXAMPLES[0]] * 500 + [EXAMPLES[1]] * number)

    assert few.probability("casino") is None
    assert few.learned([EXAMPLES[1]] * (LEAST - number)).probability("casino") is not None


def test_one_decision_does_not_turn_its_verdict():
    before = MODEL.probability("my infusion helped")
    once = MODEL.learned([("my infusion helped", True)])
    often = MODEL.learned([("my infusion helped", True)] * 200)

    assert before < 0.1
    assert once.probability("my infusion helped") < 0.5
    assert often.probability("my infusion helped") > 0.9


def test_a_text_without_words_has_no_verdict():
    assert MODEL.probability("") is None
    assert MODEL.probability("... ---") is None


def test_the_formula_is_the_one_of_the_book():
    """Manning, Raghavan, Schütze, example 13.1, in words that fall into buckets of their own."""
    documents = [
        ("Chinese Beijing Chinese", True), ("Chinese Chinese Shanghai", True),
        ("Chinese Macao", True), ("Tokyo Japan Chinese", False),
    ]  # fmt: skip
    model = SpamModel().learned(documents * LEAST)

    assert model.probability("Chinese Chinese Chinese Tokyo Japan") == pytest.approx(expected(model), rel=1e-9)


def expected(model):
    from_spam = {"chinese": 5, "tokyo": 0, "japan": 0, "chinese chinese": 1, "chinese tokyo": 0, "tokyo japan": 0}
    from_other = {"chinese": 1, "tokyo": 1, "japan": 1, "chinese chinese": 0, "chinese tokyo": 0, "tokyo japan": 1}
    seen = ["chinese"] * 3 + ["tokyo", "japan", "chinese chinese", "chinese chinese", "chinese tokyo", "tokyo japan"]
    odds = math.log(3)
    for feature in seen:
        odds += math.log((from_spam[feature] * LEAST + 1) / (sum(model.spam) + BUCKETS))
        odds -= math.log((from_other[feature] * LEAST + 1) / (sum(model.other) + BUCKETS))
    return 1 / (1 + math.exp(-odds))


def test_it_is_kept_and_read_again():
    assert SpamModel.from_json(MODEL.to_json()) == MODEL


def test_it_keeps_no_words():
    assert "casino" not in MODEL.to_json()


@pytest.mark.parametrize(
    "text",
    [
        "", "null", "[]", "{}", "1", '{"format": 2}', "nonsense", "[" * 100_000,
        '{"format": 1, "spam": {}, "other": {}, "spam_texts": -1, "other_texts": 0}',
        '{"format": 1, "spam": {}, "other": {}, "spam_texts": true, "other_texts": 0}',
        '{"format": 1, "spam": {"4096": 1}, "other": {}, "spam_texts": 1, "other_texts": 0}',
        '{"format": 1, "spam": {"-1": 1}, "other": {}, "spam_texts": 1, "other_texts": 0}',
        '{"format": 1, "spam": {"1": NaN}, "other": {}, "spam_texts": 1, "other_texts": 0}',
        '{"format": 1, "spam": [1], "other": {}, "spam_texts": 1, "other_texts": 0}',
    ],
    ids=range(14),
)  # fmt: skip
def test_what_is_no_model_is_refused(text):
    with pytest.raises(BadModel):
        SpamModel.from_json(text)


@settings(deadline=None, max_examples=60)
@given(
    learned=st.lists(st.tuples(st.text(max_size=80), st.booleans()), max_size=8),
    times=st.sampled_from([1, LEAST, 10_000]),
    text=st.text(max_size=2000),
)
def test_whatever_it_learned_its_answer_is_a_probability(learned, times, text):
    model = SpamModel().learned([*EXAMPLES * LEAST, *learned * min(times, 200)])

    probability = model.probability(text)

    assert probability is None or 0 <= probability <= 1
    assert model == SpamModel.from_json(model.to_json())
