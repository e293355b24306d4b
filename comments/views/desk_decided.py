"""Everything that was decided, the newest first: who, when, why; each can be undone while it is the last word."""

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from clinic_cms.shared.http import AuthenticatedRequest
from comments.domain.moderation import MODERATE
from comments.enums import Outcome
from comments.models import ModerationDecision
from comments.moves import MODERATORS
from comments.views.desk_cards import undo_of

if TYPE_CHECKING:
    from clinic_cms.models import User

PER_PAGE: Final = 30
MINE: Final = "me"


@require_safe
@permission_required(MODERATE, raise_exception=True)
def decided(request: AuthenticatedRequest) -> HttpResponse:
    """`?outcome=` and `?by=me` narrow, `?before=` is the number behind which the page begins."""
    outcome, mine = request.GET.get("outcome", ""), request.GET.get("by") == MINE
    decisions = _of_moderators(outcome, request.user if mine else None, request.GET.get("before", ""))
    found = list(decisions[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    kept = {"outcome": outcome if outcome in Outcome.values else "", "by": MINE if mine else ""}
    kept = {key: value for key, value in kept.items() if value}
    context = {
        "rows": [{"decision": each, "undo": undo_of(each)} for each in shown],
        "outcomes": _links(kept),
        "mine": mine,
        "mine_url": "?" + urlencode({key: value for key, value in kept.items() if key != "by"}),
        "all_url": "?" + urlencode(kept | {"by": MINE}),
        "next_url": "?" + urlencode(kept | {"before": str(shown[-1].pk)}) if len(found) > PER_PAGE else "",
    }
    return render(request, "desk/comments/decided.html", context)


def _of_moderators(outcome: str, by: "User | None", before: str) -> Any:
    decisions = ModerationDecision.objects.select_related("comment__revision").defer("comment__revision__body")
    decisions = decisions.filter(by=by) if by else decisions.filter(by__isnull=False)
    if outcome in Outcome.values:
        decisions = decisions.filter(outcome=outcome)
    if before.isascii() and before.isdecimal() and len(before) < 19:
        decisions = decisions.filter(pk__lt=int(before))
    return decisions


def _links(kept: dict[str, str]) -> list[dict[str, Any]]:
    others = {key: value for key, value in kept.items() if key != "outcome"}
    chosen = kept.get("outcome", "")
    every: list[tuple[str, Any]] = [("", _("All")), *((each.value, each.label) for each in MODERATORS)]
    return [
        {
            "label": label,
            "url": "?" + urlencode(others | ({"outcome": value} if value else {})),
            "current": value == chosen,
        }
        for value, label in every
    ]
