"""The discussion of an article's words: open a thread on them, reply, resolve, reopen. Each locks the article."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles import thread_rules
from articles.anchors import LONGEST_QUOTE, OPENING, REFERENCES, Anchor, Words, anchor_at, place, squeeze, words_of
from articles.domain.facts import person_facts
from articles.domain.thread_notices import tell_thread
from articles.domain.transitions import lock
from articles.enums import EntryKind, Status
from articles.models import Article, PreviewLink, Revision, Thread, ThreadEntry
from articles.richtext import outline
from articles.thread_rules import SETTLED, Talk, Topic
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from clinic_cms.shared.text import lines

if TYPE_CHECKING:
    from clinic_cms.models import User


@transaction.atomic
def open_thread(
    revision: Revision, *, by: "User", text: str, section: str = OPENING, quote: str = "", position: int | None = None
) -> Thread:
    """Open a thread on words of a revision; without a quote it is about the whole section.

    `position` says which is meant where the quote stands more than once. Refuses words that do not stand there,
    and whatever `thread_rules.against_opening` says.
    """
    fresh = lock(revision)
    reason = thread_rules.against_opening(person_facts(by, fresh), Status(fresh.status), talk_of(fresh.article))
    _refuse(reason)
    _refuse(thread_rules.against_text(lines(text)), "text")
    anchor = _anchor_of_section(fresh, section) if not squeeze(quote) else _anchor(fresh, section, quote, position)
    own = Thread.objects.filter(revision=fresh, opened_by=by, quote=anchor.quote)
    same = _said_already(own.last(), by, text)
    if same:
        return same.thread
    thread = _open(fresh, anchor, whole=not squeeze(quote), opened_by=by, opened_by_name=by.display_name)
    _say(thread, EntryKind.COMMENT, by, text, opening=True)
    return thread


@transaction.atomic
def open_thread_of_guest(
    link: PreviewLink, *, text: str, section: str = OPENING, quote: str = "", position: int | None = None
) -> Thread:
    """The same for the outside expert that a preview link is for; whether the link is open is the caller's to ask.

    Like every thread it stands in the way of a sign-off until somebody of the desk resolves it.
    """
    fresh = lock(link.revision)
    reason = thread_rules.against_guest(Status(fresh.status), talk_of(fresh.article))
    _refuse(reason)
    _refuse(thread_rules.against_text(lines(text)), "text")
    anchor = _anchor_of_section(fresh, section) if not squeeze(quote) else _anchor(fresh, section, quote, position)
    own = Thread.objects.filter(preview_link=link, quote=anchor.quote)
    same = _said_already(own.last(), None, text)
    if same:
        return same.thread
    thread = _open(fresh, anchor, whole=not squeeze(quote), preview_link=link, opened_by_name=link.name)
    entry = thread.entries.create(
        kind=EntryKind.COMMENT, by_name=link.name, by_role=link.profession or _("outside expert"), text=lines(text)
    )
    tell_thread(entry, newest_of(fresh.article), opening=True)
    return thread


@transaction.atomic
def reply(thread: Thread, *, by: "User", text: str) -> Thread:
    """Say something in an open thread. The same words twice in a row are one entry."""
    fresh, topic, newest = _locked(thread, by)
    reason = thread_rules.against_reply(person_facts(by, newest), topic)
    _refuse(reason)
    _refuse(thread_rules.against_text(lines(text)), "text")
    if not _said_already(fresh, by, text):
        _say(fresh, EntryKind.COMMENT, by, text)
    return fresh


@transaction.atomic
def resolve(thread: Thread, *, by: "User", seen: int, text: str = "") -> Thread:
    """Close a thread; `text` may say how. `seen` is the last entry that the person had before them: a thread in which
    somebody wrote since is not resolved.
    """
    fresh, topic, newest = _locked(thread, by)
    last = fresh.entries.latest("pk")
    if last.pk != seen:
        raise StaleRefusal(_what_was_last(last))
    _refuse(thread_rules.against_resolving(person_facts(by, newest), topic))
    _refuse(thread_rules.against_text(lines(text)) if text.strip() else "", "text")
    _say(fresh, EntryKind.RESOLVE, by, text if text.strip() else "")
    return fresh


@transaction.atomic
def reopen(thread: Thread, *, by: "User", text: str) -> Thread:
    """Open a resolved thread again, saying why. Refused while the words are signed off."""
    fresh, topic, newest = _locked(thread, by)
    reason = thread_rules.against_reopening(person_facts(by, newest), topic, talk_of(fresh.article))
    _refuse(reason)
    _refuse(thread_rules.against_text(lines(text)), "text")
    _say(fresh, EntryKind.REOPEN, by, text)
    return fresh


def talk_of(article: Article) -> Talk:
    """What the rules know of an article's discussion."""
    return Talk(
        settled=article.revisions.filter(status__in=SETTLED).exists(),
        open_threads=Thread.objects.open().filter(article=article).count(),
    )


