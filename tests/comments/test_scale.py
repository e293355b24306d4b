"""With a hundred times the comments, what readers and moderators ask for reads no more of the database."""

import json
import re
from contextlib import closing

import psycopg2
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.views import kept
from clinic_cms.demonstration import many_comments
from clinic_cms.demonstration.many_comments import Many
from clinic_cms.roles import MODERATOR
from clinic_cms.shared.refusal import Refusal
from comments.domain import alerts, queue, retention
from comments.domain.moderation import approve
from comments.domain.posting import post_comment
from comments.domain.redacting import purge_originals
from comments.models import Comment
from tests.comment_factories import make_approved
from tests.factories import make_live_article, make_person

pytestmark = pytest.mark.django_db

FEW = (Many(spam=155, pending=40),)
QUESTION = re.compile(r"\s*(SELECT|WITH)\b.*comments_comment", re.DOTALL)
MANY = (Many(spam=17_840, articles=0), Many(approved=1_960))  # the spam is all under the article that is read


@pytest.fixture
def article():
    """With five comments of its own, and forty that wait; a database of 200 comments around it."""
    clear_away()
    article, moderator = make_live_article(), make_person(MODERATOR)
    for number in range(5):
        make_approved(f"Comment {number}", article=article, by=moderator)
    grow(FEW)
    return article


def clear_away():
    """Take out the rows that other tests have rolled back: an index leads through them until somebody does. From a
    session of its own, because it is refused inside a transaction.
    """
    with closing(psycopg2.connect(**connection.get_connection_params())) as session:
        session.autocommit = True
        session.cursor().execute("VACUUM comments_comment, comments_moderationdecision, comments_signal")


def grow(many):
    for each in many:
        many_comments.fill(each)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE comments_comment, comments_moderationdecision, comments_signal, articles_article")


def asked(work):
    """Every question that the work puts to the table of comments, as the database was asked it."""
    with CaptureQueriesContext(connection) as captured, transaction.atomic():
        work()
        transaction.set_rollback(True)
    return [each["sql"] for each in captured.captured_queries if QUESTION.match(each["sql"])]


def plans(questions):
    with connection.cursor() as cursor:
        for question in questions:
            cursor.execute("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + question.replace("%", "%%"))
            (answer,) = cursor.fetchone()
            yield (json.loads(answer) if isinstance(answer, str) else answer)[0]["Plan"]


def pages(questions):
    """How many pages of the database were read for all of them."""
    return sum(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"] for plan in plans(questions))


def read_from_end_to_end(questions):
    """The questions for which the whole table of comments was read."""
    return [
        question
        for question, plan in zip(questions, plans(questions), strict=True)
        if re.search(r'"Node Type": "Seq Scan"[^{}]*"Relation Name": "comments_comment"', json.dumps(plan))
    ]


def queue_page(client, article):
    client.force_login(make_person(MODERATOR))
    return lambda: client.get("/desk/comments/")


def article_page(client, article):
    def made_anew():
        kept.forget()
        return client.get(article.get_absolute_url())

    return made_anew


def deep_page(client, article):
    behind = queue.key_of(Comment.objects.queued()[20])
    return lambda: queue.page(queue.Asked(), after=behind)


def counts(client, article):
    return queue.counts


def decision(client, article):
    comment, moderator = post_comment(article, name="Max", body="To decide"), make_person(MODERATOR)
    return lambda: approve(comment, by=moderator, seen=1)


def duplicate(client, article):
    post_comment(article, name="Max", body="Twice")
    return lambda: post_comment(article, name="Max", body="Twice")


def likely_spam(client, article):
    return lambda: post_comment(article, name="Max", body="Buy cheap viagra online without prescription, whatsapp me")


def crises(client, article):
    return alerts.watch


def originals(client, article):
    return purge_originals


def words(client, article):
    """What has to go; there is nothing yet that is old enough."""
    return lambda: retention.purge_words(timezone.now() - retention.FLOWS_KEPT * 52)


@pytest.mark.parametrize(
    "make",
    [queue_page, article_page, deep_page, counts, decision, duplicate, likely_spam, crises, originals, words],
)
def test_with_a_hundred_times_the_comments_no_more_is_read_and_nothing_from_end_to_end(client, article, make):
    work = make(client, article)
    few = asked(work)
    before = pages(few)
    grow(MANY)
    many = asked(work)
    after = pages(many)
    assert len(many) == len(few) > 0
    assert read_from_end_to_end(many) == []
    # a page's twenty rows may be joined one by one where 200 articles were read at once: not more than that
    assert after <= before * 1.5 + 150, f"{before} pages with 200 comments, {after} with 20,000"


def test_the_finder_of_reading_from_end_to_end_finds_it(article):
    grow(MANY)

    question = "SELECT count(*) FROM comments_comment WHERE body LIKE '%never%'"
    assert read_from_end_to_end([question]) == [question]
    assert Comment.objects.count() == 20_000


def test_many_comments_are_made_in_no_database_that_is_kept(article, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "NAME", "clinic")

    with pytest.raises(Refusal):
        many_comments.fill(*FEW)
