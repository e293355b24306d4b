from typing import Self
from urllib.parse import quote

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.enums import ReferenceKind
from articles.source_enums import SourceStatus, StudyType


class ReferenceQuerySet(models.QuerySet["Reference"]):
    def as_listed(self) -> Self:
        """In the order of the list, with what became of each source since: no further query for any of them."""
        return self.select_related("source").order_by("position")


class Reference(models.Model):
    """A source cited by one revision, in the order of the list readers see. Frozen with the revision's words.

    `csl` is what was said of the source then, and `entry` the line of the list that readers got: both as text, so that
    they are sealed byte for byte. Rows from before there was a library have neither, nor a source.
    """

    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="references", editable=False)
    position = models.PositiveSmallIntegerField(editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=ReferenceKind, default=ReferenceKind.JOURNAL_ARTICLE)
    authors = models.CharField(_("authors"), max_length=300, blank=True)
    title = models.CharField(_("title"), max_length=400)
    container = models.CharField(_("journal or publisher"), max_length=200, blank=True)
    year = models.CharField(_("year"), max_length=4, blank=True, validators=[RegexValidator(r"^(1[89]|20)\d\d$")])
    volume = models.CharField(_("volume"), max_length=20, blank=True)
    issue = models.CharField(_("issue"), max_length=20, blank=True)
    pages = models.CharField(_("pages"), max_length=40, blank=True)
    doi = models.CharField(
        _("DOI"),
        max_length=200,
        blank=True,
        validators=[RegexValidator(r"^10\.\d{4,9}/\S+$", _("Enter the DOI alone, such as 10.1001/jama.2024.1."))],
    )
    pmid = models.CharField(
        _("PubMed number"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^[1-9]\d{0,7}$", _("Enter the number alone, such as 24740528."))],
    )
    url = models.URLField(_("web address"), max_length=500, blank=True)
    checked_on = models.DateField(_("evidence checked on"), null=True, blank=True)
    source = models.ForeignKey("articles.Source", models.PROTECT, null=True, related_name="references", editable=False)
    study_type = models.CharField(_("study type"), max_length=20, choices=StudyType, blank=True, db_default="")
    participants = models.PositiveIntegerField(_("number of participants"), null=True, blank=True)
    population = models.CharField(_("population"), max_length=200, blank=True, db_default="")
    funding = models.CharField(_("funding"), max_length=200, blank=True, db_default="")
    csl = models.TextField(blank=True, db_default="", editable=False)
    entry = models.TextField(_("line of the list"), blank=True, db_default="", editable=False)

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        ordering = ["revision", "position"]
        constraints = [
            models.UniqueConstraint(name="one_reference_per_position", fields=["revision", "position"]),
            models.CheckConstraint(name="a_reference_kind_is_known", condition=models.Q(kind__in=ReferenceKind.values)),
            models.CheckConstraint(
                name="a_reference_study_type_is_known", condition=models.Q(study_type__in=["", *StudyType.values])
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def status(self) -> str:
        """What became of the source since: a `SourceStatus`. Rows from before the library count as "ok"."""
        return self.source.status if self.source else SourceStatus.OK

    @property
    def tells_when_accessed(self) -> bool:
        """Whether the line of the list itself says when the source was looked at."""
        return bool(self.entry and self.url and not self.doi)

    @property
    def address(self) -> str:
        """Where the source can be opened: its DOI's page, else PubMed's, else its own."""
        if self.doi:
            return f"https://doi.org/{quote(self.doi)}"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else self.url
