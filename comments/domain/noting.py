"""What moderators tell each other about a comment."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from clinic_cms.shared.refusal import Refusal
from clinic_cms.shared.text import tidy
from comments.domain.moderation import refuse_unless_moderator
from comments.models import Comment, ModeratorNote
from comments.models.note import LONGEST_NOTE

if TYPE_CHECKING:
    from clinic_cms.models import User


def note(comment: Comment, text: str, *, by: "User") -> ModeratorNote:
    """Leave a note beside a comment. Refuses who may not moderate, an empty note and one that is too long."""
    refuse_unless_moderator(by)
    said = tidy(text)
    if not said:
        raise Refusal(_("Write the note first."))
    if len(said) > LONGEST_NOTE:
        raise Refusal(_("A note has at most 1,000 characters."))
    return comment.notes.create(text=said, by=by)
