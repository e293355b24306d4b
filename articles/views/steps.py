"""Each action of the workflow with the verb that takes it and the sentence that says it is done."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from articles.domain import drafting, publishing, reviewing
from articles.domain.change_facts import CLINICAL_ERROR
from articles.enums import Action, ChangeClass, SignOffKind, Status
from articles.models import Revision

if TYPE_CHECKING:
    from clinic_cms.models import User

Answers = dict[str, Any]
Taken = tuple[Revision, str]


def _submit(revision: Revision, by: "User", answers: Answers) -> Taken:
    called = answers.pop("change_class", ChangeClass.CLINICAL)
    mends_error = called == CLINICAL_ERROR
    declared = ChangeClass.CLINICAL if mends_error else ChangeClass(called)
    submitted = reviewing.submit(revision, by=by, change_class=declared, mends_error=mends_error, **answers)
    counted = ChangeClass(submitted.review.change_class)
    if counted.weight > declared.weight:
        told = _("Submitted. The words make it a change of the class “%(kind)s”, and it is reviewed as one.")
        return submitted, told % {"kind": counted.label}
    return submitted, _("Submitted. The reviewers have been told.")


def _sign_off(revision: Revision, by: "User", answers: Answers) -> Taken:
    kind = SignOffKind(answers.pop("kind"))
    signed = reviewing.sign_off(revision, kind, by=by, **answers)
    if signed.status == Status.SIGNED_OFF:
        return signed, _("Signed off. It has all the sign-offs it needs and can be published.")
    return signed, _("Signed off. It still needs another sign-off.")


def _request_changes(revision: Revision, by: "User", answers: Answers) -> Taken:
    return reviewing.request_changes(revision, by=by, **answers), _("Changes requested. A new draft is open.")


def _recall(revision: Revision, by: "User", answers: Answers) -> Taken:
    return reviewing.recall(revision, by=by, **answers), _("Recalled. A new draft is open.")


def _reopen(revision: Revision, by: "User", answers: Answers) -> Taken:
    return reviewing.reopen(revision, by=by, **answers), _("Reopened. A new draft is open.")


def _schedule(revision: Revision, by: "User", answers: Answers) -> Taken:
    scheduled = publishing.schedule(revision, by=by, seen=answers["seen"], at=answers["moment"])
    return scheduled, _("Scheduled. Every check is made again at that moment.")


def _unschedule(revision: Revision, by: "User", answers: Answers) -> Taken:
    return publishing.unschedule(revision, by=by, **answers), _("Taken off the schedule.")


def _publish(revision: Revision, by: "User", answers: Answers) -> Taken:
    return publishing.publish(revision, by=by, **answers), _("Published. Readers see it now.")


def _withdraw(revision: Revision, by: "User", answers: Answers) -> Taken:
    return publishing.withdraw(revision, by=by, **answers), _("Withdrawn. Readers find a notice in its place.")


def _discard(revision: Revision, by: "User", answers: Answers) -> Taken:
    return drafting.discard(revision, by=by, **answers), _("Discarded. Its words stay in the history.")


TAKE: dict[Action, Callable[[Revision, "User", Answers], Taken]] = {
    Action.SUBMIT: _submit,
    Action.SIGN_OFF: _sign_off,
    Action.REQUEST_CHANGES: _request_changes,
    Action.RECALL: _recall,
    Action.REOPEN: _reopen,
    Action.SCHEDULE: _schedule,
    Action.UNSCHEDULE: _unschedule,
    Action.PUBLISH: _publish,
    Action.WITHDRAW: _withdraw,
    Action.DISCARD: _discard,
}
