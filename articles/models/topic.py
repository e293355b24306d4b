from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.enums import Risk


class Topic(models.Model):
    """What an article is about; its risk decides which sign-offs the article needs."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    description = models.TextField(_("description"), max_length=300, blank=True)
    risk = models.CharField(_("risk"), max_length=10, choices=Risk, default=Risk.STANDARD)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(name="a_topic_has_a_known_risk", condition=models.Q(risk__in=Risk.values)),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("articles:topic", args=[self.slug])
