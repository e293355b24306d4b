from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import CheckOccasion, OverrideAct


class CheckRun(models.Model):
    """What the clinical checks found in the exact words of a revision when a step was taken. Append-only.

    `checked` is the digest of everything that the engine was told, the words with all the facts. Each finding says who
    had overridden it by then, so that the run can be read by itself for ever.
    """

    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="check_runs")
    occasion = models.CharField(max_length=10, choices=CheckOccasion)
    sign_off = models.OneToOneField("articles.SignOff", models.PROTECT, null=True, related_name="check_run")
    seal = models.CharField(max_length=64)
    checked = models.CharField(max_length=64)
    engine_version = models.CharField(max_length=20)
    ruleset_version = models.CharField(max_length=20)
    at = models.DateTimeField(default=timezone.now)
    milliseconds = models.PositiveIntegerField()
    cut_short = models.BooleanField(default=False)
    findings = models.JSONField(default=list)

    class Meta:
        verbose_name = _("run of the checks")
        verbose_name_plural = _("runs of the checks")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="an_occasion_is_known", condition=Q(occasion__in=CheckOccasion.values)),
            models.CheckConstraint(
                name="a_run_at_a_sign_off_belongs_to_it",
                condition=Q(occasion=CheckOccasion.SIGN_OFF, sign_off__isnull=False)
                | ~Q(occasion=CheckOccasion.SIGN_OFF) & Q(sign_off=None),
            ),
        ]

    def __str__(self) -> str:
        return f"Checks of {self.revision}, {self.get_occasion_display()}"

    @property
    def overridden(self) -> list[dict[str, Any]]:
        """The findings that a clinician had let stand by then."""
        return [finding for finding in self.findings if finding["override"]]


class FindingOverrideQuerySet(models.QuerySet["FindingOverride"]):
    def of_round(self, article: Any, after: int, upto: int) -> Self:
        """Given for revisions of an article after the number `after`, which was live last, and up to this one."""
        return self.filter(revision__article=article, revision__number__gt=after, revision__number__lte=upto)


class FindingOverride(models.Model):
    """That a clinician lets one blocking finding stand in one revision's words, or takes that back. Append-only.

    It counts while that very finding stands in the words, until they have gone live; then the next reviewer is asked
    again. The credential's words are copied, as in a sign-off.
    """

    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="overrides")
    act = models.CharField(max_length=10, choices=OverrideAct)
    rule = models.CharField(max_length=10)
    fingerprint = models.CharField(max_length=64)
    quote = models.TextField(blank=True)
    message = models.TextField()
    reason = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="overrides")
    by_name = models.CharField(max_length=145)
    credential = models.ForeignKey("clinic_cms.Credential", models.PROTECT, related_name="+")
    credential_title = models.CharField(max_length=120)
    credential_issuer = models.CharField(max_length=120)
    credential_expires_on = models.DateField(null=True)
    at = models.DateTimeField(default=timezone.now)

    objects = FindingOverrideQuerySet.as_manager()

    class Meta:
        verbose_name = _("override")
        verbose_name_plural = _("overrides")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="an_act_on_a_finding_is_known", condition=Q(act__in=OverrideAct.values)),
            models.CheckConstraint(name="an_override_says_why", condition=~Q(reason="")),
            models.CheckConstraint(
                name="an_override_names_a_credential", condition=~Q(credential_title="") & ~Q(credential_issuer="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by_name} {self.get_act_display()}: {self.rule}"


class OverrideRequest(models.Model):
    """That an editor asked whether a finding may stand; the thread is where it is answered. Append-only."""

    thread = models.OneToOneField("articles.Thread", models.PROTECT, related_name="override_request")
    rule = models.CharField(max_length=10)
    fingerprint = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("question about a finding")
        verbose_name_plural = _("questions about findings")

    def __str__(self) -> str:
        return f"{self.rule}: {self.thread}"
