"""Changing how the clinic takes comments: every change is a new row, and the older ones tell how it was."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from django.db import connection, transaction
from django.utils.translation import gettext as _

from articles.models import Article, Topic
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain.rules import KEEP_RULES
from comments.models import CommentRules, CommentSwitch

if TYPE_CHECKING:
    from clinic_cms.models import User

FIELDS: Final = (
    "country", "hours", "ask_consent", "consent_text", "allow_testimonials", "show_links", "newest_first",
    "close_after_days", "purge_after_days", "translations",
)  # fmt: skip


@transaction.atomic
def keep(*, by: "User", seen: int, on_call: Iterable["User"] = (), **values: Any) -> CommentRules:
    """Put these rules in the place of the newest ones (`seen`, 0 for none).

    Refuses who may not keep them, a page that is older than the newest ones, a consent without its words, and people on
    call who could not see the queue.
    """
    _refuse_unless_keeper(by)
    _one_at_a_time()
    last = CommentRules.objects.select_related("by").first()
    if (last.pk if last else 0) != seen:
        name = last.by.display_name if last and last.by else _("Somebody")
        raise StaleRefusal(
            _("%(name)s changed the rules while you had them open. Nothing was changed.") % {"name": name}
        )
    if values.get("ask_consent") and not values.get("consent_text", "").strip():
        raise Refusal(_("Write what the tick box says."), "consent_text")
    people = list(on_call)
    if any(not (each.is_active and each.has_perm("comments.moderate_comments")) for each in people):
        raise Refusal(_("Somebody on call can't see the comments. Make them a moderator first."), "on_call")
    kept = CommentRules.objects.create(by=by, **{name: values[name] for name in FIELDS if name in values})
    kept.on_call.set(people)
    return kept


@transaction.atomic
def switch(
    *,
    by: "User",
    topic: Topic | None = None,
    article: Article | None = None,
    closed: bool | None,
    sensitive: bool | None,
) -> CommentSwitch:
    """Say of one topic or one article whether it takes comments, and whether it is a sensitive one. None: as the topic
    or the site says.
    """
    _refuse_unless_keeper(by)
    if (topic is None) == (article is None):
        raise Refusal(_("Choose a topic or an article."))
    return CommentSwitch.objects.create(by=by, topic=topic, article=article, closed=closed, sensitive=sensitive)


def _refuse_unless_keeper(by: "User") -> None:
    if not (by.is_active and by.has_perm(KEEP_RULES)):
        raise Refusal(_("You can't change the rules for comments. Ask an administrator."))


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('comment rules', 0))")
