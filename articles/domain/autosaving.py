"""What a person types is kept as they type it, apart from the draft, until they save it or throw it away."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.domain.transitions import refuse_stale
from articles.enums import Status
from articles.models import Autosave, Revision
from articles.workflow import WRITE
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User

Typed = Sequence[tuple[str, str]]  # name and value of each field, as a form sends them

MOST_TYPED: Final = 1_000_000  # characters, of all fields together
MOST_FIELDS: Final = 6_000
MOST_WINDOWS: Final = 20


@dataclass(frozen=True, slots=True)
class Window:
    """One page that somebody writes in, and what it was filled from: the window and count of an autosave."""

    id: UUID
    filled_from: tuple[UUID, int] | None = None


class TooMuchTyped(Refusal):
    """More than can be kept from one window."""


@transaction.atomic
def autosave(
    revision: Revision, *, by: "User", window: Window, words_version: int, typed: Typed, count: int = 0
) -> Autosave:
    """Keep what this person has typed into one window, raw; the draft, its version and its contributors stay the same.

    What the window was filled from goes away, unless it has changed since. What arrives late, after something with a
    higher `count`, replaces nothing. That somebody saved meanwhile is no obstacle: `changed_since` tells it. Refuses
    who may not write, more than MOST_TYPED, and, with a StaleRefusal, words that are frozen.
    """
    _refuse_unless_writer(by)
    _refuse_too_much(typed)
    fresh = Revision.objects.with_people().get(pk=revision.pk)
    if fresh.status != Status.DRAFT:
        refuse_stale(fresh, f"{Status.DRAFT}.{words_version}")
    values = {"words_version": words_version, "typed": _storable(typed), "count": count, "saved_at": timezone.now()}
    kept, created = Autosave.objects.get_or_create(revision=fresh, person=by, window=window.id, defaults=values)
    if created and Autosave.objects.of(by).filter(revision=fresh).count() > MOST_WINDOWS:
        raise Refusal(_("You have too many unsaved texts of this article. Restore them or throw them away first."))
    if not created and kept.count <= count:
        Autosave.objects.filter(pk=kept.pk, count__lte=count).update(**values)  # another one may have been faster
        vars(kept).update(values)
    _drop_what_it_was_filled_from(window, by)
    return kept


@transaction.atomic
def nothing_unsaved(revision: Revision, *, by: "User", window: Window) -> None:
    """This window holds nothing any more that is not saved: what was kept of it goes away."""
    Autosave.objects.of(by).filter(revision=revision, window=window.id).delete()
    _drop_what_it_was_filled_from(window, by)


def nothing_unsaved_at_all(revision: Revision, *, by: "User") -> None:
    """This person has given the draft up."""
    Autosave.objects.of(by).filter(revision=revision).delete()


def throw_away(autosave: Autosave, *, by: "User") -> None:
    """For good. Refuses what somebody else typed."""
    if autosave.person_id != by.pk:
        raise Refusal(_("Only who typed these words can throw them away."))
    autosave.delete()


def unsaved_texts(revision: Revision, *, of: "User", except_window: UUID | None = None) -> QuerySet[Autosave]:
    """What this person typed into the article and has not saved, the newest first; one query."""
    texts = Autosave.objects.of(of).beside(revision).select_related("revision")
    return texts.exclude(window=except_window) if except_window else texts


def changed_since(autosave: Autosave, revision: Revision) -> str:
    """The sentence that says who has changed the draft since these words were typed; empty where nobody has."""
    if autosave.revision_id != revision.pk:
        return _("You typed this into revision %(number)s.") % {"number": autosave.revision.number}
    if autosave.words_version == revision.words_version:
        return ""
    moment = date_format(timezone.localtime(revision.saved_at), "DATETIME_FORMAT")
    return _("%(name)s saved these words on %(moment)s.") % {"name": revision.saved_by, "moment": moment}


def key_of_local_copies(person: "User") -> str:
    """The key that this person's browser hides copies of unsaved words with: theirs alone, and the same every time."""
    return b64encode(salted_hmac("articles.local_copies", str(person.pk), algorithm="sha256").digest()).decode()


def moment_of(autosave: Autosave) -> str:
    """When it was kept: the hour today, the day too before."""
    at = timezone.localtime(autosave.saved_at)
    return date_format(at, "H:i T" if at.date() == timezone.localdate() else "DATETIME_FORMAT")


def _refuse_unless_writer(by: "User") -> None:
    if not by.is_active or not by.has_perm(WRITE):
        raise Refusal(_("Only an editor can write articles."))


def _refuse_too_much(typed: Typed) -> None:
    if len(typed) > MOST_FIELDS or sum(len(name) + len(value) for name, value in typed) > MOST_TYPED:
        raise TooMuchTyped(
            _("This is more than can be kept while you write (%(most)s characters). Make two articles of it.")
            % {"most": f"{MOST_TYPED:,}"}
        )


def _drop_what_it_was_filled_from(window: Window, by: "User") -> None:
    if window.filled_from:
        source, count = window.filled_from
        Autosave.objects.of(by).filter(window=source, count=count).delete()


def _storable(typed: Typed) -> list[list[str]]:
    """PostgreSQL keeps neither NUL nor half a character."""
    return [[_kept(name), _kept(value)] for name, value in typed]


def _kept(text: str) -> str:
    return text.replace("\0", "").encode("utf-8", "ignore").decode()
