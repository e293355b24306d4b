"""What stands beside the words while they are written, tab by tab. Everything is as it is saved, not as it is typed."""

from typing import Any, Final

from django.urls import reverse

from articles.domain.checking import look
from articles.domain.drafting import LEAD
from articles.domain.readiness import advice, missing, unprepared
from articles.models import Revision
from articles.models.revision import WORDS_PER_MINUTE
from articles.views.discussion_panel import open_threads
from articles.views.findings_panel import panel

# The fields that stand where the words are; every other field of the form is a setting, in a tab beside them. Those
# about the lead picture stand together there.
IN_THE_MIDDLE: Final = ("title", "summary", "body")


def beside(revision: Revision) -> dict[str, Any]:
    """The context of the side panel."""
    saved = Revision.objects.with_people().get(pk=revision.pk)  # a form may have laid its words over the other one
    checked = look(saved)
    return {
        "in_the_middle": (*IN_THE_MIDDLE, *LEAD),
        "words_per_minute": WORDS_PER_MINUTE,
        "problems": [*missing(saved), *unprepared(saved)],
        "findings": panel(checked),
        "check_url": reverse("desk:check", args=[saved.pk]),
        "advice": advice(saved),
        "threads": open_threads(saved),
        "revisions": revision.article.revisions.only("number", "status", "article_id").order_by("-number"),
    }
