"""Who a sign-off waits for, and who is reading right now."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import SignOffKind, Status
from articles.models.review import Review, SignOff


class WithPersonQuerySet(models.QuerySet):
    def unfinished(self) -> Self:
        """Of reviews that still wait, by people who have not signed them off."""
        signed = SignOff.objects.filter(review=OuterRef("review"), by=OuterRef("person"))
        return self.filter(~Exists(signed), review__revision__status=Status.IN_REVIEW)


class AssignmentQuerySet(WithPersonQuerySet):
    def current(self) -> Self:
        """Not given to somebody else since."""
        return self.filter(replaced_by__isnull=True)

    def open(self) -> Self:
        """What waits for the person it was given to last."""
        return self.current().unfinished()


class Assignment(models.Model):
    """The record that one sign-off of a review was given to a person. Append-only: giving it to somebody else is a new
    one that replaces it. It asks that person; it keeps nobody else from signing.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="assignments")
    kind = models.CharField(max_length=10, choices=SignOffKind)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="assignments")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")  # nobody: the rule
    reason = models.TextField(blank=True, max_length=500)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="an_assignment_kind_is_known", condition=Q(kind__in=SignOffKind.values)),
            models.CheckConstraint(
                name="whoever_assigns_says_why", condition=Q(by__isnull=True) | ~Q(reason__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} sign-off of {self.review} for {self.person}"


class ClaimQuerySet(WithPersonQuerySet):
    def running(self, now: datetime) -> Self:
        """Neither given back nor run out, of reviews that still wait."""
        return self.unfinished().filter(released_at__isnull=True, expires_at__gt=now)


class Claim(models.Model):
    """That somebody is reading a revision for one sign-off. It runs out by itself; nothing of it is ever deleted."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="claims")
    kind = models.CharField(max_length=10, choices=SignOffKind)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="claims")
    claimed_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="a_claim_kind_is_known", condition=Q(kind__in=SignOffKind.values)),
            models.CheckConstraint(name="a_claim_ends_after_it_began", condition=Q(expires_at__gt=F("claimed_at"))),
        ]

    def __str__(self) -> str:
        return f"{self.person} reads {self.review}"
