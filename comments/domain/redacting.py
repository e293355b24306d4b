"""Taking parts out of a comment before readers see it. Nothing is ever put in, and every gap is seen."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments import triage
from comments.domain.moderation import refuse_unless_moderator, who_was_faster
from comments.domain.rules import rules
from comments.enums import CommentStatus
from comments.models import Comment, OriginalView, Redaction

if TYPE_CHECKING:
    from clinic_cms.models import User

ORIGINAL: Final = "comments.view_original"


@transaction.atomic
def redact(comment: Comment, parts: Iterable[triage.Signal], *, by: "User", seen: int) -> Comment:
    """Take these parts out of what readers see; in their place stands what kind of thing was removed.

    The parts count characters of the author's words, and stand in the place of all earlier ones. Refuses who may not
    moderate, a stale page, parts that overlap or lie outside, a comment without words, and one whose original is gone.
    """
    refuse_unless_moderator(by)
    fresh = Comment.objects.select_for_update().get(pk=comment.pk)
    if fresh.version != seen:
        raise StaleRefusal(who_was_faster(fresh))
    if fresh.erased_at or fresh.original_purged_at or fresh.status == CommentStatus.WITHDRAWN:
        raise Refusal(_("The words of this comment are gone, so nothing can be taken out."))
    marked = list(parts)
    in_body = [each for each in marked if each.source == "body"]
    try:
        shown = triage.redacted(fresh.body, in_body) if in_body else ""
    except ValueError as problem:
        raise Refusal(_("Mark parts that do not overlap.")) from problem
    fresh.redacted_body = shown
    fresh.redacted_name = _("[name removed]") if len(in_body) < len(marked) else ""
    fresh.save(update_fields=["redacted_body", "redacted_name"])
    Redaction.objects.create(comment=fresh, spans=[_kept(each) for each in marked], by=by)
    return fresh


@transaction.atomic
def view_original(comment: Comment, *, by: "User") -> Comment:
    """The author's words behind a redaction, for a privacy officer; the look is recorded, with who and when."""
    if not (by.is_active and by.has_perm(ORIGINAL)):
        raise Refusal(_("Only the privacy officer can see what was taken out."))
    fresh = Comment.objects.select_for_update().get(pk=comment.pk)
    if fresh.original_purged_at or fresh.erased_at:
        raise Refusal(_("The words that were taken out are gone."))
    OriginalView.objects.create(comment=fresh, by=by)
    return fresh


def purge_originals(now: datetime | None = None) -> int:
    """Make the removal final for every redacted comment decided longer ago than the rules say; how many there were."""
    moment = now or timezone.now()
    before = moment - timedelta(days=rules().purge_after_days)
    ripe = Comment.objects.exclude(redacted_body="", redacted_name="").filter(original_purged_at__isnull=True)
    ripe = ripe.exclude(status=CommentStatus.PENDING).exclude(decisions__at__gt=before)
    purged = 0
    for key in list(ripe.order_by("pk").values_list("pk", flat=True)[:1_000]):
        with transaction.atomic():
            fresh = ripe.select_for_update().filter(pk=key).first()
            if fresh is None:  # somebody acted on it meanwhile
                continue
            fresh.body, fresh.name, fresh.original_purged_at = fresh.shown_body, fresh.shown_name, moment
            fresh.save(update_fields=["body", "name", "original_purged_at"])
            fresh.signals.all().delete()
        purged += 1
    return purged


def _kept(part: triage.Signal) -> list[str | int]:
    return [part.source, part.start, part.end, part.detail or part.code]
