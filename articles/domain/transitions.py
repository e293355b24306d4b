"""The one door through which a revision changes status: it locks, checks, moves and records, or refuses."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.domain.facts import person_facts, situation
from articles.enums import Action, SignOffKind, Status
from articles.models import Article, Revision, Transition
from articles.rules import reason_against
from articles.workflow import STEPS
from clinic_cms.shared.refusal import Refusal, StaleRefusal

if TYPE_CHECKING:
    from clinic_cms.models import User

# What a step does under the lock before the status moves; it returns the other fields that change with it.
Prepare = Callable[[Revision], Mapping[str, Any]]


def lock(revision: Revision) -> Revision:
    """The revision read afresh, with its article's row locked until the transaction ends."""
    Article.objects.locked().get(pk=revision.article_id)
    return Revision.objects.with_people().get(pk=revision.pk)


@transaction.atomic
def advance(
    revision: Revision,
    action: Action,
    *,
    by: "User | None",
    seen: str,
    kind: SignOffKind | None = None,
    note: str = "",
    notice: str = "",
    prepare: Prepare | None = None,
) -> Revision:
    """Take one step of the workflow and record the Transition.

    Refuses with the sentence of the rule that stands against it, or with a StaleRefusal that names who was faster
    when the revision is no longer in the state (`seen`) that the person was looking at. `by=None` is the clock.
    """
    fresh = lock(revision)
    refuse_stale(fresh, seen)
    reason = reason_against(action, person_facts(by, fresh), situation(fresh), kind, note)
    if reason:
        raise Refusal(reason)
    changes = dict(prepare(fresh)) if prepare else {}
    before, after = fresh.status, changes.pop("status", STEPS[action].target)
    for name, value in {**changes, "status": after}.items():
        setattr(fresh, name, value)
    fresh.save(update_fields=["status", *changes])
    Transition.objects.create(
        article=fresh.article,
        revision=fresh,
        action=action,
        from_status=before,
        to_status=after,
        by=by,
        by_name=by.display_name if by else "",
        note=note.strip(),
        notice=notice.strip(),
    )
    return fresh


def refuse_stale(revision: Revision, seen: str) -> None:
    """Refuse when the revision is not in the state that the person's form was made from, naming who was faster."""
    if seen == revision.state_token:
        return
    status, _dot, version = seen.partition(".")
    if status == Status.DRAFT == revision.status and version != str(revision.words_version):
        what, at = _("%(name)s saved these words") % {"name": revision.saved_by}, revision.saved_at
    else:
        last = revision.transitions.first()
        if last is None:
            raise StaleRefusal(_("This page is out of date. Open the article again."))
        what, at = last.sentence, last.at
    moment = date_format(timezone.localtime(at), "DATETIME_FORMAT")
    raise StaleRefusal(
        _("%(what)s on %(moment)s, while you had it open. Nothing of yours was changed.")
        % {"what": what, "moment": moment}
    )
