"""Lasting addresses of comments, and the feed of an article's comments."""

import xml.etree.ElementTree as ElementTree

import pytest

from articles.domain.publishing import withdraw as withdraw_article
from clinic_cms.roles import MODERATOR, PRIVACY_OFFICER, PUBLISHER
from comments.domain import thread
from comments.domain.author import erase, withdraw
from comments.domain.redacting import redact
from comments.models import CommentSwitch
from comments.triage import Signal
from tests.comment_factories import make_approved, make_comment, make_reply
from tests.factories import make_draft, make_live, make_live_article, make_person, make_withdrawn

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client, article) -> list[tuple[str, str]]:
    feed = ElementTree.fromstring(client.get(f"/articles/{article.slug}/comments.atom").content)  # noqa: S314  our own
    return [(each.findtext(f"{ATOM}title"), each.findtext(f"{ATOM}summary")) for each in feed.iter(f"{ATOM}entry")]


def test_a_comment_has_an_address_that_leads_to_its_page(client, monkeypatch):
    monkeypatch.setattr(thread, "PER_PAGE", 1)
    article = make_live_article()
    first, second = make_approved("First", article=article), make_approved("Second", article=article)
    reply = make_reply(second)

    led = [client.get(f"/comments/at/{each.pk}/")["Location"] for each in (first, second, reply)]
    path = f"/articles/{article.slug}/"
    assert led == [
        f"{path}#comment-{first.pk}",
        f"{path}?page=2#comment-{second.pk}",
        f"{path}?page=2#comment-{reply.pk}",
    ]


def test_a_tombstone_keeps_its_address_and_what_is_not_there_has_none(client):
    article = make_live_article()
    answered, alone = make_approved("A", article=article), make_approved("B", article=article)
    make_reply(answered)
    erase(answered)
    withdraw(alone)
    waiting = make_comment("C", article=article)

    statuses = [client.get(f"/comments/at/{each.pk}/").status_code for each in (answered, alone, waiting)]
    assert statuses == [302, 404, 404]


def test_comments_of_a_withdrawn_article_lead_to_its_notice(client):
    live = make_live()
    comment = make_approved(article=live.article)
    withdraw_article(live, by=make_person(PUBLISHER), seen=live.state_token, note="Wrong dose.", notice="It was wrong.")

    assert client.get(f"/comments/at/{comment.pk}/", follow=True).status_code == 410


def test_the_feed_has_what_readers_see_the_newest_first_and_as_text(client):
    article = make_live_article()
    make_approved("<b>One</b> & two\nthree\uffff", name="Z<i>oe", article=article)
    second = make_approved("Call 202 555 0143", article=article)
    redact(second, [Signal("personal_data", 5, 17, "phone")], by=make_person(MODERATOR), seen=second.version)
    make_comment("Waits", article=article)

    assert entries(client, article) == [
        ("Comment by Mia", "Call [phone number removed]"),
        ("Comment by Z<i>oe", "&lt;b&gt;One&lt;/b&gt; &amp; two<br>three\ufffd"),
    ]


def test_a_sensitive_topic_has_no_feed_and_no_link_to_one(client):
    article = make_live_article()
    make_approved(article=article)
    head, _end, body = client.get(article.get_absolute_url()).content.partition(b"</head>")
    assert (head.count(b'type="application/atom+xml"'), head.count(b"comments.atom"), body.count(b"comments.atom")) == (
        1,
        1,
        1,
    )
    CommentSwitch.objects.create(article=article, sensitive=True, by=make_person(PRIVACY_OFFICER))

    assert client.get(f"/articles/{article.slug}/comments.atom").status_code == 404
    assert client.get(article.get_absolute_url()).content.count(b"comments.atom") == 0


@pytest.mark.parametrize("make", [make_draft, make_withdrawn])
def test_only_live_articles_have_a_feed(client, make):
    assert client.get(f"/articles/{make().article.slug}/comments.atom").status_code == 404


def test_the_feed_is_the_same_for_everybody_and_sets_no_cookie(client):
    article = make_live_article()
    make_approved(article=article)

    first, second = (client.get(f"/articles/{article.slug}/comments.atom") for _reader in range(2))
    assert (first.content, dict(first.cookies)) == (second.content, {})
    assert first["Content-Type"] == "application/atom+xml; charset=utf-8"


@pytest.mark.parametrize("count", [1, 20])
def test_the_feed_costs_the_same_for_one_comment_and_for_many(client, django_assert_num_queries, count):
    article, moderator = make_live_article(), make_person(MODERATOR)
    for number in range(count):
        make_approved(f"Comment {number}", article=article, by=moderator)

    with django_assert_num_queries(4):
        client.get(f"/articles/{article.slug}/comments.atom")
