"""Who is told that two people should look again at what happened: everybody who can close one half or the other."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.domain.delivery import Told, notify
from articles.enums import FollowUpKind
from articles.models import FollowUp, Revision, TopicWithdrawal
from articles.workflow import MAY_SIGN

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from clinic_cms.models import User


def tell_of(follow_up: FollowUp, why: Callable[[], str] | None = None) -> None:
    """Tell everybody who can close it, but not whoever opened it. `why` says it in the language that is active, where
    nobody wrote it: what a person wrote is told as it is.
    """

    def say() -> Told:
        names = {"title": follow_up.title, "day": date_format(follow_up.due_on, "DATE_FORMAT")}
        return Told(
            heading=_("Please look again: %(title)s") % names,
            sentence=_sentence(FollowUpKind(follow_up.kind)) % names,
            path=follow_up.get_absolute_url(),
            note=why() if why else follow_up.note,
        )

    people = [person for person in may_close() if person.pk != follow_up.opened_by_id]
    notify(people, follow_up.article, event=f"follow_up:{follow_up.pk}", say=say)


def tell_of_topic(record: TopicWithdrawal, gone: Sequence[Revision]) -> None:
    """The same for every article of a topic, in one message."""

    def say() -> Told:
        words = {"topic": record.topic.name_here, "count": len(gone)}
        return Told(
            heading=_("Please look again: every article on %(topic)s") % words,
            sentence=_(
                "Every live article on “%(topic)s” was withdrawn (%(count)d). An editor and a clinician look again."
            )
            % words,
            path=reverse("desk:follow_ups"),
            note=record.note,
        )

    people = [person for person in may_close() if person.pk != record.by_id]
    notify(people, gone[0].article, event=f"topic_withdrawal:{record.pk}", say=say)


def may_close() -> "QuerySet[User]":
    """Everybody whose roles let them close one half or the other."""
    codenames = [permission.partition(".")[2] for permission in MAY_SIGN.values()]
    people = get_user_model()._default_manager.filter(is_active=True, groups__permissions__codename__in=codenames)
    return people.distinct().order_by("pk")


def _sentence(kind: FollowUpKind) -> str:
    return {
        FollowUpKind.WITHDRAWAL: _(
            "“%(title)s” was withdrawn. An editor and a clinician look again at what happened, by %(day)s."
        ),
        FollowUpKind.CONSENT: _(
            "“%(title)s” is live and shows a patient without consent. An editor and a clinician look at it, by %(day)s."
        ),
        FollowUpKind.SOURCE: _(
            "“%(title)s” cites a source that was retracted, corrected or put in doubt. An editor and a clinician look "
            "at it, by %(day)s."
        ),
        FollowUpKind.STORY: _(
            "“%(title)s” is live and shows a patient's words without authorization. An editor and a clinician look at "
            "it, by %(day)s."
        ),
        FollowUpKind.READER: _(
            "A reader says that “%(title)s” is medically wrong. An editor and a clinician look at it, by %(day)s."
        ),
        FollowUpKind.TRANSLATION: _(
            "“%(title)s” translates words that have changed. An editor and a clinician look at it, by %(day)s."
        ),
    }[kind]
