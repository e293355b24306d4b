"""What the clinic says to a comment: by a named person, past the guard, and put up in the same act as the comment."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic_cms.shared.refusal import Refusal
from clinic_cms.shared.text import lines, tidy
from comments import triage
from comments.domain.moderation import Verdict, decide, moved
from comments.enums import CommentStatus, Kind, Outcome
from comments.models import Comment, GuardOverride
from comments.models.comment import LONGEST_NAME, MOST_CHARACTERS

if TYPE_CHECKING:
    from clinic_cms.models import User

REPLY: Final = "comments.reply_officially"
OVERRIDE: Final = "comments.override_reply_guard"


class GuardRefusal(Refusal):
    """The reply could confirm that somebody is or was a patient; `held` says which of its words do."""

    def __init__(self, reason: str, held: list[str]) -> None:
        super().__init__(reason)
        self.held = held


@dataclass(frozen=True, slots=True)
class Reply:
    """What is to be said. A correction names its source; `override` is a privacy officer's reason against the guard."""

    text: str
    corrects: bool = False
    source_url: str = ""
    override: str = ""


@transaction.atomic
def approve_with(
    comment: Comment, reply: Reply, *, by: "User", seen: int, safe: bool = False, note: str = ""
) -> Comment:
    """Put a comment up and the clinic's reply directly under it: both, or neither.

    Refuses as `decide` and `say` do.
    """
    approved = decide(comment, Outcome.APPROVE, by=by, seen=seen, safe=safe, note=note, answered=True)
    say(approved, reply, by=by)
    return approved


@transaction.atomic
def say(comment: Comment, reply: Reply, *, by: "User") -> Comment:
    """Answer a comment that is up, for the clinic: shown at once, with the name and credential of who says it.

    Refuses who may not speak for the clinic, an empty or overlong reply, a correction without its source, and words
    that could confirm that somebody is or was a patient, unless a privacy officer gives a reason, which is kept.
    """
    words = _checked(reply, by)
    parent = Comment.objects.select_for_update(of=("self",)).select_related("article").get(pk=comment.pk)
    if parent.status != CommentStatus.APPROVED or parent.parent_id:
        raise Refusal(_("This comment is not up, so it can't be answered. Approve it together with the reply."))
    held = _held(words, parent, reply, by)
    said = Comment.objects.create(
        article_id=parent.article_id,
        revision_id=parent.revision_id,
        parent=parent,
        kind=Kind.OFFICIAL,
        corrects=reply.corrects,
        source_url=reply.source_url,
        said_by=by,
        body=words,
        name=by.display_name[:LONGEST_NAME],
        role=role_of(by, parent.article.language),
    )
    if held:
        GuardOverride.objects.create(reply=said, reason=tidy(reply.override), by=by)
    return moved(said, Verdict(Outcome.APPROVE), by=by)


def role_of(person: "User", language: str) -> str:
    """What readers are told of who speaks: job title, in the language of the page, and credentials that hold today."""
    valid = person.credentials.valid_on(timezone.localdate())
    return ", ".join(filter(None, [person.job_title_in(language), *(each.title for each in valid)]))[:200]


def guard(text: str, *, name: str) -> list[triage.Signal]:
    """The words of a reply that could confirm care, for the page to mark them while it is written."""
    return triage.confirms_care(text, name=name)


def _checked(reply: Reply, by: "User") -> str:
    if not by.is_active:
        raise Refusal(_("Your account is closed, so you can't do this."))
    if not by.has_perm(REPLY):
        raise Refusal(_("You can't speak for the clinic here. Ask an administrator."))
    words = tidy(lines(reply.text))
    if not words:
        raise Refusal(_("Write the reply first."))
    if len(words) > MOST_CHARACTERS:
        raise Refusal(_("A reply has at most 5,000 characters; nothing was cut."))
    if reply.corrects and not reply.source_url:
        raise Refusal(_("A correction needs the address of its source."))
    return words


def _held(words: str, parent: Comment, reply: Reply, by: "User") -> bool:
    held = guard(words, name=parent.shown_name)
    if not held:
        return False
    if tidy(reply.override) and by.has_perm(OVERRIDE):
        return True
    quotes = [words[each.start : each.end] for each in held]
    raise GuardRefusal(
        _(
            "“%(words)s” could tell everybody that this person is a patient, which we may not confirm even if they "
            "said so. Say it in general words, such as: “We can't discuss anyone's care here. Please call us.”"
        )
        % {"words": "”, “".join(quotes)},
        quotes,
    )
