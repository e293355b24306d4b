"""Looking again at what happened: a withdrawal opens a follow-up, and an editor and a clinician close it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.domain.delivery import notify
from articles.enums import FollowUpKind, SignOffKind
from articles.models import (
    Article,
    Confirmation,
    FollowUp,
    PatientStory,
    PictureConsent,
    RetractionEntry,
    Revision,
    Source,
    TopicWithdrawal,
)
from articles.source_enums import Nature
from articles.workflow import MAY_SIGN
from clinic_cms.shared.languages import in_the_clinics_language
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from articles.models.follow_up import FollowUpQuerySet
    from clinic_cms.models import User

WITHIN: Final = timedelta(days=1)
WITHIN_A_WEEK: Final = timedelta(days=7)
# A correction can wait longer than words that rest on nothing any more.
WITHIN_BY_NATURE: Final = {
    Nature.RETRACTION: WITHIN,
    Nature.CONCERN: timedelta(days=7),
    Nature.CORRECTION: timedelta(days=14),
    Nature.REINSTATEMENT: timedelta(days=14),
}


def open_withdrawal(gone: Revision, *, by: "User", note: str) -> FollowUp:
    """Ask two people to look again, until the next day, at why these words came down. Called in the transaction of the
    withdrawal; `tell_of` tells them.
    """
    return FollowUp.objects.create(
        article_id=gone.article_id,
        revision=gone,
        kind=FollowUpKind.WITHDRAWAL,
        opened_by=by,
        due_on=timezone.localdate() + WITHIN,
        note=note.strip(),
    )


def open_for_consent(
    live: Revision, consent: PictureConsent | None, *, by: "User | None", note: str
) -> FollowUp | None:
    """Ask two people to look at a live article that shows a patient without consent, and tell them. Called under the
    picture's lock; None where it was asked for this very consent already. `by` is None for the clock.
    """
    if FollowUp.objects.filter(revision=live, kind=FollowUpKind.CONSENT, consent=consent).exists():
        return None
    follow_up = FollowUp.objects.create(
        article_id=live.article_id,
        revision=live,
        kind=FollowUpKind.CONSENT,
        consent=consent,
        opened_by=by,
        due_on=timezone.localdate() + WITHIN,
        note=note,
    )
    tell_of(follow_up)
    return follow_up


def open_for_source(citing: Revision, source: Source, notice: RetractionEntry) -> FollowUp | None:
    """Ask two people to look at an article that cites a source which was retracted, corrected or put in doubt, and tell
    them. Called under the article's lock; None where it was asked for this very notice already.
    """
    if FollowUp.objects.filter(article=citing.article_id, notice=notice).exists():
        return None
    reason = f" {_('Reason')}: {notice.reason}" if notice.reason else ""
    follow_up = FollowUp.objects.create(
        article_id=citing.article_id,
        revision=citing,
        kind=FollowUpKind.SOURCE,
        source=source,
        notice=notice,
        due_on=timezone.localdate() + WITHIN_BY_NATURE[Nature(notice.nature)],
        note=Truncator(f"{source}: {notice.get_nature_display()}.{reason}").chars(2000),
    )
    tell_of(follow_up)
    return follow_up


def open_for_story(live: Revision, story: PatientStory) -> FollowUp | None:
    """Ask two people to look at a live article that shows a patient's words without authorization, and tell them.
    Called under the article's lock; None where it was asked for this authorization, or is being asked, already.
    """
    last = story.changes.first()
    asked = FollowUp.objects.filter(revision=live, kind=FollowUpKind.STORY, authorization__story=story)
    if asked.filter(authorization=last).exists() or asked.open().exists():
        return None
    if story.withdrawn_on:
        why = _("The patient took back the authorization for “%(story)s”, and this article shows these words.")
    else:
        why = _("The authorization for “%(story)s” has ended, and this article shows these words.")
    follow_up = FollowUp.objects.create(
        article_id=live.article_id,
        revision=live,
        kind=FollowUpKind.STORY,
        authorization=last,
        due_on=timezone.localdate() + WITHIN,
        note=why % {"story": story},
    )
    tell_of(follow_up)
    return follow_up


def open_for_reader(live: Revision, note: str) -> FollowUp | None:
    """Ask two people to look at live words that a reader calls medically wrong, and tell them. Called under the
    article's lock; None where it is being asked of these words already.
    """
    if FollowUp.objects.filter(revision=live, kind=FollowUpKind.READER).open().exists():
        return None
    follow_up = FollowUp.objects.create(
        article_id=live.article_id,
        revision=live,
        kind=FollowUpKind.READER,
        due_on=timezone.localdate() + WITHIN_A_WEEK,
        note=note,
    )
    tell_of(follow_up)
    return follow_up


@in_the_clinics_language
def tell_of(follow_up: FollowUp) -> None:
    """Tell everybody who can close it, but not whoever opened it."""
    day = date_format(follow_up.due_on, "DATE_FORMAT")
    what = {
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
    }
    notify(
        [person for person in may_close() if person.pk != follow_up.opened_by_id],
        follow_up.article,
        event=f"follow_up:{follow_up.pk}",
        heading=_("Please look again: %(title)s") % {"title": follow_up.title},
        sentence=what[FollowUpKind(follow_up.kind)] % {"title": follow_up.title, "day": day},
        note=follow_up.note,
        path=follow_up.get_absolute_url(),
    )


@in_the_clinics_language
def tell_of_topic(record: TopicWithdrawal, gone: Sequence[Revision]) -> None:
    """The same for every article of a topic, in one message."""
    words = {"topic": record.topic, "count": len(gone)}
    notify(
        [person for person in may_close() if person.pk != record.by_id],
        gone[0].article,
        event=f"topic_withdrawal:{record.pk}",
        heading=_("Please look again: every article on %(topic)s") % words,
        sentence=_("Every live article on “%(topic)s” was withdrawn (%(count)d). An editor and a clinician look again.")
        % words,
        note=record.note,
        path=reverse("desk:follow_ups"),
    )


@transaction.atomic
def confirm(follow_up: FollowUp, kind: SignOffKind, *, by: "User", note: str) -> Confirmation:
    """Say what was found. With the other kind given as well the follow-up is closed, for ever.

    Refuses whoever opened it, a kind that is not theirs to give or was given already, and an empty finding.
    """
    Article.objects.locked().get(pk=follow_up.article_id)
    reason = reason_against(FollowUp.objects.get(pk=follow_up.pk), kind, by)
    if reason:
        raise Refusal(reason)
    if not note.strip():
        raise Refusal(_("Please write what you found. It is kept for ever."))
    return Confirmation.objects.create(
        follow_up=follow_up, kind=kind, by=by, by_name=by.display_name, note=note.strip()
    )


def reason_against(follow_up: FollowUp, kind: SignOffKind, by: "User") -> str:
    """Why this person can't close this half, or an empty text."""
    given = {each.kind: each for each in follow_up.confirmations.all()}
    if not by.is_active:
        return _("Your account is closed, so you can't do this.")
    if not by.has_perm(MAY_SIGN[kind]):
        if kind == SignOffKind.CLINICAL:
            return _("Only a clinician can close the clinical half.")
        return _("Only an editor or a publisher can close the editorial half.")
    if by.pk == follow_up.opened_by_id:
        if follow_up.kind == FollowUpKind.CONSENT:
            return _("You opened this, so two other people look at it.")
        return _("You took these words down, so two other people look again at what happened.")
    if kind in given:
        moment = date_format(timezone.localtime(given[kind].at), "DATETIME_FORMAT")
        return _("%(name)s has looked already, on %(moment)s.") % {"name": given[kind].by_name, "moment": moment}
    if any(each.by_id == by.pk for each in given.values()):
        return _("You have looked already. The other half has to be closed by somebody else.")
    return ""


def waiting_for(by: "User") -> "FollowUpQuerySet":
    """The open follow-ups of which this person can close a half, the most urgent first."""
    theirs = FollowUp.objects.none()
    for kind, permission in MAY_SIGN.items():
        if by.has_perm(permission):
            theirs |= FollowUp.objects.missing(kind)
    return theirs.exclude(opened_by=by).exclude(confirmations__by=by).order_by("due_on", "pk")


def may_close() -> "QuerySet[User]":
    """Everybody whose roles let them close one half or the other."""
    codenames = [permission.partition(".")[2] for permission in MAY_SIGN.values()]
    people = get_user_model()._default_manager.filter(is_active=True, groups__permissions__codename__in=codenames)
    return people.distinct().order_by("pk")
