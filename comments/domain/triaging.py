"""What the detectors say of a comment, kept beside it: its signals, its lane, and the side effect it may speak of."""

from collections.abc import Sequence
from typing import Final

from articles.models import Drug
from clinic_cms.profile import clinic
from comments import triage
from comments.domain.alerts import tell_of_crisis
from comments.domain.floods import make_room_for_likely_spam
from comments.domain.rules import rules
from comments.domain.spam import model_now
from comments.enums import Lane
from comments.models import AdverseEvent, Comment, Signal
from comments.triage.registry import DETECTORS
from comments.triage.signal import Detector

MOST_SIGNALS: Final = 100
ELEMENTS: Final = ("reporter", "patient", "product", "event")


def looked_at(body: str, name: str, *, detectors: tuple[Detector, ...] = DETECTORS) -> Sequence[triage.Signal]:
    """Every signal in these words. A detector that fails is a signal too; the words are held either way."""
    return _bounded(triage.inspect(body, name=name, facts=facts(), spam=model_now(), detectors=detectors))


def _bounded(found: Sequence[triage.Signal]) -> list[triage.Signal]:
    """At most MOST_SIGNALS, and of each kind the first, wherever it stands: a hundred links hide no cry for help."""
    firsts = {(each.code, each.detail): each for each in reversed(found)}
    kept = [each for each in found if firsts[each.code, each.detail] is each]
    return (kept + [each for each in found if each not in kept])[:MOST_SIGNALS]


def facts() -> triage.Facts:
    """What the detectors are told of the site: the medicines that the clinic's table knows."""
    names: set[str] = set()
    for name, synonyms in Drug.objects.values_list("name", "synonyms"):
        names.update(each.strip() for each in (name, *synonyms.split(",")) if each.strip())
    return triage.Facts(
        medicines=frozenset(names),
        clinic_names=(clinic().name,),
        country=rules().country or clinic().country,
    )


def taken_in(comment: Comment, *, detectors: tuple[Detector, ...] = DETECTORS) -> Comment:
    """Save a new comment with the signals of its words; raises Limited where too much likely spam waits already."""
    found = looked_at(comment.body, comment.name, detectors=detectors)
    comment.lane = triage.lane_of(found)
    if comment.lane == Lane.LIKELY_SPAM:
        make_room_for_likely_spam(comment.article_id)
    comment.save()
    keep_signals(comment, found)
    if comment.lane == Lane.CRISIS:
        tell_of_crisis()
    return comment


def keep_signals(comment: Comment, found: Sequence[triage.Signal]) -> None:
    """Put these in the place of the signals it had; a side effect is put on record for the moderators to complete."""
    comment.signals.all().delete()
    Signal.objects.bulk_create(
        Signal(comment=comment, code=each.code, detail=each.detail, source=each.source, start=each.start, end=each.end)
        for each in found
    )
    if any(each.code == "adverse_event" for each in found) and not comment.adverse_events.exists():
        known = triage.elements(comment.body, comment.name, facts())
        AdverseEvent.objects.create(comment=comment, **{name: name in known for name in ELEMENTS})
