from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import Status

if TYPE_CHECKING:
    from articles.models.revision import Revision
    from clinic_cms.models import User


class AutosaveQuerySet(models.QuerySet["Autosave"]):
    def of(self, person: "User") -> Self:
        """What this person typed: nobody else may read it."""
        return self.filter(person=person)

    def beside(self, revision: "Revision") -> Self:
        """What was typed into this revision or an earlier one of its article, the newest first."""
        return self.filter(revision__article=revision.article_id, revision__number__lte=revision.number)


class Autosave(models.Model):
    """What one person has typed into one window and not saved: the form as it stood, not words of the revision.

    Only its person reads it. It is no version, changes nothing, and goes away when they save or throw it away.
    """

    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="autosaves")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="autosaves")
    window = models.UUIDField()
    words_version = models.PositiveIntegerField()  # of the saved words that the form was made from
    count = models.PositiveIntegerField(default=0)  # rises with each change; what arrives late replaces nothing newer
    typed = models.JSONField()  # [name, value] for each field, as a form sends them; never cleaned
    saved_at = models.DateTimeField(default=timezone.now)

    objects = AutosaveQuerySet.as_manager()

    class Meta:
        verbose_name = _("autosave")
        verbose_name_plural = _("autosaves")
        ordering = ["-saved_at", "-pk"]
        constraints = [
            models.UniqueConstraint(name="one_autosave_per_window", fields=["revision", "person", "window"]),
        ]

    def __str__(self) -> str:
        return f"What {self.person} typed into {self.revision}"

    @property
    def seen(self) -> str:
        """The state of the draft that the form was made from (`Revision.state_token`)."""
        return f"{Status.DRAFT}.{self.words_version}"
