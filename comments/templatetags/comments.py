"""Where articles and comments meet: the article page asks for its thread, and `articles` never imports `comments`."""

import re
from typing import Any, Final
from urllib.parse import urlencode

from django import template

from articles.models import Article
from comments.domain.thread import Discussion, discussion
from comments.models import Comment
from comments.reader_forms import CommentForm

register = template.Library()

ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+")
ORDERS: Final = {"newest": True, "oldest": False}


@register.inclusion_tag("comments/_discussion.html", takes_context=True)
def comment_thread(context: template.Context, article: Article) -> dict[str, Any]:
    """A page of an article's threads, and the form. One query for any number of comments.

    The address may say `page`, `order` (newest, oldest) and `reply`, the comment that is answered; no visitor does.
    """
    asked = _asked(context)
    order = asked.get("order", "")
    shown = _shown(context, article)
    form = context.get("comment_form")
    answered = _answered(shown.find, article, _number(form["reply"].value() if form else asked.get("reply")))
    if form is None:
        form = CommentForm(article, site=shown.rules, initial={"reply": answered.pk if answered else None})
    kept = {"order": order} if order in ORDERS else {}
    return {
        "article": article,
        "clinic": context.get("clinic"),
        "discussion": shown,
        "show_links": shown.rules.show_links,
        "form": form,
        "answered": answered,
        "unposted": context.get("unposted"),
        "here": _address(article, **kept, **({"page": shown.page} if shown.page > 1 else {})),
        "earlier": _address(article, **kept, page=shown.page - 1) if shown.page > 1 else "",
        "later": _address(article, **kept, page=shown.page + 1) if shown.page < shown.pages else "",
        "other_order": _address(article, order="oldest" if shown.newest_first else "newest"),
    }


@register.inclusion_tag("comments/_feed_link.html", takes_context=True)
def comment_feed_link(context: template.Context, article: Article) -> dict[str, Any]:
    """For the head of the article's page: where its comments can be followed, unless the topic is sensitive."""
    return {"article": article, "has_feed": not _shown(context, article).is_sensitive}


@register.simple_tag(takes_context=True)
def pieces(context: template.Context, text: str) -> list[dict[str, str]]:
    """The words of a comment, cut where a web address begins and ends if the page shows links; else in one piece."""
    found, at = [], 0
    for match in ADDRESS.finditer(text) if context.get("show_links") else ():
        url = match[0].rstrip(".,;:!?)]}'»”\u2019")
        found += [{"text": text[at : match.start()]}, {"text": url, "url": url}]
        at = match.start() + len(url)
    return [piece for piece in [*found, {"text": text[at:]}] if piece["text"]]


@register.filter
def web_address(url: str) -> str:
    """The address of a source if a browser may follow it, else nothing."""
    return url if ADDRESS.fullmatch(url) else ""


def _asked(context: template.Context) -> Any:
    return context["request"].GET if "request" in context else {}


def _shown(context: template.Context, article: Article) -> Discussion:
    """The threads that the address asks for; head and body of a page ask the database once."""
    kept = context.render_context
    if "discussion" not in kept:
        asked = _asked(context)
        order = ORDERS.get(asked.get("order", ""))
        kept["discussion"] = discussion(article, page=_number(asked.get("page")) or 1, newest_first=order)
    shown: Discussion = kept["discussion"]
    return shown


def _answered(find: Any, article: Article, key: int | None) -> Comment | None:
    """The comment that is replied to: most often one of this page."""
    if key is None:
        return None
    known: Comment | None = find(key)
    up = Comment.objects.approved().for_article(article)
    return known or up.filter(pk=key, parent=None).first()


def _address(article: Article, **asked: object) -> str:
    path = article.get_absolute_url()
    return f"{path}?{urlencode(asked)}" if asked else path


def _number(typed: object) -> int | None:
    """A whole number that a key or a page can be, out of an address or a form."""
    text = str(typed or "")
    return int(text) or None if text.isascii() and text.isdigit() and len(text) < 10 else None
