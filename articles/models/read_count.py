from django.db import models

LONGEST_HOST = 100


class ReadCount(models.Model):
    """How often the page of an article was read on a day, and how often by way of a link on another site. Nothing of
    who read it: no address, no cookie, no browser. A host of few is forgotten the day after.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="read_counts")
    day = models.DateField()
    host = models.CharField(max_length=LONGEST_HOST, blank=True)  # empty: everybody, wherever they came from
    number = models.PositiveIntegerField()

    class Meta:
        ordering = ["day", "host"]
        constraints = [models.UniqueConstraint(name="one_count_of_readers", fields=["article", "day", "host"])]
        indexes = [
            models.Index(name="hosts_of_few", fields=["day"], condition=~models.Q(host="")),
        ]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.number} on {self.day} of article {self.article_id}"
