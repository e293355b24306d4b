from django.db import models


class Flow(models.Model):
    """How many comments came in a window of time: from one address prefix, under one article, or in all.

    `key` is a truncated HMAC of the prefix under a key of its day (never the address), an article's number, or "all".
    """

    kind = models.CharField(max_length=8)
    key = models.CharField(max_length=24)
    window = models.DateTimeField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(name="one_count_for_a_window", fields=["kind", "key", "window"])]
        indexes = [models.Index(name="flows_by_age", fields=["window"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.window}"


class Dropped(models.Model):
    """How many posts of a day were dropped without a row, and why."""

    day = models.DateField()
    why = models.CharField(max_length=16)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-day", "why"]
        constraints = [models.UniqueConstraint(name="one_count_for_a_day", fields=["day", "why"])]

    def __str__(self) -> str:
        return f"{self.why} on {self.day}"


class SpamModel(models.Model):
    """What this site's own decisions taught about spam: counts of hashed features, never words. The newest counts."""

    counts = models.JSONField()
    learned_at = models.DateTimeField()
    last_decision = models.BigIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Spam model of {self.learned_at}"


class CrisisAlert(models.Model):
    """The on-call people were told that crisis comments wait: how many, when, and who said that they have it."""

    number = models.PositiveIntegerField()
    sent_at = models.DateTimeField()
    escalated_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey("clinic_cms.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Crisis alert of {self.sent_at}"
