"""What the clinic did about the side effects that readers wrote of: a row for every step, the newest counts."""

from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic_cms.shared.refusal import Refusal, StaleRefusal
from clinic_cms.shared.text import tidy
from comments.domain.moderation import refuse_unless_moderator
from comments.enums import AdverseEventState
from comments.models import AdverseEvent, Comment

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from clinic_cms.models import User

NEW, FORWARDED, CLOSED = AdverseEventState.NEW, AdverseEventState.FORWARDED, AdverseEventState.CLOSED
LONGEST_NUMBER: Final = 60
ELEMENTS: Final = {
    "reporter": gettext_lazy("Somebody who reports it"),
    "patient": gettext_lazy("A patient"),
    "product": gettext_lazy("A medicine or device"),
    "event": gettext_lazy("What happened"),
}


def newest() -> "QuerySet[AdverseEvent]":
    """How every side effect stands now, the last one to change first."""
    later = AdverseEvent.objects.filter(comment=OuterRef("comment"), pk__gt=OuterRef("pk"))
    return AdverseEvent.objects.filter(~Exists(later)).order_by("-pk")


@transaction.atomic
def record(
    comment: Comment, *, by: "User", seen: int, state: str, known: frozenset[str] = frozenset(), number: str = ""
) -> AdverseEvent:
    """Append how a side effect stands: which of the four elements are `known`, and what the clinic did.

    `seen` is the newest row on the page, 0 for none. Refuses who may not moderate, a page that is older than the newest
    row, something forwarded without the number it got, and a comment whose words are gone.
    """
    refuse_unless_moderator(by)
    fresh = Comment.objects.select_for_update().get(pk=comment.pk)
    last = fresh.adverse_events.select_related("by").first()
    if (last.pk if last else 0) != seen:
        name = last.by.display_name if last and last.by else _("Somebody")
        raise StaleRefusal(_("%(name)s changed this while you had it open. Nothing was changed.") % {"name": name})
    if fresh.erased_at and last is None:
        raise Refusal(_("The words of this comment are gone."))
    if state not in AdverseEventState.values:
        raise Refusal(_("Choose what was done."))
    given = " ".join(tidy(number[: LONGEST_NUMBER + 1]).split()) or (last.number if last else "")
    if len(given) > LONGEST_NUMBER:
        raise Refusal(_("The number has at most 60 characters."))
    if state == FORWARDED and not given:
        raise Refusal(_("Write the number under which it was forwarded, so that it can be found again."))
    return fresh.adverse_events.create(
        state=state, number=given, by=by, **{element: element in known for element in ELEMENTS}
    )


def as_text(comment: Comment, side_effect: AdverseEvent) -> str:
    """What is copied into a report, as plain text: the words as readers see them, the name only where one was given."""
    named = side_effect.reporter and not comment.redacted_name
    lines = [
        _("Side effect in a reader's comment"),
        _("Comment %(number)s, posted %(moment)s")
        % {"number": comment.pk, "moment": date_format(timezone.localtime(comment.created_at), "DATETIME_FORMAT")},
        _("On the article “%(title)s”, revision %(revision)s")
        % {"title": comment.revision.title, "revision": comment.revision.number},
        "",
    ]
    for element, label in ELEMENTS.items():
        answer = _("known") if getattr(side_effect, element) else _("not known")
        lines.append(f"{label}: {comment.name if element == 'reporter' and named else answer}")
    lines += ["", _("What was written:"), comment.shown_body or _("[removed]")]
    if side_effect.number:
        lines += ["", _("Our number: %(number)s") % {"number": side_effect.number}]
    return "\n".join(lines)
