"""Findings of the checks that somebody of the demonstration asked about, and a clinician lets stand."""

from articles.domain import overriding
from articles.domain.checking import look
from articles.models import Revision
from clinic_cms.demonstration import kinds
from clinic_cms.models import User


def decide(draft: Revision, each: kinds.LetStand, people: dict[str, User]) -> None:
    finding = next(found for found in look(draft).open_blocking if found.rule == each.rule)
    seen = draft.state_token
    overriding.ask(draft, finding.fingerprint, by=draft.author, seen=seen, note=each.asked)
    overriding.override(draft, finding.fingerprint, by=people[each.by], seen=seen, reason=each.reason)
