import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import ReferenceKind
from articles.source_enums import SourceStatus, StudyType

KNOWN_BY = ("doi", "pmid", "isbn", "url")


def new_key() -> str:
    """What a marker in the words knows a source by: ten hexadecimal digits, the same for ever."""
    return secrets.token_hex(5)


class SourceQuerySet(models.QuerySet["Source"]):
    def matching(self, words: str) -> Self:
        """Those whose title, authors, journal, year or identifiers hold each of these words."""
        found = self
        for word in words.split()[:8]:
            found = found.filter(Q(search__icontains=word))
        return found

    def flagged(self) -> Self:
        return self.exclude(status=SourceStatus.OK)


class Source(models.Model):
    """One source in the clinic's library. Its CSL-JSON is the truth; the columns are read off it, to find and compare.

    An article cites it through `Reference` rows, which keep what was said of it at that revision.
    """

    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    csl = models.JSONField()
    kind = models.CharField(_("kind"), max_length=20, choices=ReferenceKind, default=ReferenceKind.JOURNAL_ARTICLE)
    title = models.CharField(_("title"), max_length=400)
    doi = models.CharField(_("DOI"), max_length=200, blank=True)  # in lower case: DOIs are compared without it
    pmid = models.CharField(_("PubMed number"), max_length=8, blank=True)
    isbn = models.CharField(_("ISBN"), max_length=13, blank=True)
    url = models.URLField(_("web address"), max_length=500, blank=True)
    search = models.TextField(editable=False)

    study_type = models.CharField(_("study type"), max_length=20, choices=StudyType, blank=True)
    participants = models.PositiveIntegerField(_("number of participants"), null=True, blank=True)
    population = models.CharField(_("population"), max_length=200, blank=True)
    funding = models.CharField(_("funding"), max_length=200, blank=True)
    peer_reviewed = models.BooleanField(_("peer reviewed"), null=True, blank=True)

    status = models.CharField(max_length=10, choices=SourceStatus, default=SourceStatus.OK, editable=False)
    status_on = models.DateField(null=True, editable=False)  # the day of the notice
    status_from = models.CharField(max_length=200, blank=True, editable=False)  # where it is known from
    checked_at = models.DateTimeField(null=True, editable=False)  # when it was last compared with a list of notices

    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False)
    added_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["title", "pk"]
        constraints = [
            *(
                models.UniqueConstraint(name=f"one_source_per_{name}", fields=[name], condition=~Q(**{name: ""}))
                for name in KNOWN_BY
            ),
            models.CheckConstraint(name="a_source_key_is_hexadecimal", condition=Q(key__regex="^[0-9a-f]{10}$")),
            models.CheckConstraint(name="a_source_kind_is_known", condition=Q(kind__in=ReferenceKind.values)),
            models.CheckConstraint(name="a_study_type_is_known", condition=Q(study_type__in=["", *StudyType.values])),
            models.CheckConstraint(name="a_source_status_is_known", condition=Q(status__in=SourceStatus.values)),
        ]
        indexes = [models.Index(name="sources_by_change", fields=["-changed_at", "-id"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("desk:source", args=[self.pk])

    @property
    def is_retracted(self) -> bool:
        return self.status == SourceStatus.RETRACTED

    @property
    def is_flagged(self) -> bool:
        return self.status != SourceStatus.OK
