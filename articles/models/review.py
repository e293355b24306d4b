from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThan
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import ChangeClass, Risk, SignOffKind, Status
from articles.models.revision import Contribution, Revision

if TYPE_CHECKING:
    from clinic_cms.models import User


class ReviewQuerySet(models.QuerySet["Review"]):
    def waiting(self) -> Self:
        """Reviews of revisions that are in review now, the longest wait first."""
        return self.filter(revision__status=Status.IN_REVIEW).order_by("requested_at", "pk")

    def missing(self, *kinds: SignOffKind) -> Self:
        """Still without a sign-off of one of these kinds."""
        wanted = Q()
        for kind in kinds:
            wanted |= Q(GreaterThan(F(f"{kind}_needed"), given(kind)))
        return self.filter(wanted) if kinds else self.none()

    def open_to(self, person: "User") -> Self:
        """Of reviews that wait: those whose words this person neither wrote nor changed nor has signed off.

        The same people as `articles.domain.facts.barred_from_signing`: a revision in review is its article's newest.
        """
        signed = SignOff.objects.filter(review=OuterRef("pk"), by=person)
        changed = changed_since_live(OuterRef("revision__article"), person)
        return self.exclude(revision__author=person).filter(~Exists(signed), ~Exists(changed))

    def overdue(self, today: date) -> Self:
        return self.waiting().filter(due_on__lt=today)

    def for_queue(self) -> Self:
        """With everything a row of the queue shows, and without the words."""
        words = ("revision__body", "revision__disclaimer", "revision__interests")
        return (
            self.select_related("revision__article", "revision__topic", "revision__author", "revision__saved_by")
            .prefetch_related("sign_offs")
            .defer(*words)
        )


def given(kind: SignOffKind) -> Coalesce:
    """For a query of reviews: how many sign-offs of a kind each has."""
    sign_offs = SignOff.objects.filter(review=OuterRef("pk"), kind=kind).order_by().values("review")
    return Coalesce(Subquery(sign_offs.annotate(count=Count("pk")).values("count")), 0)


def changed_since_live(article: OuterRef, person: "User | OuterRef") -> models.QuerySet[Contribution]:
    """For a query of whatever has an article: the person's changes to its words that have not been live since."""
    live_since = Revision.objects.filter(
        article=OuterRef("revision__article"), number__gte=OuterRef("revision__number"), published_at__isnull=False
    )
    return Contribution.objects.filter(~Exists(live_since), revision__article=article, person=person)


class Review(models.Model):
    """The request to sign off one revision. The sign-offs it needs and the day it is due stay, whatever the policy
    becomes later.
    """

    revision = models.OneToOneField("articles.Revision", models.PROTECT, related_name="review")
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(default=timezone.now)
    risk = models.CharField(max_length=10, choices=Risk)
    editorial_needed = models.PositiveSmallIntegerField()
    clinical_needed = models.PositiveSmallIntegerField()
    whole_article = models.BooleanField(_("review the whole article"), default=True)
    without_change = models.BooleanField(
        default=False, db_default=False
    )  # asks whether the live words, unchanged, still stand
    change_class = models.CharField(max_length=10, choices=ChangeClass, default=ChangeClass.CLINICAL)
    declared_class = models.CharField(max_length=10, choices=ChangeClass, default=ChangeClass.CLINICAL)
    mends_error = models.BooleanField(default=False, db_default=False)  # readers were told something clinically wrong
    class_reasons = models.JSONField(default=list)  # sentences: what the server found that makes it this class
    compared_with = models.ForeignKey("articles.Revision", models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(_("due"), null=True)  # those opened before there were due dates have none

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        constraints = [
            models.CheckConstraint(
                name="a_review_needs_an_editor", condition=Q(editorial_needed__gte=1, clinical_needed__gte=0)
            ),
            models.CheckConstraint(
                name="a_review_without_change_is_of_the_whole_article",
                condition=Q(without_change=False) | Q(whole_article=True),
            ),
            models.CheckConstraint(name="a_change_class_is_known", condition=Q(change_class__in=ChangeClass.values)),
            models.CheckConstraint(
                name="only_a_change_of_live_words_is_less_than_clinical",
                condition=Q(change_class=ChangeClass.CLINICAL) | Q(compared_with__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Review of {self.revision}"

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been signed off before today and still waits."""
        return self.due_on is not None and self.due_on < today and self.revision.status == Status.IN_REVIEW

    def needed(self) -> dict[SignOffKind, int]:
        return {SignOffKind.EDITORIAL: self.editorial_needed, SignOffKind.CLINICAL: self.clinical_needed}

    def missing(self) -> dict[SignOffKind, int]:
        """How many sign-offs of each kind are still to be given; kinds that are complete are left out."""
        given = [sign_off.kind for sign_off in self.sign_offs.all()]
        left = {kind: needed - given.count(kind) for kind, needed in self.needed().items()}
        return {kind: count for kind, count in left.items() if count > 0}


class SignOff(models.Model):
    """One person's verdict that these exact words are right, sealed to their digest. Append-only."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="sign_offs")
    kind = models.CharField(max_length=10, choices=SignOffKind)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="sign_offs")
    at = models.DateTimeField(default=timezone.now)
    seal = models.CharField(max_length=64)
    signer_name = models.CharField(max_length=145)
    credential = models.ForeignKey("clinic_cms.Credential", models.PROTECT, null=True, related_name="+")
    credential_title = models.CharField(max_length=120, blank=True)
    credential_issuer = models.CharField(max_length=120, blank=True)
    credential_expires_on = models.DateField(null=True)
    note = models.TextField(blank=True, max_length=2000)
    answers = models.JSONField(_("answers"), default=dict)  # the checklist as it was asked, see articles/checklists.py
    carried_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="carried_to")

    class Meta:
        verbose_name = _("sign-off")
        verbose_name_plural = _("sign-offs")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(name="one_sign_off_per_person_and_review", fields=["review", "by"]),
            models.CheckConstraint(name="a_sign_off_kind_is_known", condition=Q(kind__in=SignOffKind.values)),
            models.CheckConstraint(
                name="a_clinical_sign_off_has_a_credential",
                condition=Q(kind=SignOffKind.EDITORIAL)
                | Q(credential__isnull=False) & ~Q(credential_title="") & ~Q(credential_issuer=""),
            ),
            models.CheckConstraint(
                name="only_a_clinical_sign_off_is_carried_over",
                condition=Q(carried_from__isnull=True) | Q(kind=SignOffKind.CLINICAL),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} sign-off by {self.signer_name}"

    @property
    def given(self) -> "SignOff":
        """The sign-off as its signer gave it: this one, or the one it was carried over from, however often."""
        return self.carried_from.given if self.carried_from else self
