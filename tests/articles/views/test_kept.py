"""Readers' pages are made once and kept, and never shown when something that they show has changed."""

import gzip
import re
import threading
from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection, connections, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.domain import clinical_data, publishing
from articles.models import Article, CrisisResource, ShownChange, Source, shown_change
from articles.source_enums import SourceStatus
from clinic_cms.roles import ADMINISTRATOR, PUBLISHER
from comments.domain import keeping_rules, moderation
from comments.enums import Reason
from comments.models import Comment
from tests.comment_factories import make_approved, make_comment
from tests.factories import make_crisis_line, make_live, make_live_article, make_person, make_topic
from tests.site_pages import make_live_page

pytestmark = pytest.mark.django_db
# Frozen with the words they belong to, or not shown: joined to find what is.
_WATCHED = "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgfoid = 'articles_note_what_is_shown'::regproc"
FROZEN = {"articles_reference", "articles_review", "articles_searchentry", "clinic_cms_cliniclogo"}


@pytest.fixture
def article():
    return make_live_article()


def page(article, **headers):
    return Client().get(article.get_absolute_url(), headers=headers)


def watched_tables():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgfoid = 'articles_note_what_is_shown'::regproc"
        )
        return {table for (table,) in cursor.fetchall()}


def shown_after(article, act):
    """What the page says before and after an act; before it, it was asked for often enough to be kept."""
    before = [page(article).content.decode() for _each in range(2)][-1]
    act()
    return before, page(article).content.decode()


def test_a_comment_shows_at_once_when_it_is_approved_and_not_before(article):
    comment = make_comment("It helped me greatly.", article=article)
    moderator = make_person("moderator")

    before, after = shown_after(article, lambda: moderation.approve(comment, by=moderator, seen=comment.version))

    assert (before.count("It helped me greatly."), after.count("It helped me greatly.")) == (0, 1)


def test_a_comment_that_is_taken_down_is_gone_at_once(article):
    comment = make_approved("It helped me greatly.", article=article)
    seen = Comment.objects.get(pk=comment.pk).version
    moderator = make_person("moderator")

    before, after = shown_after(
        article, lambda: moderation.reject(comment, by=moderator, seen=seen, reason=Reason.OFF_TOPIC)
    )

    assert (before.count("It helped me greatly."), after.count("It helped me greatly.")) == (1, 0)


def test_a_comment_that_waits_changes_no_page_and_one_on_another_article_not_this_one(article):
    other = make_live_article("Another")
    before = shown_change.seen(article.slug).page

    make_comment("Words.", article=article)
    make_approved("Words.", article=other)

    assert shown_change.seen(article.slug).page == before


def test_an_article_is_gone_from_every_list_with_its_withdrawal(client, article):
    paths = ("/", "/articles/", "/feed/", "/feed.json", "/sitemap.xml", article.live_revision.topic.get_absolute_url())
    for path in (*paths, article.get_absolute_url()) * 2:
        assert client.get(path).content.count(b"walking-and-mood") > 0
    revision = article.live_revision

    publishing.withdraw(revision, by=make_person(PUBLISHER), seen=revision.state_token, note="Wrong.", notice="Wrong.")

    assert [client.get(path).content.count(b"walking-and-mood") for path in paths] == [0] * len(paths)
    assert page(article).status_code == 410


def _rename_topic(article):
    topic = article.live_revision.topic
    topic.name = "Changed at last"
    topic.save()


def _retract_a_source(article):
    sources = Source.objects.filter(references__revision=article.live_revision)
    assert sources.update(status=SourceStatus.RETRACTED) == 1


def _close_comments(article):
    keeping_rules.switch(by=make_person(ADMINISTRATOR), article=article, closed=True, sensitive=None)


def _new_name_of_the_crisis_line(_article):
    line = CrisisResource.objects.get(name="A line")
    clinical_data.keep(line, by=make_person(PUBLISHER), seen=clinical_data.seen_now(line), name="Another line")


@pytest.mark.parametrize("act", [_rename_topic, _retract_a_source, _close_comments, _new_name_of_the_crisis_line])
def test_what_stands_around_the_words_changes_at_once_too(article, act):
    make_crisis_line("A line")

    before, after = shown_after(article, lambda: act(article))

    assert before != after


