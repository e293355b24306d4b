"""Who looks after an article, and how long a review of it holds: changed by a person, and on record for ever."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from articles.domain.delivery import Told, notify
from articles.domain.notices import who_may
from articles.models import Article, Stewardship
from articles.workflow import MOST_REVIEW_MONTHS, READ, WRITE
from clinic_cms.shared.refusal import Refusal, StaleRefusal

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from clinic_cms.models import User


@transaction.atomic
def look_after(
    article: Article, *, by: "User", seen: int, owner: "User | None", review_months: int | None
) -> Stewardship:
    """Say who looks after an article and how long a review holds, from now on. Dates that are fixed stay as they are.

    `seen` is the number of the newest record the page was made from. Refuses who may not write, an owner who can't
    read drafts, a span beyond 36 months, a stale page, and what changes nothing.
    """
    _refuse_unless_writer(by)
    fresh = Article.objects.locked().get(pk=article.pk)
    newest = fresh.stewardships.first()
    if seen_now(newest) != seen and newest is not None:
        raise StaleRefusal(
            _("%(name)s has changed this meanwhile. Please look again.") % {"name": newest.by.display_name}
        )
    if owner is not None and not (owner.is_active and owner.has_perm(READ)):
        raise Refusal(_("Choose somebody with an open account who can read drafts."))
    if review_months is not None and not 1 <= review_months <= MOST_REVIEW_MONTHS:
        raise Refusal(_("A review holds between 1 and %(most)d months.") % {"most": MOST_REVIEW_MONTHS})
    before = fresh.owner
    if (before, fresh.review_months) == (owner, review_months):
        raise Refusal(_("Nothing has changed."))
    kept = Stewardship.objects.create(article=fresh, owner=owner, review_months=review_months, by=by)
    fresh.owner, fresh.review_months = owner, review_months
    fresh.save(update_fields=["owner", "review_months"])
    if owner is not None and owner not in (before, by):
        _tell(kept, owner)
    return kept


def may_look_after() -> "QuerySet[User]":
    """Everybody who can be asked to look after an article."""
    return who_may(READ).order_by("full_name", "pk")


def seen_now(newest: Stewardship | None) -> int:
    """What a page about an article has seen of its records."""
    return newest.pk if newest else 0


def _tell(kept: Stewardship, owner: "User") -> None:
    newest = kept.article.revisions.latest("number")
    names = {"name": kept.by.display_name, "title": newest.title}

    def say() -> Told:
        return Told(
            heading=_("You look after “%(title)s” now") % names,
            sentence=_("%(name)s has asked you to look after “%(title)s”. You get its review dates.") % names,
            path=newest.get_absolute_url(),
        )

    notify([owner], kept.article, event=f"stewardship:{kept.pk}", say=say)


def _refuse_unless_writer(by: "User") -> None:
    if not by.is_active or not by.has_perm(WRITE):
        raise Refusal(_("Only an editor can say who looks after an article."))
