"""What readers search: the live words of every article, kept by the database itself."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class SearchEntry(models.Model):
    """The words of one live article, as search compares them. A trigger writes and removes it in the very statement
    that makes words live or takes them down (migration 0049), so that nothing can be found that is not live.
    """

    article = models.OneToOneField("articles.Article", models.PROTECT, primary_key=True, related_name="search_entry")
    words = SearchVectorField()
    vocabulary = SearchVectorField()  # each word as it is written, for who mistypes one

    class Meta:
        indexes = [GinIndex(name="searched_words", fields=["words"])]
        default_permissions = ()

    def __str__(self) -> str:
        return f"Words of article {self.article_id}"
