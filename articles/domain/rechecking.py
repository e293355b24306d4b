"""Review without change: the live words, exactly as they are, are asked to be signed off anew as a whole."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from articles.domain.drafting import start_revision
from articles.domain.readiness import problems
from articles.domain.reviewing import submit
from articles.domain.transitions import lock, refuse_stale
from articles.enums import Status
from articles.models import Revision
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User


@transaction.atomic
def recheck(revision: Revision, *, by: "User", seen: str) -> Revision:
    """Open a revision with the words and references of the live one and submit it, in one act, for a review of the
    whole article. Signed off and published like any other, it moves the review dates; nobody has contributed to it.

    Refuses who may not write, words that are not live, an article that is being worked on, and words that today's
    rules would not let into review.
    """
    fresh = lock(revision)
    refuse_stale(fresh, seen)
    reason = reason_against_recheck(fresh)
    if reason:
        raise Refusal(reason)
    draft = start_revision(fresh.article, by=by, unchanged=True)
    note = _("Review without change since revision %(number)d.") % {"number": fresh.number}
    return submit(draft, by=by, seen=draft.state_token, note=note, without_change=True)


def reason_against_recheck(revision: Revision) -> str:
    """The sentence that says why these words can't be reviewed without change, or an empty text."""
    if revision.status != Status.PUBLISHED:
        return _("Only words that are live can be reviewed without change.")
    return next(iter(problems(revision)), "")
