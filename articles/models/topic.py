from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.enums import Risk
from articles.workflow import MOST_REVIEW_MONTHS, REVIEW_MONTHS


def _here() -> str:
    return get_language() or settings.LANGUAGE_CODE


class TopicQuerySet(models.QuerySet["Topic"]):
    def with_live_articles(self) -> Self:
        """The topics under which readers find something in the language of the page that is being made."""
        return self.filter(
            revision__live_article__isnull=False,
            revision__live_article__site_page=None,
            revision__live_article__language=_here(),
        ).distinct()

    def known_to_readers(self) -> Self:
        """Those, and the ones under which readers found something once: an address that was good stays good."""
        return self.filter(
            revision__published_at__isnull=False,
            revision__article__site_page=None,
            revision__article__language=_here(),
        ).distinct()


class Topic(models.Model):
    """What an article is about; its risk decides which sign-offs the article needs."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    description = models.TextField(_("description"), max_length=300, blank=True)
    # Its name and description in the site's other languages, by their codes: {"es": {"name": …, "description": …}}.
    translations = models.JSONField(default=dict, blank=True)
    risk = models.CharField(_("risk"), max_length=10, choices=Risk, default=Risk.STANDARD)
    review_months = models.PositiveSmallIntegerField(
        _("months between reviews"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_REVIEW_MONTHS)],
    )

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(name="a_topic_has_a_known_risk", condition=models.Q(risk__in=Risk.values)),
            models.CheckConstraint(
                name="a_topic_is_reviewed_in_time",
                condition=models.Q(review_months=None) | models.Q(review_months__range=(1, MOST_REVIEW_MONTHS)),
            ),
        ]

    def __str__(self) -> str:
        return self.name_here

    @property
    def months_between_reviews(self) -> int:
        """How long a review of one of its articles holds: as the topic says, or else by its risk."""
        return self.review_months or REVIEW_MONTHS[Risk(self.risk)]

    @property
    def name_here(self) -> str:
        """Its name in the language of the page that is being made, or else as the clinic's own language has it."""
        return self.translations.get(_here(), {}).get("name") or self.name

    @property
    def description_here(self) -> str:
        """The same for its description; empty where only the name is translated."""
        said = self.translations.get(_here())
        return said.get("description", "") if said else self.description

    @property
    def language_here(self) -> str:
        """The language of those two."""
        return _here() if self.translations.get(_here()) else settings.LANGUAGE_CODE

    def get_absolute_url(self) -> str:
        return reverse("articles:topic", args=[self.slug])
