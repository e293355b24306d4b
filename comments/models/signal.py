from django.db import models
from django.utils.translation import gettext_lazy as _


class Signal(models.Model):
    """Why somebody should look closely: what a detector found in a comment and where. It holds no words, and goes when
    they change. `start` and `end` count characters of the comment's body, or of its name.
    """

    comment = models.ForeignKey("comments.Comment", models.CASCADE, related_name="signals")
    code = models.CharField(max_length=20)
    detail = models.CharField(max_length=24, blank=True)
    source = models.CharField(max_length=4, choices=[("body", _("comment")), ("name", _("name"))], default="body")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["start", "end", "pk"]
        indexes = [models.Index(name="signals_by_code", fields=["code", "comment"])]

    def __str__(self) -> str:
        return f"{self.code} in comment {self.comment_id}"
