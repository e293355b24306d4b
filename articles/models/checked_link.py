from datetime import datetime, timedelta
from typing import Final, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.source_enums import LinkState

LONGEST_LINK: Final = 1_000
GONE_AFTER: Final = 2  # looks, a day apart: a page that is being mended is not gone
AGAIN: Final = timedelta(days=7)
AGAIN_WHERE_GONE: Final = timedelta(days=1)
LISTED_FOR: Final = timedelta(days=2)


class CheckedLinkQuerySet(models.QuerySet["CheckedLink"]):
    def dead(self) -> Self:
        return self.filter(times_gone__gte=GONE_AFTER)

    def due(self, now: datetime) -> Self:
        """What live articles link to and nobody has looked at for long enough."""
        fine = Q(times_gone=0, asked_at__lte=now - AGAIN)
        gone = Q(times_gone__gt=0, asked_at__lte=now - AGAIN_WHERE_GONE)
        return self.filter(Q(asked_at=None) | fine | gone, listed_at__gt=now - LISTED_FOR)


class CheckedLink(models.Model):
    """An address that live articles link to, and what became of the last look at it."""

    address = models.CharField(max_length=LONGEST_LINK, unique=True)
    listed_at = models.DateTimeField()  # when a live article had it last
    asked_at = models.DateTimeField(null=True)  # when it was put into the queue last
    looked_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=8, choices=LinkState, default=LinkState.UNKNOWN)
    times_gone = models.PositiveSmallIntegerField(default=0)  # in how many looks without a break

    objects = CheckedLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("checked link")
        verbose_name_plural = _("checked links")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="a_link_state_is_known", condition=Q(state__in=LinkState.values)),
        ]

    def __str__(self) -> str:
        return f"{self.address}: {self.get_state_display()}"
