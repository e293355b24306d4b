"""What the clinic says of itself, the pictures it is known by, and who changed what. Changed through
`clinic_cms.keeping_clinic` only; read through `clinic_cms.profile`.
"""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import RecordAct

_COLOUR = r"^#[0-9a-f]{6}$"
_DIALLED = RegexValidator(r"^\+?(?:[ ().-]*\d){2,15}[ ().-]*$", _("A telephone number has 2 to 15 digits."))


class ClinicLogo(models.Model):
    """A picture that the clinic is known by. What it shows never changes: other pixels have another digest. Readers see
    it from the moment at which the clinic first used it.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("logo")
        verbose_name_plural = _("logos")
        constraints = [
            models.CheckConstraint(name="a_logo_is_named_by_its_pixels", condition=Q(digest__regex=r"^[0-9a-f]{64}$")),
        ]

    def __str__(self) -> str:
        return self.digest[:8]


class ClinicProfile(models.Model):
    """The clinic, in one row: there is no other."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(_("name"), max_length=80)
    tagline = models.CharField(
        _("what you promise"), max_length=160, blank=True, help_text=_("One short sentence, for the first page.")
    )
    country = models.CharField(_("country"), max_length=2)
    emergency_number = models.CharField(
        _("what people call in an emergency"), max_length=20, blank=True, validators=[_DIALLED]
    )
    address = models.TextField(_("address"), max_length=300, blank=True)
    phone = models.CharField(_("telephone"), max_length=24, blank=True, validators=[_DIALLED])
    email = models.EmailField(_("e-mail address"), blank=True)
    hours = models.JSONField(_("opening hours"), default=dict, blank=True)
    hours_note = models.CharField(
        _("more about the hours"), max_length=160, blank=True, help_text=_("Such as: Closed on public holidays.")
    )
    brand = models.CharField(_("your colour"), max_length=7, blank=True)
    brand_dark = models.CharField(_("your colour on dark screens"), max_length=7, blank=True)
    logo = models.ForeignKey(ClinicLogo, models.PROTECT, null=True, blank=True, related_name="+")
    logo_dark = models.ForeignKey(ClinicLogo, models.PROTECT, null=True, blank=True, related_name="+")
    logo_has_name = models.BooleanField(_("the logo shows the name already"), default=False)
    translations = models.JSONField(_("the same in other languages"), default=dict, blank=True, db_default={})
    disclaimers = models.JSONField(_("what new articles say of their limits"), default=dict, blank=True)

    class Meta:
        default_permissions = ()
        permissions = [("keep_clinic", "Can keep the clinic's name, look, hours and words up to date")]
        verbose_name = _("clinic")
        verbose_name_plural = _("clinic")
        constraints = [
            models.CheckConstraint(name="there_is_one_clinic", condition=Q(id=1)),
            models.CheckConstraint(name="a_clinic_has_a_name", condition=Q(name__regex=r"\S")),
            models.CheckConstraint(name="a_country_has_two_letters", condition=Q(country__regex=r"^[A-Z]{2}$")),
            models.CheckConstraint(
                name="a_colour_is_written_as_one",
                condition=(Q(brand="") | Q(brand__regex=_COLOUR)) & (Q(brand_dark="") | Q(brand_dark__regex=_COLOUR)),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ClinicChange(models.Model):
    """That somebody set up the clinic, or changed what it says. Append-only."""

    act = models.CharField(max_length=10, choices=RecordAct)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=145)
    at = models.DateTimeField(default=timezone.now)
    before = models.JSONField(default=dict)  # only what changed, as people read it: {field: value}
    after = models.JSONField(default=dict)

    class Meta:
        default_permissions = ()
        verbose_name = _("change of the clinic")
        verbose_name_plural = _("changes of the clinic")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="an_act_on_the_clinic_is_known", condition=Q(act__in=RecordAct.values)),
            models.CheckConstraint(name="a_change_of_the_clinic_names_who", condition=~Q(by_name="")),
        ]

    def __str__(self) -> str:
        return f"{self.by_name} {self.get_act_display()}"

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        """What changed: its name, what it was, what it is."""
        names = {each.name: str(each.verbose_name) for each in ClinicProfile._meta.concrete_fields}
        return [(names.get(name, name), self.before.get(name, ""), value) for name, value in self.after.items()]
