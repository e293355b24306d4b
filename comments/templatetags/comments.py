"""Where articles and comments meet: the article page asks for its thread, and `articles` never imports `comments`."""

from typing import Any

from django import template

from articles.models import Article
from comments.forms import CommentForm
from comments.models import Comment

register = template.Library()

MOST_SHOWN = 200  # beyond it the oldest are left out and the page says so; pages of comments are a later issue


@register.inclusion_tag("comments/_thread.html", takes_context=True)
def comment_thread(context: template.Context, article: Article) -> dict[str, Any]:
    """The approved comments of an article, oldest first, and the form; one query for any number of comments."""
    newest = list(Comment.objects.approved().for_article(article).order_by("-created_at", "-pk")[: MOST_SHOWN + 1])
    return {
        "article": article,
        "clinic": context.get("clinic"),
        "comments": newest[:MOST_SHOWN][::-1],
        "older_left_out": len(newest) > MOST_SHOWN,
        "form": context.get("comment_form") or CommentForm(article),
        "open": True,
    }
