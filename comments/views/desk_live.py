"""What a moderator's open page tells and hears every few seconds: who looks at what, and what others decided."""

from typing import Final

from django.contrib.auth.decorators import permission_required
from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clinic_cms.shared.http import AuthenticatedRequest
from comments.domain.moderation import MODERATE
from comments.domain.presence import decided_since, looks_at, others_looking
from comments.models import ModerationDecision
from comments.views.desk_cards import when

MOST_HEARD: Final = 60
LONGEST: Final = 2_000


@require_POST
@permission_required(MODERATE, raise_exception=True)
def live(request: AuthenticatedRequest) -> JsonResponse:
    """`seen` is the page's comments as number:version, `looking` the one that has the cursor. No words come back."""
    seen = _seen(request.POST.get("seen", ""))
    looks_at(_number(request.POST.get("looking", "")), by=request.user)
    decided = decided_since(seen)
    return JsonResponse(
        {
            "looking": others_looking(seen, by=request.user),
            "decided": {pk: _sentence(each) for pk, each in decided.items()},
        }
    )


def _sentence(decision: ModerationDecision) -> str:
    return _("%(what)s, %(moment)s") % {"what": decision.sentence, "moment": when(decision.at)}


def _seen(text: str) -> dict[int, int]:
    pairs = [pair.split(":") for pair in text[:LONGEST].split(",")][:MOST_HEARD]
    numbers = [[_number(part) for part in pair] for pair in pairs if len(pair) == 2]
    return {pk: version for pk, version in numbers if pk is not None and version is not None}


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else None
