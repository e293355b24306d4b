"""Why an action may not be taken now by this person: one sentence, made here and nowhere else. Pure, no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.enums import Action, SignOffKind, Status
from articles.workflow import MAY_SIGN, STEPS


@dataclass(frozen=True, slots=True)
class Person:
    """What the rules need to know of whoever acts. The clock is a person without permissions."""

    permissions: frozenset[str] = frozenset()
    active: bool = True
    contributed: bool = False  # changed the words since the last live revision
    has_signed: bool = False  # has signed off this very revision
    credentialed: bool = False  # holds a verified credential that is valid today
    is_clock: bool = False
    would_interrupt: str = ""  # the name of somebody else who has words in this draft that are not saved


CLOCK = Person(is_clock=True)


@dataclass(frozen=True, slots=True)
class Situation:
    """What the rules need to know of the revision."""

    status: Status
    problems: tuple[str, ...] = ()  # sentences: what is missing before review
    broken_gates: tuple[str, ...] = ()  # sentences: what stops it from going live
    missing: Mapping[SignOffKind, int] = field(default_factory=dict)  # sign-offs still needed, by kind
    open_threads: int = 0  # about the article's words


def reason_against(
    action: Action, person: Person, situation: Situation, kind: SignOffKind | None = None, note: str | None = None
) -> str:
    """The sentence that says why not, or an empty text where nothing stands against it.

    `note` is what the person wrote; None asks only whether the action is open to them at all.
    """
    return (
        _against_person(action, person, situation, kind)
        or _against_status(action, situation)
        or (_against_sign_off(person, situation, kind) if action == Action.SIGN_OFF else "")
        or (_first(situation.problems) if action == Action.SUBMIT else "")
        or (_against_interrupting(person) if action in (Action.SUBMIT, Action.DISCARD) else "")
        or (_first(situation.broken_gates) if action in (Action.PUBLISH, Action.SCHEDULE) else "")
        or _against_note(action, note)
    )


def reason_against_reading_for(person: Person, situation: Situation, kind: SignOffKind) -> str:
    """The sentence that says why this person need not read words to give that sign-off, or an empty text."""
    return (
        _against_person(Action.SIGN_OFF, person, situation, kind)
        or _against_status(Action.SIGN_OFF, situation)
        or _against_sign_off(person, situation, kind)
    )


def open_actions(person: Person, situation: Situation) -> list[Action]:
    """The actions that lead on from where the revision stands and that this person's roles allow, in table order."""
    return [
        step.action
        for step in STEPS.values()
        if not step.internal and situation.status in step.sources and person.permissions.intersection(step.permissions)
    ]


def _against_person(action: Action, person: Person, situation: Situation, kind: SignOffKind | None) -> str:
    step = STEPS[action]
    if person.is_clock:
        return "" if situation.status in step.clock else _("A person has to do this.")
    if not person.active:
        return _("Your account is closed, so you can't do this.")
    if not person.permissions.intersection(step.permissions):
        return str(step.only_who)
    if kind is not None and MAY_SIGN[kind] not in person.permissions:
        if kind == SignOffKind.CLINICAL:
            return _("Only a clinician can give the clinical sign-off.")
        return _("Only an editor or a publisher can give the editorial sign-off.")
    return ""


def _against_status(action: Action, situation: Situation) -> str:
    step = STEPS[action]
    if situation.status in step.sources:
        return ""
    return _("%(rule)s This one is %(status)s.") % {"rule": step.only_when, "status": situation.status.label}


def _against_sign_off(person: Person, situation: Situation, kind: SignOffKind | None) -> str:
    if person.contributed:
        return _("You changed these words, so somebody else has to sign them off.")
    if person.has_signed:
        return _("You have signed off these words already. The other sign-off has to come from somebody else.")
    if kind is None:
        return _against_open_threads(situation)
    if not situation.missing.get(kind):
        return _("The %(kind)s sign-off has been given already.") % {"kind": kind.label}
    if kind == SignOffKind.CLINICAL and not person.credentialed:
        return _("You need a verified credential that is valid today. Ask an administrator to add or renew yours.")
    return _against_open_threads(situation)


def _against_open_threads(situation: Situation) -> str:
    if not situation.open_threads:
        return ""
    return ngettext(
        "%(count)d thread is still open. Resolve it first.",
        "%(count)d threads are still open. Resolve them first.",
        situation.open_threads,
    ) % {"count": situation.open_threads}


def _against_interrupting(person: Person) -> str:
    if not person.would_interrupt:
        return ""
    return _(
        "%(name)s is writing in this draft and has not saved yet. Ask them to save, or open it and take over writing."
    ) % {"name": person.would_interrupt}


def _against_note(action: Action, note: str | None) -> str:
    if note is not None and STEPS[action].note_required and not note.strip():
        return _("Please say why. The note is kept with the article for ever.")
    return ""


def _first(sentences: tuple[str, ...]) -> str:
    return sentences[0] if sentences else ""
