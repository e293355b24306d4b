"""The weights are of the sentences that stand beside them, and say what a small model must."""

from clinic_cms.management.commands.train_crisis_words import sentences
from comments.triage import inspect
from comments.triage.crisis_learned import Model, features, in_pairs, model, passages
from comments.triage.crisis_training import fingerprint, learn, text_of, written
from comments.triage.folding import read
from tests.comments.triage.around_corners import DANGER, NONE
from tests.comments.triage.held_out import HELD_OUT


def test_the_weights_are_those_of_the_sentences():
    assert model().of == fingerprint(sentences())


def test_nothing_was_learned_from_what_the_figures_are_taken_of():
    learned = {words for words, _danger in sentences()}

    assert learned & {*DANGER, *NONE, *(words for words, _labels in HELD_OUT)} == set()


def test_every_sentence_is_there_once_and_many_of_them_are_of_danger():
    words = [each for each, _danger in written()]
    danger = sum(is_danger for _words, is_danger in written())

    assert len(words) == len(set(words))
    assert 0.25 < danger / len(words) < 0.5


def test_what_is_learned_tells_two_kinds_apart_and_is_the_same_every_time():
    labelled = [("I want it over", True), ("I want soup", False), ("over and done", True), ("soup again", False)]

    learned = learn(labelled)
    assert learned.score(features("over now")) > learned.score(features("soup now"))
    assert text_of(learn(labelled)) == text_of(learned)


def test_words_that_nobody_has_seen_weigh_nothing():
    assert Model(-1.0, {"over": 2.0}, "").score(features("lorem ipsum")) == -1.0


def test_a_sentence_is_read_by_itself_and_with_the_next_one():
    text = "This is the first one. The second one is here. No. Then the third."
    sentences = passages(read(text))

    first, second, third = "this is the first one.", "the second one is here.", "no. then the third."
    assert _said(text, sentences) == [first, second, third]
    assert _said(text, in_pairs(sentences)) == [f"{first} {second}", f"{second} {third}"]


def _said(text, passages):
    return [read(text).words[start:end] for start, end, _features in passages]


def test_the_place_is_the_sentence_that_says_it():
    text = "Does insurance pay for this? I have stopped making plans that go beyond Friday. Thanks."
    (signal,) = [each for each in inspect(text) if each.code == "crisis"]

    assert (text[signal.start : signal.end], signal.detail) == (
        "I have stopped making plans that go beyond Friday.",
        "unclear",
    )