def newest_of(article: Article) -> Revision:
    """The revision that an article's discussion is about: the last that was started."""
    return article.revisions.select_related("article", "topic", "author", "saved_by").latest("number")


def read(revision: Revision) -> Words:
    """The words that threads can be anchored to."""
    return words_of(revision.title, revision.summary, revision.body)


def sections_of(revision: Revision) -> list[tuple[str, str]]:
    """What a thread without a quote can be about: the opening words, each heading, the references."""
    headings = [(heading.id, heading.text) for heading in outline(revision.body) if heading.id]
    return [(OPENING, _("Title and opening words")), *headings, (REFERENCES, _("References"))]


def _anchor_of_section(revision: Revision, section: str) -> Anchor:
    name = dict(sections_of(revision)).get(section)
    if name is None:
        raise Refusal(_("That section is not in these words any more. Choose another."), "section")
    return Anchor(quote=name[:LONGEST_QUOTE], section=section)


def _anchor(revision: Revision, section: str, quote: str, position: int | None) -> Anchor:
    if len(quote) > LONGEST_QUOTE:
        raise Refusal(
            _("These are too many words for one thread: %(most)s characters is the most. Choose fewer.")
            % {"most": f"{LONGEST_QUOTE:,}"},
            "quote",
        )
    words = read(revision)
    found = place(Anchor(quote=quote, section=section, position=position), words)
    if found is None:
        raise Refusal(
            _("These exact words are not in the article. Copy them from it, or leave them out and choose the section."),
            "quote",
        )
    return anchor_at(found, words)


def _open(revision: Revision, anchor: Anchor, *, whole: bool, **opened: Any) -> Thread:
    return Thread.objects.create(
        article=revision.article,
        revision=revision,
        section=anchor.section,
        whole_section=whole,
        quote=anchor.quote,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        position=anchor.position,
        **opened,
    )


def _locked(thread: Thread, by: "User") -> tuple[Thread, Topic, Revision]:
    """The thread read afresh under its article's lock, what the rules know of it, and the newest revision."""
    Article.objects.locked().get(pk=thread.article_id)
    fresh = Thread.objects.with_state().annotate(count=Count("entries")).select_related("article").get(pk=thread.pk)
    return fresh, topic_of(fresh, by, fresh.count), newest_of(fresh.article)


def topic_of(thread: Thread, by: "User", entries: int) -> Topic:
    """What the rules know of a thread that was read `with_state`."""
    is_open = getattr(thread, "last_act") != EntryKind.RESOLVE  # noqa: B009  an annotation
    return Topic(is_open=is_open, is_own=thread.opened_by_id == by.pk, entries=entries)


def _said_already(thread: Thread | None, by: "User | None", text: str) -> ThreadEntry | None:
    """The thread's last entry, where it is this person's and says just this: a form that was sent twice."""
    last = thread.entries.last() if thread else None
    same = (
        last and last.by_id == (by.pk if by else None) and last.kind == EntryKind.COMMENT and last.text == lines(text)
    )
    return last if same else None


def _say(thread: Thread, kind: EntryKind, by: "User", text: str, *, opening: bool = False) -> None:
    entry = ThreadEntry.objects.create(
        thread=thread, kind=kind, by=by, by_name=by.display_name, by_role=by.job_title, text=lines(text)
    )
    tell_thread(entry, newest_of(thread.article), opening=opening)


def _refuse(reason: str, field: str = "") -> None:
    if reason:
        raise Refusal(reason, field)


def _what_was_last(entry: ThreadEntry) -> str:
    moment = date_format(timezone.localtime(entry.at), "DATETIME_FORMAT")
    return _("%(name)s %(what)s on %(moment)s, while you had it open. Please look again.") % {
        "name": entry.by_name,
        "what": EntryKind(entry.kind).label,
        "moment": moment,
    }
