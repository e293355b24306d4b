from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TopicWithdrawal(models.Model):
    """That somebody took down every live article of a topic in one act. Append-only: what was submitted before it does
    not go live after it.
    """

    topic = models.ForeignKey("articles.Topic", models.PROTECT, related_name="withdrawals")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=145)
    at = models.DateTimeField(default=timezone.now)
    note = models.TextField(max_length=2000)
    notice = models.TextField(max_length=2000)

    class Meta:
        verbose_name = _("withdrawal of a topic")
        verbose_name_plural = _("withdrawals of topics")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="a_topic_is_withdrawn_with_a_reason_and_a_notice",
                condition=models.Q(note__regex=r"\S", notice__regex=r"\S"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by_name} withdrew every article on {self.topic}"
