"""Why a finding of the clinical checks may not be let stand by this person: one sentence each. Pure, no database."""

from django.utils.translation import gettext as _

from articles.checks import Finding
from articles.enums import Severity, Status
from articles.rules import Person
from articles.workflow import SIGN_OFF_CLINICAL


def against_overriding(person: Person, status: Status) -> str:
    """The sentence that says why this person decides about no finding of these words, or an empty text."""
    if not person.active:
        return _("Your account is closed, so you can't do this.")
    if SIGN_OFF_CLINICAL not in person.permissions:
        return _("Only a clinician can let a finding stand.")
    if status not in Status.open():
        return _("These words are %(status)s. Findings are decided on the way to readers.") % {"status": status.label}
    if person.contributed:
        return _("You changed these words, so another clinician has to decide.")
    if not person.credentialed:
        return _("You need a verified credential that is valid today. Ask an administrator to add or renew yours.")
    return ""


def against_finding(finding: Finding) -> str:
    """The sentence that says why nobody can let this finding stand, or an empty text."""
    if finding.severity != Severity.BLOCK:
        return _("This does not stop the words, so nobody has to let it stand.")
    if not finding.overridable:
        return _("Nobody can let this stand. Mend the words, or what they rest on.")
    return ""
