"""Tries every step of the workflow over HTTP, each from a status where it is legal, as one role."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from articles.enums import SignOffKind
from articles.models import Revision
from tests.factories import (
    answers_for,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_scheduled,
    make_signed_off,
)

MOMENT = "%Y-%m-%dT%H:%M"
FROM = {
    "submit": make_draft,
    "sign_off:editorial": make_in_review,
    "sign_off:clinical": make_in_review,
    "request_changes": make_in_review,
    "recall": make_in_review,
    "reopen": make_signed_off,
    "schedule": make_signed_off,
    "unschedule": make_scheduled,
    "publish": make_signed_off,
    "withdraw": make_live,
    "discard": make_draft,
}


def steps_taken_by(role: str, client: Client) -> set[str]:
    """The steps after which the revision's history is longer than before."""
    client.force_login(make_person(role))
    return {step for step, make in FROM.items() if _taken(client, step, make(f"For {step}"))}


def _taken(client: Client, step: str, revision: Revision) -> bool:
    before = revision.transitions.count()
    action, _colon, kind = step.partition(":")
    tomorrow = timezone.localtime(timezone.now() + timedelta(days=1))
    answers = {"seen": revision.state_token, "kind": kind, "note": "Because.", "moment": tomorrow.strftime(MOMENT)}
    if kind:
        answers |= answers_for(revision, SignOffKind(kind))
    client.post(f"/desk/revisions/{revision.pk}/{action}/", answers)
    return revision.transitions.count() > before
