from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class AddressChange(models.Model):
    """That an article got another address. Append-only: what once led to an article never leads to another one."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="address_changes")
    was = models.SlugField(max_length=120)
    now = models.SlugField(max_length=120, db_index=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = gettext_lazy("change of an address")
        verbose_name_plural = gettext_lazy("changes of addresses")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """What happened, for people, in the manner of `Transition.sentence`."""
        names = {"name": self.by.display_name, "was": self.was, "now": self.now}
        return _("%(name)s changed its address from “%(was)s” to “%(now)s”") % names