def test_who_signs_in_and_who_saves_a_draft_changes_no_page(article):
    before = shown_change.seen(article.slug).page

    editor = make_person("editor")
    Client().force_login(editor)
    make_topic()
    revision = article.live_revision
    type(revision).objects.filter(pk=revision.pk).update(title=revision.title)

    assert shown_change.seen(article.slug).page == before


def test_everything_that_a_kept_page_asks_the_database_for_is_watched(article):
    make_approved("Words.", article=article)
    person = article.live_revision.author
    slug = article.slug
    make_live_page()
    paths = [
        *(
            "/about/contact/",
            "/",
            "/articles/",
            "/topics/",
            "/feed/",
            "/feed.json",
            "/sitemap.xml",
            f"/people/{person.slug}/",
        ),
        *(f"/articles/{slug}/{rest}" for rest in ("", "versions/", "comments.atom", "?order=newest", "?print=large")),
        *(f"/topics/everyday-health/{rest}" for rest in ("", "feed/")),
    ]
    asked = set()
    for path in paths:
        with CaptureQueriesContext(connection) as queries:
            assert Client().get(path).status_code == 200
        for query in queries:
            asked |= set(re.findall(r'(?:FROM|JOIN) "(\w+)"', query["sql"]))

    assert asked - FROZEN - watched_tables() == {"articles_readcount"}  # the order of topics, new each minute
    assert len(asked) > 10


def test_a_browser_that_has_the_page_gets_304_until_something_changes(article):
    first = page(article)
    again = page(article, if_none_match=first["ETag"])
    make_approved("Words.", article=article)
    changed = page(article, if_none_match=first["ETag"])

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert (changed.status_code, changed.content.count(b"Words.")) == (200, 1)


@pytest.mark.parametrize(
    ("accepted", "is_small"),
    [("gzip, br", True), ("br;q=1, GZIP;q=0.5", True), ("gzip;q=0, identity", False), ("br", False), ("", False)],
)
def test_it_comes_compressed_to_who_can_read_that(article, accepted, is_small):
    plain, response = page(article), page(article, accept_encoding=accepted)

    content = gzip.decompress(response.content) if is_small else response.content
    assert content == plain.content
    assert (response.get("Content-Encoding", ""), response["Vary"]) == ("gzip" * is_small, "Accept-Encoding")
    assert (response["ETag"] != plain["ETag"]) == is_small


def test_a_search_is_compressed_too_and_not_kept(article, django_assert_num_queries):
    path = "/search/?q=walking"
    Client().get(path)

    with CaptureQueriesContext(connection) as queries:
        response = Client().get(path, headers={"accept-encoding": "gzip"})
    assert gzip.decompress(response.content).count(b"Walking and mood") > 0
    assert len(queries) > 1


def test_what_changes_with_time_alone_shows_within_a_minute(article):
    before = page(article).content.count(b"overdue")
    due = article.live_revision.next_review_due

    with time_machine.travel(datetime.combine(due + timedelta(days=400), time(12), UTC), tick=False):
        assert (before, page(article).content.count(b"overdue") > 0) == (0, True)


def test_words_that_somebody_made_up_in_an_address_make_no_other_page(article):
    with time_machine.travel(timezone.now(), tick=False), CaptureQueriesContext(connection) as queries:
        first = page(article)
        made = len(queries)
        again = Client().get(f"{article.get_absolute_url()}?utm_source=elsewhere")

    assert again.content == first.content
    assert len(queries) - made == 1


@pytest.mark.django_db(transaction=True)
def test_who_reads_while_something_changes_keeps_nothing_from_before(article):
    """The page is asked for in the middle of a change that is not committed; the next reader sees the change."""
    changing, read = threading.Event(), threading.Event()

    def change():
        with transaction.atomic():
            make_approved("It helped me greatly.", article=Article.objects.get(pk=article.pk))
            changing.set()
            read.wait(20)
        connections.close_all()

    thread = threading.Thread(target=change)
    thread.start()
    changing.wait(20)
    during = page(article).content.count(b"It helped me greatly.")
    read.set()
    thread.join(20)

    assert (during, page(article).content.count(b"It helped me greatly.")) == (0, 1)


def test_changes_of_an_hour_ago_are_forgotten_but_for_the_last_one(article):
    make_live("Another")
    last = ShownChange.objects.order_by("-pk")[0].pk

    shown_change.forget_before(timezone.now() + timedelta(minutes=1))

    assert list(ShownChange.objects.values_list("pk", flat=True)) == [last]
