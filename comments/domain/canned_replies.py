"""The clinic's agreed wordings for answers, in versions: what was said with an older one stays as it was said."""

from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic_cms.shared.refusal import Refusal, StaleRefusal
from clinic_cms.shared.text import lines, tidy
from comments.domain.replying import REPLY, GuardRefusal, guard
from comments.models import CannedReply, CannedReplyVersion

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from clinic_cms.models import User

LONGEST_TITLE: Final = 80
LONGEST_TEXT: Final = 2_000
NOT_HERE: Final = "We can't discuss anyone's care here."
# Plain wordings to begin with; a clinic puts its own in their place.
OURS: Final = {
    "thank-you": ("Thank you", f"Thank you for writing. {NOT_HERE} If you have a question for us, please call us."),
    "no-advice": (
        "No personal advice",
        f"Thank you for asking. {NOT_HERE} What is right for one person depends on things that a comment can't hold, "
        "so please ask a doctor, nurse or pharmacist who knows you.",
    ),
    "side-effect": (
        "Side effect",
        f"Thank you for telling us; this is worth a doctor's attention. {NOT_HERE} Please talk with your own clinician "
        "or pharmacist soon, and call 911 if you feel very unwell. You can also report a side effect to the FDA's "
        "MedWatch at 1-800-332-1088.",
    ),
    "support": (
        "Support in a crisis",
        f"Thank you for saying how hard this is. You are not alone. {NOT_HERE} If you might act on these thoughts, "
        "please call or text 988 now, or 911 in an emergency. Somebody is there at any hour.",
    ),
}


def current() -> "QuerySet[CannedReplyVersion]":
    """The newest wording of every canned reply that is in use, by title; one query."""
    return newest().filter(reply__retired_at__isnull=True).order_by("title", "pk")


def newest() -> "QuerySet[CannedReplyVersion]":
    """The newest wording of every canned reply, whether in use or retired."""
    latest = CannedReplyVersion.objects.filter(reply=OuterRef("reply")).order_by("-pk").values("pk")[:1]
    return CannedReplyVersion.objects.filter(pk=Subquery(latest)).select_related("reply", "by")


def wording(key: str) -> str:
    """The text of one that is in use; empty where there is none."""
    found = current().filter(reply__key=key).first()
    return found.text if found else ""


@transaction.atomic
def add(key: str, *, title: str, text: str, by: "User") -> CannedReplyVersion:
    """A new canned reply. Refuses as `reword` does, and a name that is taken."""
    _refuse_unless_speaker(by)
    reply, new = CannedReply.objects.get_or_create(key=key)
    if not new:
        raise Refusal(_("There is a canned reply with this title. Change that one, or choose another title."), "title")
    return _worded(reply, title, text, by)


@transaction.atomic
def reword(reply: CannedReply, *, title: str, text: str, by: "User", seen: int) -> CannedReplyVersion:
    """Put a new wording in the place of the newest one (`seen`); the older ones are kept.

    Refuses who may not speak for the clinic, an empty or overlong text, one that could confirm somebody's care, and a
    page that is older than the newest wording.
    """
    _refuse_unless_speaker(by)
    fresh = CannedReply.objects.select_for_update().get(pk=reply.pk)
    last = fresh.versions.select_related("by").first()
    if last and last.pk != seen:
        name = last.by.display_name if last.by else _("Somebody")
        raise StaleRefusal(_("%(name)s changed this wording while you had it open.") % {"name": name})
    return _worded(fresh, title, text, by)


@transaction.atomic
def retire(reply: CannedReply, *, by: "User") -> CannedReply:
    """Offer it no more; what was said with it stays. Twice is the same as once."""
    return _marked(reply, by, retired=True)


@transaction.atomic
def bring_back(reply: CannedReply, *, by: "User") -> CannedReply:
    return _marked(reply, by, retired=False)


@transaction.atomic
def seed() -> int:
    """Put our wordings where a clinic has none of that name; how many there were to put."""
    made = 0
    for key, (title, text) in OURS.items():
        reply, new = CannedReply.objects.get_or_create(key=key)
        if new:
            reply.versions.create(title=title, text=text)
            made += 1
    return made


def _marked(reply: CannedReply, by: "User", *, retired: bool) -> CannedReply:
    _refuse_unless_speaker(by)
    fresh = CannedReply.objects.select_for_update().get(pk=reply.pk)
    if bool(fresh.retired_at) != retired:
        fresh.retired_at = timezone.now() if retired else None
        fresh.save(update_fields=["retired_at"])
    return fresh


def _worded(reply: CannedReply, title: str, text: str, by: "User") -> CannedReplyVersion:
    said_title, said = " ".join(tidy(title[: LONGEST_TITLE + 1]).split()), tidy(lines(text))
    if not said_title or len(said_title) > LONGEST_TITLE:
        raise Refusal(_("Give it a title of at most 80 characters."), "title")
    if not said or len(said) > LONGEST_TEXT:
        raise Refusal(_("Write the reply, in at most 2,000 characters."), "text")
    held = [said[each.start : each.end] for each in guard(said, name="")]
    if held:
        sentence = _("“%(words)s” could tell everybody that somebody is a patient. Say it in general words.")
        raise GuardRefusal(sentence % {"words": "”, “".join(held)}, held)
    return reply.versions.create(title=said_title, text=said, by=by)


def _refuse_unless_speaker(by: "User") -> None:
    if not (by.is_active and by.has_perm(REPLY)):
        raise Refusal(_("Only somebody who answers for the clinic can change its wordings."))
