"""Looking again at what happened: a withdrawal opens a follow-up, and an editor and a clinician close it."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.domain.follow_up_notices import tell_of
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
)
from articles.source_enums import Nature
from articles.workflow import MAY_SIGN
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
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
    live: Revision, consent: PictureConsent | None, *, by: "User | None", why: Callable[[], str]
) -> FollowUp | None:
    """Ask two people to look at a live article that shows a patient without consent, and tell them. Called under the
    picture's lock; None where it was asked for this very consent already. `by` is None for the clock; `why` says it in
    the language that is active.
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
        note=why(),
    )
    tell_of(follow_up, why)
    return follow_up


def open_for_source(citing: Revision, source: Source, notice: RetractionEntry) -> FollowUp | None:
    """Ask two people to look at an article that cites a source which was retracted, corrected or put in doubt, and tell
    them. Called under the article's lock; None where it was asked for this very notice already.
    """
    if FollowUp.objects.filter(article=citing.article_id, notice=notice).exists():
        return None
    why = partial(_why_the_source, source, notice)
    follow_up = FollowUp.objects.create(
        article_id=citing.article_id,
        revision=citing,
        kind=FollowUpKind.SOURCE,
        source=source,
        notice=notice,
        due_on=timezone.localdate() + WITHIN_BY_NATURE[Nature(notice.nature)],
        note=why(),
    )
    tell_of(follow_up, why)
    return follow_up


def open_for_story(live: Revision, story: PatientStory) -> FollowUp | None:
    """Ask two people to look at a live article that shows a patient's words without authorization, and tell them.
    Called under the article's lock; None where it was asked for this authorization, or is being asked, already.
    """
    last = story.changes.first()
    asked = FollowUp.objects.filter(revision=live, kind=FollowUpKind.STORY, authorization__story=story)
    if asked.filter(authorization=last).exists() or asked.open().exists():
        return None
    why = partial(_why_the_story, story)
    follow_up = FollowUp.objects.create(
        article_id=live.article_id,
        revision=live,
        kind=FollowUpKind.STORY,
        authorization=last,
        due_on=timezone.localdate() + WITHIN,
        note=why(),
    )
    tell_of(follow_up, why)
    return follow_up


def open_for_reader(live: Revision, why: Callable[[], str]) -> FollowUp | None:
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
        note=why(),
    )
    tell_of(follow_up, why)
    return follow_up


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


def _why_the_source(source: Source, notice: RetractionEntry) -> str:
    reason = f" {_('Reason')}: {notice.reason}" if notice.reason else ""
    return Truncator(f"{source}: {notice.get_nature_display()}.{reason}").chars(2000)


def _why_the_story(story: PatientStory) -> str:
    if story.withdrawn_on:
        why = _("The patient took back the authorization for “%(story)s”, and this article shows these words.")
    else:
        why = _("The authorization for “%(story)s” has ended, and this article shows these words.")
    return why % {"story": story}
