import pytest

from articles.checklists import QUESTIONS, VERSION, objections, readable, record
from articles.enums import SignOffKind

SOURCES = [(1, "A guideline"), (2, "A trial")]
EDITORIAL, CLINICAL = SignOffKind.EDITORIAL, SignOffKind.CLINICAL


def answered(kind, **other):
    whole = {"checklist": str(VERSION), "interest": "no", "reference_1": "still_right", "reference_2": "still_right"}
    return whole | {question.key: "yes" for question in QUESTIONS[kind]} | other


def against(kind, **other):
    return list(objections(kind, answered(kind, **other), SOURCES))


@pytest.mark.parametrize("kind", SignOffKind)
def test_nothing_stands_against_a_checklist_that_is_answered_with_yes(kind):
    assert against(kind) == []


@pytest.mark.parametrize(("kind", "field"), [
    (kind, question.key) for kind, questions in QUESTIONS.items() for question in questions
])  # fmt: skip
def test_a_no_to_any_question_asks_for_changes_instead(kind, field):
    assert against(kind, **{field: "no"}) == [(field, "With a “no” it can't be signed off. Request changes instead.")]


@pytest.mark.parametrize("kind", SignOffKind)
def test_silence_is_never_a_yes(kind):
    missing = [field for field, _sentence in objections(kind, {"checklist": str(VERSION)}, SOURCES)]

    sources = ["reference_1", "reference_2"] if kind == CLINICAL else []
    assert missing == [*(question.key for question in QUESTIONS[kind]), *sources, "interest"]


@pytest.mark.parametrize(("kind", "field", "accepted"), [
    (CLINICAL, "numbers", True), (CLINICAL, "off_label", True), (EDITORIAL, "change_note", True),
    (CLINICAL, "risks", False), (CLINICAL, "help", False), (CLINICAL, "complete", False), (EDITORIAL, "tone", False),
])  # fmt: skip
def test_only_some_questions_may_not_apply(kind, field, accepted):
    assert (against(kind, **{field: "does_not_apply"}) == []) == accepted


@pytest.mark.parametrize(("verdict", "sentence"), [
    ("superseded", "With a superseded source it can't be signed off. Request changes instead."),
    ("not_sure", "With a source you are not sure of it can't be signed off. Request changes, or ask a colleague."),
    ("", "Please say of every reference whether it is still right."),
    ("fine", "Please say of every reference whether it is still right."),
])  # fmt: skip
def test_a_clinician_says_of_each_source_that_it_is_still_right(verdict, sentence):
    assert against(CLINICAL, reference_2=verdict) == [("reference_2", sentence)]


def test_an_editor_is_not_asked_about_the_evidence():
    assert against(EDITORIAL, reference_1="", reference_2="superseded") == []


def test_a_clinician_with_an_interest_steps_back():
    assert against(CLINICAL, interest="yes", interest_statement="Shares in a maker.") == [
        ("interest", "A colleague without an interest in it has to give this sign-off. Please ask one.")
    ]


@pytest.mark.parametrize(("statement", "expected"), [
    ("I own shares in a maker.", []),
    (" ", [("interest_statement", "Please say what your interest is.")]),
    ("s" * 501, [("interest_statement", "Please say it in at most 500 characters.")]),
])  # fmt: skip
def test_an_editor_with_an_interest_says_which(statement, expected):
    assert against(EDITORIAL, interest="yes", interest_statement=statement) == expected


def test_kept_answers_are_read_with_the_questions_of_their_day():
    kept = record(EDITORIAL, answered(EDITORIAL, interest="yes", interest_statement=" Shares. "), [])
    kept["questions"][0]["text"] = "Is it plain?"

    rows = readable(kept)

    assert (rows[0], rows[-1][1]) == (("Is it plain?", "Yes"), "Shares.")


def test_a_sign_off_from_before_checklists_has_nothing_to_read():
    assert readable({}) == []


def test_answers_to_an_older_checklist_are_asked_again():
    assert against(CLINICAL, checklist="0") == [
        ("checklist", "The checklist has changed since you opened this page. Please answer it again.")
    ]


def test_what_is_kept_says_what_was_asked_in_the_words_that_were_shown():
    kept = record(CLINICAL, answered(CLINICAL, off_label="does_not_apply"), SOURCES)

    assert kept["version"] == VERSION
    assert kept["questions"][-1] == {
        "key": "off_label",
        "text": "Where a use is not approved (off-label), does it say so?",
        "answer": "does_not_apply",
    }
    assert kept["references"] == [
        {"position": 1, "title": "A guideline", "verdict": "still_right"},
        {"position": 2, "title": "A trial", "verdict": "still_right"},
    ]
    assert kept["interest"]["answer"] == "no"
