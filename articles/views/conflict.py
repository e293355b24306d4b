"""Two people saved the same draft: what the second one is shown beside their own words."""

from typing import Any

from django.utils.translation import gettext as _

from articles.models import Revision
from articles.richtext import plain_text


def describe_conflict(revision: Revision, reason: str) -> dict[str, Any]:
    """The words as they are saved now, by field, with who saved them and when. The form keeps the person's own."""
    return {
        "reason": reason,
        "by": revision.saved_by.display_name,
        "at": revision.saved_at,
        "token": revision.state_token,
        "theirs": {
            _("Title"): revision.title,
            _("Summary"): revision.summary,
            _("Words"): plain_text(revision.body),
            _("References"): "\n".join(revision.references.order_by("position").values_list("title", flat=True)),
            _("Conflicts of interest"): revision.interests,
        },
    }
