"""What the clinical checks know of medicines and crisis lines: records that people of the clinic keep up to date.

They are changed through `articles.domain.clinical_data` only, which writes down every change for ever.
"""

from datetime import date, timedelta
from typing import Final, Self

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.enums import Audience, Schedule, Standing

VERIFIED_FOR: Final = timedelta(days=180)  # so long a look at the source holds


def dialled(number: str) -> str:
    """A telephone number as a `tel:` or `sms:` address wants it."""
    return "".join(each for each in number if each.isdigit() or each == "+")


class VerifiedQuerySet(models.QuerySet["Verified"]):
    def stale(self, today: date) -> Self:
        """Never checked with their source by somebody of this clinic, or too long ago."""
        return self.filter(Q(verified_on=None) | Q(verified_on__lt=today - VERIFIED_FOR))


class Verified(models.Model):
    """A record with a source that somebody looks at again, twice a year."""

    source_url = models.URLField(_("source"), max_length=500)
    verified_on = models.DateField(_("checked with its source on"), null=True, blank=True, editable=False)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    class Meta:
        abstract = True

    @property
    def is_stale(self) -> bool:
        return self.verified_on is None or self.verified_on < timezone.localdate() - VERIFIED_FOR


class Named(models.Model):
    """Something articles speak of, under one name or several."""

    name = models.CharField(_("name"), max_length=80)
    synonyms = models.CharField(
        _("other names"), max_length=400, blank=True, help_text=_("With commas between them: brand names, short forms.")
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, its own first."""
        return (self.name, *(name for each in self.synonyms.split(",") if (name := " ".join(each.split()))))


class Drug(Named):
    """A medicine that the checks know."""

    schedule = models.CharField(_("control"), max_length=3, choices=Schedule, blank=True)

    class Meta:
        verbose_name = _("medicine")
        verbose_name_plural = _("medicines")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="a_medicine_is_kept_once"),
            models.CheckConstraint(name="a_schedule_is_known", condition=Q(schedule__in=Schedule.values)),
        ]


class Condition(Named):
    """A health condition that the checks know."""

    class Meta:
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("name"), name="a_condition_is_kept_once")]


class DrugUse(Verified):
    """What an authority says of a medicine for a condition, with where it says so."""

    drug = models.ForeignKey(Drug, models.PROTECT, related_name="uses", verbose_name=_("medicine"))
    condition = models.ForeignKey(Condition, models.PROTECT, related_name="uses", verbose_name=_("condition"))
    standing = models.CharField(_("standing"), max_length=16, choices=Standing)
    authority = models.CharField(_("authority"), max_length=20, default="FDA", help_text=_("Such as FDA, MHRA or EMA"))

    objects = VerifiedQuerySet.as_manager()

    class Meta:
        verbose_name = _("use of a medicine")
        verbose_name_plural = _("uses of medicines")
        ordering = ["drug__name", "condition__name", "authority"]
        constraints = [
            models.UniqueConstraint(
                name="one_standing_per_use",
                fields=["drug", "condition", "authority"],
                violation_error_message=_("This authority's word on that use is kept already. Change it there."),
            ),
            models.CheckConstraint(name="a_standing_is_known", condition=Q(standing__in=Standing.values)),
        ]

    def __str__(self) -> str:
        return f"{self.drug} for {self.condition}: {self.get_standing_display()} ({self.authority})"


class CrisisResource(Verified):
    """A crisis line of one country, told in one language. It is switched off, never deleted: old words named it."""

    country = models.CharField(
        _("country"), max_length=2, validators=[RegexValidator(r"^[A-Z]{2}$", _("Two capital letters, such as US."))]
    )
    audience = models.CharField(_("for"), max_length=10, choices=Audience, default=Audience.GENERAL)
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    name = models.CharField(_("name"), max_length=80)
    phone = models.CharField(
        _("telephone"), max_length=20, blank=True, validators=[RegexValidator(r"^\+?[\d ().-]*\d[\d ().-]*$")]
    )
    then = models.CharField(_("then"), max_length=40, blank=True, help_text=_("Such as: then press 1"))
    sms_number = models.CharField(
        _("text message to"), max_length=20, blank=True, validators=[RegexValidator(r"^\+?[\d ().-]*\d[\d ().-]*$")]
    )
    sms_keyword = models.CharField(_("the word to send"), max_length=20, blank=True)
    chat_url = models.URLField(_("chat"), max_length=500, blank=True)
    hours = models.CharField(_("hours"), max_length=80)
    active = models.BooleanField(_("in use"), default=True)
    order = models.PositiveSmallIntegerField(_("place in the list"), default=1)

    objects = VerifiedQuerySet.as_manager()

    class Meta:
        verbose_name = _("crisis line")
        verbose_name_plural = _("crisis lines")
        ordering = ["country", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_crisis_line_can_be_reached",
                condition=~Q(phone="") | ~Q(sms_number="") | ~Q(chat_url=""),
                violation_error_message=_("Give at least one way to reach them: telephone, text message or chat."),
            ),
            models.CheckConstraint(name="an_audience_is_known", condition=Q(audience__in=Audience.values)),
            models.CheckConstraint(
                name="a_word_to_send_has_a_number",
                condition=Q(sms_keyword="") | ~Q(sms_number=""),
                violation_error_message=_("Say which number the word is sent to."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.country})"

    @property
    def tel(self) -> str:
        return dialled(self.phone)

    @property
    def sms(self) -> str:
        return dialled(self.sms_number)


def told_here(lines: models.QuerySet[CrisisResource]) -> models.QuerySet[CrisisResource]:
    """Of crisis lines those told in the language of the page that is being made; where a country has none in it for an
    audience, those in the clinic's own.
    """
    here, own = get_language() or settings.LANGUAGE_CODE, settings.LANGUAGE_CODE
    if here == own:
        return lines.filter(language=own)
    theirs = CrisisResource.objects.filter(
        country=OuterRef("country"), audience=OuterRef("audience"), active=True, language=here
    )
    return lines.filter(Q(language=here) | Q(language=own) & ~Exists(theirs))
