from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class NamedVersion(models.Model):
    """The words and references of a draft as they were when somebody kept them under a name. Append-only.

    It is nothing that can be signed off or go live: its words come back only through a draft.
    """

    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="named_versions")
    name = models.CharField(_("name"), max_length=120)
    by_itself = models.BooleanField(default=False)  # kept before other words took their place
    words_version = models.PositiveIntegerField()
    words = models.JSONField(encoder=DjangoJSONEncoder)
    references = models.JSONField(encoder=DjangoJSONEncoder)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("named version")
        verbose_name_plural = _("named versions")
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(name="a_version_has_a_name", condition=~models.Q(name=""))]

    def __str__(self) -> str:
        return self.name
