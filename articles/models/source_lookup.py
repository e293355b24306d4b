from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.source_enums import LookupState


class SourceLookup(models.Model):
    """A question to Crossref about one DOI, and its answer: offered to whoever writes, never put over their words."""

    doi = models.CharField(max_length=200)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=8, choices=LookupState, default=LookupState.WAITING)
    answered_at = models.DateTimeField(null=True)
    csl = models.JSONField(null=True)
    problem = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("lookup of a source")
        verbose_name_plural = _("lookups of sources")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="a_lookup_state_is_known", condition=Q(state__in=LookupState.values)),
            models.CheckConstraint(
                name="only_what_was_found_has_an_answer",
                condition=Q(state=LookupState.FOUND, csl__isnull=False)
                | (~Q(state=LookupState.FOUND) & Q(csl__isnull=True)),
            ),
        ]
        indexes = [models.Index(name="lookups_by_doi", fields=["doi", "-id"])]

    def __str__(self) -> str:
        return f"{self.doi}: {self.get_state_display()}"
