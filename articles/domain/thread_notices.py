"""Who is told that somebody wrote in a thread: whoever is in it, whose words it is about, and who follows the article.
Neither the quote nor what was said is ever in a notice.
"""

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.domain.delivery import Told, notify
from articles.domain.facts import contributions
from articles.domain.following import followers
from articles.enums import EntryKind
from articles.models import Revision, ThreadEntry

if TYPE_CHECKING:
    from clinic_cms.models import User


def tell_thread(entry: ThreadEntry, revision: Revision, *, opening: bool = False) -> None:
    """Tell everybody else in the thread of an entry, in the transaction that writes it. `revision` is the newest."""
    people = {person.pk: person for person in [*_audience(entry, revision), *followers(revision.article)]}
    people.pop(entry.by_id or 0, None)
    names = {"name": entry.by_name, "title": revision.title}

    def say() -> Told:
        return Told(
            heading=_("Discussion: %(title)s") % names,
            sentence=_sentence(EntryKind(entry.kind), opening) % names,
            path=f"{revision.get_absolute_url()}#thread-{entry.thread_id}",
        )

    notify(people.values(), revision.article, event=f"thread-entry:{entry.pk}", say=say)


def _sentence(kind: EntryKind, opening: bool) -> str:
    if opening:
        return _("%(name)s has opened a thread about words of “%(title)s”.")
    return {
        EntryKind.COMMENT: _("%(name)s has replied in a thread about “%(title)s”."),
        EntryKind.RESOLVE: _("%(name)s has resolved a thread about “%(title)s”."),
        EntryKind.REOPEN: _("%(name)s has reopened a thread about “%(title)s”."),
    }[kind]


def _audience(entry: ThreadEntry, revision: Revision) -> "list[User]":
    people = get_user_model()._default_manager.filter(is_active=True)
    writers = contributions(revision).values("person")
    said = Q(thread_entries__thread=entry.thread_id) | Q(threads_opened=entry.thread_id)
    return list(people.filter(said | Q(pk__in=writers) | Q(pk=revision.author_id)).distinct().order_by("pk"))
