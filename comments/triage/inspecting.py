"""Runs the detectors over a comment. The only place where what they find becomes signals."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from comments.triage.folding import Reading, read
from comments.triage.registry import DETECTORS, PERSONAL
from comments.triage.signal import CHECK_FAILED, Detector, Facts, Found, Signal, Source
from comments.triage.spam_model import SpamModel

NO_FACTS: Final = Facts()
LIKELY_SPAM: Final = 0.9
_log: Final = logging.getLogger(__name__)


def inspect(
    text: str,
    *,
    name: str = "",
    facts: Facts = NO_FACTS,
    spam: SpamModel | None = None,
    detectors: tuple[Detector, ...] = DETECTORS,
) -> list[Signal]:
    """Every reason to look closely, in the text and then in the name, by place. Never raises.

    All detectors run, whatever the others find. One that fails is itself a signal, `check_failed`, with its name as the
    detail; the log says which one and what kind of error, never the words.
    """
    signals = _signals(text, facts, detectors, "body")
    if name:
        signals += _signals(name, facts, tuple(each for each in detectors if each.reads_names), "name")
    if spam is not None and text:
        probability = spam.probability(text)
        if probability is not None and probability > LIKELY_SPAM:
            signals.append(Signal("spam", 0, len(text), "learned"))
    return sorted(signals, key=lambda each: (each.source, each.start, each.end, each.code, each.detail))


def personal_parts(text: str, *, facts: Facts = NO_FACTS) -> list[Signal]:
    """The personal details in the text, from left to right; where some overlap, one part with the widest's detail."""
    parts: list[Signal] = []
    for signal in inspect(text, facts=facts, detectors=PERSONAL):
        if signal.code == CHECK_FAILED:
            continue
        last = parts[-1] if parts else None
        if last is None or signal.start >= last.end:
            parts.append(signal)
            continue
        widest = max(last, signal, key=lambda each: each.end - each.start)
        parts[-1] = replace(widest, start=last.start, end=max(last.end, signal.end))
    return parts


def _signals(text: str, facts: Facts, detectors: Iterable[Detector], source: Source) -> list[Signal]:
    try:
        reading = read(text)
    except Exception as error:  # whatever it was, the comment is held and a person reads it
        _log.error("A comment could not be read: %s", type(error).__name__)
        return [Signal(CHECK_FAILED, 0, len(text), "reading", source)]
    found = [signal for detector in detectors for signal in _asked(detector, reading, facts, source)]
    return _without_guesses(found)


def _without_guesses(signals: list[Signal]) -> list[Signal]:
    """Without the weaker signs of a crisis where one was found by what it says: anywhere if somebody is in danger now,
    in the same words if they say that it is over.
    """
    said = [each for each in signals if each.code == "crisis" and each.detail != "unclear"]
    now = any(each.detail in ("self", "other") for each in said)

    def is_guess(signal: Signal) -> bool:
        unclear = (signal.code, signal.detail) == ("crisis", "unclear")
        return unclear and (now or any(each.start < signal.end and signal.start < each.end for each in said))

    return [each for each in signals if not is_guess(each)]


def _asked(detector: Detector, reading: Reading, facts: Facts, source: Source) -> Iterator[Signal]:
    try:
        found = _merged(detector.find(reading, facts))
        signals = [Signal(detector.code, *reading.stored(each.start, each.end), each.detail, source) for each in found]
    except Exception as error:  # a crash must never look like a clean comment, nor carry its words anywhere
        _log.error("The detector %s failed: %s", detector.name, type(error).__name__)
        signals = [Signal(CHECK_FAILED, 0, len(reading.original), detector.name, source)]
    yield from signals


def _merged(found: Iterable[Found]) -> list[Found]:
    """What was found, where places of one detail that overlap are one place."""
    merged: list[Found] = []
    for each in sorted(found, key=lambda place: (place.detail, place.start, place.end)):
        last = merged[-1] if merged else None
        if last is not None and last.detail == each.detail and each.start < last.end:
            merged[-1] = last._replace(end=max(last.end, each.end))
        else:
            merged.append(each)
    return merged
