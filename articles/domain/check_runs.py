"""Keeps what the checks found when a step was taken. Called under the article's lock, inside the step."""

from dataclasses import asdict
from typing import Any

from articles.checks import ChangeFacts, Finding
from articles.domain.check_facts import VERSIONS
from articles.domain.checking import Checked, look
from articles.domain.facts import compute_seal
from articles.enums import CheckOccasion
from articles.models import CheckRun, FindingOverride, Revision, SignOff


def keep_run(
    revision: Revision, occasion: CheckOccasion, sign_off: SignOff | None = None, *, change: ChangeFacts | None = None
) -> CheckRun:
    """Run the checks on these exact words and write down what they found, and what was overridden by whom.

    `change` is what is being submitted; later it is read from the review.
    """
    signed = True if occasion == CheckOccasion.GOING_LIVE else None
    checked = look(revision, signed_clinically=signed, change=change)
    return CheckRun.objects.create(
        revision=revision,
        occasion=occasion,
        sign_off=sign_off,
        seal=compute_seal(revision),
        checked=checked.digest,
        milliseconds=checked.milliseconds,
        cut_short=checked.cut_short,
        findings=[_kept(each, checked) for each in checked.findings],
        **VERSIONS,
    )


def _kept(finding: Finding, checked: Checked) -> dict[str, Any]:
    override = checked.override_of(finding)
    return {**asdict(finding), "override": _snapshot(override) if override else None}


def _snapshot(override: FindingOverride) -> dict[str, Any]:
    return {
        "id": override.pk,
        "by": override.by_name,
        "credential": f"{override.credential_title} ({override.credential_issuer})",
        "reason": override.reason,
        "at": override.at.isoformat(),
    }
