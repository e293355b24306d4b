"""What the clinical checks know of the clinic itself: what it offers, its telephone numbers, and which patients' words
it may show. Changed through `articles.domain.clinical_data` only, which writes down every change for ever.
"""

from datetime import date
from typing import Final, Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.models.clinical_data import Named, dialled

# An authorization of a word or two would let many other words pass.
SHORTEST_QUOTE: Final = 15


class ClinicService(Named):
    """Something the clinic offers for money. It is switched off, never deleted: old words named it."""

    sentence = models.CharField(
        _("the sentence that says so"),
        max_length=300,
        help_text=_(
            "Articles that name it have to contain this sentence, such as: This clinic offers ketamine infusions."
        ),
    )
    active = models.BooleanField(_("offered now"), default=True)

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="a_service_is_kept_once"),
            models.CheckConstraint(name="a_service_has_its_sentence", condition=Q(sentence__regex=r"\S")),
        ]


class ClinicPhone(models.Model):
    """A telephone number of the clinic: articles may give it. It is no crisis line, and never counts as one."""

    label = models.CharField(_("whose number it is"), max_length=80, help_text=_("Such as: front desk"))
    number = models.CharField(
        _("telephone"),
        max_length=20,
        unique=True,
        validators=[RegexValidator(r"^\+?(?:[ ().-]*\d){3,15}[ ().-]*$", _("A telephone number has 3 to 15 digits."))],
    )
    active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("telephone number")
        verbose_name_plural = _("telephone numbers")
        ordering = ["label", "pk"]
        constraints = [
            models.CheckConstraint(name="a_clinic_phone_has_digits", condition=Q(number__regex=r"\d.*\d.*\d")),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.number}"

    @property
    def digits(self) -> str:
        return dialled(self.number).lstrip("+")


class PatientStoryQuerySet(models.QuerySet["PatientStory"]):
    def authorised(self, day: date) -> Self:
        """Those that the patient's written authorization allows on that day."""
        return self.filter(valid_from__lte=day, expires_on__gte=day).exclude(withdrawn_on__lte=day)

    def unauthorised(self, day: date) -> Self:
        return self.exclude(pk__in=self.authorised(day))


class PatientStory(models.Model):
    """A patient's own words in one article, and the paper on which the patient allowed them. The paper is named by
    where it is kept; the patient never is.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="stories", editable=False)
    quote = models.TextField(
        _("the patient's words"),
        max_length=4000,
        help_text=_("Exactly as the article has them, and nothing that is not the patient's. No name."),
    )
    paper = models.CharField(
        _("where the signed authorization is kept"),
        max_length=200,
        help_text=_("A file or folder number. Never the patient's name."),
    )
    valid_from = models.DateField(_("signed on"))
    expires_on = models.DateField(_("holds until"), help_text=_("The last day on which it may be shown."))
    withdrawn_on = models.DateField(
        _("taken back on"),
        null=True,
        blank=True,
        help_text=_("The patient may take it back at any time. That is for ever: a new signature is a new record."),
    )

    objects = PatientStoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("patient's story")
        verbose_name_plural = _("patients' stories")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="a_story_is_more_than_a_word",
                condition=Q(quote__regex=rf"\S.{{{SHORTEST_QUOTE - 2},}}\S"),
                violation_error_message=_("Give the patient's words as the article has them, a sentence at least."),
            ),
            models.CheckConstraint(name="a_story_names_its_paper", condition=Q(paper__regex=r"\S")),
            models.CheckConstraint(
                name="a_story_ends_after_it_begins",
                condition=Q(expires_on__gte=F("valid_from")),
                violation_error_message=_("It holds until a day after it was signed. Look at the two days again."),
            ),
        ]

    def __str__(self) -> str:
        return Truncator(" ".join(self.quote.split())).chars(60)

    def authorised_on(self, day: date) -> bool:
        is_back = self.withdrawn_on is not None and self.withdrawn_on <= day
        return self.valid_from <= day <= self.expires_on and not is_back

    @property
    def is_authorised(self) -> bool:
        return self.authorised_on(timezone.localdate())
