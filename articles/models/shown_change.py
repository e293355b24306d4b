"""That something changed which readers see. A page that was made before it is not shown any more."""

from datetime import datetime
from typing import Final, NamedTuple

from django.db import connection, models
from django.db.models.functions import Now
from django.utils import timezone

# One snapshot: every change that is committed (or our own) is in it, whatever the order in which they were committed.
_SEEN: Final = """
SELECT wanted.id,
  md5(coalesce(string_agg(changed.id::text, ' ' ORDER BY changed.id) FILTER (WHERE changed.article_id IS NULL), '')),
  md5(coalesce(string_agg(changed.id::text, ' ' ORDER BY changed.id), ''))
FROM (SELECT (SELECT id FROM articles_article WHERE slug = %s) AS id) wanted
LEFT JOIN articles_shownchange changed ON changed.article_id IS NULL OR changed.article_id = wanted.id
GROUP BY wanted.id
"""


class ShownChange(models.Model):
    """A change of what readers see: of one article's comments, or, without an article, of anything else. Triggers write
    it, in the transaction that changes something (migrations 0052 and comments 0008).

    Rows are only ever added, so no two who change something wait for each other. The set of the rows that one sees says
    what one's pages may show; those of yesterday are forgotten, all but the last (`forget_before`).
    """

    article_id = models.BigIntegerField(null=True)  # no foreign key: checking one would lock the article
    at = models.DateTimeField(default=timezone.now, db_default=Now())

    class Meta:
        indexes = [models.Index(name="what_changed_where", fields=["article_id", "id"])]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.pk} of {self.article_id or 'the site'}"


class Seen(NamedTuple):
    """What was true when it was asked: the key of the article at an address, if there is one; what changes whenever
    the site around the articles' comments does; and what changes whenever a page about the article may.
    """

    article: int | None
    site: str
    page: str


def seen(slug: str = "") -> Seen:
    """One query. What is committed before it is in it, and what is committed later makes another answer."""
    with connection.cursor() as cursor:
        cursor.execute(_SEEN, [slug])
        return Seen(*cursor.fetchone())


def forget_before(moment: datetime) -> int:
    """Delete the changes before a moment, but for the last one of all; how many those were."""
    last = ShownChange.objects.order_by("-pk").values("pk")[:1]
    return ShownChange.objects.filter(at__lt=moment).exclude(pk__in=last).delete()[0]
