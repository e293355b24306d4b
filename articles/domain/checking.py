"""What the clinical checks find in a revision, and which of it still stands in the way of readers."""

import hashlib
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache

from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.checks import SECONDS, STOPPED_EARLY, ChangeFacts, Facts, Finding, Severity, check
from articles.domain.check_facts import VERSIONS, facts_of
from articles.domain.contributors import barred_from_signing, last_live_number
from articles.enums import OverrideAct
from articles.models import FindingOverride, Reference, Revision

_KEPT = 64  # results of the last runs: a page and the step taken from it ask the same question several times


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings in one article, and by fingerprint who has let which of them stand."""

    html: str
    facts: Facts
    findings: tuple[Finding, ...]
    overrides: Mapping[str, FindingOverride]
    milliseconds: int

    @property
    def cut_short(self) -> bool:
        return any(finding.rule == STOPPED_EARLY for finding in self.findings)

    @property
    def open_blocking(self) -> list[Finding]:
        """What stops the words: nobody has let it stand, or nobody may."""
        return [each for each in self.findings if each.severity == Severity.BLOCK and not self.override_of(each)]

    def override_of(self, finding: Finding) -> FindingOverride | None:
        return self.overrides.get(finding.fingerprint) if finding.overridable else None

    @property
    def digest(self) -> str:
        """Of everything that the engine was told, so that two runs can be known to be of the same."""
        told = {"html": self.html, "facts": asdict(self.facts), **VERSIONS}
        return hashlib.sha256(json.dumps(told, sort_keys=True, default=_as_json).encode()).hexdigest()


def look(
    revision: Revision,
    *,
    signed_clinically: bool | None = None,
    references: Iterable[Reference] | None = None,
    change: ChangeFacts | None = None,
) -> Checked:
    """Check the words of a revision as they stand on it now, with what the database knows around them; with these
    references where they are typed and not saved, and with this change where it is being submitted.
    """
    facts = facts_of(revision, signed_clinically=signed_clinically, references=references, change=change)
    findings, milliseconds = run(revision.body, facts)
    blocking = any(each.severity == Severity.BLOCK for each in findings)
    overrides = standing_overrides(revision) if blocking and revision.pk else {}
    return Checked(revision.body, facts, findings, overrides, milliseconds)


def run(html: str, facts: Facts, *, seconds: float = SECONDS) -> tuple[tuple[Finding, ...], int]:
    """The findings and how long finding them took, in milliseconds. The same question again is answered from memory."""
    try:
        return _whole_run(html, facts, seconds, get_language())
    except _Unfinished as stopped:
        return stopped.result


def standing_overrides(revision: Revision) -> dict[str, FindingOverride]:
    """By fingerprint: what clinicians who did not write them let stand in these words since they were last live."""
    given = FindingOverride.objects.of_round(revision.article_id, last_live_number(revision), revision.number)
    last = {each.fingerprint: each for each in given.order_by("pk")}
    barred = barred_from_signing(revision) if last else set()
    return {
        fingerprint: each
        for fingerprint, each in last.items()
        if each.act == OverrideAct.OVERRIDE and each.by_id not in barred
    }


def sentence_of(finding: Finding) -> str:
    """A finding as one sentence among what is missing before review."""
    if not finding.quote or finding.quote in finding.message:
        return finding.message
    return _("“%(quote)s”: %(message)s") % {
        "quote": Truncator(" ".join(finding.quote.split())).chars(80),
        "message": finding.message,
    }


class _Unfinished(Exception):
    """A run that stopped early: another one may get further, so it is not remembered."""

    def __init__(self, result: tuple[tuple[Finding, ...], int]) -> None:
        super().__init__()
        self.result = result


@lru_cache(maxsize=_KEPT)
def _whole_run(html: str, facts: Facts, seconds: float, language: str | None) -> tuple[tuple[Finding, ...], int]:
    """`language` is that of the sentences in the findings."""
    started = time.perf_counter()
    findings = tuple(check(html, facts, seconds=seconds))
    result = findings, round((time.perf_counter() - started) * 1000)
    if any(finding.rule == STOPPED_EARLY for finding in findings):
        raise _Unfinished(result)
    return result


def _as_json(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)
