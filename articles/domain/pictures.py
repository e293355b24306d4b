"""The library: taking pictures in, saying what they show, who agreed to it, and deleting what nothing uses."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.domain import picture_files
from articles.domain.follow_ups import open_for_consent
from articles.domain.picture_uses import last_consent, live_with, uses_of
from articles.enums import ConsentEvent, PeopleShown, Status
from articles.models import Picture, PictureConsent
from articles.models.picture import new_token
from articles.workflow import WITHDRAW, WRITE
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User

SAID = ("alt", "credit", "licence", "people", "focal_x", "focal_y")


def add_picture(upload: UploadedFile, *, by: "User", **said: Any) -> Picture:
    """Take a picture into the library: its pixels and nothing else of the file. Refuses what is no picture we show.

    The files come first and the row last, so that a picture is never without them.
    """
    _refuse_unless_writer(by)
    made, token = picture_files.make(upload), new_token()
    picture_files.keep(token, made)
    return Picture.objects.create(
        token=token, width=made.width, height=made.height, digest=made.digest, created_by=by, **_known(said)
    )


@transaction.atomic
def describe_picture(picture: Picture, *, by: "User", **said: Any) -> Picture:
    """Change what the library says about a picture; articles that use it keep their own words.

    A picture found to show a patient without consent opens a follow-up for each live article that shows it. One that
    a consent was recorded for shows a patient, for ever.
    """
    _refuse_unless_writer(by)
    fresh = _locked(picture)
    was_patient = fresh.depicts_patient
    for name, value in _known(said).items():
        setattr(fresh, name, value)
    if was_patient and not fresh.depicts_patient and last_consent(fresh):
        raise Refusal(_("A consent is recorded for this picture, so it shows a patient. It can't be called otherwise."))
    fresh.save(update_fields=SAID)
    if fresh.depicts_patient and not was_patient and not _holds(last_consent(fresh)):
        _ask_to_look_again(fresh, None, by)
    return fresh


@transaction.atomic
def record_consent(
    picture: Picture, *, by: "User", held_by: str, scope: str, given_on: date, expires_on: date, note: str = ""
) -> PictureConsent:
    """Record that a patient agreed: until when, to what, and where the signed form is kept. It counts from now on."""
    _refuse_unless_writer(by)
    fresh = _locked(picture)
    if not held_by.strip() or not scope.strip():
        raise Refusal(_("Say where the signed form is kept, and what it allows."))
    if given_on > timezone.localdate():
        raise Refusal(_("A consent can't be given on a day that has not come yet."))
    if expires_on < given_on:
        raise Refusal(_("A consent ends after it is given. Look at the two days again."))
    Picture.objects.filter(pk=fresh.pk).update(people=PeopleShown.PATIENT)
    return _consent(fresh, by, held_by=held_by, scope=scope, given_on=given_on, expires_on=expires_on, note=note)


@transaction.atomic
def withdraw_consent(picture: Picture, *, by: "User", note: str = "") -> PictureConsent:
    """Record that the patient took the consent back. The picture may not go live again, and for each live article that
    shows it two people are asked to look again.
    """
    if not by.is_active or not (by.has_perm(WRITE) or by.has_perm(WITHDRAW)):
        raise Refusal(_("Only an editor, a publisher or a clinician can record that consent was withdrawn."))
    fresh = _locked(picture)
    last = last_consent(fresh)
    if last is None or last.event == ConsentEvent.WITHDRAWN:
        raise Refusal(_("No consent is recorded that could be withdrawn."))
    withdrawn = _consent(
        fresh, by, event=ConsentEvent.WITHDRAWN, held_by=last.held_by, scope=last.scope, note=note, given_on=None
    )
    _ask_to_look_again(fresh, withdrawn, by)
    return withdrawn


@transaction.atomic
def delete_picture(picture: Picture, *, by: "User") -> None:
    """Delete a picture that nothing uses: its files go for ever, a row stays that says so. Refuses one that any words
    use which were not given up, live or not.
    """
    _refuse_unless_writer(by)
    fresh = _locked(picture)
    used = uses_of(fresh).exclude(revision__status=Status.DISCARDED).first()
    if used:
        raise Refusal(
            _("“%(title)s” uses this picture (revision %(number)d, %(status)s), so it can't be deleted.")
            % {
                "title": used.revision.title,
                "number": used.revision.number,
                "status": used.revision.get_status_display(),
            }
        )
    fresh.deleted_at, fresh.deleted_by = timezone.now(), by
    fresh.save(update_fields=["deleted_at", "deleted_by"])
    transaction.on_commit(partial(picture_files.remove, fresh.token, fresh.width))


def look_for_ended_consents() -> list[Picture]:
    """The pictures whose consent has ended while live articles show them; each such article gets one follow-up. The
    clock calls this every round.
    """
    found = []
    lapsed = Picture.objects.kept().without_consent(timezone.localdate())
    for picture in lapsed.filter(uses__revision__status=Status.PUBLISHED).distinct().order_by("pk"):
        with transaction.atomic():
            fresh = _locked(picture)
            last = last_consent(fresh)
            if last and _ask_to_look_again(fresh, last, None):
                found.append(fresh)
    return found


def _ask_to_look_again(picture: Picture, consent: PictureConsent | None, by: "User | None") -> bool:
    """Whether anything was opened: what is live, or what was asked for already, opens nothing twice."""
    why = partial(_why, picture, consent)
    opened = [open_for_consent(each, consent, by=by, why=why) for each in live_with(picture)]
    return any(opened)


def _why(picture: Picture, consent: PictureConsent | None) -> str:
    if consent and consent.event == ConsentEvent.GIVEN:
        why = _("The consent for %(picture)s has ended, and this article shows it.")
    elif consent:
        why = _("The consent for %(picture)s was withdrawn, and this article shows it.")
    else:
        why = _("%(picture)s shows a patient, no consent is recorded, and this article shows it.")
    return why % {"picture": picture}


def _locked(picture: Picture) -> Picture:
    fresh = Picture.objects.select_for_update().get(pk=picture.pk)
    if fresh.deleted_at:
        raise Refusal(_("This picture has been deleted."))
    return fresh


def _consent(picture: Picture, by: "User", **said: Any) -> PictureConsent:
    return PictureConsent.objects.create(picture=picture, by=by, by_name=by.display_name, **said)


def _holds(consent: PictureConsent | None) -> bool:
    return consent is not None and consent.holds_on(timezone.localdate())


def _known(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: said[name] for name in SAID if name in said}


def _refuse_unless_writer(by: "User") -> None:
    if not by.is_active or not by.has_perm(WRITE):
        raise Refusal(_("Only an editor can change the library of pictures."))
