"""What the panel of the clinical checks shows: findings by how much they matter, and the sentences hardest to read."""

from collections.abc import Collection, Iterable
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from articles.checks import Facts, Finding, Severity, field_text
from articles.checks.readability import NORMAL, perspicuity, scores
from articles.checks.reading import read
from articles.domain.checking import Checked, look
from articles.domain.overriding import open_requests
from articles.enums import Status
from articles.models import CheckRun, Revision
from articles.override_rules import against_overriding
from articles.rules import Person
from articles.workflow import DISCUSS

_STANDS: Final = "stands"
_GROUPS: Final = (
    (Severity.BLOCK.value, _("Must be mended before review")),
    (Severity.WARN.value, _("Please look at these")),
    (_STANDS, _("A clinician lets these stand")),
    (Severity.INFO.value, _("Good to know")),
)
_GRADE_WANTED: Final = 8  # what the rule RDB-01 warns above


def panel(
    checked: Checked, *, asked: Collection[str] = (), can_ask: bool = False, can_decide: bool = False
) -> dict[str, Any]:
    """The panel's context. `can_decide` says that whoever looks may let a finding stand, `can_ask` that they may ask
    for it; `asked` are the fingerprints that clinicians were asked about and have not answered.
    """
    texts = {name: field_text(checked.html, checked.facts, name) for name in {each.field for each in checked.findings}}
    rows = [_row(each, checked, texts, asked, can_ask=can_ask, can_decide=can_decide) for each in checked.findings]
    groups = [
        {"name": name, "label": label, "rows": found}
        for name, label in _GROUPS
        if (found := [row for row in rows if row["group"] == name])
    ]
    return {
        "groups": groups,
        "open": len(checked.open_blocking),
        "warnings": sum(row["finding"].severity == Severity.WARN for row in rows),
        "reading": _reading(checked.html, checked.facts),
    }


def panel_of(revision: Revision, person: Person, checked: Checked | None) -> dict[str, Any]:
    """The same for the page of a revision, with what this person can do about the findings, and the last kept run."""
    kept = CheckRun.objects.filter(revision=revision).first()
    if checked is None:
        return {"kept": kept, "groups": []}
    asked = set(open_requests(revision).values_list("fingerprint", flat=True)) if checked.open_blocking else set()
    can_decide = not against_overriding(person, Status(revision.status))
    can_ask = not can_decide and DISCUSS in person.permissions and revision.status in (Status.DRAFT, Status.IN_REVIEW)
    return {"kept": kept, **panel(checked, asked=asked, can_ask=can_ask, can_decide=can_decide)}


def _row(
    finding: Finding,
    checked: Checked,
    texts: dict[str, str],
    asked: Collection[str],
    *,
    can_ask: bool,
    can_decide: bool,
) -> dict[str, Any]:
    given = checked.override_of(finding)
    stops = finding.severity == Severity.BLOCK and given is None
    may_stand = stops and finding.overridable
    return {
        "finding": finding,
        "language": checked.facts.language,  # of the quote and the suggestion
        "override": given,
        "group": _STANDS if given else finding.severity.value,
        "stops": stops,
        "nth": texts[finding.field].count(finding.quote, 0, finding.start) if finding.quote else 0,
        "can_override": may_stand and can_decide,
        "can_take_back": given is not None and can_decide,
        "can_ask": may_stand and can_ask and finding.fingerprint not in asked,
        "was_asked": finding.fingerprint in asked,
    }


def _reading(html: str, facts: Facts) -> dict[str, Any] | None:
    """How hard it is to read, by the measure of its language: a school grade in English, the INFLESZ scale in Spanish.
    None in other languages, whose syllables nobody counts here, and where there are no words.
    """
    measures = {"en": _grade, "es": _inflesz}
    measured = measures[facts.language](html, facts) if facts.language in measures else None
    return measured and {**measured, "language": facts.language}


def _grade(html: str, facts: Facts) -> dict[str, Any] | None:
    """The grade, rounded as people speak of it, and the hardest sentences with their words."""
    found = scores(html)
    if not found.words:
        return None
    return {
        "grade": round(found.grade, 1),
        "smog": round(found.smog, 1),
        "is_hard": found.grade > _GRADE_WANTED,
        "wanted": _GRADE_WANTED,
        "hardest": _hardest(html, facts, ((each.start, each.end, round(each.grade)) for each in found.hardest)),
    }


def _inflesz(html: str, facts: Facts) -> dict[str, Any] | None:
    """The index and what the scale says of it. It is no grade, so none is shown."""
    found = perspicuity(read(html, facts))
    if not found.words:
        return None
    return {
        "index": round(found.index),
        "said": found.said,
        "is_hard": found.index < NORMAL,
        "wanted": round(NORMAL),
        "hardest": _hardest(html, facts, ((each.start, each.end, round(each.index)) for each in found.hardest)),
    }


def _hardest(html: str, facts: Facts, places: Iterable[tuple[int, int, int]]) -> list[dict[str, Any]]:
    text = field_text(html, facts, "body")
    return [
        {"words": text[start:end], "value": value, "nth": text.count(text[start:end], 0, start)}
        for start, end, value in places
    ]


def looked_at(revision: Revision) -> Checked | None:
    """The findings in words that are on their way to readers; others have only what was kept of them."""
    return look(revision) if revision.status in Status.open() else None
