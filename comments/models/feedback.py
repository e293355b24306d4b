from django.db import models
from django.db.models import Q
from django.utils import timezone

from comments.enums import Verdict

LONGEST_REMARK = 500


class Feedback(models.Model):
    """What a reader thinks of a page. Nobody's name, address or anything else about them is asked or kept, and personal
    details are taken out of the words before they are stored. Append-only.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="feedback")
    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="+")  # the words that they read
    verdict = models.CharField(max_length=12, choices=Verdict)
    words = models.TextField(max_length=LONGEST_REMARK, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(name="a_verdict_is_known", condition=Q(verdict__in=Verdict.values))]
        indexes = [models.Index(name="feedback_of_an_article", fields=["article", "at"])]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: article {self.article_id}"
