from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import RecordAct

OF = ("drug", "condition", "drug_use", "crisis_resource", "service", "phone", "story")


def _of_one_record() -> Q:
    """Exactly one of `OF` is there."""
    either = Q()
    for one in OF:
        either |= Q(**{f"{name}__isnull": name != one for name in OF})
    return either


class RecordChange(models.Model):
    """That somebody added, changed or checked one of the records that the clinic keeps up to date. Append-only.

    What came with the software names nobody.
    """

    drug = models.ForeignKey("articles.Drug", models.PROTECT, null=True, related_name="changes")
    condition = models.ForeignKey("articles.Condition", models.PROTECT, null=True, related_name="changes")
    drug_use = models.ForeignKey("articles.DrugUse", models.PROTECT, null=True, related_name="changes")
    crisis_resource = models.ForeignKey("articles.CrisisResource", models.PROTECT, null=True, related_name="changes")
    service = models.ForeignKey("articles.ClinicService", models.PROTECT, null=True, related_name="changes")
    phone = models.ForeignKey("articles.ClinicPhone", models.PROTECT, null=True, related_name="changes")
    story = models.ForeignKey("articles.PatientStory", models.PROTECT, null=True, related_name="changes")
    act = models.CharField(max_length=10, choices=RecordAct)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=145)
    at = models.DateTimeField(default=timezone.now)
    before = models.JSONField(default=dict)  # only what changed, as people read it: {name: value}
    after = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("change of a record")
        verbose_name_plural = _("changes of records")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="a_change_is_of_one_record", condition=_of_one_record()),
            models.CheckConstraint(name="an_act_on_a_record_is_known", condition=Q(act__in=RecordAct.values)),
            models.CheckConstraint(name="a_change_names_who_made_it", condition=~Q(by_name="")),
        ]

    def __str__(self) -> str:
        return f"{self.by_name} {self.get_act_display()}"

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        """What changed: its name, what it was, what it is."""
        return [(name, self.before.get(name, ""), value) for name, value in self.after.items()]
