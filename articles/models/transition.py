from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.enums import Action, Status


class Transition(models.Model):
    """The record that a step was taken: who, when, why. Append-only."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="transitions")
    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="transitions")
    action = models.CharField(max_length=16, choices=Action)
    from_status = models.CharField(max_length=12, choices=Status)
    to_status = models.CharField(max_length=12, choices=Status)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="transitions")
    by_name = models.CharField(max_length=145, blank=True)
    at = models.DateTimeField(default=timezone.now)
    note = models.TextField(blank=True, max_length=2000)
    notice = models.TextField(blank=True, max_length=2000)  # what readers are told when an article is withdrawn
    # The database fills both in, so that nobody else can (migration 0004, articles/chain.py).
    previous_hash = models.CharField(max_length=64, editable=False, default="")
    hash = models.CharField(max_length=64, editable=False, default="")

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(name="transitions_by_article", fields=["article", "-id"])]

    def __str__(self) -> str:
        return self.sentence

    @property
    def actor(self) -> str:
        return self.by_name or _("The clock")

    @property
    def sentence(self) -> str:
        """What happened, for people: "Dr Amara Osei signed off"."""
        return _SENTENCES[Action(self.action)]() % {"name": self.actor}


_SENTENCES = {
    Action.SUBMIT: lambda: _("%(name)s submitted it for review"),
    Action.SIGN_OFF: lambda: _("%(name)s signed off"),
    Action.CARRY_OVER: lambda: _("%(name)s carried a clinical sign-off over"),
    Action.REQUEST_CHANGES: lambda: _("%(name)s requested changes"),
    Action.RECALL: lambda: _("%(name)s recalled it"),
    Action.REOPEN: lambda: _("%(name)s reopened it"),
    Action.SCHEDULE: lambda: _("%(name)s scheduled it"),
    Action.UNSCHEDULE: lambda: _("%(name)s took it off the schedule"),
    Action.PUBLISH: lambda: _("%(name)s published it"),
    Action.SUPERSEDE: lambda: _("%(name)s replaced it with newer words"),
    Action.WITHDRAW: lambda: _("%(name)s withdrew it"),
    Action.DISCARD: lambda: _("%(name)s discarded it"),
}
