import secrets
from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import ConsentEvent, Licence, PeopleShown, Status
from articles.models.revision import Revision
from articles.picture_address import RANDOM, address, sized, srcset, usual_width, widths_of


def new_token() -> str:
    """128 random bits: who has not been shown a picture's address cannot find it."""
    return secrets.token_hex(16)


class PictureQuerySet(models.QuerySet["Picture"]):
    def kept(self) -> Self:
        """All but those that were deleted."""
        return self.filter(deleted_at=None)

    def public(self) -> Self:
        """What readers may see: used by words that are live, or by earlier ones that readers can still open."""
        return self.kept().filter(Exists(_uses_readers_see()))

    def used(self) -> Self:
        """Used by any words that were not given up: they may not be deleted."""
        return self.filter(Exists(_uses_that_count()))

    def unused(self) -> Self:
        return self.filter(~Exists(_uses_that_count()))

    def without_consent(self, today: date) -> Self:
        """Pictures of patients that nobody may use today: consent is missing, has ended or was withdrawn."""
        return self.filter(~Exists(_holding(today)), people=PeopleShown.PATIENT)

    def consent_ends_by(self, day: date, today: date) -> Self:
        """Pictures of patients whose consent holds today, and not any more on that day."""
        return self.filter(Exists(_holding(today)), ~Exists(_holding(day)), people=PeopleShown.PATIENT)


class Picture(models.Model):
    """One picture of the library. What it shows never changes: other pixels are another picture. What is said about it
    here is the library's default; each article's own words are frozen with the article.
    """

    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    digest = models.CharField(max_length=64, editable=False)
    alt = models.CharField(_("what it shows"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=12, choices=Licence, default=Licence.OWN)
    people = models.CharField(_("who can be seen"), max_length=8, choices=PeopleShown, default=PeopleShown.NOBODY)
    focal_x = models.PositiveSmallIntegerField(_("from the left"), default=50)
    focal_y = models.PositiveSmallIntegerField(_("from the top"), default=50)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="a_picture_token_is_random_text", condition=Q(token__regex=f"^{RANDOM}$")),
            models.CheckConstraint(name="a_licence_is_known", condition=Q(licence__in=Licence.values)),
            models.CheckConstraint(name="who_a_picture_shows_is_known", condition=Q(people__in=PeopleShown.values)),
            models.CheckConstraint(name="a_focal_point_is_inside", condition=Q(focal_x__lte=100, focal_y__lte=100)),
            models.CheckConstraint(
                name="a_deleted_picture_says_by_whom",
                condition=Q(deleted_at=None, deleted_by=None) | Q(deleted_at__isnull=False, deleted_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.alt or self.code

    def get_absolute_url(self) -> str:
        return reverse("desk:picture", args=[self.token])

    @property
    def code(self) -> str:
        """What people call it by where it has no words."""
        return str(_("Picture %(code)s")) % {"code": self.token[:8]}

    @property
    def address(self) -> str:
        return address(self.token)

    @property
    def thumbnail(self) -> str:
        return sized(self.token, widths_of(self.width)[0])

    @property
    def preview(self) -> str:
        return sized(self.token, usual_width(self.width))

    @property
    def srcset(self) -> str:
        return srcset(self.token, self.width)

    @property
    def depicts_patient(self) -> bool:
        return self.people == PeopleShown.PATIENT

    @property
    def focus_class(self) -> str:
        """The class that keeps the focal point in view where the picture is cut: a style could not pass our CSP."""
        return f"focus-x-{round(self.focal_x / 10)} focus-y-{round(self.focal_y / 10)}"


class PictureConsent(models.Model):
    """That a patient agreed to a picture's use, or took it back. Append-only: the last entry counts."""

    picture = models.ForeignKey(Picture, models.PROTECT, related_name="consents")
    event = models.CharField(max_length=10, choices=ConsentEvent, default=ConsentEvent.GIVEN)
    held_by = models.CharField(_("where the signed form is kept"), max_length=200, blank=True)
    scope = models.CharField(_("what it allows"), max_length=300, blank=True)
    given_on = models.DateField(_("given on"), null=True)
    expires_on = models.DateField(_("ends on"), null=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=145)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="a_consent_event_is_known", condition=Q(event__in=ConsentEvent.values)),
            models.CheckConstraint(
                name="a_consent_says_who_holds_it_and_until_when",
                condition=Q(event=ConsentEvent.WITHDRAWN)
                | Q(held_by__regex=r"\S", scope__regex=r"\S", given_on__isnull=False, expires_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_event_display()}: {self.picture}"

    def holds_on(self, day: date) -> bool:
        """Whether it is a consent at all, and that day is one of its days; on the day it ends it still holds."""
        given, until = self.given_on, self.expires_on
        return self.event == ConsentEvent.GIVEN and bool(given and until and given <= day <= until)


class PictureUse(models.Model):
    """That a revision shows a picture, in its words or at its top. The database writes it whenever words are saved."""

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="picture_uses")
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="uses")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_use_per_revision_and_picture", fields=["revision", "picture"]),
        ]

    def __str__(self) -> str:
        return f"{self.revision} shows {self.picture}"


def _uses_readers_see() -> "QuerySet[PictureUse]":
    """Uses by live words, and by those before them back to the last that were withdrawn (`domain.versions`)."""
    withdrawn = Revision.objects.filter(
        article=OuterRef("revision__article"), status=Status.WITHDRAWN, number__gte=OuterRef("revision__number")
    )
    return PictureUse.objects.filter(
        ~Exists(withdrawn),
        picture=OuterRef("pk"),
        revision__published_at__isnull=False,
        revision__article__live_revision__isnull=False,
    )


def _uses_that_count() -> "QuerySet[PictureUse]":
    discarded_unseen = Q(revision__status=Status.DISCARDED)
    return PictureUse.objects.filter(~discarded_unseen, picture=OuterRef("pk"))


def _holding(day: date) -> "QuerySet[PictureConsent]":
    later = PictureConsent.objects.filter(picture=OuterRef("picture"), pk__gt=OuterRef("pk"))
    return PictureConsent.objects.filter(
        ~Exists(later),
        picture=OuterRef("pk"),
        event=ConsentEvent.GIVEN,
        given_on__lte=day,
        expires_on__gte=day,
    )
