"""Who changed the words of an article since it was last live: they sign nothing off, and let nothing stand."""

from django.db.models import Max, QuerySet

from articles.models import Contribution, Revision


def last_live_number(revision: Revision) -> int:
    """The number of the revision before this one that readers saw last; 0 where they saw none."""
    seen = Revision.objects.filter(
        article=revision.article_id, number__lt=revision.number, published_at__isnull=False
    ).aggregate(number=Max("number"))
    return seen["number"] or 0


def contributions(revision: Revision) -> QuerySet[Contribution]:
    """Who changed the words since the article was last live."""
    return Contribution.objects.filter(
        revision__article=revision.article_id,
        revision__number__gt=last_live_number(revision),
        revision__number__lte=revision.number,
    )


def barred_from_signing(revision: Revision) -> set[int]:
    """The people who may not sign these words off: whoever changed them, and whoever is named as their author."""
    return {revision.author_id, *contributions(revision).values_list("person_id", flat=True)}
