"""The people of the clinic and the credentials that let some of them sign off clinical words."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clinic_cms.shared.refusal import Refusal


class User(AbstractUser):
    """A person who works at the desk. People are deactivated, never deleted: what they did keeps their name."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(_("full name"), max_length=120)
    honorific = models.CharField(_("title before the name"), max_length=20, blank=True, help_text=_("Such as Dr"))
    job_title = models.CharField(_("role at the clinic"), max_length=120, blank=True)
    # That role in the site's other languages, by their codes: {"es": {"job_title": …}}.
    translations = models.JSONField(default=dict, blank=True)
    slug = models.SlugField(_("address on the site"), max_length=60, unique=True, null=True, blank=True)
    biography = models.TextField(_("about this person"), max_length=2000, blank=True)
    email = models.EmailField(_("e-mail address"), unique=True)
    daily_notices = models.BooleanField(_("one mail a day instead of one for each event"), default=False)
    language = models.CharField(
        _("language of mail and notices"),
        max_length=10,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        db_default=settings.LANGUAGE_CODE,
        help_text=_("Signing in leads to the desk in this language too."),
    )

    REQUIRED_FIELDS = ["email", "full_name"]
    objects: ClassVar[UserManager[Self]] = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        permissions = [("manage_people", "Can add people, give roles and verify credentials")]
        constraints = [
            # Signing in ignores the case of an e-mail address, so two spellings of one are one person's.
            models.UniqueConstraint(Lower("email"), name="one_person_per_email"),
            models.CheckConstraint(
                name="a_persons_language_is_a_code", condition=models.Q(language__regex="^[a-z]{2}(-[a-z]+)?$")
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        return f"{self.honorific} {self.full_name}".strip() or self.username

    def job_title_in(self, language: str) -> str:
        """The role at the clinic in a language, or else as the clinic's own language has it."""
        return self.translations.get(language, {}).get("job_title") or self.job_title

    @property
    def job_title_here(self) -> str:
        """The same in the language of the page that is being made."""
        return self.job_title_in(get_language() or settings.LANGUAGE_CODE)

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.display_name

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: deactivate the person instead. The database refuses it too."""
        raise Refusal(str(_("People are never deleted. Close the account instead.")))


class CredentialQuerySet(models.QuerySet["Credential"]):
    def valid_on(self, day: date) -> Self:
        """Credentials that somebody has verified by that day and that have not expired on it."""
        return self.filter(models.Q(expires_on__isnull=True) | models.Q(expires_on__gte=day), verified_on__lte=day)


class Credential(models.Model):
    """A licence or certificate of one person. A sign-off copies its words as they are that day."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="credentials")
    title = models.CharField(_("credential"), max_length=120, help_text=_("Such as MD, board-certified psychiatrist"))
    issuer = models.CharField(_("issued by"), max_length=120)
    number = models.CharField(_("number (never shown to readers)"), max_length=60, blank=True)
    expires_on = models.DateField(_("valid until"), null=True, blank=True)
    verified_on = models.DateField(_("verified on"), null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="credentials_verified"
    )

    objects = CredentialQuerySet.as_manager()

    class Meta:
        verbose_name = _("credential")
        verbose_name_plural = _("credentials")
        ordering = ["-verified_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_credential_is_verified_by_somebody_else",
                condition=models.Q(verified_by__isnull=True) | ~models.Q(verified_by=models.F("person")),
                violation_error_message=_("Nobody can verify their own credential."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.issuer})"
