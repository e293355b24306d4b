from typing import TYPE_CHECKING, Final, Self
from uuid import UUID, uuid5

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.enums import Action, SitePage
from articles.site_pages import SITE_PAGE_SLUG
from articles.workflow import MOST_REVIEW_MONTHS

if TYPE_CHECKING:
    from articles.models.transition import Transition


_ARTICLES: Final = UUID("6d6e1c0e-2b43-4a8f-9a55-0d5f3d2f8a11")  # the name space of `Article.urn`


class ArticleQuerySet(models.QuerySet["Article"]):
    def live(self) -> Self:
        """What readers can see: health articles and pages about the site. Nothing else feeds a public page."""
        return self.filter(live_revision__isnull=False)

    def library(self) -> Self:
        """The live health articles: what lists, topics, search, feeds, comments and counts are about."""
        return self.live().filter(site_page=None)

    def here(self) -> Self:
        """Those in the language of the page that is being made."""
        return self.filter(language=get_language() or settings.LANGUAGE_CODE)

    def site_pages(self) -> Self:
        """The clinic's pages about this site, live or not."""
        return self.filter(site_page__isnull=False)

    def for_cards(self) -> Self:
        """The library in the language of the page that is made, newest words first and with what a card shows: in one
        query, without the bodies.
        """
        return (
            self.library()
            .here()
            .select_related("live_revision__topic", "live_revision__lead_picture")
            .defer("live_revision__body", "live_revision__disclaimer", "live_revision__interests")
            .order_by("-live_revision__published_at", "-pk")
        )

    def locked(self) -> Self:
        """The same articles, each row locked until the transaction ends."""
        return self.select_for_update(of=("self",))


class Article(models.Model):
    """What a reader can link to: it owns the address, and is never deleted. Its words are its live revision's."""

    slug = models.SlugField(_("address"), max_length=120, unique=True)
    live_revision = models.OneToOneField(
        "articles.Revision", models.PROTECT, null=True, blank=True, editable=False, related_name="live_article"
    )
    # Fixed when it is begun: the address is among the pages of that language. A translation is an article of its own,
    # with its own words, sources and sign-offs.
    language = models.CharField(
        _("language"), max_length=10, default=settings.LANGUAGE_CODE, db_default=settings.LANGUAGE_CODE, editable=False
    )
    translation_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="translations"
    )
    # Fixed when it is begun; a page about the site stands at its own address and in no list of articles.
    site_page = models.CharField(  # noqa: DJ001 - unique with the language, where there is one
        _("page of the site"), max_length=20, choices=SitePage, null=True, blank=True, editable=False
    )
    # As the newest Stewardship says; only `articles.domain.looking_after` changes them.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="owned_articles"
    )
    review_months = models.PositiveSmallIntegerField(_("months between reviews"), null=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            models.CheckConstraint(
                name="an_article_is_reviewed_within_36_months",
                condition=Q(review_months=None) | Q(review_months__range=(1, MOST_REVIEW_MONTHS)),
            ),
            models.CheckConstraint(
                name="a_site_page_has_the_address_kept_for_it",
                condition=Q(site_page__isnull=True) & ~Q(slug__regex=SITE_PAGE_SLUG)
                | Q(site_page__isnull=False)  # said apart: what compares with null is not false
                & (
                    Q(language=settings.LANGUAGE_CODE, slug=Concat(Value("site-"), F("site_page")))
                    | ~Q(language=settings.LANGUAGE_CODE)
                    & Q(slug=Concat(Value("site-"), F("site_page"), Value("-"), F("language")))
                ),
            ),
            models.UniqueConstraint(name="one_site_page_per_language", fields=["site_page", "language"]),
            models.UniqueConstraint(name="one_translation_per_language", fields=["translation_of", "language"]),
            models.CheckConstraint(name="a_language_is_a_code", condition=Q(language__regex="^[a-z]{2}(-[a-z]+)?$")),
            models.CheckConstraint(name="nothing_translates_itself", condition=~Q(translation_of=F("pk"))),
        ]
        permissions = [
            ("read_drafts", "Can read articles that are not live"),
            ("write_articles", "Can write, submit, recall and discard drafts"),
            ("sign_off_editorial", "Can give the editorial sign-off"),
            ("sign_off_clinical", "Can give the clinical sign-off"),
            ("reopen_articles", "Can reopen signed-off articles"),
            ("publish_articles", "Can publish and schedule articles"),
            ("withdraw_articles", "Can withdraw published articles"),
            ("discuss_articles", "Can open and answer threads about an article's words"),
            ("assign_reviews", "Can give a review to somebody else who is qualified"),
            ("share_previews", "Can share a preview of words that are not live"),
            ("keep_medicines", "Can keep the medicines and their uses up to date"),
            ("keep_crisis_lines", "Can keep the crisis lines up to date"),
            ("keep_services", "Can keep the clinic's services and telephone numbers up to date"),
            ("keep_stories", "Can record which patients' words the clinic may show"),
        ]

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        """Where readers find it, whatever language the page is in that leads there."""
        with translation.override(self.language):
            if self.site_page:
                return reverse("articles:site_page", args=[self.site_page])
            return reverse("articles:detail", args=[self.slug])

    @property
    def urn(self) -> str:
        """What feed readers know it by for ever, wherever it moves (RFC 4287, 4.2.6): no address, which may change."""
        return uuid5(_ARTICLES, f"{self.pk} {self.created_at.timestamp()}").urn

    @property
    def other_language(self) -> str:
        """Its language, by its own name, where that is not the clinic's own; for lists of articles in all of them."""
        return "" if self.language == settings.LANGUAGE_CODE else dict(settings.LANGUAGES).get(self.language, "")

    def withdrawals(self) -> "models.QuerySet[Transition]":
        """Each time a person took the live words down, the last one first. What the clock did was planned."""
        return self.transitions.filter(action=Action.WITHDRAW, by__isnull=False).order_by("-pk")
