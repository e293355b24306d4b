"""What stands in the discussion beside the words: each thread with its place, its entries and what one may do."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Prefetch, prefetch_related_objects

from articles import thread_rules
from articles.anchors import Anchor, Place, Words, place
from articles.domain.discussing import newest_of, read, sections_of, topic_of
from articles.domain.facts import person_facts
from articles.enums import Status
from articles.models import Revision, Thread, ThreadEntry
from articles.rules import Person
from articles.thread_form import EntryForm, ThreadForm
from articles.thread_rules import SETTLED, Talk

if TYPE_CHECKING:
    from django import forms

    from clinic_cms.models import User

MOST_RESOLVED = 50


@dataclass(frozen=True, slots=True)
class Failed:
    """A form that comes back as it was filled in, and why; `thread` is None where one was to be opened."""

    form: "forms.Form"
    reason: str
    thread: Thread | None = None


def discussion(revision: Revision, by: "User", person: Person, failed: Failed | None = None) -> dict[str, Any]:
    """The threads about a revision's words: all that are open, in the order of the words; the resolved ones of this
    piece of work, the last resolved first.
    """
    newest = newest_of(revision.article)
    person = person if newest.pk == revision.pk else person_facts(by, newest)
    about = Thread.objects.opened_by_revision(revision.article, revision.number)
    unresolved = list(about.open())
    resolved = list(about.resolved_since(_last_live_before(revision))[: MOST_RESOLVED + 1])
    prefetch_related_objects([*unresolved, *resolved], Prefetch("entries", ThreadEntry.objects.order_by("pk")))
    words = read(revision)
    talk = Talk(settled=newest.status in SETTLED, open_threads=len(unresolved))

    def row(thread: Thread) -> dict[str, Any]:
        return _row(thread, revision, words, talk, person, by, failed)

    failed_here = failed if failed and failed.thread is None else None
    return {
        "open": sorted(map(row, unresolved), key=_where),
        "resolved": [row(thread) for thread in resolved[:MOST_RESOLVED]],
        "more_resolved": len(resolved) > MOST_RESOLVED,
        "refusal": thread_rules.against_opening(person, Status(revision.status), talk),
        "form": failed_here.form if failed_here else ThreadForm(sections_of(revision)),
        "failed": failed_here,
    }


def open_threads(revision: Revision) -> list[dict[str, Any]]:
    """What is still open about the words of a draft, to read beside the editor; takes the revision as it is saved."""
    threads = Thread.objects.opened_by_revision(revision.article, revision.number).open().prefetch_related("entries")
    words = read(revision)
    rows = [
        {"thread": thread, "entries": list(thread.entries.all()), "place": _place(thread, revision, words)}
        for thread in threads
    ]
    return sorted(rows, key=_where)


def _row(
    thread: Thread, revision: Revision, words: Words, talk: Talk, person: Person, by: "User", failed: Failed | None
) -> dict[str, Any]:
    entries = list(thread.entries.all())
    topic = topic_of(thread, by, len(entries))
    found = _place(thread, revision, words)
    mine = failed if failed and failed.thread and failed.thread.pk == thread.pk else None
    return {
        "thread": thread,
        "entries": entries,
        "place": found,
        "form": mine.form if mine else EntryForm(thread.pk),
        "seen": entries[-1].pk if entries else 0,
        "failed": mine,
        "reply_refusal": thread_rules.against_reply(person, topic),
        "resolve_refusal": thread_rules.against_resolving(person, topic),
        "reopen_refusal": thread_rules.against_reopening(person, topic, talk),
    }


def _where(row: dict[str, Any]) -> int:
    """The order of the words; what has no place any more comes first, for it needs somebody most."""
    return row["place"].start if row["place"] else -1


def _place(thread: Thread, revision: Revision, words: Words) -> Place | None:
    """Where a thread's words stand in this revision; a whole section stands where its heading does."""
    if not thread.whole_section:
        anchor = Anchor(thread.quote, thread.prefix, thread.suffix, thread.section, thread.position)
        return place(anchor, words)
    if thread.section not in dict(sections_of(revision)):
        return None
    known = thread.section in words.sections
    start = words.starts[words.sections.index(thread.section)] if known else len(words.squeezed)
    return Place(thread.section, start, start)


def _last_live_before(revision: Revision) -> Any:
    """When the words that this revision followed went live; what was resolved before is over."""
    earlier = revision.article.revisions.filter(number__lt=revision.number)
    return earlier.aggregate(moment=Max("published_at"))["moment"]
