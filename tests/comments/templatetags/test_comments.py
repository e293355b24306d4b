import re

import pytest

from comments.templatetags import comments as tag
from tests.comment_factories import make_approved, make_comment, make_rejected
from tests.factories import make_live_article

pytestmark = pytest.mark.django_db


def bodies(client, article) -> list[str]:
    html = client.get(article.get_absolute_url()).content.decode()
    return re.findall(r'<p class="comment__body"[^>]*>(.*?)</p>', html)


def make_thread(article, *words: str) -> None:
    for word in words:
        make_approved(word, article=article)


def test_only_approved_comments_show_and_the_oldest_first(client):
    article = make_live_article()
    make_thread(article, "First", "Second")
    make_comment("Waiting", article=article)
    make_rejected("Rejected", article=article)

    assert bodies(client, article) == ["First", "Second"]


def test_another_articles_comments_do_not_show(client):
    article = make_live_article()
    make_approved("Elsewhere", article=make_live_article("Another"))

    assert bodies(client, article) == []


def test_a_comment_is_plain_text(client):
    article = make_live_article()
    make_approved("<b>bold</b> & http://x.example", article=article)

    assert bodies(client, article) == ["&lt;b&gt;bold&lt;/b&gt; &amp; http://x.example"]


def test_a_long_thread_shows_the_latest_and_says_so(client, monkeypatch):
    monkeypatch.setattr(tag, "MOST_SHOWN", 2)
    article = make_live_article()
    make_thread(article, "First", "Second", "Third")

    assert bodies(client, article) == ["Second", "Third"]
    assert client.get(article.get_absolute_url()).content.decode().count("older ones are not shown") == 1


def test_one_query_for_any_number_of_comments(client, django_assert_num_queries):
    article = make_live_article()
    make_thread(article, *"abcdefgh")

    with django_assert_num_queries(3):
        client.get(article.get_absolute_url())
