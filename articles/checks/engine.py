"""Runs the rules over an article. The only place where hits become findings."""

import time
from collections import Counter
from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.checks.facts import Facts
from articles.checks.finding import Finding, fingerprint, normalised
from articles.checks.reading import Reading, read
from articles.checks.registry import NEVER_OVERRIDABLE, RULES, STOPPED_EARLY
from articles.checks.rule import Hit, Rule, Words
from articles.enums import Severity

ENGINE_VERSION: Final = "1.0"
SECONDS: Final = 5.0  # an article of 1,000 words takes a hundredth of it


def check(
    html: str,
    facts: Facts,
    *,
    rules: tuple[Rule, ...] = RULES,
    seconds: float = SECONDS,
    clock: Callable[[], float] = time.thread_time,
) -> list[Finding]:
    """Everything that the rules find, by rule and then by place.

    The time limit is in seconds of work, not of the clock on the wall: a busy server must not stop words that are fine.
    Past it, it returns what it has and one more finding, `STOPPED_EARLY`, which blocks: words that were not
    looked at are not words without problems.
    """
    end = clock() + seconds
    reading = read(html, facts)
    counts: Counter[tuple[str, ...]] = Counter()
    found: list[Finding] = []
    for rule in (each for each in rules if each.reads(facts.language)):
        if clock() > end:
            return [*found, _stopped(rule)]
        for hit in rule.find(reading, facts):
            found.append(_finding(rule, hit, reading, facts, counts))
            if clock() > end:
                return [*found, _stopped(rule)]
    return found


def _finding(rule: Rule, hit: Hit, reading: Reading, facts: Facts, counts: Counter[tuple[str, ...]]) -> Finding:
    text = _text(reading, facts, hit.field)
    key = _key(rule, hit, reading, text)
    counts[key] += 1
    overridable = rule.id not in NEVER_OVERRIDABLE if hit.overridable is None else hit.overridable
    return Finding(
        rule=rule.id,
        severity=hit.severity or rule.severity,
        field=hit.field,
        start=hit.start,
        end=hit.end,
        quote=text[hit.start : hit.end],
        message=str(hit.message),
        suggestion=_for_the_article(hit.suggestion, facts.language),
        fingerprint=fingerprint(*key, counts[key]),
        overridable=overridable,
    )


def _for_the_article(words: Words, language: str) -> str:
    """Words in the language of the article, whatever the page's; in English where there is no catalogue for it."""
    with override(language):
        return str(words)


def _text(reading: Reading, facts: Facts, name: str) -> str:
    if name in reading.passages:
        return reading.passages[name].text
    if name == "references":
        return facts.reference_list
    value = getattr(facts, name, "")
    return value if isinstance(value, str) else ""


def _key(rule: Rule, hit: Hit, reading: Reading, text: str) -> tuple[str, str, str, str]:
    """What a finding's fingerprint is made of. Numbers of references don't count: they change with every new one."""
    passage = reading.passages.get(hit.field)
    quote, basis = text[hit.start : hit.end], text
    if hit.field == "references":
        basis = quote = quote.partition(". ")[2]
    elif passage is not None and hit.start < hit.end:
        first, last = passage.sentence_at(hit.start), passage.sentence_at(hit.end - 1)
        quote = passage.masked[hit.start : hit.end]
        basis = passage.masked[min(first.start, hit.start) : max(last.end, hit.end)]
    return rule.id, hit.field, normalised(quote), normalised(basis if hit.basis is None else hit.basis)


def _stopped(rule: Rule) -> Finding:
    message = _(
        "The checks took too long and stopped before %(rule)s: these words are too long, or the server is very busy."
        " Check again, or make two articles of them."
    ) % {"rule": rule.id}
    print_ = fingerprint(STOPPED_EARLY, "body", "", rule.id, 1)
    return Finding(STOPPED_EARLY, Severity.BLOCK, "body", 0, 0, "", message, "", print_, overridable=False)
