from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import ReminderStep


class ReviewReminder(models.Model):
    """That one step of the reminders for one review date was taken, or passed over for a later one. Append-only.

    It is kept by article and date, not by revision: an edit carries the date on and must not start the reminders anew.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="review_reminders")
    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="+")  # the live words of that day
    due_on = models.DateField()
    step = models.SmallIntegerField(choices=ReminderStep)
    passed_over = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("review reminder")
        verbose_name_plural = _("review reminders")
        ordering = ["due_on", "step"]
        constraints = [
            models.UniqueConstraint(name="each_reminder_once", fields=["article", "due_on", "step"]),
            models.CheckConstraint(name="a_reminder_step_is_known", condition=Q(step__in=ReminderStep.values)),
        ]

    def __str__(self) -> str:
        return f"{self.article}, {self.due_on}: {self.get_step_display()}"
