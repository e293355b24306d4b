from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.source_enums import Nature


class RetractionEntry(models.Model):
    """One notice of Retraction Watch about one paper, as the last file that was loaded says it."""

    record_id = models.PositiveIntegerField(primary_key=True)
    doi = models.CharField(max_length=200, blank=True)
    pmid = models.CharField(max_length=8, blank=True)
    nature = models.CharField(max_length=14, choices=Nature)
    date = models.DateField(null=True)
    reason = models.TextField(blank=True)
    notice_doi = models.CharField(max_length=200, blank=True)
    loaded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("retraction notice")
        verbose_name_plural = _("retraction notices")
        ordering = ["record_id"]
        constraints = [
            models.CheckConstraint(name="a_nature_is_known", condition=Q(nature__in=Nature.values)),
        ]
        indexes = [
            models.Index(name="retractions_by_doi", fields=["doi"], condition=~Q(doi="")),
            models.Index(name="retractions_by_pmid", fields=["pmid"], condition=~Q(pmid="")),
        ]

    def __str__(self) -> str:
        return f"{self.get_nature_display()} {self.record_id}"
