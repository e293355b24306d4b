from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Stewardship(models.Model):
    """Who looks after an article and how long a review of it holds, from a moment on. Append-only; the newest counts.

    No owner: nobody in particular. No months: as long as its topic says.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="stewardships")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    review_months = models.PositiveSmallIntegerField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("who looks after an article")
        verbose_name_plural = _("who looks after articles")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.article}, from {self.at}"
