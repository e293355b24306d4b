from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import EntryKind

if TYPE_CHECKING:
    from datetime import datetime

    from articles.models.article import Article


class ThreadQuerySet(models.QuerySet["Thread"]):
    def with_state(self) -> Self:
        """With `last_act`, the kind of the last entry that resolved or reopened, and `last_act_at`."""
        acts = ThreadEntry.objects.filter(thread=OuterRef("pk")).exclude(kind=EntryKind.COMMENT).order_by("-pk")
        return self.annotate(last_act=Subquery(acts.values("kind")[:1]), last_act_at=Subquery(acts.values("at")[:1]))

    def open(self) -> Self:
        """Never resolved, or reopened since."""
        return self.with_state().filter(Q(last_act=None) | Q(last_act=EntryKind.REOPEN))

    def resolved(self) -> Self:
        return self.with_state().filter(last_act=EntryKind.RESOLVE)

    def opened_by_revision(self, article: "Article", number: int) -> Self:
        """Threads about this article's words up to that revision."""
        return self.filter(article=article, revision__number__lte=number)

    def resolved_since(self, moment: "datetime | None") -> Self:
        """The last resolved first; all of them where no moment is given."""
        resolved = self.resolved().order_by("-last_act_at", "-pk")
        return resolved.filter(last_act_at__gte=moment) if moment else resolved


class Thread(models.Model):
    """A discussion about words of an article, opened on one revision. It never changes: what is said and done about it
    are its entries, and whether it is open is read off them.

    The quote and what stood around it find the words again in later revisions (`articles.anchors`). An outside expert
    opens it through their preview link, and is known by name.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="threads")
    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="threads")
    section = models.CharField(max_length=100, blank=True)
    whole_section = models.BooleanField(default=False)
    quote = models.TextField(max_length=2000)  # of a whole section: what it was called
    prefix = models.CharField(max_length=120, blank=True)
    suffix = models.CharField(max_length=120, blank=True)
    position = models.PositiveIntegerField(null=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="threads_opened")
    preview_link = models.ForeignKey("articles.PreviewLink", models.PROTECT, null=True, related_name="threads")
    opened_by_name = models.CharField(max_length=145)
    opened_at = models.DateTimeField(default=timezone.now)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="a_thread_names_who_opened_it", condition=~Q(opened_by_name="")),
            models.CheckConstraint(
                name="a_thread_is_opened_by_a_person_or_through_a_link",
                condition=Q(opened_by__isnull=False, preview_link=None) | Q(opened_by=None, preview_link__isnull=False),
            ),
            models.CheckConstraint(name="a_thread_is_about_words", condition=~Q(quote="")),
        ]

    def __str__(self) -> str:
        return f"Thread {self.pk} on {self.article}"


class ThreadEntry(models.Model):
    """What one person said in a thread, or that they resolved or reopened it. Append-only."""

    thread = models.ForeignKey(Thread, models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=10, choices=EntryKind)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="thread_entries")
    by_name = models.CharField(max_length=145)
    by_role = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(default=timezone.now)
    text = models.TextField(max_length=4000, blank=True)

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="an_entry_kind_is_known", condition=Q(kind__in=EntryKind.values)),
            models.CheckConstraint(name="an_entry_names_who_wrote_it", condition=~Q(by_name="")),
            models.CheckConstraint(
                name="only_resolving_needs_no_words", condition=Q(kind=EntryKind.RESOLVE) | ~Q(text="")
            ),
        ]
        indexes = [
            models.Index(
                name="how_threads_stand", fields=["thread", "-id"], condition=Q(kind__in=["resolve", "reopen"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} by {self.by_name}"
