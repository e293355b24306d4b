"""An emergency that is larger than one article: every live article of a topic comes down in one act."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.domain.follow_up_notices import tell_of_topic
from articles.domain.publishing import take_down, unschedule
from articles.enums import Action, Status
from articles.models import Article, Revision, Topic, TopicWithdrawal
from articles.workflow import STEPS, WITHDRAW
from clinic_cms.shared.languages import quoted
from clinic_cms.shared.refusal import Refusal, StaleRefusal

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from clinic_cms.models import User


@dataclass(frozen=True, slots=True)
class TakenDown:
    """What came down, and which of it had gone live after the person had opened the list."""

    withdrawn: list[Revision]
    not_on_the_list: list[Revision]

    @property
    def sentence(self) -> str:
        count = len(self.withdrawn)
        told = ngettext(
            "%(count)d article was withdrawn. Readers find a notice in its place.",
            "%(count)d articles were withdrawn. Readers find a notice in place of each.",
            count,
        ) % {"count": count}
        if not self.not_on_the_list:
            return told
        titles = ", ".join(quoted(revision.title) for revision in self.not_on_the_list)
        late = _("%(titles)s went live after you had opened the list, and came down too.") % {"titles": titles}
        return f"{told} {late}"


def live_on(topic: Topic) -> "QuerySet[Revision]":
    """The live words of a topic: what would come down, in the order in which articles are locked."""
    return Revision.objects.with_people().filter(topic=topic, status=Status.PUBLISHED).order_by("article")


@transaction.atomic
def withdraw_topic(topic: Topic, *, by: "User", seen: Collection[int], note: str, notice: str) -> TakenDown:
    """Take down every live article of a topic, and take what is scheduled off the schedule: all of it or nothing.

    `seen` are the revisions the person had in the list. What went live since comes down too, and the answer says so;
    what is published at this very moment either comes down with the rest or is refused.
    """
    if not by.is_active or not by.has_perm(WITHDRAW):
        raise Refusal(str(STEPS[Action.WITHDRAW].only_who))
    if not note.strip() or not notice.strip():
        raise Refusal(_("Please say why, and what readers are told."))
    every_one = Revision.objects.filter(topic=topic).order_by().values("article")
    list(Article.objects.locked().filter(pk__in=every_one).order_by("pk"))
    live = list(live_on(topic))
    if not live:
        raise _nothing_left(topic)
    record = TopicWithdrawal.objects.create(
        topic=topic, by=by, by_name=by.display_name, note=note.strip(), notice=notice.strip()
    )
    gone = [take_down(each, by=by, seen=each.state_token, note=note, notice=notice) for each in live]
    for waiting in Revision.objects.filter(topic=topic, status=Status.SCHEDULED).order_by("article"):
        because = _("Every article on “%(topic)s” was withdrawn.") % {"topic": topic}
        unschedule(waiting, by=by, seen=waiting.state_token, note=because)
    tell_of_topic(record, gone)
    return TakenDown(gone, [each for each in gone if each.pk not in seen])


def _nothing_left(topic: Topic) -> Refusal:
    last = topic.withdrawals.first()
    if last is None:
        return Refusal(_("No article on “%(topic)s” is live.") % {"topic": topic})
    moment = date_format(timezone.localtime(last.at), "DATETIME_FORMAT")
    words = {"name": last.by_name, "topic": topic, "moment": moment}
    return StaleRefusal(_("%(name)s withdrew every article on “%(topic)s” on %(moment)s. None is live now.") % words)
