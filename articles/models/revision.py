from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import AiAssistance, ArticleKind, Status

NOT_TRIED = {"schedule_failure": "", "schedule_attempts": 0, "schedule_tried_at": None}
WORDS_PER_MINUTE = 200  # a usual silent reading speed for plain non-fiction prose


class RevisionQuerySet(models.QuerySet["Revision"]):
    def open(self) -> Self:
        """On their way to readers: draft, in review, signed off or scheduled."""
        return self.filter(status__in=Status.open())

    def due(self, now: datetime) -> Self:
        """Scheduled revisions whose moment has come, the oldest moment first."""
        return self.filter(status=Status.SCHEDULED, publish_at__lte=now).order_by("publish_at", "pk")

    def live(self) -> Self:
        """What readers see now."""
        return self.filter(status=Status.PUBLISHED)

    def with_review_work(self) -> Self:
        """With what the list of review dates shows: the reminders so far, and what is under way; not the words."""
        words = ("body", "disclaimer", "interests")
        open_revisions = Revision.objects.open().defer(*words)
        return (
            self.select_related("article", "topic", "author")
            .prefetch_related(
                "article__review_reminders", Prefetch("article__revisions", open_revisions, to_attr="open_revisions")
            )
            .defer(*words)
        )

    def newest(self) -> Self:
        """One revision of each article: the last that was started."""
        later = Revision.objects.filter(article=OuterRef("article"), number__gt=OuterRef("number"))
        return self.filter(~Exists(later))

    def with_people(self) -> Self:
        return self.select_related("article", "topic", "author", "created_by", "saved_by", "lead_picture")


