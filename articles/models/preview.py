from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import AdviceVerdict, PreviewEvent, PreviewKind, Status


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    def open_at(self, now: datetime) -> Self:
        """Links that still lead somewhere."""
        return self.filter(revoked_at=None, expires_at__gt=now).exclude(revision__status__in=sorted(Status.ended()))


class PreviewLink(models.Model):
    """A private, read-only way to one revision for one named person without an account. Its address is never stored:
    it is made from `nonce` and the site's secret key (`articles/preview_tokens.py`).
    """

    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="preview_links")
    kind = models.CharField(_("whom you ask"), max_length=10, choices=PreviewKind, default=PreviewKind.EXPERT)
    name = models.CharField(_("name"), max_length=120)
    profession = models.CharField(_("profession"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail address"))
    question = models.TextField(_("what you ask"), max_length=1000, blank=True)
    nonce = models.CharField(max_length=32, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="preview_links")
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="a_preview_kind_is_known", condition=Q(kind__in=PreviewKind.values)),
            models.CheckConstraint(
                name="a_preview_ends_after_it_began", condition=Q(expires_at__gt=models.F("created_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} reads {self.revision}"

    def is_open(self, now: datetime) -> bool:
        return self.revoked_at is None and self.expires_at > now and self.revision.status not in Status.ended()


class PreviewCode(models.Model):
    """A code that was sent to the named address. The digits are made from `nonce` and the secret key, never stored."""

    link = models.ForeignKey(PreviewLink, models.PROTECT, related_name="codes")
    nonce = models.CharField(max_length=32)
    sent_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Code for {self.link}"


class PreviewRecord(models.Model):
    """What happened with a link, and when. Append-only."""

    link = models.ForeignKey(PreviewLink, models.PROTECT, related_name="records")
    event = models.CharField(max_length=16, choices=PreviewEvent)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_event_display()}: {self.link}"


class Advice(models.Model):
    """What an outside expert says of the words they were shown, sealed to them. Append-only; never a sign-off."""

    link = models.ForeignKey(PreviewLink, models.PROTECT, related_name="advice")
    verdict = models.CharField(max_length=16, choices=AdviceVerdict)
    text = models.TextField(max_length=4000, blank=True)
    interests = models.TextField(max_length=1000)
    name = models.CharField(max_length=120)
    profession = models.CharField(max_length=120, blank=True)
    seal = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("advice")
        verbose_name_plural = _("advice")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="an_advice_is_known", condition=Q(verdict__in=AdviceVerdict.values)),
            models.CheckConstraint(name="an_advice_is_sealed", condition=Q(seal__regex="^[0-9a-f]{64}$")),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_verdict_display()}"
