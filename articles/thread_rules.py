"""Why a thread may not be opened, answered, resolved or reopened now: one sentence each. Pure, no database."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.enums import Status
from articles.rules import Person
from articles.workflow import DISCUSS
from clinic_cms.shared.text import LONE_SURROGATE, is_visible

LONGEST_TEXT = 4_000
MOST_OPEN = 100
MOST_ENTRIES = 100
SETTLED = frozenset({Status.SIGNED_OFF, Status.SCHEDULED})
DISCUSSED = frozenset({Status.DRAFT, Status.IN_REVIEW, Status.PUBLISHED})


@dataclass(frozen=True, slots=True)
class Talk:
    """What the rules need to know of an article's discussion."""

    settled: bool = False  # a revision of the article is signed off or scheduled
    open_threads: int = 0


@dataclass(frozen=True, slots=True)
class Topic:
    """What the rules need to know of one thread."""

    is_open: bool
    is_own: bool  # whoever acts has opened it
    entries: int


def against_opening(person: Person, status: Status, talk: Talk) -> str:
    """The sentence that says why no thread can be opened on a revision of this status, or an empty text."""
    if status not in DISCUSSED | SETTLED:
        return _against_words(status, talk)
    return _against_person(person) or _against_words(status, talk)


def against_guest(status: Status, talk: Talk) -> str:
    """The same for an outside expert, whose right to speak comes from their preview link."""
    return _("These words are settled already; no comments can be added.") if _against_words(status, talk) else ""


def against_reply(person: Person, topic: Topic) -> str:
    if not topic.is_open:
        return _against_person(person) or _("This thread is resolved. Reopen it to say more.")
    if topic.entries >= MOST_ENTRIES:
        return _against_person(person) or _("This thread is full. Resolve it and open another.")
    return _against_person(person)


def against_resolving(person: Person, topic: Topic) -> str:
    """Whoever changed the words can't silence a reviewer: they answer, and the reviewer resolves."""
    if _against_person(person):
        return _against_person(person)
    if not topic.is_open:
        return _("This thread is resolved already.")
    if person.contributed and not topic.is_own:
        return _("You changed these words, so somebody else has to resolve this. You can reply.")
    return ""


def against_reopening(person: Person, topic: Topic, talk: Talk) -> str:
    if topic.is_open:
        return _against_person(person) or _("This thread is open already.")
    return _against_person(person) or _against_settled(talk)


def against_text(text: str) -> str:
    """Why this can't be what somebody says; nothing is cut, and nothing is changed."""
    if len(text) > LONGEST_TEXT:
        return ngettext(
            "This is %(count)d character too long. %(most)d is the most.",
            "This is %(count)d characters too long. %(most)d is the most.",
            len(text) - LONGEST_TEXT,
        ) % {"count": len(text) - LONGEST_TEXT, "most": LONGEST_TEXT}
    if LONE_SURROGATE.search(text) or "\0" in text:
        return _("This has characters that can't be stored. Please type it again.")
    return "" if is_visible(text) else _("Please write something.")


def _against_person(person: Person) -> str:
    if not person.active:
        return _("Your account is closed, so you can't do this.")
    if DISCUSS not in person.permissions:
        return _("Only an editor, a clinician or a publisher can take part in a discussion.")
    return ""


def _against_words(status: Status, talk: Talk) -> str:
    if status not in DISCUSSED | SETTLED:
        return _("These words are %(status)s. Open a thread on the words under way instead.") % {"status": status.label}
    too_many = _("There are too many open threads already. Resolve some first.")
    return _against_settled(talk) or (too_many if talk.open_threads >= MOST_OPEN else "")


def _against_settled(talk: Talk) -> str:
    return _("The words are signed off. Reopen the article first, then discuss the new draft.") if talk.settled else ""
