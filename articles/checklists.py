"""What a signer is asked before a sign-off counts, and which answers stand against it. Pure, no database.

Answers are known by the name of their field in the form: a question's key, `reference_<position>`, `interest`,
`interest_statement` and `checklist`, the version that was asked. Only answers that nothing stands against are kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.enums import Answer, SignOffKind, Verdict

VERSION: Final = 2  # goes up whenever a question is added, taken out or comes to mean something else
LONGEST_STATEMENT: Final = 500

Answers = Mapping[str, str]
Sources = Sequence[tuple[int, str]]  # position and title of each reference, as the words list them


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a checklist. Its key is kept with the answer and never used again for another question."""

    key: str
    text: Promise
    may_not_apply: bool = False

    @property
    def choices(self) -> list[Answer]:
        return list(Answer) if self.may_not_apply else [Answer.YES, Answer.NO]


K, L = SignOffKind, gettext_lazy

QUESTIONS: Final[dict[SignOffKind, tuple[Question, ...]]] = {
    K.EDITORIAL: (
        Question("clear", L("Does it read clearly for the people it is for?")),
        Question("headings", L("Do the headings say what follows, in a helpful order?")),
        Question("links", L("Does every link open, and lead where it says?")),
        Question("tone", L("Does it promise no more than its sources say?")),
        Question("change_note", L("Is the note on what changed true?"), may_not_apply=True),
    ),
    K.CLINICAL: (
        Question("numbers", L("Do numbers, doses and units agree with the sources?"), may_not_apply=True),
        Question("risks", L("Does it name the risks, and who should take care?")),
        Question("help", L("Does it say when to get help, and where?")),
        Question("complete", L("Is everything important there, and up to date?")),
        Question("off_label", L("Where a use is not approved (off-label), does it say so?"), may_not_apply=True),
    ),
}
# Asked besides where the words translate others.
OF_TRANSLATIONS: Final[dict[SignOffKind, Question]] = {
    K.EDITORIAL: Question("translation", L("Does it read as if it had been written in its language?")),
    K.CLINICAL: Question(
        "translation", L("Does it say what the words it translates say: each number, dose, warning and exception?")
    ),
}
INTEREST: Final = L("Do you have an interest of your own in what it covers, beyond your work here?")


def questions_of(kind: SignOffKind, translates: bool = False) -> tuple[Question, ...]:
    """What a signer of this kind is asked; `translates` says whether the words are a translation."""
    return (*QUESTIONS[kind], OF_TRANSLATIONS[kind]) if translates else QUESTIONS[kind]


def reference_field(position: int) -> str:
    return f"reference_{position}"


def objections(
    kind: SignOffKind, answers: Answers, sources: Sources, translates: bool = False
) -> Iterator[tuple[str, str]]:
    """What stands against signing off with these answers: the field, and the sentence that says why. None: nothing.

    Anything but a whole checklist of this version is an objection too, so that silence never counts as a yes.
    """
    if answers.get("checklist") != str(VERSION):
        yield "checklist", _("The checklist has changed since you opened this page. Please answer it again.")
        return
    for question in questions_of(kind, translates):
        answer = answers.get(question.key)
        if answer not in question.choices:
            yield question.key, _("Please answer every question of the checklist.")
        elif answer == Answer.NO:
            yield question.key, _("With a “no” it can't be signed off. Request changes instead.")
    if kind == SignOffKind.CLINICAL:
        yield from _against_sources(answers, sources)
    yield from _against_interest(kind, answers)


def record(kind: SignOffKind, answers: Answers, sources: Sources, translates: bool = False) -> dict[str, Any]:
    """The answers as they are kept with the sign-off: each with its key and the words it was asked in."""
    asked_of = sources if kind == SignOffKind.CLINICAL else ()
    return {
        "version": VERSION,
        "questions": [
            {"key": question.key, "text": str(question.text), "answer": answers[question.key]}
            for question in questions_of(kind, translates)
        ],
        "references": [
            {"position": position, "title": title, "verdict": answers[reference_field(position)]}
            for position, title in asked_of
        ],
        "interest": {
            "text": str(INTEREST),
            "answer": answers["interest"],
            "statement": _statement(answers) if answers["interest"] == Answer.YES else "",
        },
    }


def readable(kept: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Kept answers for people to read: what was asked, in the words of that day, and the answer in today's."""
    if not kept:
        return []
    rows = [(each["text"], str(Answer(each["answer"]).label)) for each in kept["questions"]]
    rows += [
        (
            _("Reference %(position)d: %(title)s") % {"position": each["position"], "title": each["title"]},
            str(Verdict(each["verdict"]).label),
        )
        for each in kept["references"]
    ]
    interest = kept["interest"]
    return [*rows, (interest["text"], interest["statement"] or str(Answer(interest["answer"]).label))]


def _against_sources(answers: Answers, sources: Sources) -> Iterator[tuple[str, str]]:
    for position, _title in sources:
        verdict = answers.get(reference_field(position))
        if verdict not in Verdict.values:
            yield reference_field(position), _("Please say of every reference whether it is still right.")
        elif verdict == Verdict.SUPERSEDED:
            yield (
                reference_field(position),
                _("With a superseded source it can't be signed off. Request changes instead."),
            )
        elif verdict == Verdict.NOT_SURE:
            yield (
                reference_field(position),
                _("With a source you are not sure of it can't be signed off. Request changes, or ask a colleague."),
            )


def _against_interest(kind: SignOffKind, answers: Answers) -> Iterator[tuple[str, str]]:
    interest = answers.get("interest")
    if interest not in (Answer.YES, Answer.NO):
        yield "interest", _("Please say whether you have an interest of your own.")
    elif interest == Answer.YES and kind == SignOffKind.CLINICAL:
        yield "interest", _("A colleague without an interest in it has to give this sign-off. Please ask one.")
    elif interest == Answer.YES and not _statement(answers):
        yield "interest_statement", _("Please say what your interest is.")
    elif interest == Answer.YES and len(_statement(answers)) > LONGEST_STATEMENT:
        yield "interest_statement", _("Please say it in at most %(count)d characters.") % {"count": LONGEST_STATEMENT}


def _statement(answers: Answers) -> str:
    return answers.get("interest_statement", "").strip()