class Revision(models.Model):
    """One version of an article's words. They may change while it is a draft, and never after.

    Its status moves only through `articles.domain.transitions.advance`.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="revisions", editable=False)
    number = models.PositiveIntegerField(editable=False)
    status = models.CharField(max_length=12, choices=Status, default=Status.DRAFT, editable=False)
    based_on = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="continued_by")

    # The words of the article in its first language that these translate; sealed with these.
    translated_from = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="translated_as")

    title = models.CharField(_("title"), max_length=160)
    summary = models.TextField(_("summary"), max_length=300, blank=True)
    topic = models.ForeignKey("articles.Topic", models.PROTECT, verbose_name=_("topic"))
    body = models.TextField(_("words"), blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("written by"))
    byline = models.CharField(max_length=280, blank=True, editable=False)
    interests = models.TextField(_("conflicts of interest"), max_length=1000, blank=True)
    disclaimer = models.TextField(_("disclaimer"), blank=True, editable=False)
    correction_said = models.TextField(_("what the article said"), max_length=500, blank=True, db_default="")
    correction_says = models.TextField(_("what it says now"), max_length=500, blank=True, db_default="")
    lead_picture = models.ForeignKey(
        "articles.Picture", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lead picture")
    )
    lead_alt = models.CharField(_("what the lead picture shows"), max_length=300, blank=True, db_default="")
    lead_decorative = models.BooleanField(_("it only decorates"), default=False, db_default=False)
    lead_caption = models.CharField(_("caption of the lead picture"), max_length=300, blank=True, db_default="")
    change_note = models.CharField(_("what changed and why"), max_length=300, blank=True)
    # For colleagues; readers don't see them, so they are frozen with the words and not sealed.
    kind = models.CharField(_("kind of article"), max_length=12, choices=ArticleKind, blank=True, db_default="")
    audience = models.CharField(_("audience"), max_length=200, blank=True, db_default="")
    need = models.TextField(_("what they need"), max_length=600, blank=True, db_default="")
    main_message = models.CharField(_("main message"), max_length=300, blank=True, db_default="")
    ai_assistance = models.CharField(
        _("Did a machine help with the words?"), max_length=12, choices=AiAssistance, blank=True, db_default=""
    )
    word_count = models.PositiveIntegerField(default=0, editable=False)

    words_version = models.PositiveIntegerField(default=1, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    saved_at = models.DateTimeField(default=timezone.now, editable=False)

    seal = models.CharField(max_length=64, blank=True, editable=False)
    publish_at = models.DateTimeField(null=True, editable=False)
    schedule_failure = models.TextField(blank=True, editable=False)
    schedule_attempts = models.PositiveIntegerField(default=0, editable=False)
    schedule_tried_at = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    last_reviewed_on = models.DateField(null=True, editable=False)
    next_review_due = models.DateField(null=True, editable=False)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["article", "-number"]
        constraints = [
            models.UniqueConstraint(name="revision_numbers_are_unique", fields=["article", "number"]),
            models.UniqueConstraint(
                name="one_open_revision_per_article", fields=["article"], condition=Q(status__in=sorted(Status.open()))
            ),
            models.UniqueConstraint(
                name="one_published_revision_per_article", fields=["article"], condition=Q(status=Status.PUBLISHED)
            ),
            models.CheckConstraint(
                name="a_correction_has_both_halves",
                condition=Q(correction_said="", correction_says="") | ~Q(correction_said="") & ~Q(correction_says=""),
            ),
            models.CheckConstraint(name="a_kind_is_known", condition=Q(kind__in=["", *ArticleKind.values])),
            models.CheckConstraint(
                name="help_of_a_machine_is_known", condition=Q(ai_assistance__in=["", *AiAssistance.values])
            ),
            models.CheckConstraint(name="a_status_is_known", condition=Q(status__in=Status.values)),
            models.CheckConstraint(
                name="only_a_scheduled_revision_has_a_moment",
                condition=Q(status=Status.SCHEDULED, publish_at__isnull=False)
                | (~Q(status=Status.SCHEDULED) & Q(publish_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="what_left_draft_is_sealed",
                condition=Q(status__in=[Status.DRAFT, Status.DISCARDED]) | Q(seal__regex="^[0-9a-f]{64}$"),
            ),
            models.CheckConstraint(
                name="what_was_live_has_its_dates",
                condition=Q(status=Status.PUBLISHED, published_at__isnull=False, ended_at__isnull=True)
                | Q(status__in=[Status.SUPERSEDED, Status.WITHDRAWN], published_at__lte=F("ended_at"))
                | (
                    ~Q(status__in=[Status.PUBLISHED, Status.SUPERSEDED, Status.WITHDRAWN])
                    & Q(published_at__isnull=True, ended_at__isnull=True)
                ),
            ),
        ]
        indexes = [
            models.Index(
                name="open_revisions", fields=["status", "saved_at"], condition=Q(status__in=sorted(Status.open()))
            ),
            models.Index(
                name="review_dates_of_live_words", fields=["next_review_due"], condition=Q(status=Status.PUBLISHED)
            ),
            models.Index(name="due_revisions", fields=["publish_at"], condition=Q(status=Status.SCHEDULED)),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

    def get_absolute_url(self) -> str:
        return reverse("desk:revision", args=[self.pk])

    @property
    def state_token(self) -> str:
        """What a form was rendered from; a step taken with another one is stale and refused. A scheduled revision's
        moment belongs to it: whoever saw another moment, the clock included, has to look again.
        """
        moment = f".{self.publish_at.timestamp():.6f}" if self.publish_at else ""
        return f"{self.status}.{self.words_version}{moment}"

    @property
    def months_between_reviews(self) -> int:
        """How long a review of the whole article holds: as the article itself says, or else its topic."""
        return self.article.review_months or self.topic.months_between_reviews

    @property
    def reading_minutes(self) -> int:
        return max(1, round(self.word_count / WORDS_PER_MINUTE))


class Contribution(models.Model):
    """That a person changed the words of a revision. Append-only: it decides who may not sign them off."""

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="contributions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="contributions")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_contribution_per_person_and_revision", fields=["revision", "person"]),
        ]

    def __str__(self) -> str:
        return f"{self.person} changed {self.revision}"
