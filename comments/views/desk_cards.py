"""What a moderator's card says of a comment, made ready for its template."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from comments import triage
from comments.domain.lanes import signals_of
from comments.domain.presence import sentence
from comments.domain.rules import rules
from comments.enums import CommentStatus, Outcome, Reason
from comments.marking import Piece, pieces
from comments.models import Comment, ModerationDecision
from comments.moves import MOVES, possible

if TYPE_CHECKING:
    from clinic_cms.models import User

FRESH: Final = 30  # seconds for which a decision can be undone at a glance
UNDOABLE: Final = frozenset({Outcome.APPROVE, Outcome.REJECT, Outcome.SPAM, Outcome.REMOVE})


@dataclass(frozen=True, slots=True)
class Event:
    """One line of what happened to a comment."""

    at: datetime
    what: str
    said: str = ""


@dataclass(slots=True)
class Card:
    """A comment with what was found in it, what became of it, and what can be done with it now."""

    comment: Comment
    words: list[Piece]
    name: list[Piece]
    why: list[str]
    crisis: bool
    answers: list[Comment]
    acts: frozenset[str]
    looking: str
    events: list[Event]
    reports: list[str]
    asked_for_second: bool
    handed_over: bool  # by whoever looks at the card: somebody else decides it
    following: str = ""
    refusal: str = ""
    typed: dict[str, Any] = field(default_factory=dict)

    @property
    def parent(self) -> Comment | None:
        return self.comment.parent

    @property
    def approves_plainly(self) -> bool:
        """Words of somebody in crisis go up together with an answer, or not at all."""
        return Outcome.APPROVE in self.acts and (not self.crisis or bool(self.answers))

    @property
    def can_be_redacted(self) -> bool:
        return can_be_redacted(self.comment)


def cards(comments: Iterable[Comment], *, by: "User") -> list[Card]:
    """A card for each, in order; each knows the next one, where the cursor goes when it is decided."""
    made = [card(comment, by=by) for comment in comments]
    for before, after in pairwise(made):
        before.following = str(after.comment.pk)
    return made


def card(comment: Comment, *, by: "User", refusal: str = "", typed: dict[str, Any] | None = None) -> Card:
    """The card of a comment that came by `queue.with_cards`."""
    signals = signals_of(comment)
    decisions = list(comment.decisions.all())
    crisis = any(each.code == "crisis" for each in signals)
    asked = bool(decisions) and decisions[0].outcome == Outcome.SECOND_OPINION
    handed_over = asked and decisions[0].by_id == by.pk
    names = [look.person.display_name for look in comment.looked_at_by.all() if look.person_id != by.pk]
    return Card(
        comment=comment,
        words=_words(comment.body, comment.redacted_body, [each for each in signals if each.source == "body"]),
        name=_words(comment.name, comment.redacted_name, [each for each in signals if each.source == "name"]),
        why=list(dict.fromkeys(triage.sentence(each) for each in signals)),
        crisis=crisis,
        answers=getattr(comment, "answers", []),  # prefetched by `with_cards`
        acts=frozenset() if handed_over else _acts(comment, crisis),
        looking=sentence(names),
        events=_events(comment, decisions),
        reports=[str(each.get_reason_display()) for each in comment.reports.all() if each.closed_by_id is None],
        asked_for_second=asked,
        handed_over=handed_over,
        refusal=refusal,
        typed=typed or {},
    )


def can_be_redacted(comment: Comment) -> bool:
    """Whether there are words of its author to take parts out of."""
    return not (comment.erased_at or comment.original_purged_at or comment.status == CommentStatus.WITHDRAWN)


def page_facts(user: "User") -> dict[str, Any]:
    """What every card of a page needs once: the reasons, and whom to call when somebody is in crisis."""
    held = rules()
    on_call = list(held.on_call.order_by("full_name")) if held.pk else []
    return {"reasons": Reason.choices, "on_call": [person.display_name for person in on_call], "me": user}


def undo_of(decision: ModerationDecision | None, comment: Comment | None = None) -> dict[str, Any] | None:
    """What a page needs to offer an undo; None where the comment has moved on, or the act cannot be undone."""
    if decision is None:
        return None
    about = comment or decision.comment
    if decision.outcome not in UNDOABLE or decision.version != about.version or about.erased_at or about.is_official:
        return None
    fresh = (timezone.now() - decision.at).total_seconds() < FRESH
    return {"decision": decision, "comment": about, "fresh": fresh}


def when(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")


def _words(original: str, shown: str, signals: list[triage.Signal]) -> list[Piece]:
    """What was taken out is not shown here, and the places of what was found count in the words before that."""
    return [Piece(shown)] if shown else pieces(original, signals)


def _acts(comment: Comment, crisis: bool) -> frozenset[str]:
    acts = set(possible(CommentStatus(comment.status)))
    if comment.is_official:
        acts &= {Outcome.REMOVE, Outcome.APPROVE}
    if comment.erased_at:
        acts.clear()
    if not crisis:
        acts.discard(Outcome.NOT_A_CRISIS)
    if comment.lane is None:
        acts.discard(Outcome.KEEP)
    if comment.status == CommentStatus.APPROVED:
        acts.discard(Outcome.REJECT)  # once readers have seen it, it is taken down
    return frozenset(each.value for each in acts)


def _events(comment: Comment, decisions: list[ModerationDecision]) -> list[Event]:
    """Oldest first: posted, decided, reported, noted."""
    events = [Event(comment.created_at, _("Posted"))]
    for each in decisions:
        reason = f"{each.sentence}: {each.get_reason_display()}" if MOVES[Outcome(each.outcome)].needs_reason else ""
        events.append(Event(each.at, reason or each.sentence, each.note))
    events += [
        Event(report.at, _("A reader reported it: %(why)s") % {"why": report.get_reason_display()})
        for report in comment.reports.all()
    ]
    for note in comment.notes.all():
        name = note.by.display_name
        events.append(Event(note.at, _("%(name)s noted") % {"name": name}, note.text or _("[removed with the words]")))
    return sorted(events, key=lambda event: event.at)
