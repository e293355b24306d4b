"""Who may do what: every role and its permissions. `manage.py sync_roles` makes the groups match, at every deploy."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from articles import workflow
from clinic_cms.clinic import KEEP_CLINIC
from comments.domain.moderation import MODERATE
from comments.domain.redacting import ORIGINAL
from comments.domain.replying import OVERRIDE, REPLY
from comments.domain.rules import KEEP_RULES

MANAGE_PEOPLE: Final = "clinic_cms.manage_people"

EDITOR, CLINICIAN, PUBLISHER, MODERATOR, PRIVACY_OFFICER, ADMINISTRATOR = (
    "editor",
    "clinician",
    "publisher",
    "moderator",
    "privacy_officer",
    "administrator",
)

ROLES: Final[dict[str, frozenset[str]]] = {
    EDITOR: frozenset(
        {
            *(workflow.READ, workflow.WRITE, workflow.SIGN_OFF_EDITORIAL, workflow.REOPEN),
            *(workflow.DISCUSS, workflow.SHARE),
        }
    ),
    CLINICIAN: frozenset(
        {
            *(workflow.READ, workflow.SIGN_OFF_CLINICAL, workflow.WITHDRAW, workflow.DISCUSS, workflow.SHARE),
            *(workflow.KEEP_MEDICINES, workflow.KEEP_STORIES),
        }
    ),
    PUBLISHER: frozenset(
        {
            *(workflow.READ, workflow.SIGN_OFF_EDITORIAL, workflow.REOPEN, workflow.PUBLISH, workflow.WITHDRAW),
            *(workflow.DISCUSS, workflow.SHARE, workflow.ASSIGN, workflow.KEEP_MEDICINES, workflow.KEEP_CRISIS_LINES),
            *(workflow.KEEP_SERVICES, workflow.KEEP_STORIES, KEEP_CLINIC),
        }
    ),
    MODERATOR: frozenset({MODERATE, REPLY}),
    PRIVACY_OFFICER: frozenset({MODERATE, REPLY, ORIGINAL, OVERRIDE, KEEP_RULES}),
    ADMINISTRATOR: frozenset(
        {
            *(workflow.READ, workflow.KEEP_MEDICINES, workflow.KEEP_CRISIS_LINES, workflow.KEEP_SERVICES),
            *(MANAGE_PEOPLE, KEEP_RULES, KEEP_CLINIC),
        }
    ),
}

LABELS: Final = {
    EDITOR: _("Editor"),
    CLINICIAN: _("Clinician"),
    PUBLISHER: _("Publisher"),
    MODERATOR: _("Moderator"),
    PRIVACY_OFFICER: _("Privacy officer"),
    ADMINISTRATOR: _("Administrator"),
}


def labels_of(groups: Iterable[str]) -> list[str]:
    """What people call the roles of these groups, in the order of the table."""
    there = set(groups)
    return [str(label) for name, label in LABELS.items() if name in there]
